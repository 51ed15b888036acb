/** Opening and closing a person's work on this device. Without a connection the device's own note of who works here is
 *  enough; the server is asked behind it. */
import type { Access } from '../domain/access.ts';
import type { IsoDate } from '../domain/rows.ts';
import type { Unsent } from '../sync/engine.ts';
import { SignedOut, StorageLost, Unreachable } from '../sync/ports.ts';
import {
  type Account,
  type CommitteeInfo,
  clearCurrent,
  noteUnanswered,
  readAccounts,
  saveCurrent,
} from './account.ts';
import { publicKey } from './keys.ts';
import { type Answer, askJson, shutNet } from './net.ts';
import { newId } from './ports.ts';
import type { PracticeWords } from './practice.ts';
import { mayBeLeft } from './practicePerson.ts';
import { sessionStore, signedOut } from './session.ts';
import { StorageStuck } from './stuck.ts';
import { tellTabsSignedOut } from './tabs.ts';
import type { Work } from './work.ts';

export type { PracticeWords } from './practice.ts';
export { type Session, sessionStore } from './session.ts';

declare const __BUURTKAS_BUILD__: string;
const appVersion = typeof __BUURTKAS_BUILD__ === 'string' ? __BUURTKAS_BUILD__ : 'test';

let running: Work | undefined;
let letGo = (): void => {}; // of the practice evening of this tab

/** Decides who works here. Resolves with `sessionStore` at `ready`, `signed_out` or `stuck`; never throws. */
export async function openSession(): Promise<void> {
  try {
    const { current, signOutOwed } = await readAccounts();
    if (current !== null) {
      sessionStore.setState({ state: 'opening' }); // the screen can be fetched while the database opens
      await open(current);
      void refreshAccount(current);
    } else if (signOutOwed) {
      sessionStore.setState(signedOut);
      if ((await tryAsk('POST', '/api/sign-out', {})) !== undefined) await clearCurrent(false);
    } else {
      const known = accountFrom(await tryAsk('GET', '/api/me'), null);
      if (known === undefined) sessionStore.setState(signedOut);
      else await openNew(known);
    }
  } catch (error) {
    showStuck(error);
  }
  void wipeLeft();
}

/** Behind an opened session: of a practice evening that was cut off nothing stays either. */
async function wipeLeft(): Promise<void> {
  try {
    if (await mayBeLeft()) await (await import('./practiceHold.ts')).wipeLeftPractice();
  } catch {
    // Storage that does not answer was told above, and the next start tries again.
  }
}

function showStuck(error: unknown): void {
  const problem = error instanceof StorageStuck ? 'storage_stuck' : 'storage_lost';
  sessionStore.setState({ ...signedOut, state: 'stuck', problem });
}

export type SignIn = ({ readonly token: string } | { readonly code: string }) & { readonly deviceName: string };
export type SignInResult =
  | { readonly ok: true }
  /** offline · stuck · too_many · invite_unknown · invite_used · invite_expired · code_dead · or another code of the server */
  | { readonly ok: false; readonly code: string };

/** Where the storage does not answer, `sessionStore` says so; who came as far is signed in when the app opens again. */
export async function signIn(asked: SignIn): Promise<SignInResult> {
  try {
    return await askToSignIn(asked);
  } catch (error) {
    showStuck(error);
    return { ok: false, code: 'stuck' };
  }
}

async function askToSignIn({ deviceName, ...secret }: SignIn): Promise<SignInResult> {
  const { deviceIdByPerson, unansweredDeviceId } = await readAccounts();
  const known = Object.values(deviceIdByPerson).reverse();
  const candidates = [...(unansweredDeviceId ? [unansweredDeviceId] : []), ...known, newId()];
  // Whoever was here before comes back as the same device, and what is unsent with it. Whose invitation this is only the
  // server knows: it says `device_taken` to a device of somebody else.
  for (const deviceId of new Set(candidates)) {
    let answer: Answer;
    try {
      const body = { ...secret, deviceName, deviceId, publicKey: await publicKey() };
      answer = await askJson('POST', '/api/sign-in', body);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await noteUnanswered(deviceId);
      // Who tried too often hears when to come back; everybody else without an answer is offline.
      return { ok: false, code: error.retryAfterMs === null ? 'offline' : 'too_many' };
    }
    if (answer.json['code'] === 'device_taken') continue;
    if (answer.status !== 200) return { ok: false, code: String(answer.json['code'] ?? 'refused') };
    const account = accountFrom(answer, deviceName);
    if (account === undefined) return { ok: false, code: 'offline' };
    await openNew(account);
    return { ok: true };
  }
  return { ok: false, code: 'device_taken' };
}

/** Ends the session on this device. What was not sent stays here, and goes when the same person signs in again. */
export async function signOut(): Promise<Unsent> {
  const { opened, personId } = sessionStore.getState();
  await opened?.engine.refreshStatus();
  const unsent = opened?.engine.status().unsent ?? { commands: 0, photos: 0 };
  close();
  sessionStore.setState(signedOut);
  const heard = await tryAsk('POST', '/api/sign-out', {});
  await clearCurrent(heard === undefined);
  if (personId !== null) tellTabsSignedOut(personId);
  return unsent;
}

export async function openCommittee(committeeId: string): Promise<void> {
  const { current } = await readAccounts();
  if (current === null) return;
  await saveCurrent({ ...current, committeeId });
  sessionStore.setState({ committeeId, access: null, removed: false });
  await running?.showRights();
}

/** Closes the work of whoever is signed in, so that nothing of the evening can get into it, and opens an invented wijk that
 *  no server hears of. */
export async function beginPractice(words: PracticeWords, today: IsoDate): Promise<void> {
  const [{ openWork }, practice, { holdPractice, wipePractice }] = await Promise.all([
    ...([import('./work.ts'), import('./practice.ts'), import('./practiceHold.ts')] as const),
  ]);
  close();
  letGo = holdPractice(() => void backToWork());
  shutNet(true);
  sessionStore.setState({ ...signedOut, state: 'opening' });
  try {
    await wipePractice();
    const account = practice.practiceAccount(words.name);
    running = await openWork(account, appVersion);
    const committeeId = account.committeeId ?? '';
    await practice.seedPractice(running.store, committeeId, words, today);
    const access = { personId: account.personId, role: 'chair', proposalIds: [], v: 1 } as const;
    await running.opened.engine.join(committeeId, access);
    sessionStore.setState({ ...signedOut, ...shown(account), state: 'ready', opened: running.opened, practice: true });
    await running.showRights(); // `start` is never called: this work does not sync
  } catch {
    await endPractice();
  }
}

/** Throws the evening away, and gives back the work of whoever is signed in. */
export async function endPractice(): Promise<void> {
  close();
  const { wipePractice } = await import('./practiceHold.ts');
  await wipePractice().catch(() => undefined); // thrown away at the next start
  letGo();
  await backToWork();
}

/** Also where another tab of this browser began to practise: that one has the invented wijk now. */
async function backToWork(): Promise<void> {
  close();
  shutNet(false);
  sessionStore.setState({ ...signedOut, state: 'starting' });
  await openSession();
}

async function openNew(account: Account): Promise<void> {
  await saveCurrent(account);
  await open(account);
}

async function open(account: Account): Promise<void> {
  // The engine and the database come apart from the sign-in screen, which a first visit shows before them.
  const { openWork } = await import('./work.ts');
  close();
  const { personId, committees } = account;
  running = await openWork(account, appVersion);
  for (const info of committees) await running.opened.engine.join(info.committeeId, founderAccess(info, personId));
  sessionStore.setState({ ...signedOut, ...shown(account), state: 'ready', opened: running.opened });
  await running.showRights();
  running.start();
}

function close(): void {
  running?.stop();
  running = undefined;
}

const shown = ({ personId, deviceId, committeeId, committees }: Account) => ({
  personId,
  deviceId,
  committeeId,
  committees,
});

/** A founder may begin before the first pull; everybody else waits for the rights that the server gives. */
function founderAccess({ role }: CommitteeInfo, personId: string): Access | null {
  return role === 'founder' ? { personId, role, proposalIds: [], v: 0 } : null;
}

/** Behind an opened session: which committees there are now. A refusal changes nothing here; syncing will show it. */
async function refreshAccount(before: Account): Promise<void> {
  const now = accountFrom(await tryAsk('GET', '/api/me'), before.deviceName);
  if (now === undefined || now.personId !== before.personId || now.deviceId !== before.deviceId) return;
  const engine = sessionStore.getState().opened?.engine;
  if (engine === undefined || sessionStore.getState().personId !== now.personId) return;
  // Who was removed keeps the committee in the list until what is unsent is delivered.
  const listed = new Set(now.committees.map(({ committeeId }) => committeeId));
  const committees = [...now.committees, ...before.committees.filter(({ committeeId }) => !listed.has(committeeId))];
  const open = before.committeeId ?? now.committeeId;
  try {
    await saveCurrent({ ...now, committees, committeeId: open });
    for (const info of now.committees) await engine.join(info.committeeId, founderAccess(info, now.personId));
  } catch (error) {
    if (!(error instanceof StorageLost)) throw error;
  }
  sessionStore.setState({ committees, committeeId: sessionStore.getState().committeeId ?? open });
}

/** Undefined when there is no answer of ours, or a refusal. */
async function tryAsk(method: string, path: string, body?: unknown): Promise<Answer | undefined> {
  try {
    const answer = await askJson(method, path, body);
    return answer.status === 200 ? answer : undefined;
  } catch (error) {
    // Signed out already is as good as signed out.
    if (error instanceof SignedOut && path === '/api/sign-out') return { status: 200, json: {} };
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
}

function accountFrom(answer: Answer | undefined, deviceName: string | null): Account | undefined {
  const { personId, deviceId, committees, founding, deviceName: told } = answer?.json ?? {};
  if (typeof personId !== 'string' || typeof deviceId !== 'string' || !Array.isArray(committees)) return undefined;
  const founder = { name: '', role: 'founder' } as const;
  const infos = (committees as readonly CommitteeInfo[]).map(({ committeeId, name, role }) => ({
    committeeId,
    name,
    role,
  }));
  const all = typeof founding === 'string' ? [...infos, { committeeId: founding, ...founder }] : infos;
  const name = deviceName ?? (typeof told === 'string' ? told : '');
  return { personId, deviceId, deviceName: name, committees: all, committeeId: all[0]?.committeeId ?? null };
}
