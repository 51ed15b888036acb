/** What a committee did before a seed begins, on an old phone that nobody uses any more: founded, given members, a first
 *  meeting with an award, claims on it. So that short seeds come to payments and corrections too. Real commands, judged by
 *  the real engine; nothing goes wrong yet. */
import type { ServerEngine } from '../../server/engine/index.ts';
import { upcast } from '../../src/domain/commands/index.ts';
import { protocolVersion } from '../../src/sync/protocol.ts';
import { type Desk, type Maker, newUuid, photoBytes, type Wish } from './desk.ts';
import { createProposal, submitProposal } from './dossierWishes.ts';
import type { LogOracle } from './logOracle.ts';
import { agenda, planMeeting, presence, recordDecision, stepOfMeeting } from './meetingWishes.ts';
import { submitClaim } from './moneyWishes.ts';
import { type FirstMember, foundingWish, memberWish } from './people.ts';
import type { Random } from './random.ts';

export interface PastParts {
  readonly random: Random;
  readonly committeeIds: readonly string[];
  readonly peopleIds: readonly string[];
  readonly oracle: LogOracle;
  readonly engine: ServerEngine;
}
export interface OldPhone {
  readonly deviceId: string;
  readonly personId: string;
}

/** In the order in which things are done; where one cannot be done, the rest goes on. */
const done: readonly Maker[] = [
  ...[createProposal, createProposal, submitProposal, submitProposal],
  ...[planMeeting, stepOfMeeting, agenda, agenda, agenda, presence, presence],
  ...[recordDecision, recordDecision, submitClaim, submitClaim],
];

export async function liveThrough(parts: PastParts, phone: OldPhone, members: readonly FirstMember[]): Promise<void> {
  let deviceSeq = 0;
  const send = async ({ name, args, photos }: Wish): Promise<void> => {
    const known = upcast(name, 1, args);
    if (known === undefined || photos.length > 0) return; // its pictures lie on no phone
    deviceSeq += 1;
    const touches = known.command.touches(known.args);
    const commandId = newUuid(parts.random);
    const command = { deviceSeq, commandId, name, v: 1, args, touches, clientTime: 0 };
    const { deviceId, personId } = phone;
    const { committeeId } = parts.oracle;
    const request = { protocol: protocolVersion, app: 'past', deviceId, committeeId, sentAt: 0, commands: [command] };
    await parts.engine.push({ deviceId, personId }, request);
  };
  await send(foundingWish(deskOf(parts, phone)));
  for (const { personId, role } of members) await send(memberWish(deskOf(parts, phone), personId, role));
  for (const make of done) {
    const wish = make(deskOf(parts, phone));
    if (wish !== undefined) await send(wish);
  }
}

function deskOf({ random, committeeIds, peopleIds, oracle }: PastParts, { personId }: OldPhone): Desk {
  return {
    ...{ random, personId, role: 'chair', peopleIds, committeeIds, busyWith: new Set(), rightsWeight: 0 },
    ...{ rows: (type) => oracle.now(type), heard: { proposals: [], meetings: [] } },
    ...{ heldCommandIds: [], refusedCommandIds: () => [] },
    newPhoto: () => photoBytes(1),
  };
}
