/** One address for each screen of the app, out of the demo's rows. A route without one fails the tests: no screen is
 *  added without being looked at. */
import type { Page } from '@playwright/test';
import { demoId } from '../../scripts/demo/ids.ts';
import { agendaItemId, type Rows } from '../../src/domain/rows.ts';
import { routes } from '../../src/ui/routes.ts';
import type { DemoWorld } from './demo-world.ts';

export interface Screen {
  readonly route: string;
  readonly path: string;
  /** For a file name: 'aanvragen-id-draagvlak'. */
  readonly name: string;
}

/** For a committee that stands: /start is for the first day, and has a test of its own. */
const elsewhere = ['/start', '/aanmelden'];

export async function screensOf(world: DemoWorld, openMeetingId: string): Promise<readonly Screen[]> {
  const paths = await examples(world, openMeetingId);
  return routes
    .filter(({ path }) => !elsewhere.includes(path))
    .flatMap(({ path: route }) => {
      const found = paths[route];
      if (found === undefined) throw new Error(`tests/e2e/screens.ts has no example for ${route}`);
      return found.map((path, n) => ({ route, path, name: nameOf(route) + (n === 0 ? '' : `-${n + 1}`) }));
    });
}

function nameOf(route: string): string {
  return route === '/' ? 'vandaag' : route.slice(1).replaceAll('/', '-').replaceAll(':', '');
}

async function examples(world: DemoWorld, openMeetingId: string): Promise<Record<string, readonly string[]>> {
  // One after the other: each opens the database for itself, and two that do so in one process lock each other out.
  const proposals = await world.rows('proposal');
  const meetings = await world.rows('meeting');
  const claims = await world.rows('claim');
  const items = await world.rows('agendaItem');
  const decisions = await world.rows('decision');
  const consultations = await world.rows('consultation');
  const thisYear = Math.max(...proposals.map(({ year }) => year));
  const held = first(consultations.filter(({ state }) => state === 'closed')).id;
  const counting = first(consultations.filter(({ state }) => state === 'announced')).id;
  const proposal = (start: string) => first(proposals.filter(({ title }) => title.startsWith(start))).id;
  const closed = first(meetings.filter(({ state }) => state === 'closed').reverse());
  const open = items.filter(({ meetingId }) => meetingId === openMeetingId);
  const decision = first(decisions.filter(({ meetingId }) => meetingId === closed.id));
  const claim = (state: 'submitted' | 'returned' | 'approved' | 'paid') =>
    first(
      claims
        .filter(({ kind, awaits }) => kind !== 'advance' && awaits == null)
        .filter((one) => (state === 'paid' ? one.paidCents > 0 : one.state === state && one.paidCents === 0)),
    ).id;
  const advances = claims.filter(({ kind }) => kind === 'advance');
  const openAdvance = first(advances.filter(({ settlement }) => settlement === undefined)).id;
  const settledAdvance = first(advances.filter(({ settlement }) => settlement !== undefined)).id;
  const second = first(claims.filter(({ awaits }) => awaits === 'second')).id;
  const secretary = first((await world.rows('member')).filter(({ role }) => role === 'secretary'));
  const countersigns = await world.rows('countersign');
  const ideas = await world.rows('idea');
  const advice = await world.rows('advice');
  const rules = (await world.rows('rule')).filter(({ check, year }) => check === 'judged' && year === 2026);
  const idea = (fits: (one: Rows['idea']) => boolean) => first(ideas.filter(fits)).id;
  const matched = new Set((await world.rows('bankMatch')).map(({ id }) => id));
  const openLine = first((await world.rows('bankTransaction')).filter(({ id }) => !matched.has(id)));
  const merged = first(proposals.filter(({ mergedIntoId }) => mergedIntoId !== null)).id;
  const [award, busy] = [proposal('Lichtjestocht'), first(open).proposalId];
  return {
    '/kas/bank': [
      '/kas/bank',
      '/kas/bank?deel=bestanden',
      '/kas/bank?deel=gekoppeld',
      `/kas/bank?regel=${encodeURIComponent(openLine.id)}`,
    ],
    '/': ['/'],
    '/wijken': ['/wijken', '/wijken?op=average&jaar=2025'],
    '/wijken/themas': ['/wijken/themas'],
    '/wijken/:id': [`/wijken/${demoId('Lindenes')}`],
    '/taken': [
      '/taken',
      `/taken?taak=${encodeURIComponent(first(await world.rows('task')).id)}`,
      `/taken?taak=${encodeURIComponent(first(await world.rows('task')).id)}&doe=geef`,
      '/taken?doe=nieuw',
      '/taken?doe=weekbericht',
    ],
    '/toestel': ['/toestel'],
    '/toestel/doorgeven': ['/toestel/doorgeven'],
    '/toestel/overnemen': ['/toestel/overnemen'],
    '/meer': ['/meer'],
    '/instellingen': ['/instellingen', '/instellingen?wijzig=stemmen'],
    '/instellingen/leden': [
      '/instellingen/leden',
      `/instellingen/leden?lid=${secretary.id}`,
      '/instellingen/leden?lid=nieuw',
    ],
    '/instellingen/regels': [
      '/instellingen/regels',
      '/instellingen/regels?regel=nieuw',
      '/instellingen/regels?themas=1',
      '/instellingen/regels?drempels=1',
      '/instellingen/regels?tweede=1',
    ],
    '/instellingen/buurten': ['/instellingen/buurten'],
    '/hulp': ['/hulp'],
    '/oefenen': ['/oefenen'],
    '/hulp/:topic': ['/hulp/aanvraag'],
    '/ideeen': ['/ideeen'],
    '/ideeen/nieuw': ['/ideeen/nieuw'],
    '/ideeen/:id': [
      `/ideeen/${idea(({ voice }) => voice !== null)}`,
      `/ideeen/${idea(({ proposalId }) => proposalId !== null)}`,
    ],
    '/aanvragen': ['/aanvragen'],
    '/aanvragen/nieuw': ['/aanvragen/nieuw'],
    '/aanvragen/:id': [
      `/aanvragen/${award}`,
      `/aanvragen/${busy}`,
      `/aanvragen/${merged}`,
      `/aanvragen/${proposal('Repair')}`,
    ],
    '/aanvragen/:id/toets': [
      `/aanvragen/${busy}/toets`,
      `/aanvragen/${award}/toets`,
      `/aanvragen/${busy}/toets?regel=${encodeURIComponent(first(rules).id)}`,
      `/aanvragen/${busy}/toets?doe=bekendmaken`,
      `/aanvragen/${busy}/toets?doe=advies`,
    ],
    '/advies': ['/advies'],
    '/advies/:id': [`/advies/${first(advice).id}`],
    '/aanvragen/:id/draagvlak': [`/aanvragen/${award}/draagvlak`, `/aanvragen/${busy}/draagvlak`],
    '/aanvragen/:id/draagvlak/noteren': [`/aanvragen/${busy}/draagvlak/noteren`],
    '/aanvragen/:id/draagvlak/tellen': [`/aanvragen/${busy}/draagvlak/tellen`],
    '/aanvragen/:id/bewerken': [`/aanvragen/${proposal('Verkeersspiegel')}/bewerken`],
    '/aanvragen/:id/verantwoording': [
      `/aanvragen/${award}/verantwoording`,
      `/aanvragen/${proposal('Repair')}/verantwoording`,
      `/aanvragen/${proposal('Taalcafé')}/verantwoording`,
    ],
    '/vergadering': ['/vergadering'],
    '/vergadering/nieuw': ['/vergadering/nieuw'],
    '/vergadering/:id': [`/vergadering/${openMeetingId}`, `/vergadering/${closed.id}`],
    '/vergadering/:id/uitnodiging': [`/vergadering/${openMeetingId}/uitnodiging`],
    '/vergadering/:id/notulen': [`/vergadering/${closed.id}/notulen`],
    '/vergadering/:id/wijzigen': [`/vergadering/${openMeetingId}/wijzigen`],
    '/vergadering/:id/punt/:itemId': [
      `/vergadering/${openMeetingId}/punt/${agendaItemId(openMeetingId, busy ?? '')}`,
      `/vergadering/${closed.id}/punt/${decision.itemId}`,
    ],
    '/vergadering/:id/punt/:itemId/herstellen': [`/vergadering/${closed.id}/punt/${decision.itemId}/herstellen`],
    '/bon/nieuw': ['/bon/nieuw', `/bon/nieuw?aanvraag=${award}`],
    '/bon/voorschot': ['/bon/voorschot'],
    '/bon/:claimId': [`/bon/${claim('submitted')}`, `/bon/${claim('paid')}`, `/bon/${openAdvance}`],
    '/bon/:claimId/afrekenen': [`/bon/${openAdvance}/afrekenen`],
    '/tekenen/:claimId': countersigns.map(({ id }) => `/tekenen/${id}`),
    '/print/declaratie/:claimId': [`/print/declaratie/${claim('paid')}`, `/print/declaratie/${settledAdvance}`],
    '/bon/:claimId/wijzigen': [`/bon/${claim('returned')}/wijzigen`],
    '/kas': ['/kas', '/kas?deel=begroting', '/kas?deel=grootboek'],
    '/vrijwilligers': [
      '/vrijwilligers',
      '/vrijwilligers?doe=uren',
      '/vrijwilligers?doe=telling',
      '/vrijwilligers?doe=bedankjes',
    ],
    '/kas/jaar': [
      ...['/kas/jaar', '/kas/jaar?doe=spaardoel', '/kas/jaar?doe=kosten', '/kas/jaar?doe=overmaken'],
      ...['/kas/jaar?doe=afsluiten', '/kas/jaar?doe=reserveren', '/kas/jaar?doe=beginstand'],
      ...['/kas/jaar?doe=rechtzetten'],
    ],
    '/kas/betalen': ['/kas/betalen'],
    '/kas/balans': ['/kas/balans'],
    '/kas/meenemen': ['/kas/meenemen'],
    '/kas/controle': ['/kas/controle'],
    '/kas/controle/:claimId': [`/kas/controle/${claim('paid')}`],
    '/kas/plan': ['/kas/plan', '/kas/plan?regel=nieuw', '/kas/plan?regel=ideas'],
    '/print/plan/:id': ['/print/plan/concept', `/print/plan/${first(await world.rows('spendingPlan')).id}`],
    '/kas/declaratie/:claimId': [
      `/kas/declaratie/${claim('submitted')}`,
      `/kas/declaratie/${claim('approved')}`,
      `/kas/declaratie/${claim('paid')}`,
      `/kas/declaratie/${settledAdvance}`,
      `/kas/declaratie/${second}`,
    ],
    '/raadpleging/nieuw': ['/raadpleging/nieuw'],
    '/raadpleging/bestand': ['/raadpleging/bestand'],
    '/raadpleging/:id': [`/raadpleging/${counting}`, `/raadpleging/${held}`],
    '/raadpleging/:id/wijzigen': [`/raadpleging/${counting}/wijzigen`],
    '/raadpleging/:id/tellen': [
      `/raadpleging/${counting}/tellen`,
      `/raadpleging/${held}/tellen`,
      `/raadpleging/${counting}/tellen?stapel=1`,
    ],
    '/raadpleging/:id/uitslag': [`/raadpleging/${held}/uitslag`, `/raadpleging/${counting}/uitslag`],
    '/print/raadpleging/:id': [`/print/raadpleging/${held}`],
    '/print/stembriefjes/:id': [`/print/stembriefjes/${counting}`, `/print/stembriefjes/${held}`],
    '/verantwoording': ['/verantwoording', '/verantwoording?jaar=2025'],
    '/verantwoording/projecten': ['/verantwoording/projecten?van=thema&wat=7', '/verantwoording/projecten?van=besluit'],
    '/verantwoording/jaren': ['/verantwoording/jaren'],
    '/print/verantwoording/:jaar': [`/print/verantwoording/${thisYear}`],
    '/presentatie/:jaar': [`/presentatie/${thisYear}`],
    '/print/besluitenlijst/:meetingId': [`/print/besluitenlijst/${closed.id}`],
    '/print/handtekeningenlijst/:proposalId': [`/print/handtekeningenlijst/${busy}`],
  };
}

function first<T>(found: readonly T[]): T {
  const [one] = found;
  if (one === undefined) throw new Error('the demo lacks a row that a screen needs');
  return one;
}

/** Goes there as a tap does, without loading the app again, and waits until the screen says what it is. */
export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.locator('h1').first().waitFor();
  await settled(page);
}

/** Until the live queries of the screen are answered: the page has not changed for some frames. No named function inside:
 *  tsx would have it call a helper that a page does not have. */
export async function settled(page: Page, quietFrames = 6): Promise<void> {
  await page.evaluate(async (quietFrames) => {
    for (let quiet = 0; quiet < quietFrames; quiet += 1) {
      let changed = false;
      const watch = new MutationObserver(() => {
        changed = true;
      });
      watch.observe(document.documentElement, { subtree: true, childList: true, characterData: true });
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16)));
      if (changed) quiet = -1;
      watch.disconnect();
    }
    await document.fonts.ready;
  }, quietFrames);
}
