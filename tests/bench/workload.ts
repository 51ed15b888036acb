/** The work that is measured: a committee with ten thousand rows, made by commands, and a thousand notes made offline. */
import { uuidV7 } from '../../src/domain/ids.ts';
import type { SentCommand } from '../../src/sync/protocol.ts';

export const committeeId = id(1);
export const founderId = id(2);
export const seedDeviceId = id(3);
export const phoneDeviceId = id(4);
const proposalCount = 50;
export const seedRows = 10_000;

/** The same number gives the same id on server and page. */
export function id(n: number): string {
  const bytes = new Uint8Array(10);
  new DataView(bytes.buffer).setUint32(4, n);
  return uuidV7(1_700_000_000_000, bytes);
}

export const proposalIdOf = (n: number): string => id(100 + (n % proposalCount));

export function foundArgs() {
  return {
    name: 'Meetwijk',
    bodyWord: 'commissie',
    city: 'Enschede',
    founderName: 'Meter',
    year: 2026,
    grantCents: 50_000_00,
    smallLimitCents: 2_500_00,
    quorum: { kind: 'more_than_half' },
    foundedOn: '2026-01-01',
  } as const;
}

export function proposalArgs(n: number) {
  return {
    proposalId: proposalIdOf(n),
    year: 2026,
    title: `Aanvraag ${n}`,
    summary: 'Een buurtfeest met soep, licht en muziek op het plein.',
    applicant: 'Bewonersgroep',
    kind: 'unique_project',
    themeShares: [{ theme: 7, percent: 100 }],
    quarters: [],
    budgetLines: [],
    requestedCents: 1_000_00,
  } as const;
}

/** About 600 bytes as JSON, like the rows of a real committee. */
export function noteArgs(n: number) {
  return {
    noteId: id(1_000 + n),
    proposalId: proposalIdOf(n),
    text: `Notitie ${n}. ${'Wat de buurt ervan zei. '.repeat(16)}`,
  };
}

export function sent(deviceSeq: number, name: string, args: unknown): SentCommand {
  return {
    deviceSeq,
    commandId: id(500_000 + deviceSeq),
    name,
    v: 1,
    args,
    touches: [],
    clientTime: 1_767_000_000_000,
  };
}

/** The commands that give a committee about `rows` rows. */
export function seedCommands(rows: number): readonly SentCommand[] {
  const commands = [sent(1, 'committee.found', foundArgs())];
  for (let n = 0; n < proposalCount; n += 1)
    commands.push(sent(commands.length + 1, 'proposal.create', proposalArgs(n)));
  for (let n = 0; commands.length + 5 < rows; n += 1) {
    commands.push(sent(commands.length + 1, 'proposalNote.add', noteArgs(n)));
  }
  return commands;
}
