// Begroting: awarded and paid per proposal and per theme. Confirmed money; what is not yet stands beside it (D8).
import { isCommitteeRole } from '../../../domain/access.ts';
import { type ProposalMoney, themeTotals, yearMoney } from '../../../domain/budget.ts';
import { addCents } from '../../../domain/money.ts';
import { type Seen, useMe } from '../../data.ts';
import { whole } from '../../format.ts';
import { TabletSmartphone } from '../../icons.ts';
import { nlMoney } from '../../nl/money.ts';
import { Icon } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { linesHref } from './hrefs.ts';

const words = nlMoney.budget;

export interface BudgetPartProps {
  readonly lines: readonly Seen<'ledgerLine'>[];
  readonly proposals: ReadonlyMap<string, Seen<'proposal'>>;
  /** Titles, also of decided proposals that are not on this phone. */
  readonly names: ReadonlyMap<string, string>;
}

interface ProposalLine {
  /** Empty for all that this phone may not see, together. */
  readonly proposalId: string;
  readonly title: string | undefined;
  readonly awardedCents: number; // in all, paid or not
  readonly paidCents: number;
  readonly leftCents: number;
  readonly pending: boolean; // own commands would change one of these
}

export function BudgetPart({ lines, proposals, names }: BudgetPartProps) {
  const { access } = useMe();
  const others = isCommitteeRole(access.role) ? words.others : words.notPublic;
  const { confirmed, expected } = yearMoney(lines);
  const before = new Map(confirmed.byProposal.map((one) => [one.proposalId, one]));
  const all = expected.byProposal.map((money) => lineFrom(money, before.get(money.proposalId), names));
  const listed = [
    ...all.filter(({ title }) => title !== undefined).sort((a, b) => titleOf(a).localeCompare(titleOf(b), 'nl')),
    ...together(all.filter(({ title }) => title === undefined)),
  ];
  return (
    <>
      <h2 id="deel" class="bk-hidden">
        {nlMoney.tabs.budget}
      </h2>
      {listed.length === 0 ? (
        <p class="bk-strip bk-strip--top">{words.none}</p>
      ) : (
        <>
          <Themes listed={listed} proposals={proposals} />
          <h3 class="bk-strip bk-strip--top">{words.proposals}</h3>
          <Table
            framed={false}
            caption={words.proposalsCaption}
            columns={columnsWith(others)}
            rows={listed}
            rowKey={({ proposalId }) => proposalId}
            foot={[
              words.total,
              <Sum key="awarded" of={listed.map((one) => one.awardedCents)} />,
              <Sum key="paid" of={listed.map((one) => one.paidCents)} />,
              <Sum key="left" of={listed.map((one) => one.leftCents)} />,
            ]}
          />
        </>
      )}
    </>
  );
}

function lineFrom(
  now: ProposalMoney,
  confirmed: ProposalMoney | undefined,
  names: BudgetPartProps['names'],
): ProposalLine {
  const { proposalId } = now;
  const shown = confirmed ?? { awardedCents: 0, paidCents: 0 };
  return {
    proposalId,
    title: names.get(proposalId),
    awardedCents: shown.awardedCents + shown.paidCents,
    paidCents: shown.paidCents,
    leftCents: shown.awardedCents,
    pending: now.awardedCents !== shown.awardedCents || now.paidCents !== shown.paidCents,
  };
}

const titleOf = ({ title = '' }: ProposalLine): string => title;

/** Proposals that are not on this phone as one line, so that the sum below is that of the year. */
function together(lines: readonly ProposalLine[]): readonly ProposalLine[] {
  if (lines.length === 0) return [];
  return [
    {
      proposalId: '',
      title: undefined,
      awardedCents: addCents(lines.map(({ awardedCents }) => awardedCents)),
      paidCents: addCents(lines.map(({ paidCents }) => paidCents)),
      leftCents: addCents(lines.map(({ leftCents }) => leftCents)),
      pending: lines.some(({ pending }) => pending),
    },
  ];
}

const columnsWith = (others: string): readonly Column<ProposalLine>[] => [
  {
    id: 'proposal',
    label: words.columns.proposal,
    rowHead: true,
    cell: ({ proposalId, title, pending }) => (
      <>
        {title === undefined ? (
          others
        ) : (
          <a href={linesHref({ proposalId })} aria-label={words.linesOf(title)}>
            {title}
          </a>
        )}
        {pending && (
          <small>
            <Icon of={TabletSmartphone} size="in" /> {words.pending}
          </small>
        )}
      </>
    ),
  },
  {
    id: 'awarded',
    label: words.columns.awarded,
    end: true,
    cell: ({ awardedCents }) => <MoneyText cents={awardedCents} />,
  },
  { id: 'paid', label: words.columns.paid, end: true, cell: ({ paidCents }) => <MoneyText cents={paidCents} /> },
  { id: 'left', label: words.columns.left, end: true, cell: ({ leftCents }) => <MoneyText cents={leftCents} /> },
];

const Sum = ({ of }: { readonly of: readonly number[] }) => <MoneyText cents={addCents(of)} strong />;

interface ThemesProps {
  readonly listed: readonly ProposalLine[];
  readonly proposals: BudgetPartProps['proposals'];
}

function Themes({ listed, proposals }: ThemesProps) {
  const { budgetYear } = useMe();
  const names = new Map(budgetYear?.themes.map((theme) => [theme.number, theme.name]));
  const totals = themeTotals(
    listed.flatMap(({ proposalId, awardedCents }) => {
      const proposal = proposals.get(proposalId);
      return proposal === undefined || awardedCents <= 0 ? [] : [{ proposal, cents: awardedCents }];
    }),
  );
  if (totals.length === 0) return null;
  return (
    <>
      <h3 class="bk-strip bk-strip--top">{words.themes}</h3>
      <Table
        framed={false}
        caption={words.themesCaption}
        rows={totals}
        rowKey={({ theme }) => String(theme)}
        columns={[
          {
            id: 'theme',
            label: words.themeColumns.theme,
            rowHead: true,
            cell: ({ theme }) => names.get(theme) ?? whole(theme),
          },
          { id: 'count', label: words.themeColumns.count, end: true, cell: ({ count }) => whole(count) },
          { id: 'cents', label: words.themeColumns.cents, end: true, cell: ({ cents }) => <MoneyText cents={cents} /> },
        ]}
      />
      <p class="bk-strip bk-small bk-soft">{words.themeHint}</p>
    </>
  );
}
