/** Money from one committee to another crosses two logs (D15): a command of the server in the other one, under an id made
 *  from the transfer, then one in the sender's that says how it ended. Each can be given again: a server that stops in
 *  between goes on where it was. */

import type { Transfer } from '../../src/domain/rows.ts';
import type { OwnCommand, OwnOutcome } from './own.ts';
import { runOwn } from './own.ts';
import type { EnginePorts } from './ports.ts';
import { Turn } from './turn.ts';

type Give = (committeeId: string, command: OwnCommand) => Promise<OwnOutcome | undefined>;

/** Brings everything that is under way from this committee to its end; answers how many that were. */
export async function deliverTransfers(ports: EnginePorts, committeeId: string): Promise<number> {
  const { sent, fromName } = await underWay(ports, committeeId);
  const give: Give = (id, command) => giveOwn(ports, id, command);
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

/** Undefined when there is no such committee on this server. */
async function giveOwn(ports: EnginePorts, committeeId: string, command: OwnCommand): Promise<OwnOutcome | undefined> {
  let grownTo = 0;
  const outcome = await ports.store.write(async (tx) => {
    const turn = await Turn.begin(ports, tx, committeeId);
    if (turn === undefined) return undefined;
    const result = await runOwn(turn, command);
    grownTo = (await turn.end()) ? turn.committee.seq : 0;
    return result;
  });
  if (grownTo > 0) ports.poke(committeeId, grownTo);
  return outcome;
}
