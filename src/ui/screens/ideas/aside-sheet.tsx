import { useCommand } from '../../data.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { ReasonSheet } from '../dossier/reason-sheet.tsx';

export interface AsideSheetProps {
  readonly ideaId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function AsideSheet({ ideaId, open, onClose }: AsideSheetProps) {
  const command = useCommand('idea.setAside');
  const { button: _, save, ...words } = nlIdeas.aside;
  return (
    <ReasonSheet
      open={open}
      onClose={onClose}
      words={{ ...words, button: save }}
      draftKey={`idea.setAside:${ideaId}`}
      command={command}
      send={(reason) => command.send({ ideaId, reason })}
      undo={async () => void (await command.send({ ideaId, reason: null }))}
    />
  );
}
