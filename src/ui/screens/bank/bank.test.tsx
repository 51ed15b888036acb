import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { account, bought, camt, coffee } from '../../../../tests/bank/november.ts';
import type { BankMatch, LedgerLine, MatchRule, OrganisationCost, Payment } from '../../../domain/rows.ts';
import { nlBank } from '../../nl/bank.ts';
import { refusalText } from '../../nl/rejections.ts';
import {
  approved,
  bringIn,
  follow,
  money,
  named,
  now,
  open,
  partAmount,
  plain,
  press,
  says,
  type,
} from './bank.fixture.tsx';

test('undo in the toast takes the booking back, and the line is on the list again', async () => {
  await open();
  await bringIn(camt([bought(-8_640)]), 1);
  await press(/^Klopt: Declaratie/);
  await press('Ongedaan maken');
  await waitFor(async () => expect(await money()).toMatchObject({ paidCents: 0, awardedCents: 50_000 }));
  await says(nlBank.open.title(1));
});

test('what the treasurer chose for one line is proposed for the next of the same other side', async () => {
  await open();
  await bringIn(camt([coffee]), 1);
  await follow(/^Kies zelf wat/);
  await press(nlBank.choose.save(-1_995));
  expect(await screen.findAllByText(nlBank.choose.errors.question)).toHaveLength(2);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.cost }));
  await press(nlBank.choose.save(-1_995));
  expect(await screen.findAllByText(nlBank.choose.errors.what)).toHaveLength(2);
  await type(nlBank.choose.what, 'Koffie voor de vergadering');
  await press(nlBank.choose.save(-1_995));
  await says(nlBank.open.done(-1_995));
  expect(await now.phone.all<MatchRule>('matchRule')).toMatchObject([{ target: { kind: 'cost' } }]);

  const december = { ...coffee, bookedOn: '2026-12-21', cents: -2_100, description: 'koffie december' };
  await bringIn(camt([december], 1_498_005, 'december.xml'), 1);
  await press(/^Klopt: Eigen kosten: Koffie voor de vergadering/);
  await says(nlBank.open.none[0]);
  const paid = (await now.phone.all<LedgerLine>('ledgerLine')).filter(({ account: of }) => of === 'organisation_paid');
  expect(paid.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(4_095);
  await follow(nlBank.tabs.rules);
  await press(nlBank.rules.forgetName('Bakkerij Inslag'));
  await says(nlBank.rules.none[0]);
});

test('a wrong sum of claims says by how much, and keeps what was chosen', async () => {
  await open();
  await bringIn(camt([bought(-9_000, { iban: 'NL02ABNA0123456789', name: 'Onbekend' })]), 1);
  await follow(/^Kies zelf wat/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.claims }));
  fireEvent.click(await screen.findByRole('checkbox', { name: /A. Bakker/ }));
  await press(nlBank.choose.save(-9_000));
  const sentence = plain(nlBank.choose.errors.sum(8_640, 9_000));
  expect(await screen.findAllByText(sentence)).toHaveLength(2);
  expect((await screen.findByRole<HTMLInputElement>('checkbox', { name: /A. Bakker/ })).checked).toBe(true);
  expect((await now.phone.all<BankMatch>('bankMatch')).length).toBe(0);
});

test('a line that is partly a claim and partly something else is divided, and each part is booked', async () => {
  await open();
  await bringIn(camt([bought(-10_000, { iban: 'NL02ABNA0123456789', name: 'Onbekend' })]), 1);
  await follow(/^Kies zelf wat/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.claims }));
  fireEvent.click(await screen.findByRole('checkbox', { name: /A. Bakker/ }));
  await type(partAmount, '100,01');
  await press(nlBank.choose.save(-10_000));
  expect(await screen.findAllByText(plain(nlBank.choose.errors.tooMuch(10_000)))).toHaveLength(2);
  expect((await screen.findByLabelText<HTMLInputElement>(partAmount)).value).toBe('100,01');
  await type(partAmount, '86,40');
  await press(nlBank.choose.next(1_360));
  await screen.findByRole('heading', { name: named(nlBank.choose.restTitle(1_360)), level: 1 });
  expect(await now.phone.all<BankMatch>('bankMatch')).toEqual([]); // nothing before all of the line has a name
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.cost }));
  await type(nlBank.choose.what, 'Koffie');
  await press(nlBank.choose.save(-10_000));
  await says(nlBank.open.done(-10_000));
  expect(await now.phone.all<BankMatch>('bankMatch')).toMatchObject([
    {
      parts: [
        { amountCents: 8_640, target: { kind: 'payment' }, booked: true },
        { amountCents: 1_360, target: { kind: 'cost', what: 'Koffie' }, booked: true },
      ],
    },
  ]);
  expect(await money()).toMatchObject({ paidCents: 8_640, balanced: true });
  expect(await now.phone.all<MatchRule>('matchRule')).toEqual([]); // the next line is divided in its own way
  await follow(nlBank.tabs.matched);
  await says(/^Declaratie van A. Bakker.*\(deel: € 86,40\); Eigen kosten: Koffie \(deel: € 13,60\)$/);
});

test('money that came in is divided too, a part is taken away again, and the same thing is not named twice', async () => {
  await open();
  await bringIn(camt([bought(5_000, { name: 'Woningcorporatie', iban: '' })]), 1);
  await follow(/^Kies zelf wat/);
  const explain = async (why: string, amount: string) => {
    fireEvent.click(await screen.findByRole('radio', { name: named(new RegExp(`^${nlBank.choose.kinds.explained}`)) }));
    fireEvent.change(await screen.findByLabelText(nlBank.choose.why, { selector: 'select' }), {
      target: { value: why },
    });
    await type(partAmount, amount);
  };
  await explain('deposit', '20');
  await press(nlBank.choose.next(3_000));
  await explain('deposit', '');
  await press(nlBank.choose.save(5_000));
  expect(await screen.findAllByText(nlBank.choose.errors.twice)).toHaveLength(2);
  await press(/^Haal weg/);
  await screen.findByRole('heading', { name: named(nlBank.choose.title(5_000)), level: 1 });
  await explain('deposit', '10');
  await press(nlBank.choose.next(4_000));
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.grant_new }));
  fireEvent.change(await screen.findByLabelText(nlBank.choose.year), { target: { value: '2026' } });
  await press(nlBank.choose.save(5_000));
  await says(nlBank.open.done(5_000));
  expect(await money()).toMatchObject({ grantCents: 1_504_000, balanced: true });
});

test('an own cost that came back in part is chosen, and more than it was says so and stays on the form', async () => {
  const costId = '0198c0de-0000-7000-8000-00000000000c';
  await open('treasurer', async ({ phone, chair }) => {
    const cost = { costId, year: 2026, amountCents: 6_000, what: 'Zaalhuur', paidOn: '2026-11-02' };
    await phone.do('organisationCost.record', cost, chair);
  });
  await bringIn(camt([bought(10_000, { name: 'Buurthuis', iban: '', description: 'diversen' })]), 1);
  await follow(/^Kies zelf wat/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.cost_refund }));
  fireEvent.change(await screen.findByLabelText(nlBank.choose.which), { target: { value: costId } });
  await press(nlBank.choose.save(10_000));
  expect(await screen.findAllByText(plain(nlBank.choose.errors.refund(6_000)))).toHaveLength(2);
  expect((await screen.findByLabelText<HTMLSelectElement>(nlBank.choose.which)).value).toBe(costId);
  await type(partAmount, '25');
  await press(nlBank.choose.next(7_500));
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.grant_new }));
  fireEvent.change(await screen.findByLabelText(nlBank.choose.year), { target: { value: '2026' } });
  await press(nlBank.choose.save(10_000));
  await says(nlBank.open.done(10_000));
  expect(await now.phone.all<OrganisationCost>('organisationCost')).toMatchObject([
    { amountCents: 6_000, refundedCents: 2_500, reversed: false },
  ]);
  const own = (await now.phone.all<LedgerLine>('ledgerLine')).filter(({ account: of }) => of === 'organisation_paid');
  expect(own.map(({ amountCents }) => amountCents).sort()).toEqual([-2_500, 6_000]);
  expect(await money()).toMatchObject({ balanced: true });
});

test('an own cost taken back by hand is offered with what is left of it, and what the bank shows is booked once', async () => {
  const costId = '0198c0de-0000-7000-8000-00000000000c';
  await open('treasurer', async ({ phone, chair }) => {
    const cost = { costId, year: 2026, amountCents: 10_000, what: 'Zaalhuur', paidOn: '2026-11-02' };
    await phone.do('organisationCost.record', cost, chair);
    await phone.do('organisationCost.reverse', { costId, reason: 'Teruggestort', reversedOn: '2026-11-10' }, chair);
  });
  const back = (cents: number) => bought(cents, { name: 'Buurthuis', iban: '', description: 'zaalhuur terug' });
  await bringIn(camt([back(4_000), back(7_000)]), 2);
  await says(nlBank.target.backByHand(10_000));
  await press(/^Klopt: Eigen kosten terug: Zaalhuur.*40,00/);
  await says(nlBank.open.done(4_000));
  await follow(/^Kies zelf wat.*70,00/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.cost_refund }));
  await says(`Zaalhuur, ${nlBank.choose.back(6_000, 10_000)}, 2 november`);
  fireEvent.change(screen.getByLabelText(nlBank.choose.which), { target: { value: costId } });
  await press(nlBank.choose.save(7_000));
  expect(await screen.findAllByText(plain(nlBank.choose.errors.refund(6_000)))).toHaveLength(2);
  const own = (await now.phone.all<LedgerLine>('ledgerLine')).filter(({ account: of }) => of === 'organisation_paid');
  expect(own.map(({ amountCents }) => amountCents).sort()).toEqual([-10_000, 10_000]);
});

test('a part that somebody else paid meanwhile is refused, and what was divided stays on the form', async () => {
  let claimId = '';
  await open('treasurer', async (made) => {
    claimId = await approved(made);
  });
  await bringIn(camt([bought(-10_000, { iban: 'NL02ABNA0123456789', name: 'Onbekend' })]), 1);
  await follow(/^Kies zelf wat/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.claims }));
  fireEvent.click(await screen.findByRole('checkbox', { name: /A. Bakker/ }));
  await type(partAmount, '86,40');
  await press(nlBank.choose.next(1_360));
  const payment = { claimId, number: 1, amountCents: 8_000, paidOn: '2026-11-23', reference: '' };
  await now.phone.do('payment.record', payment, now.chair);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.cost }));
  await type(nlBank.choose.what, 'Koffie');
  await press(nlBank.choose.save(-10_000));
  await says(refusalText('already_paid').happened);
  expect(await now.phone.all<BankMatch>('bankMatch')).toEqual([]);
  expect(await now.phone.all<LedgerLine>('ledgerLine')).not.toContainEqual(
    expect.objectContaining({ account: 'organisation_paid' }),
  );
  expect(screen.getByRole('button', { name: /^Haal weg: Declaratie/ })).toBeTruthy();
});

test('an auditor reads the bank and changes nothing', async () => {
  await open('auditor', async (made) => {
    const { chair, phone } = made;
    const importId = '0198c0de-0000-7000-8000-000000000001';
    await phone.do(
      'bankAccount.add',
      { accountId: account, name: 'Betaalrekening', kind: 'payment', holder: '' },
      chair,
    );
    const days = { from: '2026-11-23', until: '2026-11-23', opening: null, closing: null, importedOn: '2026-11-26' };
    const file = { importId, accountId: account, fileName: 'x.940', format: 'mt940', ...days };
    await phone.do('bankImport.begin', { ...file, lineCount: 1, partCount: 1, warnings: [] }, chair);
    const { bookedOn, cents, iban, name, description } = coffee;
    const line = { bookedOn, valueOn: null, cents, counterIban: iban, counterName: name, description };
    const rest = { reference: '', bankReference: '', code: '', reversal: false, line: 1, nth: 1 };
    const lines = [{ ...line, ...rest }];
    await phone.do('bankImport.addLines', { importId, accountId: account, part: 1, lines, known: [] }, chair);
  });
  await says(nlBank.open.title(1));
  const main = within(document.body);
  expect(main.queryByRole('button', { name: nlBank.pick.button })).toBeNull();
  expect(main.queryByRole('link', { name: /^Kies zelf/ })).toBeNull();
});

test.each(['member', 'secretary', 'district_manager'] as const)('[D12] a %s sees no bank', async (role) => {
  await open(role, async () => {});
  await says(nlBank.hidden);
});

test('a payment that bounced and was taken back by hand: the line out is chosen, the line back is offered', async () => {
  await open('treasurer', async (made) => {
    const claimId = await approved(made);
    const payment = { claimId, number: 1, amountCents: 8_640, paidOn: '2026-11-02', reference: '' };
    await made.phone.do('payment.record', payment, made.chair);
    const reversal = { paymentId: `${claimId}:1`, reason: 'Rekening bestaat niet', reversedOn: '2026-11-24' };
    await made.phone.do('payment.reverse', reversal, made.chair);
  });
  const lines = [bought(-8_640, { iban: '', name: 'Onbekend' }), bought(8_640, { bookedOn: '2026-11-24' })];
  await bringIn(camt(lines), 2);
  await follow(/^Kies zelf wat.*−/);
  fireEvent.click(await screen.findByRole('radio', { name: nlBank.choose.kinds.recorded }));
  const [paid] = await now.phone.all<Payment>('payment');
  await says(/^A. Bakker, .*2 november, later teruggeboekt$/);
  fireEvent.change(await screen.findByLabelText(nlBank.choose.which), { target: { value: paid?.id } });
  await press(nlBank.choose.save(-8_640));
  await says(nlBank.open.done(-8_640));
  await press(/^Klopt: Teruggave van A. Bakker/);
  await says(nlBank.open.none[0]);
  expect(await now.phone.all<Payment>('payment')).toMatchObject([
    { reversed: true, bankCents: 8_640, handBackCents: 0 },
  ]);
  expect(await money()).toMatchObject({ paidCents: 0, balanced: true });
});
