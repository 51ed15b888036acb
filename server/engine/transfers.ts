/** Money from one committee to another crosses two logs (D15): a command of the server in the other one, under an id made
 *  from the transfer, and one in the sender's that says how it ended. Both in one transaction: between a refusal there and
 *  the way back here the other committee could open its year, and a second delivery arrive. */

import type { Transfer } from '../../src/domain/rows.ts';
import { runOwn } from './own.ts';
import type { EnginePorts } from './ports.ts';
import { inTurns } from './turn.ts';

/** Brings everything that is under way from this committee to its end; answers how many that were. Each can be given again. */
export async function deliverTransfers(ports: EnginePorts, committeeId: string): Promise<number> {
  const { sent, fromName } = await underWay(ports, committeeId);
  for (const { id: transferId, otherId, otherName: _, direction: __, state: ___, ...about } of sent) {
    await inTurns(ports, [committeeId, otherId], async (turns) => {
      const [own, other] = [turns.get(committeeId), turns.get(otherId)];
      if (own === undefined) return;
      const received =
        other &&
        (await runOwn(other, {
          ...{ commandId: `transfer:${transferId}`, name: 'transfer.receive' },
          args: { transferId, ...about, fromCommitteeId: committeeId, fromName },
        }));
      const arrived = received?.kind === 'applied' || received?.kind === 'known';
      await runOwn(own, {
        ...{ commandId: `transfer:${transferId}:settled`, name: 'transfer.settle' },
        args: { transferId, result: arrived ? 'arrived' : 'refused', settledOn: about.sentOn },
      });
    });
  }
  return sent.length;
}

async function underWay(ports: EnginePorts, committeeId: string) {
  return ports.store.read(async (snapshot) => {
    const records = await snapshot.list(committeeId, 'transfer', 'state', 'under_way');
    const committee = await snapshot.row(committeeId, `committee/${committeeId}`);
    const { name: fromName = '' } = (committee?.body ?? {}) as { readonly name?: string };
    return { sent: records.map(({ body }) => body as Transfer), fromName };
  });
}
