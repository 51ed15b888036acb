/** Claims that go another way than most: an advance that is settled and one that is open, a second approval that was given
 *  and one that is asked, and two claims of the treasurer that somebody from outside signs. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import { accountOf } from './accounts.ts';
import type { HallDesk } from './hall.ts';
import type { PersonKey } from './wijk.ts';

type Receipt = CommandArgs<'claim.submit'>['receipts'][number];

export interface ClaimDesk extends HallDesk {
  readonly proposalId: (title: string) => string;
  readonly receipt: (title: string, claimId: string, amountCents: number, boughtOn: string) => Receipt;
  readonly bank: (date: string, name: string, cents: number, text: string) => void;
}

const limitCents = 500_00;
/** The card that chair and treasurer share for the kitchen of the community house. */
const sharedIban = 'NL20INGB0001234567';

export function specialClaims(desk: ClaimDesk): void {
  desk.do('2026-11-02', '20:00', 'treasurer', 'budgetYear.change', {
    ...{ year: 2026, fields: { secondAboveCents: limitCents }, seen: { secondAboveCents: 0 } },
  });
  settledAdvance(desk);
  openAdvance(desk);
  secondAsked(desk);
  signedClaims(desk);
}

function settledAdvance(desk: ClaimDesk): void {
  const claimId = desk.id('advance Oogstfeest');
  ask(desk, { claimId, by: 'bleekveld', title: 'Oogstfeest', cents: 600_00, day: '2026-11-03', what: 'Boodschappen' });
  desk.do('2026-11-05', '20:00', 'secretary', 'claim.approveSecond', { claimId, seenApprovedCents: 600_00 });
  pay(desk, claimId, 600_00, '2026-11-06');
  const spentCents = 531_40;
  const receipts = [desk.receipt('Oogstfeest', claimId, spentCents, '2026-11-12')];
  desk.do('2026-11-14', '20:00', 'bleekveld', 'advance.handIn', { claimId, receipts });
  desk.do('2026-11-16', '20:00', 'treasurer', 'advance.settle', {
    ...{ claimId, acceptedCents: spentCents, seenSpentCents: spentCents, reason: '', settledOn: '2026-11-16' },
  });
  desk.do('2026-11-19', '20:00', 'treasurer', 'advance.refund', {
    ...{ claimId, number: 1, amountCents: 68_60, receivedOn: '2026-11-19' },
  });
  desk.bank('2026-11-19', 'S. Nijhof', 68_60, 'Rest voorschot Oogstfeest');
}

function openAdvance(desk: ClaimDesk): void {
  const claimId = desk.id('advance Rollator');
  const what = 'Koffie en cakejes onderweg';
  ask(desk, { claimId, by: 'weversbuurt', title: 'Rollator', cents: 150_00, day: '2026-11-09', what });
  pay(desk, claimId, 150_00, '2026-11-12');
}

interface Asked {
  readonly claimId: string;
  readonly by: PersonKey;
  readonly title: string;
  readonly cents: number;
  readonly day: string;
  readonly what: string;
}

function ask(desk: ClaimDesk, { claimId, by, title, cents, day, what }: Asked): void {
  desk.do(day, '20:00', by, 'advance.ask', {
    ...{ claimId, proposalId: desk.proposalId(title), amountCents: cents, what },
    ...{ payeeName: 'S. Nijhof', iban: accountOf('S. Nijhof'), holder: 'S. Nijhof' },
  });
  desk.do(day, '21:30', 'treasurer', 'claim.approve', { claimId, approvedCents: cents, seenClaimedCents: cents });
}

function pay(desk: ClaimDesk, claimId: string, amountCents: number, paidOn: string): void {
  const reference = 'Spoelkwartier voorschot';
  desk.do(paidOn, '20:15', 'treasurer', 'payment.record', { claimId, number: 1, amountCents, paidOn, reference });
  desk.bank(paidOn, 'S. Nijhof', -amountCents, reference);
}

function secondAsked(desk: ClaimDesk): void {
  const claimId = desk.id('claim WhatsApp-borden');
  submit(desk, { claimId, by: 'ververij', title: 'WhatsApp-borden', cents: 560_00, day: '2026-11-18' });
  desk.do('2026-11-20', '20:00', 'treasurer', 'claim.approve', {
    ...{ claimId, approvedCents: 560_00, seenClaimedCents: 560_00 },
  });
}

function signedClaims(desk: ClaimDesk): void {
  const of = (by: 'chair' | 'treasurer', n: number, cents: number, day: string): string => {
    const claimId = desk.id(`kitchen ${by} ${n}`);
    submit(desk, { claimId, by, title: 'Rollator', cents, day, iban: sharedIban });
    const judge = by === 'chair' ? 'treasurer' : 'chair';
    desk.do(day, '22:00', judge, 'claim.approve', { claimId, approvedCents: cents, seenClaimedCents: cents });
    return claimId;
  };
  of('chair', 1, 45_00, '2026-11-13');
  const signed = of('treasurer', 1, 38_50, '2026-11-17');
  desk.do('2026-11-19', '21:00', 'auditor', 'claim.countersign', {
    ...{ claimId: signed, signs: true, reason: '', seenAmountCents: 38_50, signedOn: '2026-11-19' },
  });
  of('treasurer', 2, 52_00, '2026-11-23');
}

interface Submitted extends Omit<Asked, 'what'> {
  readonly iban?: string;
}

function submit(desk: ClaimDesk, { claimId, by, title, cents, day, iban }: Submitted): void {
  const holder = iban === undefined ? 'A. Benali' : 'Keuken De Schering';
  desk.do(day, '20:30', by, 'claim.submit', {
    ...{ claimId, proposalId: desk.proposalId(title), kind: 'reimbursement', payeeName: holder, holder },
    ...{ iban: iban ?? accountOf(holder), receipts: [desk.receipt(title, claimId, cents, day)] },
  });
}
