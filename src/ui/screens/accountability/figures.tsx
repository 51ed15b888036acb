// The figures of a year beside money, themes and quarters: kinds, newcomers, support, what it brought. Each opens to its
// projects.
import type { InReturn } from '../../../domain/insight/evidence.ts';
import type { LeadTime } from '../../../domain/insight/leadTimes.ts';
import type { Group } from '../../../domain/insight/projects.ts';
import type { Told } from '../../../domain/insight/results.ts';
import type { VolunteersOfYear } from '../../../domain/wijk.ts';
import { nlAccountability, projects } from '../../nl/accountability.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { nlVolunteers } from '../../nl/volunteers.ts';
import type { SummaryRow } from '../../parts/summary-list.tsx';
import { sumOf } from './sources.ts';
import { sourceHref, type YearInsight } from './use-insight.ts';

const words = nlAccountability.figures;

export interface FigureGroup {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly SummaryRow[];
}

export function figuresOf({ insight, year, volunteers }: YearInsight): readonly FigureGroup[] {
  const { support, inReturn, exceptions, results } = insight;
  /** A figure that opens to the projects under this name and key (sources.ts). */
  const row = (label: string, [of, key = '']: readonly [string, string?], count: number, text = projects(count)) => ({
    label,
    value: count === 0 ? text : <a href={sourceHref(year, of, key)}>{text}</a>,
  });
  const groupRows = <K extends string>(of: string, groups: readonly Group<K>[], labels: Readonly<Record<K, string>>) =>
    groups.map(({ key, ids }) => row(labels[key], [of, key], ids.length));
  /** What nobody answered is no line. */
  const answers: typeof groupRows = (of, groups, labels) =>
    groupRows(
      of,
      groups.filter(({ ids }) => ids.length > 0),
      labels,
    );
  const told = (label: string, of: string, all: readonly Told[], text: (sum: number) => string) =>
    all.length === 0 ? [] : [row(label, [of], all.length, text(sumOf(all)))];
  const { facts } = nlOutcome;
  const { households, answered } = support;
  const groups: readonly FigureGroup[] = [
    {
      title: words.brought,
      rows: [
        ...told(facts.visitors, 'bezoekers', results.visitors, words.people),
        ...told(facts.hours, 'uren', results.hours, facts.hoursText),
      ],
    },
    { title: facts.nicer, rows: answers('prettiger', results.nicer, nlOutcome.nicer) },
    { title: facts.withoutBudget, rows: answers('zonder', results.withoutBudget, nlOutcome.withoutBudget) },
    { title: words.volunteers, note: nlVolunteers.known.note, rows: volunteerRows(volunteers, year) },
    { title: words.kinds, rows: groupRows('soort', insight.kinds, words.kind) },
    { title: words.newness, note: words.newNote, rows: groupRows('aanvrager', insight.newness, words.isNew) },
    {
      title: words.intake,
      rows: insight.intakes.map(({ key, ids }) =>
        row(nlBelongings.intakes[key].label, ['binnen', key], ids.length, words.applications(ids.length)),
      ),
    },
    {
      title: words.language,
      note: words.languageNote,
      rows: insight.languages
        .filter(({ ids }) => ids.length > 0)
        .map(({ key, ids }) =>
          row(nlBelongings.languages[key], ['taal', key], ids.length, words.applications(ids.length)),
        ),
    },
    {
      title: words.support,
      rows: [
        row(words.withSheets, ['draagvlak', 'lijst'], support.withSheets.length),
        row(words.withOther, ['draagvlak', 'anders'], support.withOther.length),
        row(words.without, ['draagvlak', 'geen'], support.without.length),
        row(words.asked, ['draagvlak', 'lijst'], households.high, words.households(households.low, households.high)),
        row(words.answered, ['draagvlak', 'lijst'], answered.high, words.households(answered.low, answered.high)),
        row(
          words.objections,
          ['draagvlak', 'bezwaar'],
          support.objections,
          words.objectionCount(support.objections, support.objectionsAnswered),
        ),
      ],
    },
    {
      title: words.exceptions,
      note: words.exceptionsNote,
      rows: (['awarded', 'refused'] as const).map((way) => {
        const { length } = exceptions[way];
        return row(words.exception[way], ['uitzondering', way], length, words.decisions(length));
      }),
    },
    {
      title: words.inReturn,
      rows: [
        row(words.inReturn, ['tegenprestatie'], inReturn.promised.length, inReturnText(inReturn)),
        row(words.coFinancing, ['cofinanciering'], inReturn.coFinancings.length, coFinancingText(inReturn)),
      ],
    },
    { title: words.toDecision, rows: waiting(insight.toDecision, sourceHref(year, 'besluit')) },
    { title: words.toPayment, rows: waiting(insight.toPayment, sourceHref(year, 'betaling')) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Each opens to the page where it was counted. What nobody wrote down is no line. */
function volunteerRows(of: VolunteersOfYear, year: number): readonly SummaryRow[] {
  const { ownHours, familiarity, thanksCents, agreedCents } = of;
  const { thanks } = nlVolunteers;
  const rows: readonly (readonly [boolean, string, string])[] = [
    [ownHours > 0, words.ownHours, nlVolunteers.hours.one(ownHours)],
    [thanksCents > 0 || agreedCents > 0, thanks.title, thanks.of(thanksCents, agreedCents)],
    [familiarity !== undefined, words.familiarity, words.knew(familiarity?.asked ?? 0, familiarity?.knew ?? 0)],
  ];
  return rows.flatMap(([isThere, label, text]) =>
    isThere ? [{ label, value: <a href={`/vrijwilligers?jaar=${String(year)}`}>{text}</a> }] : [],
  );
}

function inReturnText({ promised, deliveredCount, lateCount }: InReturn): string {
  if (promised.length === 0) return words.noneInReturn;
  const delivered = words.delivered(deliveredCount, promised.length);
  return lateCount === 0 ? delivered : `${delivered}, ${words.late(lateCount)}`;
}

const coFinancingText = ({ coPromisedCents, coReceivedCents }: InReturn): string =>
  coPromisedCents === 0 ? words.noneInReturn : words.coReceived(coReceivedCents, coPromisedCents);

function waiting({ median, waits }: LeadTime, href: string): readonly SummaryRow[] {
  const [longest] = waits;
  const text = words.median(median, waits.length);
  const rows: SummaryRow[] = [{ label: words.usual, value: waits.length === 0 ? text : <a href={href}>{text}</a> }];
  if (longest === undefined) return rows;
  return [...rows, { label: words.longest, value: <a href={href}>{words.days(longest.days)}</a> }];
}
