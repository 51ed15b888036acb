import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bankTransactionId, type NumberedLine } from '../../../domain/bank/lines.ts';
import type { AuditCheck, AuditFinding, AuditStatement, Role } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { nlAudit } from '../../nl/audit.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { testId } from '../meeting/phone.fixture.tsx';
import { type MoneyPhone, moneyPhone } from '../money/committee.fixture.ts';
import { AuditScreen } from './audit.tsx';
import { CheckScreen } from './check.tsx';

configure({ defaultHidden: true });
vi.mock('../../server-api.ts', () => ({
  readLog: async () => ({ ok: false, why: 'offline', code: 'offline' }),
}));

let now: MoneyPhone;
beforeEach(() =>
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, now: new Date('2026-11-26T12:00:00Z') }),
);
afterEach(async () => {
  dismissToast();
  cleanup();
  vi.useRealTimers();
  await now.phone.close();
});

async function paid(made: MoneyPhone): Promise<string> {
  const treasurer = treasurerOf(made);
  const claimId = await made.handIn(made.other);
  await made.phone.do('claim.approve', { claimId, approvedCents: 8_640, seenClaimedCents: 8_640 }, treasurer);
  const payment = { claimId, number: 1, amountCents: 8_640, paidOn: '2026-11-22', reference: '' };
  await made.phone.do('payment.record', payment, treasurer);
  return claimId;
}
/** As the test library reads the page. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const treasurerOf = (made: MoneyPhone) => ({ ...made.chair, role: 'treasurer' }) as const;
let otherClaim = '';

/** A file with one line, on an account that began with nothing. */
async function bankLine(made: MoneyPhone, cents: number): Promise<string> {
  const [accountId, importId] = ['NL18RABO0123459876', testId()];
  const line: NumberedLine = {
    ...{ bookedOn: '2026-11-24', valueOn: null, cents, counterIban: '', counterName: 'A. Bakker', description: '' },
    ...{ reference: '', bankReference: '', code: '', reversal: false, line: 1, nth: 1 },
  };
  const as = treasurerOf(made);
  await made.phone.do('bankAccount.add', { accountId, name: 'Rekening', kind: 'payment', holder: '' }, as);
  const file = {
    ...{ importId, accountId, fileName: 'x.940', format: 'mt940', from: line.bookedOn, until: line.bookedOn },
    ...{ opening: { cents: 0, on: '2026-11-23' }, closing: { cents, on: line.bookedOn } },
    ...{ lineCount: 1, partCount: 1, warnings: [], importedOn: '2026-11-25' },
  };
  await made.phone.do('bankImport.begin', file, as);
  await made.phone.do('bankImport.addLines', { importId, accountId, part: 1, lines: [line], known: [] }, as);
  return bankTransactionId(accountId, line);
}

const question = (claimId: string | null) => ({
  ...{ findingId: testId(), year: 2026, claimId, text: 'Waar is de bon van de soep?', foundOn: '2026-11-25' },
});

async function open(role: Role, at: (made: MoneyPhone) => Promise<string>): Promise<void> {
  now = await moneyPhone(role);
  await show(await at(now));
}

async function show(at: string): Promise<void> {
  history.replaceState(null, '', at);
  render(
    <AppProvider app={now.phone.app}>
      <LocationProvider>
        <Router>
          <Route path="/kas/controle/:claimId" component={CheckScreen} />
          <Route default component={AuditScreen} />
        </Router>
      </LocationProvider>
      <ToastRegion />
    </AppProvider>,
  );
  await screen.findByRole('heading', { level: 1 });
}
const overview = async (made: MoneyPhone) => {
  await paid(made);
  return '/kas/controle';
};
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const type = async (label: string, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const statements = () => now.phone.all<AuditStatement>('auditStatement');

test('an auditor says of a claim that it is right, and the sample counts it', async () => {
  await open('auditor', async (made) => `/kas/controle/${await paid(made)}`);
  await press(nlAudit.check.right);
  await waitFor(async () => expect(await now.phone.all<AuditCheck>('auditCheck')).toHaveLength(1));
  const [check] = await now.phone.all<AuditCheck>('auditCheck');
  expect(check).toMatchObject({ verdict: 'right', paidCents: 8_640, checkedOn: '2026-11-26' });
  await screen.findByText(nlAudit.check.finished);
});

test('a question about a claim goes to the treasurer with the claim', async () => {
  await open('auditor', async (made) => `/kas/controle/${await paid(made)}`);
  await press(nlAudit.check.question);
  await press(nlAudit.findings.send);
  await screen.findAllByText(nlAudit.findings.textMissing);
  await type(nlAudit.findings.text, 'Waar is de bon van de soep?');
  await press(nlAudit.findings.send);
  await waitFor(async () => expect(await now.phone.all<AuditFinding>('auditFinding')).toHaveLength(1));
  const [finding] = await now.phone.all<AuditFinding>('auditFinding');
  expect(finding).toMatchObject({ text: 'Waar is de bon van de soep?', answer: '', settled: false });
  expect(finding?.claimId).not.toBeNull();
  await screen.findByText(nlAudit.check.yours('question', '2026-11-26'));
});

test('a question that is not sent after all leaves the claim as it was', async () => {
  await open('auditor', async (made) => `/kas/controle/${await paid(made)}`);
  await press(nlAudit.check.question);
  await press(nlAudit.findings.cancel);
  await screen.findByRole('button', { name: nlAudit.check.right });
  expect(await now.phone.all<AuditCheck>('auditCheck')).toEqual([]);
  await press(nlAudit.check.question);
  await type(nlAudit.findings.text, 'Waar is de bon van de soep?');
  await press(nlAudit.findings.send);
  await waitFor(async () =>
    expect(await now.phone.all<AuditCheck>('auditCheck')).toMatchObject([{ verdict: 'question' }]),
  );
});

test('beside a claim stands how much of a line of the bank is about it, and that no file shows it', async () => {
  await open('auditor', async (made) => {
    const claimId = await paid(made);
    const other = await paid(made);
    const line = await bankLine(made, -20_000);
    const parts = [
      { amountCents: 8_640, target: { kind: 'payment', claimId, number: 1 } as const },
      { amountCents: 11_360, target: { kind: 'explained', why: 'other', note: 'Iets anders' } as const },
    ];
    await made.phone.do(
      'bankMatch.make',
      { transactionId: line, round: 1, parts, matchedOn: '2026-11-25' },
      treasurerOf(made),
    );
    otherClaim = other;
    return `/kas/controle/${claimId}`;
  });
  await screen.findByText(new RegExp(plain(nlAudit.check.partOf(8_640))));
  expect(screen.queryByText(nlAudit.check.notAtBank)).toBeNull();
  cleanup();
  await show(`/kas/controle/${otherClaim}`);
  await screen.findByText(nlAudit.check.notAtBank);
});

test('the bank is held beside the books, and the difference is named', async () => {
  await open('auditor', async (made) => {
    const at = await overview(made);
    await bankLine(made, 1_500_000);
    return at;
  });
  await press(nlAudit.verify.start);
  await screen.findByText(plain(nlAudit.verify.bankDiffers('2026-11-24', 1_500_000, 1_500_000 - 8_640)));
});

test('a treasurer answers; an empty answer is no answer', async () => {
  await open('treasurer', async (made) => {
    const claimId = await paid(made);
    await made.phone.do('finding.record', question(claimId), { ...made.other, role: 'auditor' });
    return '/kas/controle';
  });
  await press(nlAudit.findings.doAnswer);
  await screen.findAllByText(nlAudit.findings.answerMissing);
  await type(nlAudit.findings.answer, 'Die zat achter de andere');
  await press(nlAudit.findings.doAnswer);
  await waitFor(async () =>
    expect((await now.phone.all<AuditFinding>('auditFinding'))[0]?.answer).toBe('Die zat achter de andere'),
  );
  expect(screen.queryByRole('button', { name: nlAudit.sign.button })).toBeNull();
});

test('the books are computed again on this device; without a connection the log is said to wait', async () => {
  await open('auditor', overview);
  await press(nlAudit.verify.start);
  await screen.findByText(/alles klopt tot op de cent/);
  await screen.findByText(nlAudit.verify.chainOffline);
});

test('signing asks for a verdict, and for remarks when it is not simply right; a later booking shows', async () => {
  await open('auditor', overview);
  await press(nlAudit.sign.button);
  await screen.findAllByText(nlAudit.sign.verdictMissing);
  fireEvent.click(await screen.findByRole('radio', { name: nlAudit.sign.verdicts.not_right }));
  await press(nlAudit.sign.button);
  await screen.findAllByText(nlAudit.sign.remarksMissing);
  await type(nlAudit.sign.remarks, 'De bon van de soep mist');
  await press(nlAudit.sign.button);
  await waitFor(async () => expect(await statements()).toHaveLength(1));
  expect((await statements())[0]).toMatchObject({ verdict: 'not_right', paidCents: 8_640, signedOn: '2026-11-26' });
  await paid(now);
  await screen.findByText(/Daarna is er nog geboekt/);
});

test('a statement is taken back with a reason, and another can be signed', async () => {
  await open('auditor', async (made) => {
    const at = await overview(made);
    const sign = { year: 2026, verdict: 'right', remarks: '', seenPaidCents: 8_640, signedOn: '2026-11-25' } as const;
    await made.phone.do('statement.sign', sign);
    return at;
  });
  await press(nlAudit.sign.withdraw);
  await press(nlAudit.sign.withdraw);
  await screen.findAllByText(nlAudit.sign.withdrawMissing);
  await type(nlAudit.sign.withdrawWhy, 'Er kwam nog een bon boven');
  await press(nlAudit.sign.withdraw);
  await waitFor(async () => expect((await statements())[0]?.withdrawn).toBe('Er kwam nog een bon boven'));
  await screen.findByRole('button', { name: nlAudit.sign.button });
});
