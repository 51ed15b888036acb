// What the initiator does in return: promised, due, delivered with proof (S7).
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import { mayI, newId, Refusal, type Seen, useCommand, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { DraftPhotos, usePhotoDraft } from '../../draft-photos.tsx';
import { Check, Clock, Plus, Undo2 } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { DateField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { RowPhotos } from '../../row-photos-view.tsx';

const words = nlBelongings.counter;
const whatId = 'tegenprestatie-wat';
const onId = 'tegenprestatie-op';
const proofId = 'tegenprestatie-bewijs';

export function CounterCard({ proposalId }: { readonly proposalId: string }) {
  const all = useRows('counterContribution', 'proposalId', proposalId);
  const [adding, setAdding] = useState(false);
  const mayAdd = mayI('counterContribution.add');
  if (all.length === 0 && !mayAdd) return null;
  return (
    <Card gap={3} labelledBy="tegenprestatie">
      <CardHead id="tegenprestatie" title={words.title} />
      {all.length === 0 && <p class="bk-soft">{words.none}</p>}
      {all.map((one) => (
        <OnePromise key={one.id} row={one} />
      ))}
      {adding && <PromiseForm proposalId={proposalId} onDone={() => setAdding(false)} />}
      {mayAdd && !adding && (
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </Card>
  );
}

function OnePromise({ row }: { readonly row: Seen<'counterContribution'> }) {
  const today = useToday();
  const [open, setOpen] = useState<'deliver' | 'change' | undefined>(undefined);
  const command = useCommand('counterContribution.deliver');
  const { id: counterContributionId, what, dueOn, deliveredOn, proof, photos, pending } = row;
  const late = deliveredOn === null && dueOn !== null && dueOn < today;
  const takeBack = async () => {
    if ((await command.send({ counterContributionId, deliveredOn: null, proof, photos: [] })).saved)
      showToast({ text: words.takenBack });
  };
  return (
    <section class="bk-stack bk-gap-2" aria-label={what}>
      <div class="bk-row bk-between bk-gap-2">
        <b>{what}</b>
        {deliveredOn !== null ? (
          <Badge tone="ok" icon={Check}>
            {words.done}
          </Badge>
        ) : (
          <Badge tone={late ? 'look' : 'quiet'} icon={Clock}>
            {late ? words.late : words.open}
          </Badge>
        )}
      </div>
      <p class="bk-small bk-soft">
        {[
          ...(dueOn === null ? [] : [words.dueOn(dueOn)]),
          ...(deliveredOn === null ? [] : [words.deliveredOn(deliveredOn)]),
        ].join(', ')}
      </p>
      {proof !== '' && <p>{proof}</p>}
      <RowPhotos
        shownBy={rowKey('counterContribution', counterContributionId)}
        photos={photos}
        alt={words.photo}
        notHere={words.photoNotHere}
      />
      {pending && (
        <p>
          <LocalMark />
        </p>
      )}
      {open === undefined && (
        <div class="bk-row bk-gap-2">
          {deliveredOn === null && mayI('counterContribution.deliver') && (
            <Button icon={Check} name={words.deliverOf(what)} onClick={() => setOpen('deliver')}>
              {words.deliver}
            </Button>
          )}
          {deliveredOn !== null && mayI('counterContribution.change') && (
            <Button kind="quiet" icon={Undo2} busy={command.busy} onClick={() => void takeBack()}>
              {words.takeBack}
            </Button>
          )}
          {deliveredOn === null && mayI('counterContribution.change') && (
            <Button kind="quiet" name={words.changeOf(what)} onClick={() => setOpen('change')}>
              {words.change}
            </Button>
          )}
        </div>
      )}
      <Refusal command={command} />
      {open === 'deliver' && <DeliverForm row={row} onDone={() => setOpen(undefined)} />}
      {open === 'change' && <ChangeForm row={row} onDone={() => setOpen(undefined)} />}
    </section>
  );
}

function PromiseForm({ proposalId, onDone }: { readonly proposalId: string; readonly onDone: () => void }) {
  const draftKey = `counterContribution.add:${proposalId}`;
  const [initial] = useState(() => ({ id: newId(), what: '', dueOn: '' }));
  const draft = useDraft(draftKey, initial);
  const command = useCommand('counterContribution.add');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  return (
    <PromiseFields
      value={draft.value}
      onValue={draft.set}
      command={command}
      onSaved={() => void done()}
      onLeave={() => void draft.clear().then(onDone)}
      onSave={async (what, dueOn) => {
        const args = { counterContributionId: draft.value.id, proposalId, what, dueOn };
        if ((await command.send(args, { draftKey })).saved) await done();
      }}
    />
  );
}

interface RowForm {
  readonly row: Seen<'counterContribution'>;
  readonly onDone: () => void;
}

function ChangeForm({ row, onDone }: RowForm) {
  const { id: counterContributionId, what, dueOn } = row;
  const draftKey = `counterContribution.change:${counterContributionId}`;
  const draft = useDraft(draftKey, { what, dueOn: dueOn ?? '', seen: { what, dueOn } });
  const command = useCommand('counterContribution.change');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  return (
    <PromiseFields
      value={draft.value}
      onValue={draft.set}
      command={command}
      onSaved={() => void done()}
      onLeave={() => void draft.clear().then(onDone)}
      onSave={async (newWhat, newDue) => {
        const args = { counterContributionId, fields: { what: newWhat, dueOn: newDue }, seen: draft.value.seen };
        if ((await command.send(args, { draftKey })).saved) await done();
      }}
    />
  );
}

interface PromiseFieldsProps {
  readonly value: { readonly what: string; readonly dueOn: string };
  readonly onValue: (patch: { readonly what?: string; readonly dueOn?: string }) => void;
  readonly command: Parameters<typeof Refusal>[0]['command'];
  readonly onSave: (what: string, dueOn: string | null) => Promise<void>;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
}

function PromiseFields({ value: { what, dueOn }, onValue, command, onSave, onSaved, onLeave }: PromiseFieldsProps) {
  const form = useFormErrors();
  const save = () => {
    if (!form.check(what.trim() === '' ? [{ fieldId: whatId, sentence: words.errorWhat }] : [])) return;
    void onSave(what.trim(), dueOn === '' ? null : dueOn);
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <TextField
        id={whatId}
        label={words.what}
        hint={words.whatHint}
        error={form.of(whatId)}
        maxLength={300}
        value={what}
        onValue={(next) => onValue({ what: next })}
      />
      <DateField label={words.due} optional value={dueOn} onValue={(next) => onValue({ dueOn: next })} />
      <Refusal command={command} onSaved={onSaved} />
      <SaveOrLeave {...{ save: words.save, busy: command.busy, onLeave }} />
    </Form>
  );
}

function DeliverForm({ row: { id: counterContributionId }, onDone }: RowForm) {
  const today = useToday();
  const draftKey = `counterContribution.deliver:${counterContributionId}`;
  const draft = useDraft(draftKey, { deliveredOn: today, proof: '' });
  const photos = usePhotoDraft(`${draftKey}:photos`);
  const form = useFormErrors();
  const command = useCommand('counterContribution.deliver');
  const done = async () => {
    await Promise.all([draft.clear(), photos.clear()]);
    showToast({ text: words.delivered });
    onDone();
  };
  const save = async () => {
    const { deliveredOn } = draft.value;
    const proof = draft.value.proof.trim();
    const taken = photos.value.photos;
    const problems = [
      ...(deliveredOn === '' ? [{ fieldId: onId, sentence: words.errorDate }] : []),
      ...(proof === '' && taken.length === 0 ? [{ fieldId: proofId, sentence: words.errorProof }] : []),
    ];
    if (!form.check(problems)) return;
    const args = { counterContributionId, deliveredOn, proof, photos: taken.map(({ photo }) => photo) };
    if ((await command.send(args, { photos: taken, draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <DateField
        id={onId}
        label={words.on}
        error={form.of(onId)}
        max={today}
        value={draft.value.deliveredOn}
        onValue={(deliveredOn) => draft.set({ deliveredOn })}
      />
      <TextArea
        id={proofId}
        label={words.proof}
        hint={words.proofHint}
        rows={2}
        maxLength={2_000}
        error={form.of(proofId)}
        value={draft.value.proof}
        onValue={(proof) => draft.set({ proof })}
      />
      <DraftPhotos draft={photos} label={words.photos} hint={words.photosHint} />
      <Refusal command={command} onSaved={() => void done()} />
      <SaveOrLeave
        {...{ save: words.deliverSave, busy: command.busy }}
        onLeave={() => void Promise.all([draft.clear(), photos.clear()]).then(onDone)}
      />
    </Form>
  );
}
