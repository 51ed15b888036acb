// Money of others beside the neighbourhood budget: promised and received. It is in no account of the committee.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { addCents, parseAmount } from '../../../domain/money.ts';
import { mayI, newId, Refusal, type Seen, useCommand, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { Handshake, Plus } from '../../icons.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { type FieldError, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Item, List } from '../../parts/list.tsx';
import { SaveOrLeave } from '../../parts/save-or-leave.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { DateField, MoneyField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlBelongings.coFinancing;
const ids = {
  source: 'wie-betaalt',
  promised: 'toegezegd',
  received: 'ontvangen',
  receivedOn: 'ontvangen-op',
} as const;

export function CoFinancingCard({ proposalId }: { readonly proposalId: string }) {
  const all = useRows('coFinancing', 'proposalId', proposalId);
  const [open, setOpen] = useState<string | undefined>(undefined);
  const mayAdd = mayI('coFinancing.add');
  if (all.length === 0 && !mayAdd) return null;
  const editing = all.find(({ id }) => id === open);
  const sum = (field: 'promisedCents' | 'receivedCents') => addCents(all.map((one) => one[field]));
  return (
    <Card gap={3} labelledBy="bijdragen">
      <CardHead id="bijdragen" title={words.title} />
      {all.length === 0 ? (
        <p class="bk-soft">{words.none}</p>
      ) : (
        <>
          <List kind="bleed" label={words.title}>
            {all.map(({ id, source, promisedCents, receivedCents, receivedOn, pending }) => (
              <Item
                key={id}
                title={source}
                lines={[
                  words.line(promisedCents, receivedCents),
                  ...(receivedOn === null ? [] : [words.on(receivedOn)]),
                  ...(pending ? [<LocalMark key="local" />] : []),
                ]}
                {...(mayI('coFinancing.change') ? { onClick: () => setOpen(id) } : {})}
              />
            ))}
          </List>
          <p class="bk-small">{words.total(sum('promisedCents'), sum('receivedCents'))}</p>
        </>
      )}
      {editing !== undefined && <ChangeForm key={editing.id} row={editing} onDone={() => setOpen(undefined)} />}
      {open === 'new' && <AddForm proposalId={proposalId} onDone={() => setOpen(undefined)} />}
      {mayAdd && open === undefined && (
        <Button icon={Plus} onClick={() => setOpen('new')}>
          {words.add}
        </Button>
      )}
    </Card>
  );
}

const amountProblem = (fieldId: string, typed: string): readonly FieldError[] => {
  const parsed = parseAmount(typed);
  return parsed.ok ? [] : [{ fieldId, sentence: amountSentence(parsed.code) }];
};
const centsOf = (typed: string): number => {
  const parsed = parseAmount(typed);
  return parsed.ok ? parsed.cents : 0;
};
const sourceProblem = (source: string): readonly FieldError[] =>
  source.trim() === '' ? [{ fieldId: ids.source, sentence: words.errorSource }] : [];

function AddForm({ proposalId, onDone }: { readonly proposalId: string; readonly onDone: () => void }) {
  const draftKey = `coFinancing.add:${proposalId}`;
  const [initial] = useState(() => ({ id: newId(), source: '', promised: '' }));
  const draft = useDraft(draftKey, initial);
  const form = useFormErrors();
  const command = useCommand('coFinancing.add');
  const { id: coFinancingId, source, promised } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const save = async () => {
    if (!form.check([...sourceProblem(source), ...amountProblem(ids.promised, promised)])) return;
    const args = { coFinancingId, proposalId, source: source.trim(), promisedCents: centsOf(promised) };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Frame
      command={command}
      onSave={() => void save()}
      onSaved={() => void done()}
      onLeave={() => void draft.clear().then(onDone)}
    >
      <TextField
        id={ids.source}
        label={words.source}
        hint={words.sourceHint}
        error={form.of(ids.source)}
        maxLength={150}
        value={source}
        onValue={(value) => draft.set({ source: value })}
      />
      <MoneyField
        id={ids.promised}
        label={words.promised}
        error={form.of(ids.promised)}
        value={promised}
        onValue={(value) => draft.set({ promised: value })}
      />
    </Frame>
  );
}

function ChangeForm({ row, onDone }: { readonly row: Seen<'coFinancing'>; readonly onDone: () => void }) {
  const { id: coFinancingId, source, promisedCents, receivedCents, receivedOn } = row;
  const draftKey = `coFinancing.change:${coFinancingId}`;
  const draft = useDraft(draftKey, {
    ...{ source, promised: euroTyped(promisedCents), received: euroTyped(receivedCents), receivedOn: receivedOn ?? '' },
    seen: { source, promisedCents, receivedCents, receivedOn },
  });
  const form = useFormErrors();
  const command = useCommand('coFinancing.change');
  const { value } = draft;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const save = async () => {
    const noDay = centsOf(value.received) > 0 && value.receivedOn === '';
    const problems = [
      ...sourceProblem(value.source),
      ...amountProblem(ids.promised, value.promised),
      ...(value.received.trim() === '' ? [] : amountProblem(ids.received, value.received)),
      ...(noDay ? [{ fieldId: ids.receivedOn, sentence: words.errorDate }] : []),
    ];
    if (!form.check(problems)) return;
    const fields = {
      ...{ source: value.source.trim(), promisedCents: centsOf(value.promised) },
      ...{ receivedCents: centsOf(value.received), receivedOn: value.receivedOn === '' ? null : value.receivedOn },
    };
    if ((await command.send({ coFinancingId, fields, seen: value.seen }, { draftKey })).saved) await done();
  };
  return (
    <Frame
      command={command}
      onSave={() => void save()}
      onSaved={() => void done()}
      onLeave={() => void draft.clear().then(onDone)}
    >
      <h3>{words.changeOf(source)}</h3>
      <TextField
        id={ids.source}
        label={words.source}
        error={form.of(ids.source)}
        maxLength={150}
        value={value.source}
        onValue={(next) => draft.set({ source: next })}
      />
      <MoneyField
        id={ids.promised}
        label={words.promised}
        error={form.of(ids.promised)}
        value={value.promised}
        onValue={(next) => draft.set({ promised: next })}
      />
      <MoneyField
        id={ids.received}
        label={words.received}
        error={form.of(ids.received)}
        value={value.received}
        onValue={(next) => draft.set({ received: next })}
      />
      <DateField
        id={ids.receivedOn}
        label={words.receivedOn}
        optional
        error={form.of(ids.receivedOn)}
        value={value.receivedOn}
        onValue={(next) => draft.set({ receivedOn: next })}
      />
    </Frame>
  );
}

interface FrameProps {
  readonly command: Parameters<typeof Refusal>[0]['command'];
  readonly onSave: () => void;
  readonly onSaved: () => void;
  readonly onLeave: () => void;
  readonly children: ComponentChildren;
}

function Frame({ command, onSave, onSaved, onLeave, children }: FrameProps) {
  return (
    <Form class="bk-stack bk-gap-3" onSend={onSave}>
      {children}
      <Refusal command={command} onSaved={onSaved} />
      <SaveOrLeave {...{ save: words.save, icon: Handshake, busy: command.busy, onLeave }} />
    </Form>
  );
}
