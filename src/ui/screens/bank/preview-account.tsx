// One account of a file: what is new, what is known, what looks known, and whether it adds up.
import { useState } from 'preact/hooks';
import type { ImportPlan } from '../../../domain/bank/importPlan.ts';
import { formatIban } from '../../../domain/iban.ts';
import type { Seen } from '../../data.ts';
import { day, euro } from '../../format.ts';
import { CircleAlert } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { CheckboxGroup, RadioGroup } from '../../parts/choice-fields.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import type { FoundAccount } from './preview-plan.ts';

const words = nlBank.preview;
const shownFirst = 10;

export interface AccountChoice {
  readonly importId: string;
  readonly included: boolean;
  readonly name: string; // of an account that is new here
  readonly kind: 'payment' | 'savings';
  readonly wanted: ReadonlySet<string>; // of the lines that look known
}

export interface AccountPreviewProps extends FoundAccount {
  readonly known: Seen<'bankAccount'> | undefined;
  readonly choice: AccountChoice;
  readonly plan: ImportPlan | undefined;
  readonly form: FormErrors;
  readonly onChoice: (choice: AccountChoice) => void;
}

export function AccountPreview(props: AccountPreviewProps) {
  const { accountId, currency, known, choice, plan, onChoice, form } = props;
  const heading = `rekening-${accountId}`;
  return (
    <Card labelledBy={heading}>
      <CardHead id={heading} title={words.account(known?.name ?? formatIban(accountId))} />
      {currency !== 'EUR' && (
        <Note tone="look" icon={CircleAlert}>
          {words.currency(currency)}
        </Note>
      )}
      {currency === 'EUR' && known === undefined && <NewAccount {...props} />}
      {plan !== undefined && <PlanFacts plan={plan} />}
      {plan !== undefined && (plan.likely.length > 0 || choice.wanted.size > 0) && (
        <CheckboxGroup
          {...{ id: `likely-${accountId}`, label: words.likely, hint: words.likelyHint, values: [...choice.wanted] }}
          options={likelyOptions(plan, choice)}
          onValues={(values) => onChoice({ ...choice, wanted: new Set(values) })}
        />
      )}
      {plan !== undefined && plan.fresh.length > 0 && <FreshTable plan={plan} />}
      {known !== undefined && form.of(`in-${accountId}`)}
    </Card>
  );
}

/** Ticked ones are among the new lines of the plan now; they keep their place in this list. */
function likelyOptions(plan: ImportPlan, { wanted }: AccountChoice) {
  const options = plan.likely.map(({ id, line }) => ({
    value: id,
    label: `${euro(line.cents)}, ${day(line.bookedOn)}`,
    note: nlBank.open.from(line.counterName, line.description),
  }));
  const ticked = [...wanted].filter((id) => !options.some(({ value }) => value === id));
  return [...options, ...ticked.map((id) => ({ value: id, label: day(id.split(':')[1] ?? ''), note: undefined }))];
}

function NewAccount({ accountId, choice, onChoice, form }: AccountPreviewProps) {
  return (
    <>
      <Note tone="look" icon={CircleAlert}>
        {words.unknown}
      </Note>
      <CheckboxGroup
        {...{ id: `in-${accountId}`, label: formatIban(accountId), values: choice.included ? ['in'] : [] }}
        error={form.of(`in-${accountId}`)}
        options={[{ value: 'in', label: words.include }]}
        onValues={(values) => onChoice({ ...choice, included: values.length > 0 })}
      />
      {choice.included && (
        <>
          <TextField
            {...{ id: `name-${accountId}`, label: nlBank.accounts.name, value: choice.name, maxLength: 100 }}
            error={form.of(`name-${accountId}`)}
            onValue={(name) => onChoice({ ...choice, name })}
          />
          <RadioGroup
            {...{ id: `kind-${accountId}`, label: nlBank.accounts.kind, value: choice.kind }}
            options={(['payment', 'savings'] as const).map((value) => ({ value, label: nlBank.accounts.kinds[value] }))}
            onValue={(kind) => onChoice({ ...choice, kind })}
          />
        </>
      )}
    </>
  );
}

function PlanFacts({ plan }: { readonly plan: ImportPlan }) {
  const { rows } = words;
  const { from, until, fresh, known, likely, opening, closing, differenceCents } = plan;
  const check =
    opening === null || closing === null || differenceCents === null
      ? rows.noBalance
      : differenceCents === 0
        ? rows.fits(opening.cents, closing.cents)
        : rows.differs(differenceCents);
  const sum = fresh.reduce((total, { cents }) => total + cents, 0);
  return (
    <SummaryList
      rows={[
        { label: rows.days, value: rows.daysOf(from, until) },
        { label: rows.fresh, value: rows.freshOf(fresh.length, sum) },
        ...(known.length > likely.length ? [{ label: rows.known, value: String(known.length - likely.length) }] : []),
        ...(likely.length > 0 ? [{ label: rows.likely, value: String(likely.length) }] : []),
        { label: rows.check, value: check },
      ]}
    />
  );
}

function FreshTable({ plan: { fresh } }: { readonly plan: ImportPlan }) {
  const [all, setAll] = useState(false);
  const rows = all ? fresh : fresh.slice(0, shownFirst);
  return (
    <>
      <Table
        {...{ caption: words.caption, framed: false, whole: true, rows }}
        rowKey={(line) => `${line.line} ${line.bookedOn} ${line.cents} ${line.nth} ${line.description}`}
        columns={[
          {
            ...{ id: 'who', label: words.columns.who, rowHead: true },
            cell: (line) => (
              <>
                {line.counterName || nlBank.open.from('', '')}
                <small>{[day(line.bookedOn), line.description].filter((part) => part !== '').join(', ')}</small>
              </>
            ),
          },
          {
            ...{ id: 'cents', label: words.columns.cents, end: true },
            cell: ({ cents }) => <MoneyText cents={cents} />,
          },
        ]}
      />
      {fresh.length > rows.length && (
        <p>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {words.showAll(fresh.length)}
          </Button>
        </p>
      )}
    </>
  );
}
