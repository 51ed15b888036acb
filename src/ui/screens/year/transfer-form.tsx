// Geld overmaken naar een andere commissie op dezelfde server.
import { newId, useCommand, useMe, useRows, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { useHeard } from '../../heard.ts';
import { WifiOff } from '../../icons.ts';
import { nlYear } from '../../nl/year.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Note } from '../../parts/status.tsx';
import { MoneyField, SelectField, TextField } from '../../parts/text-fields.tsx';
import { type Body, bodiesShape, listBodies } from '../../server-api.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { amountIn, filledIn, finish, type YearFormProps } from './year-form-frame.tsx';

const { transfer: words } = nlYear;

export function TransferForm({ onDone }: YearFormProps) {
  const { year } = useMe();
  const today = useToday();
  const bodies = useBodies();
  const command = useCommand('transfer.send');
  const form = useFormErrors();
  const draft = useDraft(`year.transfer:${year}`, { transferId: newId(), to: '', amount: '', reason: '' });
  const { transferId, to, amount, reason } = draft.value;
  const done = () => void finish(draft, onDone);
  const submit = async () => {
    const { cents, errors } = amountIn(amount);
    const body = bodies.find(({ id }) => id === to);
    if (!form.check([...filledIn('to', body?.id ?? '', words.toMissing), ...errors]) || body === undefined) return;
    const about = { transferId, year, amountCents: cents, reason: reason.trim(), sentOn: today };
    if ((await command.send({ ...about, toCommitteeId: body.id, toName: body.name })).saved) done();
  };
  return (
    <FormFrame
      {...{ title: words.add, lead: words.hint, form, command, restored: draft.restored, button: words.add }}
      {...{ onSaved: done, onSubmit: () => void submit() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      {bodies.length === 0 && <Note icon={WifiOff}>{words.noBodies}</Note>}
      <SelectField
        {...{ id: 'to', label: words.to, value: to, none: words.toNone, error: form.of('to') }}
        options={bodies.map(({ id, name, district }) => ({
          value: id,
          label: district ? `${name}, ${district}` : name,
        }))}
        onValue={(value) => draft.set({ to: value })}
      />
      <MoneyField
        {...{ id: 'amount', label: nlYear.amount, value: amount }}
        error={form.of('amount')}
        onValue={(value) => draft.set({ amount: value })}
      />
      <TextField
        {...{ id: 'reason', label: words.reason, optional: true, value: reason, maxLength: 200 }}
        onValue={(value) => draft.set({ reason: value })}
      />
    </FormFrame>
  );
}

/** The committees of this server as it told them, now or before, and those that money went to or came from. */
function useBodies(): readonly Body[] {
  const { committeeId } = useMe();
  const known = useRows('transfer').map(({ otherId, otherName }) => ({ id: otherId, name: otherName, district: '' }));
  const { value: told = [] } = useHeard('names of bodies', bodiesShape, listBodies);
  const all = new Map([...known, ...told].map((body) => [body.id, body]));
  all.delete(committeeId);
  return [...all.values()].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}
