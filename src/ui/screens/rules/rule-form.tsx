// One rule: its words, whose it is, how it is checked and with which figure.
import { isIsoDate } from '../../../domain/dates.ts';
import { parseAmount } from '../../../domain/money.ts';
import type { CheckKind, Rule, RuleOwner } from '../../../domain/rows.ts';
import { dayOfYear } from '../../../domain/ruleCheck/findings.ts';
import { comparesWithLimit } from '../../../domain/ruleCheck/kinds.ts';
import { newId, useCommand, useMe } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euroTyped } from '../../format.ts';
import { isAmount, nlRules } from '../../nl/rules.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { DateField, MoneyField, NumberField, SelectField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';

interface RuleFormProps {
  readonly rule: Rule | undefined;
  readonly onDone: () => void;
}

export function RuleForm({ rule, onDone }: RuleFormProps) {
  const { year } = useMe();
  const add = useCommand('rule.add');
  const change = useCommand('rule.change');
  const form = useFormErrors();
  const draft = useDraft(`rule:${rule?.id ?? year}`, draftOf(rule));
  const { value, set } = draft;
  const { text, help, owner, check, number, unless, ruleKey, seen } = value;
  const limit = limitIn(check, number);
  const unlessAbove = unlessIn(check, unless);
  const done = async () => {
    await draft.clear();
    showToast({ text: nlRules.saved });
    onDone();
  };
  const submit = async () => {
    const errors = [
      ...(text.trim() === '' ? [{ fieldId: 'text', sentence: nlRules.textMissing }] : []),
      ...(limit === undefined ? [{ fieldId: 'number', sentence: nlRules.numberMissing }] : []),
      ...(unlessAbove === undefined ? [{ fieldId: 'unless', sentence: nlRules.unlessWrong }] : []),
    ];
    if (!form.check(errors) || limit === undefined || unlessAbove === undefined) return;
    const fields = { owner, text: text.trim(), help: help.trim(), check, limit };
    const sent =
      rule === undefined || seen === null
        ? await add.send({ ruleKey, year, ...fields, ...(unlessAbove === null ? {} : { unlessAbove }) })
        : await change.send({ ruleId: rule.id, fields: { ...fields, unlessAbove }, seen });
    if (sent.saved) await done();
  };
  return (
    <>
      <FormFrame
        title={rule === undefined ? nlRules.add : nlRules.edit}
        {...{ form, command: rule === undefined ? add : change, restored: draft.restored, button: nlRules.save }}
        onSubmit={() => void submit()}
        onSaved={() => void done()}
        onCancel={() => void draft.clear().then(onDone)}
      >
        <TextField
          {...{ id: 'text', label: nlRules.text, hint: nlRules.textHint, value: text, maxLength: 300 }}
          error={form.of('text')}
          onValue={(next) => set({ text: next })}
        />
        <TextArea
          {...{ label: nlRules.help, optional: true, value: help, maxLength: 1_000, rows: 2 }}
          onValue={(next) => set({ help: next })}
        />
        <RadioGroup<RuleOwner>
          {...{ label: nlRules.owner, value: owner }}
          options={[
            { value: 'body', label: nlRules.owners.body },
            { value: 'city', label: nlRules.owners.city },
          ]}
          onValue={(next) => set({ owner: next })}
        />
        <SelectField
          {...{ label: nlRules.check, value: check }}
          options={Object.entries(nlRules.checks).map(([name, label]) => ({ value: name, label }))}
          onValue={(next) => set({ check: next as CheckKind })}
        />
        {comparesWithLimit(check) && (
          <Limit {...{ check, number, error: form.of('number') }} onValue={(next) => set({ number: next })} />
        )}
        {check === 'amount_max' && (
          <NumberField
            {...{ id: 'unless', label: nlRules.unlessField, optional: true, value: unless, error: form.of('unless') }}
            onValue={(next) => set({ unless: next })}
          />
        )}
      </FormFrame>
      {rule !== undefined && <Retire rule={rule} onDone={onDone} />}
    </>
  );
}

interface RuleDraft {
  readonly ruleKey: string; // kept with the draft: whoever taps twice makes one rule
  readonly text: string;
  readonly help: string;
  readonly owner: RuleOwner;
  readonly check: CheckKind;
  readonly number: string; // for a day of the year an ISO date
  readonly unless: string;
  /** What stood there when the form was opened. */
  readonly seen: Pick<Rule, 'owner' | 'text' | 'help' | 'check' | 'limit' | 'unlessAbove'> | null;
}

function draftOf(rule: Rule | undefined): RuleDraft {
  if (rule === undefined) {
    return { ruleKey: newId(), text: '', help: '', owner: 'body', check: 'judged', number: '', unless: '', seen: null };
  }
  const { key: ruleKey, text, help, owner, check, limit, unlessAbove = null } = rule;
  const unless = unlessAbove === null ? '' : String(unlessAbove);
  const seen = { owner, text, help, check, limit, unlessAbove };
  return { ruleKey, text, help, owner, check, number: typedIn(rule), unless, seen };
}

function typedIn({ check, limit, year }: Rule): string {
  if (limit === null) return '';
  if (check === 'submitted_before') return dayOfYear(year, limit);
  return isAmount(check) ? euroTyped(limit) : String(limit);
}

/** Null: nothing is allowed above the amount. Undefined: no number was typed. */
function unlessIn(check: CheckKind, typed: string): number | null | undefined {
  if (check !== 'amount_max' || typed.trim() === '') return null;
  return /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined;
}

/** Null where nothing is compared; undefined when nothing usable was typed. */
function limitIn(check: CheckKind, number: string): number | null | undefined {
  if (!comparesWithLimit(check)) return null;
  if (check === 'submitted_before') {
    return isIsoDate(number) ? Number(number.slice(5, 7)) * 100 + Number(number.slice(8)) : undefined;
  }
  if (!isAmount(check)) return /^\d{1,6}$/.test(number.trim()) ? Number(number) : undefined;
  const parsed = parseAmount(number);
  return parsed.ok ? parsed.cents : undefined;
}

interface LimitProps {
  readonly check: CheckKind;
  readonly number: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}

function Limit({ check, number, error, onValue }: LimitProps) {
  const field = { id: 'number', label: nlRules.number, value: number, error, onValue };
  if (check === 'submitted_before') {
    return <DateField {...field} label={nlRules.dayOfYear} hint={nlRules.dayOfYearHint} />;
  }
  return isAmount(check) ? <MoneyField {...field} /> : <NumberField {...field} />;
}

function Retire({ rule, onDone }: { readonly rule: Rule; readonly onDone: () => void }) {
  const command = useCommand('rule.retire');
  const retire = async () => {
    const sent = await command.send({ ruleId: rule.id, retired: !rule.retired });
    if (!sent.saved) return;
    showToast({ text: nlRules.saved });
    onDone();
  };
  return (
    <Button busy={command.busy} onClick={() => void retire()}>
      {rule.retired ? nlRules.revive : nlRules.retire}
    </Button>
  );
}
