import { addCents } from '../../../domain/money.ts';
import type { Seen } from '../../data.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { nlProposalForm, proposalFieldNames } from '../../nl/proposal-form.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { Table } from '../../parts/table.tsx';
import { useThemes } from '../proposal-form/theme-fields.tsx';
import { periodText, sharesText } from '../proposal-form/value-text.tsx';
import { planId } from './task-rows.ts';

const words = nlDossier.plan;

export interface PlanCardProps {
  readonly proposal: Seen<'proposal'>;
  readonly mayEdit: boolean;
}

/** The plan as it was asked. */
export function PlanCard({ proposal, mayEdit }: PlanCardProps) {
  const { id, summary, applicant, kind, quarters, streets, period, intake, language, themeShares, year } = proposal;
  const themes = useThemes(year);
  return (
    <Card labelledBy={planId}>
      <CardHead
        id={planId}
        title={words.title}
        aside={mayEdit ? <a href={`/aanvragen/${id}/bewerken`}>{words.edit}</a> : undefined}
      />
      <div class="bk-prose bk-stack bk-gap-2">
        {summary.trim() === '' ? <p class="bk-soft">{words.noSummary}</p> : <Lines text={summary} />}
      </div>
      <SummaryList
        rows={[
          ...(applicant === '' ? [] : [{ label: words.applicant, value: applicant }]),
          { label: words.kind, value: nlProposalForm.kinds[kind].label },
          { label: words.themes, value: themeShares.length === 0 ? words.noThemes : sharesText(themeShares, themes) },
          { label: words.quarters, value: quarters.length === 0 ? words.whole : quarters.join(', ') },
          ...(streets === '' ? [] : [{ label: proposalFieldNames.streets, value: streets }]),
          ...(period === null ? [] : [{ label: proposalFieldNames.period, value: periodText(period) }]),
          ...(intake === 'own'
            ? []
            : [{ label: proposalFieldNames.intake, value: nlBelongings.intakes[intake].label }]),
          ...(language == null || language === 'nl'
            ? []
            : [{ label: proposalFieldNames.language, value: nlBelongings.languages[language] }]),
        ]}
      />
      {proposal.budgetLines.length > 0 && <Budget proposal={proposal} />}
    </Card>
  );
}

function Budget({ proposal: { budgetLines } }: { readonly proposal: Seen<'proposal'> }) {
  return (
    <details>
      <summary class="bk-strong">{words.lines(budgetLines.length)}</summary>
      <Table
        caption={words.linesCaption}
        columns={[
          { id: 'what', label: words.what, rowHead: true, cell: ({ label }) => label },
          {
            id: 'amount',
            label: words.amount,
            end: true,
            cell: ({ amountCents }) => <MoneyText cents={amountCents} />,
          },
        ]}
        rows={budgetLines}
        rowKey={({ id }) => id}
        foot={[
          words.total,
          <MoneyText key="sum" cents={addCents(budgetLines.map(({ amountCents }) => amountCents))} />,
        ]}
        cards={false}
        framed={false}
      />
    </details>
  );
}
