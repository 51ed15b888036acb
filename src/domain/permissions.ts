/** Which role may send which command: asked on the server at server time, and on the phone to hide what will be refused. */
import type { Access } from './access.ts';

const voting = ['chair', 'secretary', 'treasurer', 'member'] as const;
const board = ['chair', 'secretary'] as const;
const money = ['chair', 'treasurer'] as const;
const withInitiator = [...voting, 'initiator'] as const;
/** The server itself: no person and no phone ever has this role. */
const system = ['system'] as const;

/** An initiator may use these only on own proposals: the command checks that with `mustOwnProposal`. */
export const permissions = {
  'committee.found': ['founder'],
  'committee.change': ['chair', 'system'],
  'budgetYear.open': money,
  'budgetYear.change': money,
  'budgetYear.close': money,
  'grant.add': money,
  'rule.add': board,
  'rule.change': board,
  'rule.retire': board,
  'rule.copy': board,
  'quarter.import': board,
  'savings.start': money,
  'savings.put': money,
  'savings.take': money,
  'organisation.reserve': money,
  'organisationCost.record': money,
  'organisationCost.reverse': money,
  'transfer.send': money,
  'transfer.receive': system,
  'transfer.settle': system,
  'member.add': board,
  'member.changeRole': ['chair'],
  'member.remove': ['chair'],
  'person.rename': board,
  'proposal.create': withInitiator,
  'proposal.change': withInitiator,
  'proposal.submit': withInitiator,
  'proposal.return': voting,
  'proposal.withdraw': withInitiator,
  'proposal.finish': money,
  'proposal.record': system,
  'proposalNote.add': voting,
  'support.count': voting,
  'support.settle': voting,
  'support.describeArea': voting,
  'support.note': voting,
  'support.answer': voting,
  'support.withdraw': voting,
  'support.judge': voting,
  'meeting.plan': board,
  'meeting.enter': board,
  'meeting.change': board,
  'meeting.open': voting,
  'meeting.close': board,
  'meeting.takePen': voting,
  'agenda.add': board,
  'agenda.move': board,
  'agenda.remove': board,
  'presence.set': voting,
  'presence.mark': voting,
  'presence.unmark': voting,
  'guest.add': voting,
  'guest.remove': voting,
  'recusal.set': voting,
  'decision.record': board,
  'decision.withdraw': board,
  'decision.correct': board,
  'minutes.take': voting,
  'minutes.write': voting,
  'decisionList.adopt': board,
  'decisionList.reopen': board,
  'meetingRules.change': ['chair'],
  'consultation.announce': board,
  'consultation.change': board,
  'consultation.cancel': board,
  'consultation.attend': voting,
  'ballotStack.count': voting,
  'ballotStack.settle': voting,
  'consultation.close': board,
  'claim.submit': withInitiator,
  'claim.approve': money,
  'claim.return': money,
  'claim.reject': money,
  'receipt.addPhoto': withInitiator,
  'payment.record': money,
  'payment.reverse': money,
  'held.drop': ['chair'],
  'refused.settle': ['chair'],
} as const satisfies Readonly<Record<string, readonly Access['role'][]>>;

export type CommandName = keyof typeof permissions;

export function mayRun(role: Access['role'], name: string): boolean {
  if (!Object.hasOwn(permissions, name)) return false; // 'constructor' is no command
  const roles: readonly string[] = permissions[name as CommandName];
  return roles.includes(role);
}
