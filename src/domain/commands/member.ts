/** Who is in the committee, with which role. The member row is the one truth for rights (D12). */
import { type Context, defineCommand, Rejection, rowKey, type Tx } from '../command.ts';
import type { Member, Person, Role } from '../rows.ts';
import { same } from './rules.ts';
import { schemas } from './schemas.ts';

/** Adds a person, or takes somebody back who was removed. Only a chair makes a chair: a secretary who could would hand
 *  himself every right. */
export const addMember = defineCommand({
  name: 'member.add',
  v: 1,
  schema: schemas['member.add'],
  touches: (args) => [rowKey('member', args.personId), rowKey('person', args.personId)],
  run(tx, args, ctx) {
    mustBeAllowedToMake(args.role, ctx);
    const member = memberFrom(args);
    const person = { id: args.personId, name: args.name };
    const known = tx.get('member', args.personId);
    const knownPerson = tx.get('person', args.personId);
    mustHaveName(knownPerson);
    if (known?.active) {
      if (same(known, member) && same(knownPerson, person)) return;
      throw new Rejection('id_taken');
    }
    tx.put('member', member);
    if (!same(knownPerson, person)) tx.put('person', person);
  },
});

/** Gives another role, or binds an initiator to other proposals. */
export const changeRole = defineCommand({
  name: 'member.changeRole',
  v: 1,
  schema: schemas['member.changeRole'],
  touches: (args) => [rowKey('member', args.personId)],
  run(tx, args) {
    const known = tx.mustOrWait('member', args.personId);
    if (!known.active) throw new Rejection('wrong_state');
    const member = memberFrom(args);
    if (same(known, member)) return;
    if (known.role !== args.seenRole && known.role !== args.role) throw new Rejection('changed_meanwhile');
    if (member.role !== 'chair') mustKeepChair(tx, known);
    tx.put('member', member);
  },
});

/** Takes the rights away. The row stays, so that what the person did keeps a name. */
export const removeMember = defineCommand({
  name: 'member.remove',
  v: 1,
  schema: schemas['member.remove'],
  touches: (args) => [rowKey('member', args.personId)],
  run(tx, args) {
    const known = tx.mustOrWait('member', args.personId);
    if (!known.active) return;
    mustKeepChair(tx, known);
    tx.put('member', { ...known, active: false });
  },
});

export const renamePerson = defineCommand({
  name: 'person.rename',
  v: 1,
  schema: schemas['person.rename'],
  touches: (args) => [rowKey('person', args.personId)],
  run(tx, args) {
    const known = tx.mustOrWait('person', args.personId);
    mustHaveName(known);
    if (known.name !== args.name) tx.put('person', { ...known, name: args.name });
  },
});

/** Stands where a name was: whatever shows, prints or exports names shows this word. */
export const erasedName = 'Gewiste naam';

/** Takes the name of somebody who left out of the rows; the server takes it out of the log too (docs/sync.md, L6). What the
 *  person did stays, without a name. Nothing brings it back: who comes again is invited as somebody new. */
export const erasePerson = defineCommand({
  name: 'person.erase',
  v: 1,
  schema: schemas['person.erase'],
  touches: (args) => [rowKey('person', args.personId), rowKey('member', args.personId)],
  run(tx, { personId, erasedOn }) {
    const known = tx.mustOrWait('person', personId);
    if (tx.get('member', personId)?.active === true) throw new Rejection('still_member');
    if (known.erasedOn === undefined) tx.put('person', { id: personId, name: erasedName, erasedOn });
  },
});

/** A phone that was away may still bring the name that was erased meanwhile. */
function mustHaveName(person: Person | undefined): void {
  if (person?.erasedOn !== undefined) throw new Rejection('name_erased');
}

interface MemberArgs {
  readonly personId: string;
  readonly role: Role;
  readonly proposalIds: readonly string[];
}

/** Only an initiator is bound to proposals; everybody else sees them all. */
function memberFrom({ personId, role, proposalIds }: MemberArgs): Member {
  return { id: personId, role, proposalIds: role === 'initiator' ? proposalIds : [], active: true };
}

function mustBeAllowedToMake(role: Role, ctx: Context): void {
  if (role === 'chair' && ctx.actor.role !== 'chair') throw new Rejection('not_permitted');
}

/** Without a chair nobody could ever give rights again. */
function mustKeepChair(tx: Tx, leaving: Member): void {
  if (leaving.role !== 'chair') return;
  const others = tx.list('member', 'role', 'chair').filter((chair) => chair.active && chair.id !== leaving.id);
  if (others.length === 0) throw new Rejection('last_chair');
}
