// That the plan was made known: when, where, and until when the neighbourhood can respond.
import { isIsoDate } from '../../../domain/dates.ts';
import { lastDay } from '../../../domain/ruleCheck/road.ts';
import { type Seen, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

const words = nlRuling.road;

export interface PublicationFormProps {
  readonly proposal: Seen<'proposal'>;
  readonly rules: readonly Seen<'rule'>[];
  readonly onDone: () => void;
}

export function PublicationForm({ proposal, rules, onDone }: PublicationFormProps) {
  const { id: proposalId, publication, title } = proposal;
  const today = useToday();
  const form = useFormErrors();
  const command = useCommand('proposal.publish');
  const draftKey = `proposal.publish:${proposalId}`;
  const start = publication ?? { on: today, until: lastDay(today, rules), where: '' };
  const draft = useDraft(draftKey, { ...start, seen: publication ?? null });
  const { on, until, where, seen } = draft.value;
  const done = async () => {
    await draft.clear();
    showToast({ text: nlRuling.rules.saved });
    onDone();
  };
  const submit = async () => {
    const errors = [
      ...(isIsoDate(on) ? [] : [{ fieldId: 'op', sentence: words.onMissing }]),
      ...(isIsoDate(until) && until >= on ? [] : [{ fieldId: 'tot', sentence: words.untilMissing }]),
      ...(where.trim() === '' ? [{ fieldId: 'waar', sentence: words.whereMissing }] : []),
    ];
    if (!form.check(errors)) return;
    const args = { proposalId, publication: { on, until, where: where.trim() }, seen };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      title={publication === undefined ? words.publish : words.change}
      lead={titleOr(title)}
      {...{ form, command, restored: draft.restored, button: words.save }}
      onSubmit={() => void submit()}
      onSaved={() => void done()}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <DateField
        {...{ id: 'op', label: words.on, error: form.of('op'), value: on }}
        // The term goes along with the day: whoever knows better types the last day after it.
        onValue={(value) => draft.set({ on: value, ...(isIsoDate(value) ? { until: lastDay(value, rules) } : {}) })}
      />
      <DateField
        {...{ id: 'tot', label: words.until, error: form.of('tot'), value: until, min: on }}
        onValue={(value) => draft.set({ until: value })}
      />
      <TextField
        {...{ id: 'waar', label: words.where, hint: words.whereHint, error: form.of('waar'), value: where }}
        maxLength={200}
        onValue={(value) => draft.set({ where: value })}
      />
    </FormFrame>
  );
}
