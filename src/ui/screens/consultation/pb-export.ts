// The papers of a consultation as a Pabulib file. Papers are sorted by what they say before they get a number, so that
// nobody can tell in which order they were handed in or typed.
import { type Papers, sortedBallots } from '../../../domain/consultation/stacks.ts';
import type { Committee, Consultation, ConsultationMethod } from '../../../domain/rows.ts';
import { makePb, writePb } from '../../../files/pabulib.ts';

const rules: Readonly<Record<ConsultationMethod, string>> = {
  for_against: 'unknown',
  approval: 'greedy',
  equal_shares: 'equalshares/add1',
};

/** '2500' or '2500.50': the format writes numbers with a point. */
const money = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));
const dutchDay = (iso: string): string => iso.split('-').reverse().join('.');

export function pbOf(
  consultation: Consultation,
  papers: Pick<Papers, 'ballots' | 'votes'>,
  committee: Pick<Committee, 'city' | 'name'> | undefined,
  chosen: readonly number[],
): Uint8Array {
  const { title, heldOn, method, budgetCents, choicesMax, options } = consultation;
  const forCount = (number: number): number => papers.votes.find((one) => one.number === number)?.forCount ?? 0;
  const meta: readonly (readonly [string, string])[] = [
    ['description', title],
    ['country', 'Netherlands'],
    ['unit', committee?.city ?? ''],
    ['subunit', committee?.name ?? ''],
    ['instance', heldOn.slice(0, 4)],
    ['num_projects', String(options.length)],
    ['num_votes', String(papers.ballots.length)],
    ['budget', money(budgetCents)],
    ['vote_type', 'approval'],
    ['rule', rules[method]],
    ['date_begin', dutchDay(heldOn)],
    ['date_end', dutchDay(heldOn)],
    ['min_length', '1'],
    ['max_length', String(choicesMax === 0 ? options.length : choicesMax)],
    ['language', 'nl'],
    ['currency', 'EUR'],
  ];
  const projects = options.map(({ number, title: name, costCents }) => [
    ...[String(number), money(costCents), String(forCount(number)), name, chosen.includes(number) ? '1' : '0'],
  ]);
  const votes = sortedBallots(papers.ballots).map((ballot, at) => [String(at + 1), ballot.join(','), 'paper']);
  return writePb(
    makePb(
      { columns: ['key', 'value'], rows: meta },
      { columns: ['project_id', 'cost', 'votes', 'name', 'selected'], rows: projects },
      { columns: ['voter_id', 'vote', 'voting_method'], rows: votes },
    ),
  );
}
