// Papers that belong to a proposal, as photos. A paper form is seen by the committee alone.
import { useState } from 'preact/hooks';
import { isCommitteeRole } from '../../../domain/access.ts';
import { rowKey } from '../../../domain/command.ts';
import type { DocumentKind } from '../../../domain/rows.ts';
import { mayI, newId, Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { DraftPhotos, usePhotoDraft } from '../../draft-photos.tsx';
import { Camera, Lock, Trash } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SelectField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { RowPhotos } from '../../row-photos-view.tsx';

const words = nlBelongings.documents;
const photosId = 'document-foto';
const kinds: readonly DocumentKind[] = ['quote', 'paper_form', 'permit', 'drawing', 'other'];

export function DocumentsCard({ proposalId }: { readonly proposalId: string }) {
  const documents = useRows('proposalDocument', 'proposalId', proposalId).filter(({ removed }) => !removed);
  const [adding, setAdding] = useState(false);
  const mayAdd = mayI('proposalDocument.add');
  if (documents.length === 0 && !mayAdd) return null;
  return (
    <Card gap={3} labelledBy="documenten">
      <CardHead id="documenten" title={words.title} />
      {documents.length === 0 && <p class="bk-soft">{words.none}</p>}
      {documents.map((document) => (
        <OneDocument key={document.id} document={document} />
      ))}
      {mayAdd && !adding && (
        <Button icon={Camera} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
      {adding && <AddDocument proposalId={proposalId} onDone={() => setAdding(false)} />}
    </Card>
  );
}

function OneDocument({ document }: { readonly document: Seen<'proposalDocument'> }) {
  const [asked, setAsked] = useState(false);
  const command = useCommand('proposalDocument.remove');
  const { id, kind, label, photos, pending } = document;
  const name = label.trim() === '' ? words.kinds[kind] : label;
  const remove = async () => {
    if (!(await command.send({ documentId: id })).saved) return;
    setAsked(false);
    showToast({ text: words.removed });
  };
  return (
    <section class="bk-stack bk-gap-2" aria-label={name}>
      <p>
        <b>{name}</b> {label.trim() !== '' && <span class="bk-soft">{words.kinds[kind]}</span>}{' '}
        {pending && <LocalMark />}
      </p>
      {kind === 'paper_form' && <Note icon={Lock}>{words.committeeOnly}</Note>}
      <RowPhotos
        shownBy={rowKey('proposalDocument', id)}
        photos={photos}
        alt={(at) => words.photo(name, at)}
        notHere={words.photoNotHere}
      />
      {mayI('proposalDocument.remove') && (
        <div>
          <Button kind="quiet" icon={Trash} name={words.removeOf(name)} onClick={() => setAsked(true)}>
            {words.remove}
          </Button>
        </div>
      )}
      <Dialog open={asked} onClose={() => setAsked(false)} title={words.removeTitle}>
        <p>{words.removeText}</p>
        <Refusal command={command} />
        <Button kind="bad" wide busy={command.busy} onClick={() => void remove()}>
          {words.removeOf(name)}
        </Button>
        <Button wide onClick={() => setAsked(false)}>
          {words.cancel}
        </Button>
      </Dialog>
    </section>
  );
}

interface AddDocumentProps {
  readonly proposalId: string;
  readonly onDone: () => void;
}

interface Typed {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
}

function AddDocument({ proposalId, onDone }: AddDocumentProps) {
  const { access } = useMe();
  const draftKey = `proposalDocument.add:${proposalId}`;
  const [initial] = useState((): Typed => ({ id: newId(), kind: 'quote', label: '' }));
  const draft = useDraft(draftKey, initial);
  const photos = usePhotoDraft(`${draftKey}:photos`);
  const form = useFormErrors();
  const command = useCommand('proposalDocument.add');
  const allowed = kinds.filter((kind) => kind !== 'paper_form' || isCommitteeRole(access.role));
  const done = async () => {
    await Promise.all([draft.clear(), photos.clear()]);
    showToast({ text: words.saved });
    onDone();
  };
  const save = async () => {
    const taken = photos.value.photos;
    if (!form.check(taken.length === 0 ? [{ fieldId: photosId, sentence: words.error }] : [])) return;
    const { id: documentId, kind, label } = draft.value;
    const args = { documentId, proposalId, kind, label: label.trim(), photos: taken.map(({ photo }) => photo) };
    if ((await command.send(args, { photos: taken, draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <SelectField
        label={words.kind}
        options={allowed.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={draft.value.kind}
        onValue={(kind) => draft.set({ kind: kind as DocumentKind })}
      />
      <TextField
        label={words.label}
        optional
        maxLength={150}
        value={draft.value.label}
        onValue={(label) => draft.set({ label })}
      />
      <DraftPhotos
        id={photosId}
        draft={photos}
        label={words.photos}
        hint={words.photosHint}
        error={form.of(photosId)}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <SaveOrLeave
        {...{ save: words.save, busy: command.busy }}
        onLeave={() => void Promise.all([draft.clear(), photos.clear()]).then(onDone)}
      />
    </Form>
  );
}
