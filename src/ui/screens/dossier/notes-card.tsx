// Notes of the committee; they never reach an initiator's device.
import type { Role } from '../../../domain/rows.ts';
import { mayI, useCommand } from '../../data.ts';
import { moment } from '../../format.ts';
import { Lock } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { roleNames } from '../../nl/roles.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SayForm } from './say-form.tsx';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.notes;

export function NotesCard({ dossier }: { readonly dossier: Dossier }) {
  const notes = [...dossier.notes].sort((a, b) => (a.at < b.at ? 1 : -1));
  const mayAdd = mayI('proposalNote.add');
  return (
    <Card gap={3} labelledBy="notities">
      <CardHead id="notities" title={words.title} />
      {notes.length === 0 && !mayAdd && <p class="bk-soft">{words.none}</p>}
      {notes.map((note) => (
        <Note key={note.id} icon={Lock}>
          <Lines text={note.text} />
          <p class="bk-soft bk-small">{words.by(roleWord(dossier.roleOf(note.by)), moment(note.at))}</p>
          {note.pending && <LocalMark />}
        </Note>
      ))}
      {mayAdd && <NewNote proposalId={dossier.proposal.id} />}
    </Card>
  );
}

function roleWord(role: Role | undefined): string {
  if (role === undefined) return words.someone;
  const name = roleNames[role];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function NewNote({ proposalId }: { readonly proposalId: string }) {
  const draftKey = `proposal.note:${proposalId}`;
  const command = useCommand('proposalNote.add');
  return (
    <SayForm
      fieldId="notitie"
      draftKey={draftKey}
      words={words}
      command={command}
      send={(noteId, text) => command.send({ noteId, proposalId, text }, { draftKey })}
    />
  );
}
