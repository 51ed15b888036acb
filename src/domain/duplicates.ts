/** Proposals that may be one plan told twice: a hint for whoever reads, never a refusal. */
import type { Proposal } from './rows.ts';

export type Likeness = 'title' | 'applicant' | 'quarter';

export interface Duplicate<P> {
  readonly proposal: P;
  readonly alike: readonly Likeness[];
}

type Compared = Pick<Proposal, 'id' | 'year' | 'title' | 'applicant' | 'quarters' | 'state'>;

const sharedWordsMin = 0.5; // of all words in both titles

/** Those of the same year with a like title, or of the same applicant for the same quarter; the most alike first. */
export function duplicatesOf<P extends Compared>(proposal: Compared, all: readonly P[]): readonly Duplicate<P>[] {
  return all
    .filter(({ id, year, state }) => id !== proposal.id && year === proposal.year && state !== 'withdrawn')
    .map((other) => ({ proposal: other, alike: likeness(proposal, other) }))
    .filter(({ alike }) => alike.includes('title') || alike.length === 2)
    .sort((a, b) => b.alike.length - a.alike.length || (a.proposal.id < b.proposal.id ? -1 : 1));
}

function likeness(a: Compared, b: Compared): readonly Likeness[] {
  const all: readonly (readonly [Likeness, boolean])[] = [
    ['title', shared(wordsOf(a.title), wordsOf(b.title)) >= sharedWordsMin],
    ['applicant', plain(a.applicant) !== '' && plain(a.applicant) === plain(b.applicant)],
    ['quarter', a.quarters.some((quarter) => b.quarters.includes(quarter))],
  ];
  return all.filter(([, alike]) => alike).map(([name]) => name);
}

/** Without accents, signs and case: 'Café ’t Hoekje' and 'cafe t hoekje' are one. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

const small = new Set(['de', 'het', 'een', 'in', 'op', 'van', 'voor', 'met', 'en', 'bij', 'aan', 'naar', 'te', 't']);
const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    plain(title)
      .split(' ')
      .filter((word) => word !== '' && !small.has(word)),
  );

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const either = new Set([...a, ...b]).size;
  return either === 0 ? 0 : both / either;
}
