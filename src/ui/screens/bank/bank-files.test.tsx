import { fireEvent, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { bought, camt, coffee } from '../../../../tests/bank/november.ts';
import type { BankImport, BankMatch, Claim, Payment } from '../../../domain/rows.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlBankFiles } from '../../nl/bank-files.ts';
import { bringIn, follow, give, money, now, open, plain, press, says, transactions, type } from './bank.fixture.tsx';

test('a file is shown before anything is saved; then a claim is paid with one tap, and a second file adds nothing', async () => {
  await open();
  const file = [bought(-8_640), coffee];
  await give(camt(file));
  await says(nlBank.preview.lead);
  await says(nlBank.preview.rows.fits(1_500_000, 1_489_365));
  expect(now.phone.sent).toEqual([]);
  fireEvent.click(await screen.findByRole('checkbox', { name: nlBank.preview.include }));
  await press(nlBank.preview.save(2));
  expect(await screen.findAllByText(nlBank.accounts.nameMissing)).toHaveLength(2); // the account needs a name
  await type(nlBank.accounts.name, 'Betaalrekening');
  await press(nlBank.preview.save(2));
  await says(nlBank.preview.done(2));
  expect(await transactions()).toHaveLength(2);

  await press(new RegExp(`^${plain(nlBank.open.ok)}: Declaratie van A. Bakker`));
  await says(nlBank.open.done(-8_640));
  expect(await now.phone.all<Payment>('payment')).toMatchObject([
    { amountCents: 8_640, bankCents: 8_640, paidOn: '2026-11-23' },
  ]);
  expect((await now.phone.all<Claim>('claim'))[0]).toMatchObject({ paidCents: 8_640 });
  expect(await money()).toMatchObject({ paidCents: 8_640, balanced: true });

  await give(camt(file, 1_500_000, 'nog-eens.xml'));
  await says(nlBank.preview.nothingNew);
  expect(screen.queryByRole('button', { name: /^Lees \d/ })).toBeNull();
});

test('files that are chosen together come in as one; one that is no statement is named, and nothing comes in', async () => {
  await open();
  const december = { ...coffee, bookedOn: '2026-12-21', cents: -2_100, description: 'koffie december' };
  const files = [camt([december], 1_498_005, 'december.xml'), camt([coffee], 1_500_000, 'november.xml')] as const;
  await give(...files, new File(['%PDF-1.7'], 'afschrift.pdf'));
  await says(nlBankFiles.refused('pdf', null, 'afschrift.pdf'));
  expect(nlBankFiles.refused('pdf', null, 'afschrift.pdf')).toMatch(/ \(afschrift\.pdf\)$/);

  await give(...files);
  await screen.findByRole('heading', { name: nlBank.preview.title('december.xml en 1 ander bestand'), level: 1 });
  fireEvent.click(await screen.findByRole('checkbox', { name: nlBank.preview.include }));
  await type(nlBank.accounts.name, 'Betaalrekening');
  await says(nlBank.preview.rows.fits(1_500_000, 1_495_905));
  await press(nlBank.preview.save(2));
  await says(nlBank.preview.done(2));
  expect((await transactions()).map(({ cents }) => cents).sort()).toEqual([-1_995, -2_100]);
});

test('a file is undone as a whole, with what was matched in it, and the corrected one is taken', async () => {
  await open();
  await bringIn(camt([bought(-8_640), coffee]), 2);
  await press(/^Klopt: Declaratie/);
  await says(nlBank.open.done(-8_640));
  expect(await money()).toMatchObject({ paidCents: 8_640 });
  await follow(nlBank.tabs.files);
  await follow(nlBank.files.undoName('november.xml'));
  await says(nlBank.files.undoMatched(1));
  await press(nlBank.files.undoSave(1));
  await says(nlBank.matched.whyMissing);
  expect(await money()).toMatchObject({ paidCents: 8_640 });
  await type(nlBank.files.undoWhy, 'Verkeerde maand');
  await press(nlBank.files.undoSave(1));
  await says(nlBank.files.undoDone);
  expect(await money()).toMatchObject({ paidCents: 0 });
  expect(await now.phone.all<BankMatch>('bankMatch')).toMatchObject([
    { undone: true, undoneReason: 'Verkeerde maand' },
  ]);
  expect(await now.phone.all<BankImport>('bankImport')).toMatchObject([
    { undone: true, undoneReason: 'Verkeerde maand' },
  ]);
  await bringIn(camt([bought(-8_640), coffee], 1_500_000, 'goed.xml'), 2);
  await says(nlBank.open.title(2));
});

test('a payment and a part of it that came back, in one file: undone, both are as if they never were', async () => {
  await open();
  await bringIn(camt([bought(-8_640), { ...bought(4_000), bookedOn: '2026-11-25' }]), 2);
  await press(/^Klopt: Declaratie/);
  await says(nlBank.open.done(-8_640));
  await press(/^Klopt: Teruggave van A. Bakker/);
  await says(nlBank.open.done(4_000));
  expect(await money()).toMatchObject({ paidCents: 4_640 });
  await follow(nlBank.tabs.files);
  await follow(nlBank.files.undoName('november.xml'));
  await type(nlBank.files.undoWhy, 'Verkeerde maand');
  await press(nlBank.files.undoSave(2));
  await says(nlBank.files.undoDone);
  expect(await money()).toMatchObject({ paidCents: 0 });
  expect((await now.phone.all<Payment>('payment')).filter(({ reversed }) => !reversed)).toEqual([]);
});

test('what a later file holds too stays matched when the first is undone', async () => {
  await open();
  await bringIn(camt([bought(-8_640)]), 1);
  await press(/^Klopt: Declaratie/);
  await says(nlBank.open.done(-8_640));
  await bringIn(camt([bought(-8_640), coffee], 1_500_000, 'later.xml'), 1);
  await follow(nlBank.tabs.files);
  await follow(nlBank.files.undoName('november.xml'));
  await type(nlBank.files.undoWhy, 'Dubbel');
  await press(nlBank.files.undoSave(0));
  await says(nlBank.files.undoDone);
  expect(await money()).toMatchObject({ paidCents: 8_640 });
  expect(await now.phone.all<BankMatch>('bankMatch')).toMatchObject([{ undone: false }]);
});

test('days that lie between two files are shown with the amount that is missing', async () => {
  await open();
  await bringIn(camt([coffee]), 1);
  await bringIn(camt([bought(-100, { bookedOn: '2026-12-20' })], 1_490_000, 'december.xml'), 1);
  const [note] = await screen.findAllByText(/ontbreken regels: samen/);
  expect(plain(note?.textContent ?? '')).toContain('€ 80,05'); // 1,498,005 less 1,490,000
});

test('a file that is none says why, and nothing is saved', async () => {
  await open();
  await give(new File(['%PDF-1.7 rekeningafschrift'], 'afschrift.pdf'));
  await says(nlBankFiles.refused('pdf', null));
  expect(now.phone.sent).toEqual([]);
});
