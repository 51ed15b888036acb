/** A committee of seven with its phones, made once through the screens; every test begins with a copy of it. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test as base, type LaunchOptions } from '@playwright/test';
import { type BuiltServer, startBuiltServer } from '../built-server.ts';
import {
  addMember,
  firstLinkIn,
  foundCommittee,
  type Invitation,
  invite,
  joinByCode,
  joinByLink,
  type RoleWord,
} from './committee.ts';
import { planMeeting } from './meeting.ts';
import { Phone } from './phone.ts';
import { inviteInitiator, submitProposal } from './proposals.ts';
import { BadWifi } from './proxy.ts';

/** Who has a phone in these tests, by what they do. */
export const people = {
  chair: 'Ans',
  secretary: 'Sjoerd',
  otherSecretary: 'Willem',
  treasurer: 'Fatma',
  volunteer: 'Jan',
  initiator: 'Ineke',
} as const;
export type Who = keyof typeof people;
export type Phones = Readonly<Record<Who, Phone>>;

/** In the order of the agenda. The first one is the initiator's. */
export const proposals = [
  { title: 'Lichtjestocht op het Klosplein', applicant: 'Bewonersgroep Klosplein', amount: '1.250' },
  { title: 'Bankjes langs de beek', applicant: 'Wandelgroep De Schering', amount: '865,40' },
  { title: 'Vuurwerk met oud en nieuw', applicant: 'Feestcomité', amount: '500' },
  { title: 'Moestuin achter de school', applicant: 'Basisschool De Wever', amount: '2.000' },
] as const;

interface Member {
  readonly name: string;
  readonly role: RoleWord;
}
const members: readonly Member[] = [
  { name: people.secretary, role: 'Secretaris' },
  { name: people.otherSecretary, role: 'Secretaris' },
  { name: people.treasurer, role: 'Penningmeester' },
  { name: people.volunteer, role: 'Lid' },
  { name: 'Mo', role: 'Lid' },
  { name: 'Kees', role: 'Lid' },
];

export class World {
  readonly server: BuiltServer;
  readonly wifi: BadWifi;
  /** Addresses in the app of the four dossiers, in the order of the agenda, and of tonight's meeting. */
  readonly dossiers: readonly string[];
  readonly meeting: string;
  readonly #prepared: string;
  readonly #phones: Phones;
  #open: Phone[] = [];

  constructor(parts: {
    readonly server: BuiltServer;
    readonly wifi: BadWifi;
    readonly phones: Phones;
    readonly dossiers: readonly string[];
    readonly meeting: string;
    readonly prepared: string;
  }) {
    this.server = parts.server;
    this.wifi = parts.wifi;
    this.dossiers = parts.dossiers;
    this.meeting = parts.meeting;
    this.#phones = parts.phones;
    this.#prepared = parts.prepared;
  }

  /** Puts everything back as it was made, or as it was saved; the server is there, and no browser is open. */
  async restore(saved = this.#prepared): Promise<Phones> {
    await this.closeAll();
    await this.goDown();
    rmSync(this.server.dataDir, { recursive: true, force: true });
    cpSync(join(saved, 'data'), this.server.dataDir, { recursive: true });
    const play = join(dirname(this.#prepared), 'play');
    const entries = Object.keys(people).map((who) => {
      const phone = this.#phones[who as Who];
      return [who, phone.at(join(saved, who)).copyTo(join(play, who))] as const;
    });
    const phones = Object.fromEntries(entries) as Record<Who, Phone>;
    this.#open = Object.values(phones);
    await this.comeUp();
    return phones;
  }

  /** What all phones and the server hold now, to begin from again. The server and all browsers must be down. */
  save(phones: Phones, name: string): string {
    const folder = join(dirname(this.#prepared), name);
    saveTo(folder, phones, this.server);
    return folder;
  }

  /** A phone of this world with a camera; see Phone.withCamera. */
  withCamera(phone: Phone, film: string): Phone {
    const seeing = phone.withCamera(film);
    this.#open.push(seeing);
    return seeing;
  }

  async goDown(): Promise<void> {
    await this.wifi.down();
    await this.server.stop();
  }

  async comeUp(): Promise<void> {
    this.wifi.weather = 'fair';
    await this.server.start();
    await this.wifi.up();
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.#open.map((phone) => phone.close()));
  }

  async remove(): Promise<void> {
    await this.closeAll();
    await this.wifi.down();
    await this.server.remove();
  }
}

function saveTo(folder: string, phones: Phones, server: BuiltServer): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(server.dataDir, join(folder, 'data'), { recursive: true });
  for (const [who, phone] of Object.entries(phones)) phone.copyTo(join(folder, who));
}

async function makeWorld(launchOptions: LaunchOptions): Promise<World> {
  const server = await startBuiltServer();
  const wifi = new BadWifi(() => server.url);
  await wifi.up();
  const base = dirname(server.dataDir);
  const phone = (who: Who): Phone =>
    new Phone({ name: people[who], profile: join(base, 'made', who), url: wifi.url, launchOptions });
  const phones: Phones = {
    chair: phone('chair'),
    secretary: phone('secretary'),
    otherSecretary: phone('otherSecretary'),
    treasurer: phone('treasurer'),
    volunteer: phone('volunteer'),
    initiator: phone('initiator'),
  };
  const { chair } = phones;
  await chair.open();
  const firstLink = firstLinkIn(server.output()).replace(server.url, wifi.url);
  const committee = { name: 'Spoelkwartier', city: 'Enschede', founder: people.chair, grant: '10.000', limit: '2.500' };
  await foundCommittee(chair, firstLink, committee);
  const invitations = new Map<string, Invitation>();
  for (const { name, role } of members) {
    await addMember(chair, name, role);
    if (Object.values<string>(people).includes(name)) invitations.set(name, await invite(chair.page));
  }
  const dossiers: string[] = [];
  for (const proposal of proposals) dossiers.push(await submitProposal(chair, proposal));
  invitations.set(people.initiator, await inviteInitiator(chair, dossiers[0] ?? '', people.initiator));
  const meeting = await planMeeting(
    chair,
    proposals.map(({ title }) => title),
  );
  for (const [who, phoneOfWho] of Object.entries(phones)) {
    const invitation = invitations.get(people[who as Who]);
    // The secretary opens the link, the others type the short code.
    if (invitation !== undefined) await (who === 'secretary' ? joinByLink : joinByCode)(phoneOfWho, invitation);
    // A browser that closes writes its cookies down; one that is killed within half a minute after signing in does not.
    await phoneOfWho.close();
  }
  await wifi.down();
  await server.stop();
  const prepared = join(base, 'prepared');
  saveTo(prepared, phones, server);
  return new World({ server, wifi, phones, dossiers, meeting, prepared });
}

const makeMsMax = 300_000; // a minute on a quiet machine

export const test = base.extend<object, { readonly world: World }>({
  world: [
    async ({ launchOptions }, use) => {
      const world = await makeWorld(launchOptions);
      await use(world);
      await world.remove();
    },
    { scope: 'worker', timeout: makeMsMax },
  ],
});
