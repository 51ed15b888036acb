/** The invented wijk on the built server, with its people signed in as they would be: each with a link, on a phone of
 *  their own. One a spec file; tests that change things take a proposal or claim that no other test uses. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { type Demo, demoLinkFor, makeDemoData } from '../../scripts/demo/makeDemo.ts';
import { type PersonKey, people } from '../../scripts/demo/wijk.ts';
import { openServices } from '../../server/services.ts';
import { newId } from '../../server/uuid.ts';
import { type CommandArgs, commands } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { Rows, RowType } from '../../src/domain/rows.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

export interface DemoWorld {
  readonly server: BuiltServer;
  readonly demo: Demo;
  /** The rows of the committee on the server. */
  readonly rows: <T extends RowType>(type: T) => Promise<readonly Rows[T][]>;
  /** An invitation that nobody used yet. */
  readonly link: (key: PersonKey) => Promise<string>;
  /** A page of this person in this browser profile, on Vandaag with everything of the committee on the device. */
  readonly signIn: (context: BrowserContext, key: PersonKey) => Promise<Page>;
  /** A command of a device that no browser has, straight into the server's engine. */
  readonly send: <N extends CommandName>(key: PersonKey, name: N, args: CommandArgs<N>) => Promise<void>;
}

export async function startDemoWorld(options: { readonly dist?: string } = {}): Promise<DemoWorld> {
  let made: Demo | undefined;
  const server = await startBuiltServer({
    ...options,
    prepare: async (dataDir) => {
      made = await makeDemoData(dataDir);
    },
  });
  if (made === undefined) throw new Error('there is no demo');
  const demo = made;
  const { dataDir, url } = server;
  return {
    server,
    demo,
    rows: (type) => readRows(dataDir, demo, type),
    link: (key) => demoLinkFor(dataDir, demo, url, key),
    signIn: async (context, key) => {
      const page = await context.newPage();
      await page.goto(await demoLinkFor(dataDir, demo, url, key));
      await page.getByRole('button', { name: 'Doe mee op dit toestel' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /Vandaag|Goede/ })).toBeVisible({ timeout: 30_000 });
      return page;
    },
    send: (key, name, args) => sendAs(dataDir, demo, key, name, args),
  };
}

async function readRows<T extends RowType>(dataDir: string, demo: Demo, type: T): Promise<readonly Rows[T][]> {
  const { database, store } = await openServices({ dataDir });
  const rows = await store.read((snapshot) => snapshot.allRows(demo.committeeId));
  await database.close();
  return rows.filter((row) => row.type === type).map(({ body }) => body as Rows[T]);
}

async function sendAs(dataDir: string, demo: Demo, key: PersonKey, name: CommandName, args: unknown): Promise<void> {
  const { database, accounts, engine } = await openServices({ dataDir });
  const { committeeId } = demo;
  const personId = demo.personIds[key];
  const deviceId = newId();
  const { token } = await accounts.invite({ kind: 'member', committeeId, personId });
  await accounts.signIn({ token }, { id: deviceId, name: 'Toestel van de test', publicKey: null });
  const command = {
    ...{ deviceSeq: 1, commandId: newId(), name, v: commands[name].v, args, touches: [], clientTime: Date.now() },
  };
  const { outcomes } = await engine.push(
    { deviceId, personId },
    { protocol: 1, app: 'test', deviceId, committeeId, sentAt: Date.now(), commands: [command] },
  );
  await database.close();
  if (outcomes[0]?.outcome !== 'applied') throw new Error(`${name}: ${JSON.stringify(outcomes)}`);
}

/** The meeting of December is open, and everybody with a vote is there. */
export async function openTheMeeting({ rows, send, demo }: DemoWorld): Promise<Rows['meeting']> {
  const meeting = (await rows('meeting')).find(({ state }) => state === 'planned');
  if (meeting === undefined) throw new Error('the demo has no planned meeting');
  await send('secretary', 'meeting.open', { meetingId: meeting.id });
  for (const { key, role } of people) {
    if (role === 'auditor' || role === 'district_manager' || role === 'initiator') continue;
    const personId = demo.personIds[key];
    const at = new Date().toISOString();
    await send('secretary', 'presence.mark', { meetingId: meeting.id, personId, state: 'present', at });
  }
  return meeting;
}
