/** All commands by name, and the two questions that phone and server ask before running one. */
import * as v from 'valibot';
import type { Access } from '../access.ts';
import { type Command, Rejection } from '../command.ts';
import { type CommandName, mayRun } from '../permissions.ts';
import { askAdvance, handInAdvance, refundAdvance, settleAdvance } from './advance.ts';
import { answerAdvice, askAdvice, withdrawAdvice } from './advice.ts';
import { addAgendaItem, moveAgendaItem, removeAgendaItem } from './agenda.ts';
import { answerFinding, recordCheck, recordFinding, settleFinding, signStatement, withdrawStatement } from './audit.ts';
import { addBankAccount, addImportLines, beginImport, changeBankAccount, undoImport } from './bankImport.ts';
import { forgetRule, learnRule, makeMatch, undoMatch } from './bankMatch.ts';
import { bookOpening, correctLedger } from './byHand.ts';
import { addReceiptPhoto, submitClaim } from './claim.ts';
import { approveClaim, rejectClaim, returnClaim } from './claimJudge.ts';
import { closeBudgetYear } from './closeYear.ts';
import { addGrant, changeBudgetYear, changeCommittee, foundCommittee, openBudgetYear } from './committee.ts';
import {
  announceConsultation,
  attendConsultation,
  cancelConsultation,
  changeConsultation,
  closeConsultation,
  countBallots,
  settleBallots,
} from './consultation.ts';
import { approveSecond, countersignClaim } from './countersign.ts';
import { correctDecision, recordDecision, withdrawDecision } from './decision.ts';
import { addComment, addDocument, addLesson, changeOwner, removeDocument } from './dossier.ts';
import { dismissDouble } from './double.ts';
import { changeGuide, setYears } from './guide.ts';
import { dropHeld } from './held.ts';
import { addIdea, changeIdea, changeIdeaChannels, joinIdea, setIdeaAside } from './idea.ts';
import {
  changeMeeting,
  changeMeetingRules,
  closeMeeting,
  enterMeeting,
  openMeeting,
  planMeeting,
  setRecusal,
  takePen,
} from './meeting.ts';
import { addMember, changeRole, erasePerson, removeMember, renamePerson } from './member.ts';
import { mergeProposal, splitProposal } from './merge.ts';
import { adoptDecisionList, reopenDecisionList, takeMinutes, writeMinutes } from './minutes.ts';
import { recordCost, reserveForOrganisation, reverseCost } from './organisation.ts';
import { addOutcomePhotos, changeOutcome, publishOutcome, showOutcomePhoto, takeOutcomeBack } from './outcome.ts';
import { tellOutcomeYear } from './outcomeYear.ts';
import { recordPast } from './past.ts';
import { recordPayment, reversePayment } from './payment.ts';
import { dropPaymentFile, makePaymentFile } from './paymentFile.ts';
import { changePlanLine, finishPlan } from './plan.ts';
import { addGuest, markPresence, removeGuest, setPresence, unmarkPresence } from './presence.ts';
import {
  addCoFinancing,
  addCounterContribution,
  changeCoFinancing,
  changeCounterContribution,
  deliverCounterContribution,
} from './promise.ts';
import { changeProposal, createProposal } from './proposal.ts';
import { addNote, finishProposal, returnProposal, submitProposal, withdrawProposal } from './proposalSteps.ts';
import { addQuarters } from './quarter.ts';
import { settleRefused } from './refused.ts';
import { addRule, changeRule, copyRules, retireRule } from './rule.ts';
import { publishProposal, recordRuleCheck } from './ruleCheck.ts';
import { putSavings, startSavings, takeSavings } from './savings.ts';
import { countSupport, destroySheets, settleSupport } from './support.ts';
import { answerObjection, describeSupportArea, judgeSupport, noteSupport, withdrawSupport } from './supportEvidence.ts';
import { addTask, changeTask, handTaskOver, releaseTask, setTaskDone, takeTask } from './task.ts';
import { receiveTransfer, sendTransfer, settleTransfer } from './transfer.ts';
import { addFamiliarity, addHours, withdrawFamiliarity, withdrawHours } from './wijk.ts';

export { type CommandArgs, schemas } from './schemas.ts';

export {
  addAgendaItem,
  addGrant,
  addGuest,
  addMember,
  addNote,
  addQuarters,
  addReceiptPhoto,
  addRule,
  adoptDecisionList,
  answerObjection,
  approveClaim,
  changeBudgetYear,
  changeCommittee,
  changeMeeting,
  changeMeetingRules,
  changeProposal,
  changeRole,
  changeRule,
  closeBudgetYear,
  closeMeeting,
  copyRules,
  correctDecision,
  countSupport,
  createProposal,
  describeSupportArea,
  dropHeld,
  enterMeeting,
  erasePerson,
  finishProposal,
  foundCommittee,
  judgeSupport,
  markPresence,
  moveAgendaItem,
  noteSupport,
  openBudgetYear,
  openMeeting,
  planMeeting,
  putSavings,
  receiveTransfer,
  recordCost,
  recordDecision,
  recordPast,
  recordPayment,
  rejectClaim,
  removeAgendaItem,
  removeGuest,
  removeMember,
  renamePerson,
  reopenDecisionList,
  reserveForOrganisation,
  retireRule,
  returnClaim,
  returnProposal,
  reverseCost,
  reversePayment,
  sendTransfer,
  setPresence,
  setRecusal,
  settleRefused,
  settleSupport,
  settleTransfer,
  startSavings,
  submitClaim,
  submitProposal,
  takeMinutes,
  takePen,
  takeSavings,
  unmarkPresence,
  withdrawDecision,
  withdrawProposal,
  withdrawSupport,
  writeMinutes,
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
  'person.erase': erasePerson,
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
  'support.destroySheets': destroySheets,
  'support.describeArea': describeSupportArea,
  'support.note': noteSupport,
  'support.answer': answerObjection,
  'support.withdraw': withdrawSupport,
  'support.judge': judgeSupport,
  'meeting.plan': planMeeting,
  'meeting.enter': enterMeeting,
  'meeting.change': changeMeeting,
  'meeting.open': openMeeting,
  'meeting.close': closeMeeting,
  'meeting.takePen': takePen,
  'agenda.add': addAgendaItem,
  'agenda.move': moveAgendaItem,
  'agenda.remove': removeAgendaItem,
  'presence.set': setPresence,
  'presence.mark': markPresence,
  'presence.unmark': unmarkPresence,
  'guest.add': addGuest,
  'guest.remove': removeGuest,
  'recusal.set': setRecusal,
  'decision.record': recordDecision,
  'decision.withdraw': withdrawDecision,
  'decision.correct': correctDecision,
  'minutes.take': takeMinutes,
  'minutes.write': writeMinutes,
  'decisionList.adopt': adoptDecisionList,
  'decisionList.reopen': reopenDecisionList,
  'meetingRules.change': changeMeetingRules,
  'consultation.announce': announceConsultation,
  'consultation.change': changeConsultation,
  'consultation.cancel': cancelConsultation,
  'consultation.attend': attendConsultation,
  'ballotStack.count': countBallots,
  'ballotStack.settle': settleBallots,
  'consultation.close': closeConsultation,
  'claim.submit': submitClaim,
  'claim.approve': approveClaim,
  'claim.return': returnClaim,
  'claim.reject': rejectClaim,
  'claim.approveSecond': approveSecond,
  'claim.countersign': countersignClaim,
  'double.dismiss': dismissDouble,
  'advance.ask': askAdvance,
  'advance.handIn': handInAdvance,
  'advance.settle': settleAdvance,
  'advance.refund': refundAdvance,
  'receipt.addPhoto': addReceiptPhoto,
  'payment.record': recordPayment,
  'payment.reverse': reversePayment,
  'bankAccount.add': addBankAccount,
  'bankAccount.change': changeBankAccount,
  'bankImport.begin': beginImport,
  'bankImport.addLines': addImportLines,
  'bankImport.undo': undoImport,
  'bankMatch.make': makeMatch,
  'bankMatch.undo': undoMatch,
  'matchRule.learn': learnRule,
  'matchRule.forget': forgetRule,
  'budgetYear.close': closeBudgetYear,
  'rule.add': addRule,
  'rule.change': changeRule,
  'rule.retire': retireRule,
  'rule.copy': copyRules,
  'quarter.add': addQuarters,
  'savings.start': startSavings,
  'savings.put': putSavings,
  'savings.take': takeSavings,
  'organisation.reserve': reserveForOrganisation,
  'organisationCost.record': recordCost,
  'organisationCost.reverse': reverseCost,
  'transfer.send': sendTransfer,
  'transfer.receive': receiveTransfer,
  'transfer.settle': settleTransfer,
  'idea.add': addIdea,
  'idea.change': changeIdea,
  'idea.join': joinIdea,
  'idea.setAside': setIdeaAside,
  'ideaChannels.change': changeIdeaChannels,
  'proposal.merge': mergeProposal,
  'proposal.split': splitProposal,
  'proposalComment.add': addComment,
  'proposalDocument.add': addDocument,
  'proposalDocument.remove': removeDocument,
  'proposalOwner.change': changeOwner,
  'lesson.add': addLesson,
  'coFinancing.add': addCoFinancing,
  'coFinancing.change': changeCoFinancing,
  'counterContribution.add': addCounterContribution,
  'counterContribution.change': changeCounterContribution,
  'counterContribution.deliver': deliverCounterContribution,
  'ruleCheck.record': recordRuleCheck,
  'proposal.publish': publishProposal,
  'advice.ask': askAdvice,
  'advice.withdraw': withdrawAdvice,
  'advice.answer': answerAdvice,
  'planLine.change': changePlanLine,
  'spendingPlan.finish': finishPlan,
  'outcome.change': changeOutcome,
  'outcome.tellYear': tellOutcomeYear,
  'outcome.addPhotos': addOutcomePhotos,
  'outcome.showPhoto': showOutcomePhoto,
  'outcome.publish': publishOutcome,
  'outcome.takeBack': takeOutcomeBack,
  'proposalGuide.change': changeGuide,
  'proposal.setYears': setYears,
  'volunteerHours.add': addHours,
  'volunteerHours.withdraw': withdrawHours,
  'familiarityCount.add': addFamiliarity,
  'familiarityCount.withdraw': withdrawFamiliarity,
  'paymentFile.make': makePaymentFile,
  'paymentFile.drop': dropPaymentFile,
  'auditCheck.record': recordCheck,
  'finding.record': recordFinding,
  'finding.answer': answerFinding,
  'finding.settle': settleFinding,
  'statement.sign': signStatement,
  'statement.withdraw': withdrawStatement,
  'opening.book': bookOpening,
  'ledger.correct': correctLedger,
  'task.take': takeTask,
  'task.handOver': handTaskOver,
  'task.release': releaseTask,
  'task.add': addTask,
  'task.change': changeTask,
  'task.done': setTaskDone,
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
