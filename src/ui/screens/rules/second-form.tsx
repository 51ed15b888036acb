// Above which amount a claim takes two approvers: a rule of the committee, for a year.
import { parseAmount } from '../../../domain/money.ts';
import { mayI, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { amountSentence } from '../../nl/amount.ts';
import { nlApprovals } from '../../nl/approvals.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame, type PartProps } from '../settings/form-frame.tsx';

const words = nlApprovals.limit;

export function SecondCard({ href }: { readonly href: string }) {
  const limitCents = useMe().budgetYear?.secondAboveCents ?? 0;
  return (
    <Card labelledBy="tweede">
      <CardHead id="tweede" title={words.title} />
      <p>{limitCents === 0 ? words.none : words.text(limitCents)}</p>
      {mayI('budgetYear.change') && <LinkButton href={href}>{words.edit}</LinkButton>}
    </Card>
  );
}

export function SecondForm({ onDone }: PartProps) {
  const { year, budgetYear } = useMe();
  const command = useCommand('budgetYear.change');
  const form = useFormErrors();
  const before = budgetYear?.secondAboveCents ?? 0;
  // What the author saw stays with the draft, as with the limit of small proposals.
  const draft = useDraft(`year.second:${year}`, { limit: euroTyped(before), seenCents: before });
  const parsed = parseAmount(draft.value.limit);
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const submit = async () => {
    const errors = parsed.ok ? [] : [{ fieldId: 'second', sentence: amountSentence(parsed.code) }];
    if (!form.check(errors) || !parsed.ok) return;
    const seen = { secondAboveCents: draft.value.seenCents };
    if ((await command.send({ year, fields: { secondAboveCents: parsed.cents }, seen })).saved) await done();
  };
  return (
    <FormFrame
      {...{ title: words.edit, lead: words.lead, form, command, restored: draft.restored, button: words.save }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <MoneyField
        id="second"
        label={words.field}
        error={form.of('second')}
        value={draft.value.limit}
        onValue={(limit) => draft.set({ limit })}
      />
    </FormFrame>
  );
}
