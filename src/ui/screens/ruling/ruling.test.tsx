import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Access } from '../../../domain/access.ts';
import type { Advice, AdviceAnswer, Decision, Proposal, RuleCheck } from '../../../domain/rows.ts';
import { ruleId } from '../../../domain/rows.ts';
import { AppProvider } from '../../app-context.tsx';
import { DraftContext, memoryDraftStore } from '../../draft.ts';
import { ToastRegion } from '../../parts/toast.tsx';
import { dismissToast } from '../../parts/toast-store.ts';
import { AnnounceScreen } from '../consultation/announce.tsx';
import { ItemScreen } from '../meeting/item.tsx';
import { type Evening, evening, testId } from '../meeting/phone.fixture.tsx';
import { AdviceScreen, AdvicesScreen } from './district.tsx';
import { RulingScreen } from './ruling.tsx';

configure({ defaultHidden: true });

let now: Evening;
let proposalId: string;
const keys = { amount: testId(), gain: testId() };
const chair = (): Access => ({ ...now.phone.app.access, role: 'chair' });

beforeEach(async () => {
  now = await evening({ open: true });
  proposalId = now.itemIds[0]?.split(':')[1] ?? '';
});
afterEach(async () => {
  vi.useRealTimers();
  dismissToast();
  cleanup();
  await now.phone.close();
});

/** Two rules: one that the app can see, one for people. */
async function withRules() {
  const rule = { year: 2026, owner: 'body', help: '' } as const;
  const amount = { text: 'Hoogstens € 1.000 per aanvraag', check: 'amount_max', limit: 100_000 } as const;
  await now.phone.do('rule.add', { ...rule, ...amount, ruleKey: keys.amount });
  await now.phone.do('rule.add', {
    ...{ ...rule, ruleKey: keys.gain, text: 'Niemand verdient er zelf aan', check: 'judged', limit: null },
  });
}
const found = (key: string, verdict: RuleCheck['verdict']) =>
  now.phone.do('ruleCheck.record', {
    ...{ proposalId, ruleId: ruleId(key, 2026), seen: null, checkedOn: '2026-11-20' },
    finding: { verdict, barrier: null, note: '' },
  });

function open(path: string, app = now.phone.app) {
  history.replaceState(null, '', path);
  return render(
    <AppProvider app={app}>
      <DraftContext.Provider value={{ store: memoryDraftStore(), holdUpdate: () => () => {} }}>
        <LocationProvider>
          <Router>
            <Route path="/aanvragen/:id/toets" component={RulingScreen} />
            <Route path="/raadpleging/nieuw" component={AnnounceScreen} />
            <Route path="/advies" component={AdvicesScreen} />
            <Route path="/advies/:id" component={AdviceScreen} />
            <Route path="/vergadering/:id/punt/:itemId" component={ItemScreen} />
          </Router>
        </LocationProvider>
        <ToastRegion />
      </DraftContext.Provider>
    </AppProvider>,
  );
}
const toets = (query = '') => open(`/aanvragen/${proposalId}/toets${query}`);
const type = async (label: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const checks = () => now.phone.all<RuleCheck>('ruleCheck');

describe('[S6] the check', () => {
  test('the app proposes with its reason; nothing is found until a person agrees', async () => {
    await withRules();
    toets();
    await screen.findByText(/Voorstel van de app: te herstellen\. Gevraagd is € 1\.250,00\. Dat is € 250,00 te veel/);
    await screen.findByText('Dit kan de app niet zien. Dat beoordeelt u zelf.');
    expect(await checks()).toEqual([]);
    await press('Neem 1 voorstel over');
    await screen.findByText('Vraag hoogstens € 1.000,00, of zoek geld bij anderen voor de rest.');
    expect(await checks()).toMatchObject([{ verdict: 'can_be_mended', checkedBy: now.phone.app.personId }]);
  });

  test('a person finds something else, with the reason and a ready sentence', async () => {
    await withRules();
    toets(`?regel=${encodeURIComponent(ruleId(keys.gain, 2026))}`);
    await press('Bewaar het oordeel');
    await screen.findAllByText('Kies wat u van deze regel vindt');
    await choose(/^Niet gehaald/);
    await choose('Iemand verdient er zelf aan');
    await press(/^Gebruik: “Het wijkbudget is voor de buurt/);
    await press('Bewaar het oordeel');
    await waitFor(async () =>
      expect(await checks()).toMatchObject([
        { verdict: 'no', barrier: 'private_gain', note: expect.stringMatching(/^Het wijkbudget is voor de buurt/) },
      ]),
    );
  });

  test('what can be mended goes back to the initiator in the sentences that were found', async () => {
    await withRules();
    toets();
    await press('Neem 1 voorstel over');
    await press('Vraag om te herstellen');
    const sheet = within(await screen.findByRole('dialog'));
    expect((sheet.getByRole('textbox') as HTMLTextAreaElement).value).toMatch(/^Vraag hoogstens €\u00a01\.000,00/);
    fireEvent.click(sheet.getByRole('button', { name: /^Geef/ }));
    await waitFor(async () => {
      const proposals = await now.phone.all<Proposal>('proposal');
      expect(proposals.find(({ id }) => id === proposalId)).toMatchObject({
        state: 'returned',
        returnReason: expect.stringContaining('€\u00a01.000,00'),
      });
    });
  });
});

describe('[S8] the road', () => {
  test('is shown with its reason, and a publication with its last day', async () => {
    const rule = { year: 2026, owner: 'body', help: '' } as const;
    await now.phone.do('rule.add', {
      ...{ ...rule, ruleKey: testId(), text: 'Eerst bekend', check: 'publish_from', limit: 100_000 },
    });
    await now.phone.do('rule.add', {
      ...{ ...rule, ruleKey: testId(), text: 'Drie weken', check: 'publication_days', limit: 21 },
    });
    toets();
    await screen.findByText('Eerst bekendmaken, dan beslissen');
    await screen.findByText('Gevraagd is € 1.250,00. Vanaf € 1.000,00 hoort de wijk het eerst.');
    await screen.findByText('De aanvraag is nog niet bekendgemaakt.');
    fireEvent.click(await screen.findByRole('link', { name: 'Leg vast dat het bekend is' }));
    await type('Op welke dag?', '2026-11-02');
    expect((screen.getByLabelText(/Tot en met welke dag/) as HTMLInputElement).value).toBe('2026-11-23');
    await press('Bewaar de bekendmaking');
    await screen.findAllByText('Schrijf op waar het stond');
    await type('Waar stond het?', 'Wijkkrant');
    await press('Bewaar de bekendmaking');
    await screen.findByText(/reageren was tot en met 23 november/);
    await screen.findByText(/Bekendgemaakt op 2 november: Wijkkrant/);
  });
});

test('[S9] a plan for the consultation is ticked in its announcement already, beside what was begun before', async () => {
  await now.phone.do('rule.add', {
    ...{ year: 2026, owner: 'body', help: '', ruleKey: testId(), text: 'Vanaf € 1.000', check: 'consult_from' },
    limit: 100_000,
  });
  toets();
  const link = await screen.findByRole<HTMLAnchorElement>('link', { name: /wijkraadpleging/i });
  cleanup();
  open(`${link.pathname}${link.search}`);
  const ticked = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Lichtjestocht/ });
  await waitFor(() => expect(ticked.checked).toBe(true));
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)).toHaveLength(1);
});

describe('[S6] deciding against the rules', () => {
  const item = () => open(`/vergadering/${now.meetingId}/punt/${now.itemIds[0]}`);
  const decisions = () => now.phone.all<Decision>('decision');
  beforeEach(async () => {
    await withRules();
    for (const personId of now.memberIds)
      await now.phone.do('presence.set', { meetingId: now.meetingId, personId, state: 'present' });
  });

  test('an award with a rule missed asks for the reason, which ends up in the decision', async () => {
    await found(keys.amount, 'no');
    await found(keys.gain, 'yes');
    item();
    await press(/^Allen voor: 7$/);
    await choose('Toekennen');
    await screen.findByText('1 regel is niet gehaald.');
    await press(/^Leg vast/);
    await screen.findAllByText('Schrijf op waarom u het toch toekent');
    expect(await decisions()).toEqual([]);
    await type('Waarom kent u het toch toe?', 'Het is voor drie buurten samen');
    await press(/^Leg vast/);
    await screen.findByText(/Afwijking van de regels\. Niet gehaald: “Hoogstens € 1\.000 per aanvraag”/);
    expect((await decisions())[0]?.exception).toEqual({
      kind: 'rules_missed',
      rules: [{ ruleId: ruleId(keys.amount, 2026), text: 'Hoogstens € 1.000 per aanvraag' }],
      reason: 'Het is voor drie buurten samen',
    });
  });

  test('a part within the rule for the amount goes along with the rules, and asks nothing', async () => {
    await found(keys.amount, 'can_be_mended');
    await found(keys.gain, 'yes');
    item();
    await press(/^Allen voor: 7$/);
    await choose('Deels');
    await type('Toegekend bedrag', '1.000');
    await waitFor(() => expect(screen.queryByLabelText('Waarom kent u het toch toe?')).toBeNull());
    await type(/^Reden/, 'Meer mag niet');
    await press(/^Leg vast/);
    await waitFor(async () => expect(await decisions()).toMatchObject([{ awardedCents: 100_000 }]));
    expect((await decisions())[0]?.exception).toBeUndefined();
  });

  test('what is written down later is held against the road as it was on the evening', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 11, 1, 12), shouldAdvanceTime: true });
    const publish = { year: 2026, owner: 'body', help: '', text: 'Eerst bekend', check: 'publish_from' } as const;
    await now.phone.do('rule.add', { ...publish, ruleKey: testId(), limit: 100_000 });
    const publication = { on: '2026-11-19', until: '2026-11-26', where: 'Wijkkrant' }; // the evening was on the 25th
    await now.phone.do('proposal.publish', { proposalId, publication, seen: null });
    item();
    await press(/^Allen voor: 7$/);
    await choose('Toekennen');
    await screen.findByText('De tijd om te reageren is niet voorbij.');
  });

  test('[S8] an award above the limit for small projects, without asking the neighbourhood, asks for the reason too', async () => {
    open(`/vergadering/${now.meetingId}/punt/${now.itemIds[2]}`);
    await screen.findByText(/^Naar de wijkraadpleging\. Er is nog geen uitslag/);
    await press(/^Allen voor: 7$/);
    await choose('Toekennen');
    await screen.findByText('De wijk is niet geraadpleegd.');
    await press(/^Leg vast/);
    await screen.findAllByText('Schrijf op waarom u het toch toekent');
    expect(await decisions()).toEqual([]);
    await type('Waarom kent u het toch toe?', 'Het hart moet er voor de winter hangen');
    await press(/^Leg vast/);
    await screen.findByText(
      'Afwijking van de regels. De wijk is niet geraadpleegd. Toch toegekend: Het hart moet er voor de winter hangen',
    );
    expect((await decisions())[0]?.exception).toMatchObject({ kind: 'rules_missed', rules: [{ ruleId: 'road' }] });
  });

  test('a refusal although all rules are met says so, with the reason of the refusal', async () => {
    await found(keys.amount, 'not_applicable');
    await found(keys.gain, 'yes');
    item();
    await choose('Afwijzen');
    await screen.findByText(/Alle regels zijn gehaald\. Schrijf hieronder goed op/);
    await type(/^Reden/, 'Het geld gaat dit jaar naar de speeltuin');
    await press(/^Leg vast/);
    await screen.findByText(/De commissie wijst het toch af/);
    expect((await decisions())[0]?.exception).toEqual({
      kind: 'all_rules_met',
      rules: [],
      reason: 'Het geld gaat dit jaar naar de speeltuin',
    });
  });

  test('rules that nobody checked are named and ask nothing', async () => {
    item();
    await screen.findByText('2 regels zijn nog niet getoetst.');
    await press(/^Allen voor: 7$/);
    await choose('Toekennen');
    expect(screen.queryByLabelText('Waarom kent u het toch toe?')).toBeNull();
    await press(/^Leg vast/);
    await waitFor(async () => expect(await decisions()).toHaveLength(1));
    expect((await decisions())[0]?.exception).toBeUndefined();
  });
});

describe('[S10] advice', () => {
  test('is asked by the committee, answered twice by the district, and both are shown at the decision', async () => {
    toets('?doe=advies');
    await press('Stel de vraag');
    await screen.findAllByText('Schrijf op wat u wilt weten');
    await type('Uw vraag', 'Mag het plein dicht?');
    await press('Stel de vraag');
    await screen.findByText('Nog geen antwoord');
    cleanup();
    const district = {
      ...now.phone.app,
      access: { ...chair(), role: 'district_manager' as const, personId: testId() },
    };
    open('/advies', district);
    fireEvent.click(await screen.findByRole('link', { name: /Lichtjestocht/ }));
    await screen.findByText('€ 1.250,00');
    // The engine of this phone acts for the secretary, who may not answer: the district's own device does.
    const [asked] = await now.phone.all<Advice>('advice');
    const answer = (view: AdviceAnswer['view'], text: string) =>
      now.phone.do(
        'advice.answer',
        { answerId: testId(), adviceId: asked?.id ?? '', view, text, answeredOn: '2026-11-20' },
        district.access,
      );
    await answer('objection', 'De straat is al open.');
    await answer('no_objection', 'Het riool is eerder klaar.');
    cleanup();
    open(`/vergadering/${now.meetingId}/punt/${now.itemIds[0]}`);
    await screen.findByText('De straat is al open.');
    await screen.findByText('Het riool is eerder klaar.');
    await screen.findByText('Geen bezwaar');
  });

  test('the form of the district asks for words with a condition or an objection', async () => {
    const adviceId = testId();
    await now.phone.do('advice.ask', {
      ...{ adviceId, proposalId, question: 'Mag het?', neededBy: null, askedOn: '2026-11-20' },
      about: { title: 'Feest', summary: '', requestedCents: 100, quarters: [], streets: '', period: null },
    });
    const { personId } = now.phone.app;
    const role = { role: 'district_manager', seenRole: 'secretary' } as const;
    await now.phone.do('member.changeRole', { personId, proposalIds: [], ...role }, chair());
    open(`/advies/${adviceId}`);
    await press('Geef het advies');
    await screen.findAllByText('Kies wat u vindt');
    await choose('Bezwaar');
    await press('Geef het advies');
    await screen.findAllByText('Schrijf op welke voorwaarden of welk bezwaar u heeft');
  });
});
