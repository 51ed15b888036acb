/** What stood at the bank when the wijk began with Buurtkas, a payment file that lies at the bank, and the kascommissie at
 *  work. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { DemoStep } from './year.ts';
import type { Do } from './yearMoney.ts';

export const openingCents = 312_40;

type Payment = CommandArgs<'payment.record'>;
type Approval = CommandArgs<'claim.approve'>;

/** `steps`: the year so far, in which claims were approved and paid. */
export function auditYear(act: Do, id: (name: string) => string, steps: readonly DemoStep[]): void {
  const paid = steps.filter(({ name }) => name === 'payment.record').map(({ args }) => args as Payment);
  const approved = steps.filter(({ name }) => name === 'claim.approve').map(({ args }) => args as Approval);
  act('2026-01-05', '21:00', 'treasurer', 'opening.book', {
    ...{ year: 2026, goalId: null, amountCents: openingCents, seenCents: 0, bookedOn: '2026-01-05' },
  });
  const [waiting] = approved.filter(({ claimId }) => !paid.some((payment) => payment.claimId === claimId));
  if (waiting === undefined) throw new Error('the demo pays everything');
  act('2026-11-24', '21:00', 'treasurer', 'paymentFile.make', {
    ...{ fileId: id('payment file'), madeOn: '2026-11-24', executeOn: '2026-11-25' },
    transfers: [{ claimId: waiting.claimId, number: 1, amountCents: waiting.approvedCents }],
  });
  check(act, id, paid);
}

/** Half of the sample is looked at; one question is answered, another waits. */
function check(act: Do, id: (name: string) => string, paid: readonly Payment[]): void {
  const large = [...paid].filter(({ number }) => number === 1).sort((a, b) => b.amountCents - a.amountCents);
  const day = '2026-11-21';
  large.slice(0, 4).forEach(({ claimId, amountCents: seenPaidCents }, n) => {
    const verdict = n === 2 ? 'question' : 'right';
    act(day, `10:${String(10 + n * 5)}`, 'auditor', 'auditCheck.record', {
      ...{ claimId, verdict, seenPaidCents, checkedOn: day },
    });
  });
  const finding = { year: 2026, foundOn: day };
  act(day, '10:25', 'auditor', 'finding.record', {
    ...{ ...finding, findingId: id('finding claim'), claimId: large[2]?.claimId ?? null },
    text: 'Op de tweede bon staat statiegeld. Is dat bedrag teruggekomen?',
  });
  act('2026-11-22', '20:00', 'treasurer', 'finding.answer', {
    ...{ findingId: id('finding claim'), seenAnswer: '', answeredOn: '2026-11-22' },
    answer: 'Ja, het is van het totaal afgetrokken. Het staat als regel met een min op de bon.',
  });
  act(day, '10:50', 'auditor', 'finding.record', {
    ...{ ...finding, findingId: id('finding books'), claimId: null },
    text: 'De zaalhuur van het derde kwartaal zie ik nog niet bij de eigen kosten. Komt die nog?',
  });
}
