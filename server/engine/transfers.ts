/** Money from one committee to another crosses two logs (D15): a command of the server in the other one, under an id made
 *  from the transfer, then one in the sender's that says how it ended. Each can be given again: a server that stops in
 *  between goes on where it was. */

import type { Transfer } from '../../src/domain/rows.ts';
import { type OwnCommand, runOwn } from './own.ts';
import type { EnginePorts } from './ports.ts';
import { inTurn } from './turn.ts';

/** Brings everything that is under way from this committee to its end; answers how many that were. */
export async function deliverTransfers(ports: EnginePorts, committeeId: string): Promise<number> {
  const { sent, fromName } = await underWay(ports, committeeId);
  const give = (id: string, command: OwnCommand) => inTurn(ports, id, (turn) => runOwn(turn, command));
  for (const { id: transferId, otherId, otherName: _, direction: __, state: ___, ...about } of sent) {
    const received = await give(otherId, {
      ...{ commandId: `transfer:${transferId}`, name: 'transfer.receive' },
      args: { transferId, ...about, fromCommitteeId: committeeId, fromName },
    });
    const arrived = received?.kind === 'applied' || received?.kind === 'known';
    await give(committeeId, {
      ...{ commandId: `transfer:${transferId}:settled`, name: 'transfer.settle' },
      args: { transferId, result: arrived ? 'arrived' : 'refused', settledOn: about.sentOn },
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
