/** What a year's account is about: the projects that were awarded money, and every figure with the projects behind it. */
import { addCents, splitCents } from '../money.ts';
import type { Cents, Intake, Language, LedgerLine, Proposal, ProposalKind, Quarter } from '../rows.ts';
import { themeParts } from '../themeShares.ts';
import { isDecided } from '../themeTable.ts';

/** A count that opens to its sources. `cents`: what was awarded to them, as far as it belongs here. */
export interface Group<Key = string> {
  readonly key: Key;
  readonly ids: readonly string[]; // of proposals
  readonly cents: Cents;
}

/** A group that has a part of the money of some projects, and counts only those that belong to it. */
export interface PartGroup<Key = string> extends Group<Key> {
  readonly parts: ReadonlyMap<string, Cents>; // of all projects that bring it money, those that count elsewhere too
}

interface Parts {
  readonly ids: string[];
  readonly parts: Map<string, Cents>;
}

/** The parts under this key, made when there are none yet. */
function partsAt<Key>(found: Map<Key, Parts>, key: Key): Parts {
  const known = found.get(key) ?? { ids: [], parts: new Map() };
  found.set(key, known);
  return known;
}

/** By number, as people look them up; those of before the app have none. */
export const projectsOf = <P extends Proposal>(proposals: readonly P[], year: number): readonly P[] =>
  proposals
    .filter((proposal) => proposal.year === year && isDecided(proposal))
    .sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER));

export const awardedTo = (projects: readonly Proposal[]): Cents =>
  addCents(projects.map(({ awardedCents }) => awardedCents));

/** What the ledger says was awarded to these projects, corrections included: must be what their dossiers say. Projects of
 *  before this app are in no ledger. */
export function awardedByLedger(projects: readonly Proposal[], lines: readonly LedgerLine[]): Cents {
  const ids = new Set(projects.map(({ id }) => id));
  const awards = lines.filter(
    ({ account, kind, proposalId }) =>
      account === 'awarded' &&
      (kind === 'award' || kind === 'award_correction') &&
      proposalId !== null &&
      ids.has(proposalId),
  );
  return addCents(awards.map(({ amountCents }) => amountCents));
}

/** What was paid to these projects, in whatever year; those without a payment are not in it. */
export function paidTo(ids: ReadonlySet<string>, lines: readonly LedgerLine[]): ReadonlyMap<string, Cents> {
  const paid = new Map<string, Cents>();
  for (const { account, proposalId, amountCents } of lines) {
    if (account !== 'paid' || proposalId === null || !ids.has(proposalId)) continue;
    paid.set(proposalId, (paid.get(proposalId) ?? 0) + amountCents);
  }
  return paid;
}

/** Those that `keyOf` puts under one of the keys, with all of their money. */
export function grouped<Key>(
  keys: readonly Key[],
  projects: readonly Proposal[],
  keyOf: (one: Proposal) => Key | null | undefined,
): readonly Group<Key>[] {
  return keys.map((key) => {
    const own = projects.filter((project) => keyOf(project) === key);
    return { key, ids: own.map(({ id }) => id), cents: awardedTo(own) };
  });
}

/** With the projects that count under each. Themes without a project too. */
export function byTheme(projects: readonly Proposal[], themes: readonly number[]): readonly PartGroup<number>[] {
  const found = new Map<number, Parts>();
  for (const theme of themes) partsAt(found, theme);
  for (const { id, themeShares, awardedCents } of projects) {
    for (const { theme, count, cents } of themeParts(themeShares, awardedCents)) {
      const { ids, parts } = partsAt(found, theme);
      if (count === 1) ids.push(id);
      parts.set(id, (parts.get(id) ?? 0) + cents);
    }
  }
  return [...found]
    .map(([key, { ids, parts }]) => ({ key, ids, parts, cents: addCents([...parts.values()]) }))
    .sort((a, b) => a.key - b.key);
}

const kinds: readonly ProposalKind[] = ['recurring_event', 'unique_project', 'professional'];
export const byKind = (projects: readonly Proposal[]): readonly Group<ProposalKind>[] =>
  grouped(kinds, projects, ({ kind }) => kind);

export type Newness = 'new' | 'returning' | 'unknown';

/** Who got money before this year, by name, as the list on the site would show. */
const namesBefore = (year: number, all: readonly Proposal[]): ReadonlySet<string> =>
  new Set(
    all
      .filter((one) => one.year < year && isDecided(one))
      .map(({ applicant }) => nameOf(applicant))
      .filter((name) => name !== ''),
  );

/** Whether somebody could be found to be new: where no earlier year names anybody (the first in the books; imported ones),
 *  only those who repeat a project are known, and a share of new ones would always be nothing. */
export const knowsWhoIsNew = (year: number, all: readonly Proposal[]): boolean => namesBefore(year, all).size > 0;

/** Whether the applicant got money in an earlier year. Without a name, and where nobody is named, nobody can say. */
export function byNewness(projects: readonly Proposal[], all: readonly Proposal[]): readonly Group<Newness>[] {
  const known = namesBefore(projects[0]?.year ?? 0, all);
  const newness = ({ applicant, repeatOfId }: Proposal): Newness => {
    if (repeatOfId !== null) return 'returning';
    if (nameOf(applicant) === '' || known.size === 0) return 'unknown';
    return known.has(nameOf(applicant)) ? 'returning' : 'new';
  };
  return grouped(['new', 'returning', 'unknown'] as const, projects, newness);
}

const intakes: readonly Intake[] = ['own', 'paper_form', 'spoken'];
/** How applications came in (S14): of all that were handed in, whatever was decided. */
export const byIntake = (proposals: readonly Proposal[]): readonly Group<Intake>[] =>
  grouped(intakes, proposals.filter(cameIn), ({ intake }) => intake);

const languages: readonly Language[] = ['nl', 'en', 'de', 'ar', 'pl', 'tr', 'uk', 'other'];
/** In which language they came in (S14). Those of before it was asked are in none of the groups. */
export const byLanguage = (proposals: readonly Proposal[]): readonly Group<Language>[] =>
  grouped(languages, proposals.filter(cameIn), ({ language }) => language);

const cameIn = ({ submittedOn, past }: Proposal): boolean => submittedOn !== null && past !== true;

const nameOf = (applicant: string): string => applicant.trim().toLowerCase().replace(/\s+/g, ' ');

export interface QuarterGroup extends PartGroup {
  readonly residents: number | null;
  /** Cents a resident, rounded; null where nobody knows how many live there. */
  readonly centsPerResident: Cents | null;
}

/** Equal parts of the award for each quarter that a project names; '' for projects that name none. */
export function byQuarter(
  projects: readonly Proposal[],
  names: readonly string[],
  quarters: readonly Pick<Quarter, 'name' | 'residents'>[],
): readonly QuarterGroup[] {
  const found = new Map<string, Parts>();
  for (const name of names) partsAt(found, name);
  for (const { id, quarters: own, awardedCents } of projects) {
    const named = own.length === 0 ? [''] : own;
    const shares = splitCents(
      awardedCents,
      named.map(() => 1),
    );
    for (const [n, name] of named.entries()) {
      const { ids, parts } = partsAt(found, name);
      ids.push(id);
      parts.set(id, shares[n] ?? 0);
    }
  }
  return [...found].map(([key, { ids, parts }]) => {
    const cents = addCents([...parts.values()]);
    const residents = quarters.find(({ name }) => name === key)?.residents ?? null;
    const centsPerResident = residents === null || residents === 0 ? null : Math.round(cents / residents);
    return { key, ids, parts, cents, residents, centsPerResident };
  });
}
