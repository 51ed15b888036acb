/** All commands by name, and the two questions that phone and server ask before running one. */
import * as v from 'valibot';
import type { Access } from '../access.ts';
import { type Command, Rejection } from '../command.ts';
import { type CommandName, mayRun } from '../permissions.ts';
import { addReceiptPhoto, submitClaim } from './claim.ts';
import { approveClaim, rejectClaim, returnClaim } from './claimJudge.ts';
import { addGrant, changeBudgetYear, changeCommittee, foundCommittee, openBudgetYear } from './committee.ts';
import { correctDecision, recordDecision, withdrawDecision } from './decision.ts';
import { dropHeld } from './held.ts';
import {
  addAgendaItem,
  changeMeeting,
  closeMeeting,
  openMeeting,
  planMeeting,
  removeAgendaItem,
  setPresence,
  setRecusal,
  takePen,
} from './meeting.ts';
import { addMember, changeRole, removeMember, renamePerson } from './member.ts';
import { recordPast } from './past.ts';
import { recordPayment, reversePayment } from './payment.ts';
import { changeProposal, createProposal } from './proposal.ts';
import { addNote, finishProposal, returnProposal, submitProposal, withdrawProposal } from './proposalSteps.ts';
import { settleRefused } from './refused.ts';
import { countSupport, settleSupport } from './support.ts';
import { answerObjection, describeSupportArea, judgeSupport, noteSupport, withdrawSupport } from './supportEvidence.ts';

export { type CommandArgs, schemas } from './schemas.ts';

export {
  addAgendaItem,
  addGrant,
  addMember,
  addNote,
  addReceiptPhoto,
  answerObjection,
  approveClaim,
  changeBudgetYear,
  changeCommittee,
  changeMeeting,
  changeProposal,
  changeRole,
  closeMeeting,
  correctDecision,
  countSupport,
  createProposal,
  describeSupportArea,
  dropHeld,
  finishProposal,
  foundCommittee,
  judgeSupport,
  noteSupport,
  openBudgetYear,
  openMeeting,
  planMeeting,
  recordDecision,
  recordPast,
  recordPayment,
  rejectClaim,
  removeAgendaItem,
  removeMember,
  renamePerson,
  returnClaim,
  returnProposal,
  reversePayment,
  setPresence,
  setRecusal,
  settleRefused,
  settleSupport,
  submitClaim,
  submitProposal,
  takePen,
  withdrawDecision,
  withdrawProposal,
  withdrawSupport,
};

export const commands = {
  'committee.found': foundCommittee,
  'committee.change': changeCommittee,
  'budgetYear.open': openBudgetYear,
  'budgetYear.change': changeBudgetYear,
  'grant.add': addGrant,
  'member.add': addMember,
  'member.changeRole': changeRole,
  'member.remove': removeMember,
  'person.rename': renamePerson,
  'proposal.create': createProposal,
  'proposal.change': changeProposal,
  'proposal.submit': submitProposal,
  'proposal.return': returnProposal,
  'proposal.withdraw': withdrawProposal,
  'proposal.finish': finishProposal,
  'proposal.record': recordPast,
  'proposalNote.add': addNote,
  'support.count': countSupport,
  'support.settle': settleSupport,
  'support.describeArea': describeSupportArea,
  'support.note': noteSupport,
  'support.answer': answerObjection,
  'support.withdraw': withdrawSupport,
  'support.judge': judgeSupport,
  'meeting.plan': planMeeting,
  'meeting.change': changeMeeting,
  'meeting.open': openMeeting,
  'meeting.close': closeMeeting,
  'meeting.takePen': takePen,
  'agenda.add': addAgendaItem,
  'agenda.remove': removeAgendaItem,
  'presence.set': setPresence,
  'recusal.set': setRecusal,
  'decision.record': recordDecision,
  'decision.withdraw': withdrawDecision,
  'decision.correct': correctDecision,
  'claim.submit': submitClaim,
  'claim.approve': approveClaim,
  'claim.return': returnClaim,
  'claim.reject': rejectClaim,
  'receipt.addPhoto': addReceiptPhoto,
  'payment.record': recordPayment,
  'payment.reverse': reversePayment,
  'held.drop': dropHeld,
  'refused.settle': settleRefused,
} as const satisfies { readonly [N in CommandName]: { readonly name: N } };

export interface Known {
  readonly command: Command;
  readonly args: unknown;
}

/** By arguments that came out of the check below: a command is asked for before it is saved, when it is saved, and whenever
 *  it is replayed, and its arguments are never changed in place. */
const checked = new WeakMap<object, Known>();

/** The command that a name and version stand for, with checked arguments. Undefined: this program does not know it (the
 *  server holds it until it does). Throws `Rejection('malformed')` when the arguments have another shape. */
export function upcast(name: string, version: number, args: unknown): Known | undefined {
  if (!Object.hasOwn(commands, name)) return undefined;
  // The registry holds commands with arguments of their own; behind the check below any of them takes what it was given.
  const command = commands[name as CommandName] as unknown as Command;
  const before = checked.get(args as object);
  if (before?.command === command && version === command.v) return before;
  let current = args;
  for (let at = version; at !== command.v; at += 1) {
    const next = command.older?.[at];
    if (next === undefined) return undefined;
    current = next(current);
  }
  const parsed = v.safeParse(command.schema, current);
  if (!parsed.success) throw new Rejection('malformed');
  const known = { command, args: parsed.output };
  checked.set(parsed.output as object, known);
  return known;
}

/** Throws `Rejection('not_permitted')` when the role may not send this command. Asked with the rights of now, on the
 *  server for the truth and on the phone as a forecast. Whether a proposal is an initiator's own is checked by the
 *  commands themselves, because it depends on rows. */
export function authorize(actor: Access, command: Pick<Command, 'name'>, _args?: unknown): void {
  if (!mayRun(actor.role, command.name)) throw new Rejection('not_permitted');
}
