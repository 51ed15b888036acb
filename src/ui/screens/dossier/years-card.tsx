// A plan of several years: until when it runs, and what was paid and is left of its award in each year.
import { useState } from 'preact/hooks';
import { moneyByYear } from '../../../domain/outcome.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Form } from '../../parts/form.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Table } from '../../parts/table.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlOutcome.years;
const over: ReadonlySet<string> = new Set(['withdrawn', 'refused', 'finished']);

export function YearsCard({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { access } = useMe();
  const [open, setOpen] = useState(false);
  const { id, year, untilYear, state } = proposal;
  const years = moneyByYear(useRows('ledgerLine', 'proposalId', id));
  const mine = access.role !== 'initiator' || state === 'draft' || state === 'returned';
  const mayChange = mayI('proposal.setYears') && mine && !over.has(state);
  if (untilYear === undefined && !mayChange) return null;
  return (
    <Card gap={3} labelledBy="meer-jaren">
      <CardHead id="meer-jaren" title={words.title} />
      <p>{untilYear === undefined ? words.one(year) : words.until(year, untilYear)}</p>
      {untilYear !== undefined && <p class="bk-small bk-soft">{words.note}</p>}
      {untilYear !== undefined && years.length > 0 && (
        <Table
          caption={words.caption}
          columns={[
            { id: 'year', label: words.year, rowHead: true, cell: (row) => String(row.year) },
            { id: 'paid', label: words.paid, end: true, cell: (row) => <MoneyText cents={row.paidCents} /> },
            { id: 'left', label: words.left, end: true, cell: (row) => <MoneyText cents={row.leftCents} /> },
          ]}
          rows={years}
          rowKey={(row) => String(row.year)}
          framed={false}
        />
      )}
      {open ? (
        <YearsForm proposal={proposal} onDone={() => setOpen(false)} />
      ) : (
        mayChange && (
          <div>
            <Button kind="quiet" onClick={() => setOpen(true)}>
              {words.change}
            </Button>
          </div>
        )
      )}
    </Card>
  );
}

function YearsForm({ proposal, onDone }: { readonly proposal: Seen<'proposal'>; readonly onDone: () => void }) {
  const { id: proposalId, year, untilYear = null } = proposal;
  const draftKey = `proposal.setYears:${proposalId}`;
  const draft = useDraft(draftKey, { until: String(untilYear ?? ''), seen: untilYear });
  const command = useCommand('proposal.setYears');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const save = async () => {
    const { until, seen } = draft.value;
    const args = { proposalId, untilYear: until === '' ? null : Number(until), seen };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <SelectField
        label={words.label}
        none={words.only(year)}
        options={[1, 2, 3, 4].map((more) => ({ value: String(year + more), label: words.through(year + more) }))}
        value={draft.value.until}
        onValue={(until) => draft.set({ until })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Button type="submit" busy={command.busy}>
        {words.save}
      </Button>
    </Form>
  );
}
