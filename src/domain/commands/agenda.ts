/** What a meeting deals with, and in which order. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { type AgendaItem, agendaItemId } from '../rows.ts';
import { schemas } from './schemas.ts';

/** Puts a proposal, or a point without one, on the agenda. Two phones that add the same proposal make one item. */
export const addAgendaItem = defineCommand({
  name: 'agenda.add',
  v: 1,
  schema: schemas['agenda.add'],
  touches: (args) => [rowKey('agendaItem', itemIdOf(args))],
  run(tx, args) {
    tx.mustOrWait('meeting', args.meetingId);
    if (args.proposalId !== null) tx.mustOrWait('proposal', args.proposalId);
    const { meetingId, proposalId, title, position } = args;
    const item: AgendaItem = { id: itemIdOf(args), meetingId, proposalId, title, position, removed: false };
    const known = tx.get('agendaItem', item.id);
    if (known === undefined || known.removed) tx.put('agendaItem', item);
  },
});

interface ItemName {
  readonly meetingId: string;
  readonly proposalId: string | null;
  readonly itemNonce?: string;
}
function itemIdOf({ meetingId, proposalId, itemNonce }: ItemName): string {
  return proposalId === null ? `${meetingId}:n:${itemNonce ?? ''}` : agendaItemId(meetingId, proposalId);
}

/** Puts an item elsewhere in the order. Nobody is refused for having seen another order: places are numbers between others,
 *  and of equal ones the id decides. */
export const moveAgendaItem = defineCommand({
  name: 'agenda.move',
  v: 1,
  schema: schemas['agenda.move'],
  touches: (args) => [rowKey('agendaItem', args.itemId)],
  run(tx, args) {
    const item = tx.mustOrWait('agendaItem', args.itemId);
    if (item.position !== args.position) tx.put('agendaItem', { ...item, position: args.position });
  },
});

/** Takes an item off the agenda; not once something is decided on it. */
export const removeAgendaItem = defineCommand({
  name: 'agenda.remove',
  v: 1,
  schema: schemas['agenda.remove'],
  touches: (args) => [rowKey('agendaItem', args.itemId)],
  run(tx, args) {
    const item = tx.mustOrWait('agendaItem', args.itemId);
    if (item.removed) return;
    const decided = tx.list('decision', 'itemId', item.id).some((decision) => !decision.withdrawn);
    if (decided) throw new Rejection('wrong_state');
    tx.put('agendaItem', { ...item, removed: true });
  },
});
