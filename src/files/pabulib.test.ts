/** Files written by the published format (pabulib.org/format), one for each kind of vote, and files with faults. */
import { describe, expect, test } from 'vitest';
import { cellValue, makePb, type PbProblem, readPb, writePb } from './pabulib.ts';
import { votesIn } from './pabulibVotes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data);

/** The simple example of the format's own page, spaces after semicolons and all; no line end at the end. */
const wieliczka = `META
key; value
description; Municipal PB in Wieliczka
country; Poland
unit; Wieliczka
instance; 2020
num_projects; 5
num_votes; 10
budget; 2500
rule; greedy
vote_type; approval
min_length; 1
max_length; 3
date_begin; 16.09.2023
date_end; 04.10.2023
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
4; 1400; culture
5; 1000; health, sport
7; 1200; education
VOTES
voter_id; age; sex; vote
1; 34; f; 1,2,4
2; 51; m; 1,2
3; 23; m; 2,4,5
4; 19; f; 5,7
5; 62; f; 1,4,7
6; 54; m; 1,7
7; 49; m; 5
8; 27; f; 4
9; 39; f; 2,4,5
10; 44; m; 4,5`;

const meta = (voteType: string, more: readonly string[] = []): string =>
  [
    ...['META', 'key;value', 'description;Proef', 'country;Netherlands', 'unit;Enschede', 'instance;2026'],
    ...['num_projects;3', 'num_votes;2', 'budget;1000.50', `vote_type;${voteType}`, 'rule;unknown', ...more, ''],
  ].join('\n');
const projects = `PROJECTS
project_id;cost;name;selected;eigen_veld
18;864;Rowerowy Wrocław 2017;1;x
50;107.96;"Zielona obwodnica; ETAP II";0;
499;3949.00;"""Konikowo"" - plac zabaw";0;een "los" teken
`;

const files: Readonly<Record<string, string>> = {
  'approval, the example of the format page': wieliczka,
  'approval, with empty votes and unknown fields': `${meta('approval', ['comment;#1: Iets; nee'.replace(';', ';"').concat('"')])}${projects}VOTES\nvoter_id;vote;wijk\na;18,50;Noord\nb;;\n`,
  ordinal: `${meta('ordinal', ['scoring_fn;Borda'])}${projects}VOTES\nvoter_id;vote\na;50,18,499\nb;499\n`,
  cumulative: `${meta('cumulative', ['max_sum_points;7'])}${projects}VOTES\nvoter_id;vote;points\na;50,18;4,3\nb;499;2.5\n`,
  scoring: `${meta('scoring', ['default_score;0'])}${projects}VOTES\nvoter_id;vote;points\na;50,18;5,-1\nb;499;2\n`,
  'choose-1': `${meta('choose-1')}${projects}VOTES\nvoter_id;vote\na;50\nb;499\n`,
  'lines as Windows ends them, a byte order mark, an empty line at the end': `\uFEFF${wieliczka.replaceAll('\n', '\r\n')}\r\n\r\n`,
  'a description over two lines': wieliczka.replace(' Municipal PB in Wieliczka', '"Twee\nregels; samen"'),
  'a cell that begins with a quote and goes on after it': wieliczka.replace(' sport\n', ' "sport" en spel\n'),
};

describe('what goes in comes out unchanged, byte for byte', () => {
  test.each(Object.entries(files))('%s', (_, content) => {
    const read = readPb(bytes(content));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(text(writePb(read.file))).toBe(content);
    expect(votesIn(read.file)).toMatchObject({ ok: true });
  });
});

const voteOf = (content: string) => {
  const read = readPb(bytes(content));
  const votes = read.ok ? votesIn(read.file) : read;
  if (!votes.ok) throw new Error(JSON.stringify(votes.problems));
  return votes.vote;
};

describe('what a file says', () => {
  test('budget, projects and votes of the example', () => {
    const vote = voteOf(wieliczka);
    expect(vote).toMatchObject({
      description: 'Municipal PB in Wieliczka',
      voteType: 'approval',
      budgetCents: 250_000,
    });
    expect(vote.projects.map(({ id, costCents }) => [id, costCents])).toEqual([
      ['1', 60_000],
      ['2', 80_000],
      ['4', 140_000],
      ['5', 100_000],
      ['7', 120_000],
    ]);
    expect(vote.voters).toHaveLength(10);
    expect(vote.voters[0]?.choices.map(({ projectId }) => projectId)).toEqual(['1', '2', '4']);
  });

  test('quotes, decimals and points', () => {
    const vote = voteOf(files['cumulative'] ?? '');
    expect(vote.projects.map(({ name }) => name)).toEqual([
      'Rowerowy Wrocław 2017',
      'Zielona obwodnica; ETAP II',
      '"Konikowo" - plac zabaw',
    ]);
    expect(vote.projects[1]?.costCents).toBe(10_796);
    expect(vote.voters[1]?.choices).toEqual([{ projectId: '499', points: 250 }]);
    expect(voteOf(files['scoring'] ?? '').voters[0]?.choices[1]).toEqual({ projectId: '18', points: -100 });
  });

  test('a project that nobody names has the default score of the file', () => {
    const vote = voteOf((files['scoring'] ?? '').replace('default_score;0', 'default_score;2'));
    expect(vote.voters[1]?.choices).toEqual([
      { projectId: '499', points: 200 },
      { projectId: '18', points: 200 },
      { projectId: '50', points: 200 },
    ]);
  });
});

const problemsOf = (data: Uint8Array): readonly PbProblem[] => {
  const read = readPb(data);
  const votes = read.ok ? votesIn(read.file) : read;
  return votes.ok ? [] : votes.problems;
};

describe('what is wrong, with its line', () => {
  const faults: readonly (readonly [string, string, Partial<PbProblem>])[] = [
    ['an empty file', '', { line: 1, code: 'empty' }],
    ['another file', 'naam;bedrag\nx;1\n', { line: 1, code: 'before_section' }],
    ['no votes', wieliczka.slice(0, wieliczka.indexOf('VOTES')), { line: 22, code: 'no_section', what: 'VOTES' }],
    ['a section twice', `${wieliczka}\nMETA\nkey;value`, { line: 35, code: 'section_twice', what: 'META' }],
    [
      'no column for costs',
      wieliczka.replace('; cost;', '; price;'),
      { line: 17, code: 'column_missing', what: 'cost' },
    ],
    ['a cost in words', wieliczka.replace('; 800;', '; veel;'), { line: 19, code: 'not_a_number', what: 'cost' }],
    ['a short line', wieliczka.replace('2; 800; sport', '2; 800'), { line: 19, code: 'cell_missing' }],
    ['a long line', wieliczka.replace('2; 800; sport', '2; 800; sport; meer'), { line: 19, code: 'cell_extra' }],
    ['a quote that stays open', wieliczka.replace('; sport\n', '; "sport\n'), { line: 19, code: 'open_quote' }],
    ['no budget', wieliczka.replace('budget; 2500\n', ''), { line: 1, code: 'key_missing', what: 'budget' }],
    ['an unknown kind of vote', wieliczka.replace('approval', 'loten'), { line: 11, code: 'vote_type', what: 'loten' }],
    ['a project twice', wieliczka.replace('2; 800', '1; 800'), { line: 19, code: 'project_twice', what: '1' }],
    ['a voter twice', wieliczka.replace('2; 51', '1; 51'), { line: 26, code: 'voter_twice', what: '1' }],
    ['a vote for nothing', wieliczka.replace('m; 1,2\n', 'm; 1,9\n'), { line: 26, code: 'unknown_project', what: '9' }],
    [
      'one plan twice in a vote',
      wieliczka.replace('m; 1,2\n', 'm; 2,2\n'),
      { line: 26, code: 'choice_twice', what: '2' },
    ],
    [
      'another number of votes',
      wieliczka.replace('num_votes; 10', 'num_votes; 11'),
      { line: 8, code: 'count_differs' },
    ],
    ['points that miss one', (files['cumulative'] ?? '').replace('4,3', '4'), { code: 'points_differ', what: 'a' }],
  ];
  test.each(faults)('%s', (_, content, problem) => {
    expect(problemsOf(bytes(content))[0]).toMatchObject(problem);
  });

  test('bytes that are no text', () => {
    expect(problemsOf(Uint8Array.of(0x4d, 0xff, 0xfe))).toEqual([{ line: 1, code: 'not_text', what: '' }]);
  });

  test('no file makes it fall over: every prefix of a good one is read or refused', () => {
    for (let length = 0; length < wieliczka.length; length += 1) problemsOf(bytes(wieliczka.slice(0, length)));
  });
});

test('a new file says what it was given, also semicolons, quotes and spaces', () => {
  const awkward = ['a;b', '"zo"', ' los ', 'twee\nregels', ''];
  const file = makePb(
    { columns: ['key', 'value'], rows: [['description', 'Zomer; 2026']] },
    { columns: ['project_id', 'cost', 'name'], rows: awkward.map((name, n) => [String(n), '5', name]) },
    { columns: ['voter_id', 'vote'], rows: [['1', '0,1']] },
  );
  const read = readPb(writePb(file));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.file.projects.lines.map(({ cells }) => cellValue(cells[2]))).toEqual(awkward);
  expect(text(writePb(file))).toContain('description;"Zomer; 2026"\n');
});
