import { CircleAlert } from './icons.ts';
import { refusalButtons, refusalText } from './nl/rejections.ts';
import { Button } from './parts/button.tsx';
import { Note } from './parts/status.tsx';

export interface RefusalProps {
  /** A useCommand of any name. */
  readonly command: {
    readonly refusal:
      | {
          readonly code: string;
          readonly params: Readonly<Record<string, string | number>>;
          readonly final: boolean;
        }
      | undefined;
    readonly busy: boolean;
    saveAnyway(): Promise<unknown>;
  };
  /** Called when *Toch bewaren* saved it: go on as after an ordinary save. */
  readonly onSaved?: (() => void) | undefined;
}

/** Beside the form: why it was not saved, what you can do, and *Toch bewaren* when only the server can know (D3). */
export function Refusal({ command, onSaved }: RefusalProps) {
  const { refusal, busy } = command;
  if (refusal === undefined) return null;
  const { happened, youCan } = refusalText(refusal.code, refusal.params);
  const saveAnyway = async () => {
    const sent = (await command.saveAnyway()) as { readonly saved: boolean } | undefined;
    if (sent?.saved) onSaved?.();
  };
  return (
    <Note tone={refusal.final ? 'bad' : 'look'} icon={CircleAlert} live="alert">
      <p>
        <b>{happened}</b>
      </p>
      <p>{youCan}</p>
      {!refusal.final && (
        <>
          <p class="bk-small">{refusalButtons.serverDecides}</p>
          <Button busy={busy} onClick={() => void saveAnyway()}>
            {refusalButtons.saveAnyway}
          </Button>
        </>
      )}
    </Note>
  );
}
