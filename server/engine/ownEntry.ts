/** An entry that the server itself writes: under a device of its own, with numbers as every device has. */
import type { Draft, Turn } from './turn.ts';

export const serverDeviceId = 'server';

type OwnEntry = Pick<Draft, 'commandId' | 'actorId' | 'role' | 'name' | 'v' | 'args' | 'writes'>;

export async function appendOwn(turn: Turn, entry: OwnEntry): Promise<void> {
  const deviceSeq = (await turn.lastSeq(serverDeviceId)) + 1;
  await turn.append({
    ...entry,
    ...{ deviceId: serverDeviceId, deviceSeq, outcome: 'applied', code: null, params: null },
    ...{ clientTime: turn.ports.now(), touches: [], settles: null },
  });
  turn.advance(serverDeviceId, deviceSeq);
}
