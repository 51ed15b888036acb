/** What a Pabulib file says: plans, prices and votes, checked so that nothing is counted that the file does not hold. */
import {
  cellValue,
  columnOf,
  filled,
  type PbFile,
  type PbProblem,
  type PbProblemCode,
  type PbTable,
} from './pabulib.ts';

export type VoteType = 'approval' | 'ordinal' | 'cumulative' | 'scoring' | 'choose-1';

export type PbVotes =
  | { readonly ok: true; readonly vote: PbVote }
  | { readonly ok: false; readonly problems: readonly PbProblem[] };

/** What the methods need of a file. Costs and points are exact: hundredths of what the file says. */
export interface PbVote {
  readonly description: string;
  readonly voteType: VoteType;
  readonly budgetCents: number;
  readonly projects: readonly { readonly id: string; readonly name: string; readonly costCents: number }[];
  readonly voters: readonly { readonly id: string; readonly choices: readonly PbChoice[] }[];
}
export interface PbChoice {
  readonly projectId: string;
  readonly points: number; // 1 for an approval, else hundredths; may be below 0 with scoring
}

const neededKeys = [
  'description',
  'country',
  'unit',
  'instance',
  'num_projects',
  'num_votes',
  'budget',
  'vote_type',
  'rule',
];
const voteTypes: readonly VoteType[] = ['approval', 'ordinal', 'cumulative', 'scoring', 'choose-1'];

export function votesIn(file: PbFile): PbVotes {
  const problems: PbProblem[] = [];
  const say = (line: number, code: PbProblemCode, what = ''): void => {
    problems.push({ line, code, what });
  };
  const meta = new Map(
    filled(file.meta).map(({ number, cells }) => [
      cellValue(cells[columnOf(file.meta, 'key')]).toLowerCase(),
      { number, cells },
    ]),
  );
  const about = (key: string): string => cellValue(meta.get(key)?.cells[columnOf(file.meta, 'value')]);
  const lineOf = (key: string): number => meta.get(key)?.number ?? file.meta.title.number;
  for (const key of neededKeys) if (!meta.has(key)) say(lineOf(key), 'key_missing', key);
  const voteType = voteTypes.find((type) => type === about('vote_type').toLowerCase());
  if (meta.has('vote_type') && voteType === undefined) say(lineOf('vote_type'), 'vote_type', about('vote_type'));
  const budgetCents = hundredths(about('budget'));
  if (meta.has('budget') && !(budgetCents !== undefined && budgetCents >= 0))
    say(lineOf('budget'), 'not_a_number', 'budget');

  const projects = projectsOf(file.projects, say);
  const unlisted = voteType === 'scoring' ? (hundredths(about('default_score')) ?? 0) : 0;
  const ids = projects.map(({ id }) => id);
  const voters = votersOf(file.votes, { voteType: voteType ?? 'approval', ids, unlisted }, say);
  const counts = [['num_projects', projects.length] as const, ['num_votes', voters.length] as const];
  for (const [key, count] of counts) {
    if (meta.has(key) && Number(about(key)) !== count) say(lineOf(key), 'count_differs', `${key}: ${count}`);
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  const vote = { description: about('description'), voteType: voteType ?? 'approval', budgetCents: budgetCents ?? 0 };
  return { ok: true, vote: { ...vote, projects, voters } };
}

type Say = (line: number, code: PbProblemCode, what?: string) => void;

function projectsOf(table: PbTable, say: Say): PbVote['projects'] {
  const [id, cost, name] = ['project_id', 'cost', 'name'].map((column) => columnOf(table, column));
  const seen = new Set<string>();
  return filled(table).map(({ number, cells }) => {
    const projectId = cellValue(cells[id ?? -1]);
    if (seen.has(projectId)) say(number, 'project_twice', projectId);
    seen.add(projectId);
    const costCents = hundredths(cellValue(cells[cost ?? -1]));
    if (costCents === undefined || costCents < 0) say(number, 'not_a_number', 'cost');
    return { id: projectId, name: cellValue(cells[name ?? -1]) || projectId, costCents: costCents ?? 0 };
  });
}

interface VoteFacts {
  readonly voteType: VoteType;
  readonly ids: readonly string[];
  readonly unlisted: number; // points of a plan that a voter does not name (scoring)
}

function votersOf(table: PbTable, { voteType, ids, unlisted }: VoteFacts, say: Say): PbVote['voters'] {
  const known = new Set(ids);
  const [id, vote, points] = ['voter_id', 'vote', 'points'].map((column) => columnOf(table, column));
  const withPoints = voteType === 'cumulative' || voteType === 'scoring';
  if (withPoints && (points ?? -1) < 0) say(table.header.number, 'column_missing', 'points');
  const seen = new Set<string>();
  return filled(table).map(({ number, cells }) => {
    const voterId = cellValue(cells[id ?? -1]);
    if (seen.has(voterId)) say(number, 'voter_twice', voterId);
    seen.add(voterId);
    const chosen = listIn(cells[vote ?? -1]);
    for (const [n, projectId] of chosen.entries()) {
      if (!known.has(projectId)) say(number, 'unknown_project', projectId);
      else if (chosen.indexOf(projectId) < n) say(number, 'choice_twice', projectId); // it would count as two voters
    }
    if (!withPoints || (points ?? -1) < 0) {
      return { id: voterId, choices: chosen.map((projectId) => ({ projectId, points: 1 })) };
    }
    const given = listIn(cells[points ?? -1]).map(hundredths);
    if (given.length !== chosen.length) say(number, 'points_differ', voterId);
    if (given.includes(undefined)) say(number, 'not_a_number', 'points');
    const rest = unlisted === 0 ? [] : ids.filter((projectId) => !chosen.includes(projectId));
    const named = chosen.map((projectId, n) => ({ projectId, points: given[n] ?? 0 }));
    return { id: voterId, choices: [...named, ...rest.map((projectId) => ({ projectId, points: unlisted }))] };
  });
}

const listIn = (raw: string | undefined): readonly string[] =>
  cellValue(raw)
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** '2500', '2500.00', '-0.5' as whole hundredths; undefined for anything else, more decimals included. */
function hundredths(text: string): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (match === null) return undefined;
  const size = Number(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  return match[1] === '-' && size > 0 ? -size : size;
}
