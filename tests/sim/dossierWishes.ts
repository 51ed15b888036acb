/** What people want with a proposal and with the sheets of its supporters. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import {
  amount,
  type Desk,
  day,
  type Maker,
  newUuid,
  photoOf,
  pickRow,
  proposalId,
  type Wish,
  wish,
  word,
} from './desk.ts';

export const createProposal: Maker = (desk) => {
  const { random } = desk;
  const requestedCents = amount(desk);
  const halves = random.chance(0.5);
  return wish('proposal.create', {
    ...{ proposalId: newUuid(random), year: random.chance(0.03) ? 2031 : 2026, title: word(desk) },
    ...{ summary: random.chance(0.9) ? 'Met de hele buurt' : '', applicant: 'Speeltuinvereniging Klosplein' },
    kind: random.pick(['recurring_event', 'professional', 'unique_project'] as const),
    themeShares: halves
      ? [
          { theme: 6, percent: 50 },
          { theme: 7, percent: random.chance(0.95) ? 50 : 40 },
        ]
      : [{ theme: 7, percent: 100 }],
    ...{ quarters: [], budgetLines: [], requestedCents },
    ...(random.chance(0.4) ? { streets: 'Klosstraat', period: { from: '2026-06-20', until: '2026-06-21' } } : {}),
  });
};

export const changeProposal: Maker = (desk) => {
  const proposal = pickRow(desk, 'proposal');
  if (proposal === undefined) return undefined;
  const { requestedCents, title, summary, period } = proposal;
  const args = desk.random.pick<Pick<CommandArgs<'proposal.change'>, 'fields' | 'seen'>>([
    { fields: { requestedCents: amount(desk) }, seen: { requestedCents } },
    { fields: { title: `${word(desk)} ${desk.random.between(1, 9)}` }, seen: { title } },
    { fields: { summary: `Samen ${desk.random.between(1, 99)}` }, seen: { summary } },
    { fields: { period: { from: day(desk), until: '2026-09-30' } }, seen: { period } },
  ]);
  return wish('proposal.change', { proposalId: proposal.id, ...args });
};

export const submitProposal: Maker = (desk) => {
  const open = pickRow(desk, 'proposal', ({ state }) => state === 'draft' || state === 'returned')?.id;
  const id = open ?? proposalId(desk);
  return id === undefined ? undefined : wish('proposal.submit', { proposalId: id, submittedOn: day(desk) });
};

export const stepOfProposal: Maker = (desk) => {
  const id = proposalId(desk);
  if (id === undefined) return undefined;
  return desk.random.weighted<Wish>([
    [3, wish('proposal.return', { proposalId: id, reason: 'Graag een begroting' })],
    [1, wish('proposal.withdraw', { proposalId: id, reason: '' })],
    [2, wish('proposal.finish', { proposalId: id, finishedOn: day(desk) })],
    [3, wish('proposalNote.add', { noteId: newUuid(desk.random), proposalId: id, text: 'Goed plan' })],
  ]);
};

/** One that could be finished, as far as this phone knows. */
export const finishProposal: Maker = (desk) => {
  const busy = new Set(desk.rows('claim').flatMap(({ state, proposalId: of }) => (state === 'rejected' ? [] : [of])));
  const over = pickRow(desk, 'proposal', ({ id, awardedCents }) => awardedCents > 0 && !busy.has(id));
  return over && wish('proposal.finish', { proposalId: over.id, finishedOn: day(desk) });
};

export function numbers({ random }: Desk) {
  const forCount = random.between(8, 10);
  const againstCount = random.between(0, 2);
  return {
    householdsAsked: 20,
    forCount,
    againstCount,
    noOpinionCount: 2,
    notAtHomeCount: random.chance(0.05) ? 9 : 4,
  };
}

export const countSupport: Maker = (desk) => {
  const id = proposalId(desk);
  if (id === undefined) return undefined;
  const photos = desk.random.chance(0.4) ? [desk.newPhoto()] : [];
  return wish(
    'support.count',
    {
      ...{ proposalId: id, sheetNumber: desk.random.between(1, 3), area: `Klosstraat ${desk.random.between(1, 3)}` },
      ...numbers(desk),
      ...{ photos: photos.map(photoOf), countedOn: day(desk) },
    },
    photos,
  );
};

/** Now and then before the day until which they are kept, or with one that is destroyed already. */
export const destroySheets: Maker = (desk) => {
  const { random } = desk;
  const sheets = desk.rows('supportSheet').filter(({ destroyed }) => destroyed === undefined || random.chance(0.1));
  const sheetIds = sheets.filter(() => random.chance(0.5)).map(({ id }) => id);
  const destroyedOn = random.chance(0.1) ? day(desk) : '2027-03-01';
  return sheetIds.length === 0 ? undefined : wish('support.destroySheets', { sheetIds, destroyedOn });
};

export const settleSupport: Maker = (desk) => {
  const sheet = pickRow(desk, 'supportSheet');
  if (sheet === undefined) return undefined;
  return wish('support.settle', { sheetId: sheet.id, numbers: numbers(desk), reason: 'Samen nageteld' });
};
