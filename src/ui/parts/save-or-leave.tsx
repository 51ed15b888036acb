import { nl } from '../nl/index.ts';
import { Actions, Button } from './button.tsx';
import type { IconData } from './icon.tsx';

export interface SaveOrLeaveProps {
  readonly save: string;
  readonly icon?: IconData | undefined;
  readonly busy: boolean;
  readonly primary?: boolean | undefined;
  /** Closes the form and forgets what was typed. */
  readonly onLeave: () => void;
}

/** Under a form that was opened in a card: whoever opened it by mistake gets out of it again. */
export function SaveOrLeave({ save, icon, busy, primary = true, onLeave }: SaveOrLeaveProps) {
  return (
    <Actions>
      <Button kind={primary ? 'primary' : 'plain'} icon={icon} type="submit" busy={busy}>
        {save}
      </Button>
      <Button kind="quiet" onClick={onLeave}>
        {nl.leave}
      </Button>
    </Actions>
  );
}
