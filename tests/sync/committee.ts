/** A committee with its chair's phone, and what lies on a phone: for tests of the engine. */
import type { Role } from '../../src/domain/rows.ts';
import type { ClientTx } from '../../src/sync/ports.ts';
import { foundArgs, newId, Phone, Server } from './phones.ts';

/** Founded on the phone of the chair, and not sent yet. */
export async function beginUnsent() {
  const server = new Server();
  const committeeId = newId();
  const chair = new Phone(server, newId());
  await server.found(committeeId, chair.personId);
  await chair.join(committeeId, 'founder');
  await chair.engine.dispatch(committeeId, 'committee.found', foundArgs);
  return { server, committeeId, chair };
}

export async function begin() {
  const { server, committeeId, chair } = await beginUnsent();
  await chair.engine.sync(committeeId);
  const addPhone = async (role: Role): Promise<Phone> => {
    const phone = new Phone(server, newId());
    const { personId } = phone;
    const args = { personId, name: role, role, proposalIds: [] };
    await chair.engine.dispatch(committeeId, 'member.add', args);
    await chair.engine.sync(committeeId);
    await phone.join(committeeId);
    await phone.engine.sync(committeeId);
    return phone;
  };
  return { server, committeeId, chair, addPhone };
}
export const proposalOf = async (phone: Phone, committeeId: string, id: string) =>
  phone.read((tx) => tx.rows('proposal').get([committeeId, id]));
export const outboxOf = (phone: Phone, committeeId: string) =>
  phone.read((tx) => tx.outbox.where('committeeId', committeeId));
export const inboxOf = (phone: Phone, committeeId: string) =>
  phone.read((tx) => tx.inbox.where('committeeId', committeeId));
export const metaOf = (phone: Phone, committeeId: string) => phone.read((tx) => metaIn(tx, committeeId));
export async function metaIn(tx: Pick<ClientTx, 'meta'>, committeeId: string) {
  const meta = await tx.meta.get(committeeId);
  if (meta === undefined) throw new Error('no meta');
  return meta;
}
