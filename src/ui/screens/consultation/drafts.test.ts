import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../domain/consultation/outcome.ts';
import { papersOf } from '../../../domain/consultation/stacks.ts';
import type { Consultation, Proposal, StackContent } from '../../../domain/rows.ts';
import { readPb } from '../../../files/pabulib.ts';
import { votesIn } from '../../../files/pabulibVotes.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { announceArgs, announceFields, announceProblems, emptyAnnounce } from './announce-draft.ts';
import { checkOf, closeArgs, closeProblems, emptyClose, previewOf } from './close-draft.ts';
import { contentOf, countFields, countProblems, paperFrom, startCount, voteFieldId } from './count-draft.ts';
import { explain, explanationText } from './explain.ts';
import { pbOf } from './pb-export.ts';
import { countedFile } from './pb-import.ts';

const options = [1, 2, 3].map((number) => ({
  ...{ number, proposalId: `p${number}`, title: `Plan ${number}`, costCents: 30_000 },
}));
const consultation: Consultation = {
  ...{ id: 'c', title: 'Wijkraadpleging', text: '', place: 'De Spil', heldOn: '2026-05-12', startTime: '19:30' },
  ...{ whoMayVote: 'iedereen', method: 'equal_shares', budgetCents: 60_000, choicesMax: 2, quorumCount: 10 },
  ...{ tieRule: 'cheapest', options, state: 'announced', cancelReason: null },
};
const papers = (content: StackContent) =>
  papersOf(
    [{ id: 's', consultationId: 'c', number: 1, settled: content, settledBy: 'a', settledReason: '' }],
    [],
    [1, 2, 3],
  );
const box = papers({ kind: 'ballots', blankCount: 0, invalidCount: 1, ballots: [[1, 2], [1], [1, 2], [3]] });

describe('an announcement', () => {
  const filled = {
    ...emptyAnnounce('c'),
    ...{ place: 'De Spil', heldOn: '2026-05-12', whoMayVote: 'iedereen', proposalIds: ['p2', 'p1'] },
    ...({ method: 'approval', budget: '1.250,50', choices: '3', quorum: '20' } as const),
  };
  const proposals = ['p1', 'p2', 'p3'].map((id) => ({ id, title: id, requestedCents: 500 }) as Proposal);

  test('names what is missing', () => {
    const missing = announceProblems(emptyAnnounce('c')).map(({ fieldId }) => fieldId);
    const { date, place, who, plans, method } = announceFields;
    expect(missing).toEqual([date, place, who, plans, method]);
    expect(announceProblems({ ...filled, budget: '', choices: 'veel' }).map(({ fieldId }) => fieldId)).toEqual([
      announceFields.budget,
      announceFields.choices,
    ]);
  });

  test('numbers the plans in the order of the proposals, not of the ticks', () => {
    const args = announceArgs(filled, proposals);
    expect(args?.options.map(({ number, proposalId }) => [number, proposalId])).toEqual([
      [1, 'p1'],
      [2, 'p2'],
    ]);
    expect(args).toMatchObject({ budgetCents: 125_050, choicesMax: 3, quorumCount: 20, startTime: '19:30' });
  });

  test('divides nothing with for and against, whatever was typed before', () => {
    expect(announceArgs({ ...filled, method: 'for_against' }, proposals)).toMatchObject({
      ...{ budgetCents: 0, choicesMax: 0 },
    });
  });
});

describe('a paper', () => {
  const sentence = (typed: string) => {
    const paper = paperFrom(typed, consultation);
    return paper.ok ? paper.numbers : paper.sentence;
  };
  test('is typed in any of the usual ways', () => {
    for (const typed of ['1 3', '1,3', ' 1-3 ', '1+3']) expect(sentence(typed)).toEqual([1, 3]);
  });
  test('is refused with the way to mend it', () => {
    const { paperErrors } = nlConsultation.count;
    expect(sentence(' ')).toBe(paperErrors.empty);
    expect(sentence('1 x')).toBe(paperErrors.letters);
    expect(sentence('1 9')).toBe(paperErrors.unknown(9));
    expect(sentence('1 1')).toBe(paperErrors.twice(1));
    expect(sentence('1 2 3')).toBe(paperErrors.tooMany(2));
  });
});

describe('a count', () => {
  test('by plan needs every number, and no more answers than papers', () => {
    const asked = { ...consultation, method: 'for_against' } as const;
    const draft = { ...startCount(asked, 1, undefined), valid: '10', votes: { '1 for': '6', '1 against': '5' } };
    const wrong = countProblems(draft, asked).map(({ fieldId }) => fieldId);
    expect(wrong).toContain(voteFieldId(1, 'for')); // 11 answers on 10 papers
    expect(wrong).toContain(voteFieldId(1, 'abstained'));
    expect(contentOf(draft, asked)).toBeUndefined();
  });

  test('gives back what was counted before', () => {
    const content: StackContent = { kind: 'ballots', blankCount: 2, invalidCount: 1, ballots: [[1], [2, 3]] };
    expect(contentOf(startCount(consultation, 4, content), consultation)).toEqual(content);
  });

  test('is not saved while a paper is half typed', () => {
    const draft = { ...startCount(consultation, 4, undefined), ballots: [[1]], paper: '2' };
    expect(countProblems(draft, consultation).map(({ fieldId }) => fieldId)).toEqual([countFields.paper]);
  });
});

describe('a result', () => {
  const close = { ...emptyClose, present: '12' };
  const facts = { consultation, papers: box, round: 1, closedOn: '2026-05-12' } as const;
  const outcome = previewOf(consultation, box, close);

  test('is told plan by plan, with the money', () => {
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const told = explain(consultation, box, outcome.steps, outcome.told);
    expect(told.chosen.map(({ number }) => number)).toEqual([1, 2]);
    expect(told.others.map(({ why }) => why)).toEqual([nlConsultationResult.explain.notAffordable(1)]);
    expect(told.money).toContain('Al het geld is verdeeld');
    expect(explanationText(told).join('\n')).toContain('3 mensen kozen dit. Ieder betaalt');
  });

  test('is recorded as it was shown, and still fits the papers', () => {
    const args = closeArgs(close, { ...facts, outcome });
    expect(args).toMatchObject({ presentCount: 12, ballotCount: 4, invalidCount: 1, lot: [], reason: '' });
    if (args === undefined) throw new Error('no result');
    const recorded = { ...args, id: 'c:1', recordedBy: 'a', recordedAt: '' };
    expect(checkOf(consultation, box, recorded).state).toBe('same');
    const more = papers({ kind: 'ballots', blankCount: 0, invalidCount: 1, ballots: [[3], [3], [3], [3], [3]] });
    expect(checkOf(consultation, more, recorded).state).toBe('differs');
  });

  test('waits for a lot and for who drew it, and asks why when it is another one', () => {
    const tied = papers({ kind: 'ballots', blankCount: 0, invalidCount: 0, ballots: [[1], [2], [3]] });
    const needs = previewOf(consultation, tied, close);
    expect(needs).toEqual({ kind: 'lot_needed', among: [1, 2, 3] });
    const drawn = { ...close, lot: [3, 1, 2], lotDone: true };
    const after = previewOf(consultation, tied, drawn);
    expect(after.kind === 'done' && after.steps.map(({ number }) => number)).toEqual([3, 1]);
    const problems = closeProblems(drawn, { ...facts, papers: tied, outcome: after, round: 2 });
    expect(problems.map(({ fieldId }) => fieldId)).toEqual(['trekker', 'waarom']);
  });
});

test('the papers as a Pabulib file give the same result again, and do not tell in which order they came', () => {
  const bytes = pbOf(consultation, box, { city: 'Enschede', name: 'Spoelkwartier' }, [1, 2]);
  const read = readPb(bytes);
  const votes = read.ok ? votesIn(read.file) : read;
  if (!votes.ok) throw new Error(JSON.stringify(votes.problems));
  expect(votes.vote.voters.map(({ choices }) => choices.map(({ projectId }) => projectId).join())).toEqual([
    ...['1', '1,2', '1,2', '3'],
  ]);
  const outcome = outcomeOf(consultation, box, { order: [], drawn: false });
  expect(countedFile(votes.vote, 'equal_shares').steps).toEqual(outcome.kind === 'done' ? outcome.steps : []);
});
