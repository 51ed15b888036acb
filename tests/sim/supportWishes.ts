/** What people note about support beside the sheets, answer, take back, and make of it. */
import { type Desk, day, type Maker, newUuid, photoOf, pickRow, proposalId, type Wish, wish, word } from './desk.ts';

export const supportEvidence: Maker = (desk) => {
  const { random } = desk;
  const id = proposalId(desk);
  if (id === undefined) return undefined;
  return random.weighted<Wish | undefined>([
    [
      2,
      wish('support.describeArea', {
        proposalId: id,
        streets: word(desk),
        households: random.between(0, 90),
        source: '',
      }),
    ],
    [5, note(desk, id)],
    [3, answer(desk)],
    [1, takeBack(desk)],
    [3, judge(desk, id)],
  ]);
};

function note(desk: Desk, id: string): Wish {
  const { random } = desk;
  const again = pickRow(desk, 'supportIndication')?.id; // with other content, or of another proposal
  const indicationId = again !== undefined && random.chance(0.1) ? again : newUuid(random);
  const said = { indicationId, proposalId: id, from: '', text: word(desk), notedOn: day(desk) };
  const photos = random.chance(0.3) ? [desk.newPhoto()] : [];
  return random.weighted<Wish>([
    [4, wish('support.note', { kind: 'objection', ...said, photos: [] })],
    [2, wish('support.note', { kind: 'letter', ...said, photos: photos.map(photoOf) }, photos)],
    [1, wish('support.note', { kind: 'experience', ...said, photos: [] })],
    [1, wish('support.note', { kind: 'online', ...said, photos: [], count: random.between(0, 300) })],
    [
      1,
      wish('support.note', {
        kind: 'visitors',
        ...said,
        photos: [],
        count: 80,
        editions: [{ year: 2025, visitors: 60 }],
      }),
    ],
  ]);
}

/** Mostly an objection, and mostly having seen what was answered before. */
function answer(desk: Desk): Wish | undefined {
  const { random } = desk;
  const about = pickRow(desk, 'supportIndication', ({ kind }) => kind === 'objection' || random.chance(0.1));
  if (about === undefined) return undefined;
  const seenAnswer = random.chance(0.9) ? about.answer : '';
  return wish('support.answer', {
    indicationId: about.id,
    answer: `${word(desk)} ${random.between(1, 9)}`,
    seenAnswer,
  });
}

function takeBack(desk: Desk): Wish | undefined {
  const about = pickRow(desk, 'supportIndication');
  return about && wish('support.withdraw', { indicationId: about.id, reason: 'Dubbel genoteerd' });
}

function judge(desk: Desk, id: string): Wish {
  const verdict = desk.random.pick(['enough', 'doubtful', 'not_enough'] as const);
  return wish('support.judge', { proposalId: id, verdict, text: word(desk), judgedOn: day(desk) });
}
