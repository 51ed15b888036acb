// A committee with one awarded and one undecided proposal, on the phone of somebody with the role under test.
import type { Access } from '../../../domain/access.ts';
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { agendaItemId, type Role } from '../../../domain/rows.ts';
import { openPhone, type Phone, testId } from '../meeting/phone.fixture.tsx';

export interface MoneyPhone {
  readonly phone: Phone;
  readonly chair: Access; // another person than the one of the phone
  readonly other: Access; // a member who hands in claims
  readonly awardedId: string;
  readonly undecidedId: string;
  readonly lineId: string;
  /** Hands in a claim of one receipt, as somebody, for the awarded proposal. */
  readonly handIn: (as: Access, change?: Partial<CommandArgs<'claim.submit'>>) => Promise<string>;
}

export async function moneyPhone(role: Role): Promise<MoneyPhone> {
  const phone = openPhone(role);
  const chair: Access = { ...phone.app.access, personId: testId(), role: 'chair' };
  const other: Access = { ...chair, personId: testId(), role: 'member' };
  await phone.do(
    'committee.found',
    {
      name: 'Spoelkwartier',
      bodyWord: 'commissie wijkbudget',
      city: 'Enschede',
      year: 2026,
      smallLimitCents: 150_000,
      founderName: 'Vera Postma',
      grantCents: 1_500_000,
      quorum: { kind: 'more_than_half' },
      foundedOn: '2026-01-05',
    },
    { ...chair, role: 'founder' },
  );
  const people: readonly (readonly [string, string, Role])[] = [
    [phone.app.personId, 'Paul de Wit', role],
    [other.personId, 'Ans Bakker', 'member'],
  ];
  for (const [personId, name, as] of people)
    await phone.do('member.add', { personId, name, role: as, proposalIds: [] }, chair);
  const lineId = testId();
  const awardedId = await submitted(phone, chair, 'Lichtjestocht met soep', lineId);
  const undecidedId = await submitted(phone, chair, 'Geveltuintjes', testId());
  await award(phone, chair, awardedId);
  const handIn = async (as: Access, change: Partial<CommandArgs<'claim.submit'>> = {}): Promise<string> => {
    const claimId = testId();
    const receipt = { receiptId: testId(), amountCents: 8_640, boughtOn: '2026-11-20', shop: 'De Klos', what: '' };
    const receipts = [{ ...receipt, budgetLineId: lineId, photos: [] }];
    const account = { payeeName: 'A. Bakker', iban: 'NL91ABNA0417164300', holder: 'A. Bakker' };
    const claim = { claimId, proposalId: awardedId, kind: 'reimbursement', ...account, receipts } as const;
    await phone.do('claim.submit', { ...claim, ...change }, as);
    return claimId;
  };
  return { phone, chair, other, awardedId, undecidedId, lineId, handIn };
}

async function submitted(phone: Phone, chair: Access, title: string, lineId: string): Promise<string> {
  const proposalId = testId();
  const create: CommandArgs<'proposal.create'> = {
    proposalId,
    year: 2026,
    title,
    summary: 'Voor iedereen uit de buurt.',
    applicant: 'Speeltuinvereniging Klosplein',
    kind: 'recurring_event',
    themeShares: [{ theme: 7, percent: 100 }],
    quarters: [],
    budgetLines: [{ id: lineId, label: 'Lampionnen', amountCents: 50_000 }],
    requestedCents: 50_000,
  };
  await phone.do('proposal.create', create, chair);
  await phone.do('proposal.submit', { proposalId, submittedOn: '2026-10-01' }, chair);
  return proposalId;
}

async function award(phone: Phone, chair: Access, proposalId: string): Promise<void> {
  const meetingId = testId();
  const when = { place: 'Buurthuis', plannedOn: '2026-10-15', startTime: '19:30' };
  await phone.do('meeting.plan', { meetingId, title: 'Oktober', ...when }, chair);
  await phone.do('agenda.add', { meetingId, proposalId, title: 'Lichtjestocht', position: 1 }, chair);
  await phone.do('meeting.open', { meetingId }, chair);
  await phone.do(
    'decision.record',
    {
      meetingId,
      itemId: agendaItemId(meetingId, proposalId),
      round: 1,
      outcome: 'awarded',
      awardedCents: 50_000,
      conditions: [],
      reason: '',
      takenUnder: {
        presentIds: [chair.personId],
        recusedIds: [],
        votes: { forCount: 1, againstCount: 0, abstainedCount: 0 },
      },
      decidedOn: '2026-10-15',
    },
    chair,
  );
}
