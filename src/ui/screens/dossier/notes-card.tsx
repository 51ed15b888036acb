// Notes of the committee; they never reach an initiator's device.
import { useState } from 'preact/hooks';
import type { Role } from '../../../domain/rows.ts';
import { mayI, newId, Refusal, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { moment } from '../../format.ts';
import { Lock, Plus } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { roleNames } from '../../nl/roles.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { Lines } from '../meeting/verdict.tsx';
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

const fieldId = 'notitie';

function NewNote({ proposalId }: { readonly proposalId: string }) {
  const draftKey = `proposal.note:${proposalId}`;
  const draft = useDraft(draftKey, { text: '', noteId: '' });
  const command = useCommand('proposalNote.add');
  const form = useFormErrors();
  const [asked, setAsked] = useState(false);
  const { text } = draft.value;
  const done = async () => {
    await draft.clear();
    setAsked(false);
    showToast({ text: words.saved });
  };
  const send = async () => {
    if (!form.check(text.trim() === '' ? [{ fieldId, sentence: words.empty }] : [])) return;
    // Kept with the draft: after a crash the same note is sent again, not a second one.
    const noteId = draft.value.noteId === '' ? newId() : draft.value.noteId;
    draft.set({ noteId });
    if ((await command.send({ noteId, proposalId, text: text.trim() }, { draftKey })).saved) await done();
  };
  if (!asked && text === '') {
    return (
      <div>
        <Button icon={Plus} onClick={() => setAsked(true)}>
          {words.open}
        </Button>
      </div>
    );
  }
  return (
    <form
      class="bk-stack bk-gap-3"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextArea
        id={fieldId}
        label={words.label}
        hint={words.hint}
        rows={3}
        maxLength={5_000}
        error={form.of(fieldId)}
        value={text}
        onValue={(value) => draft.set({ text: value })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <div>
        <Button type="submit" busy={command.busy}>
          {words.add}
        </Button>
      </div>
    </form>
  );
}
