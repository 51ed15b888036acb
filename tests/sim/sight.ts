/** Who may see what, written down a second time from PRODUCT 4 and D12 and on purpose not taken from src/domain/access.ts:
 *  a wrong rule there would otherwise agree with itself. */
import type { Role, Row, Rows, RowType } from '../../src/domain/rows.ts';

export interface Person {
  readonly role: Role;
  readonly proposalIds: readonly string[];
}

type Who = 'everybody' | 'committee' | 'money' | 'sums' | { readonly proposal: string };

const inCommittee: readonly Role[] = ['chair', 'secretary', 'treasurer', 'member', 'auditor'];
const withMoney: readonly Role[] = ['chair', 'treasurer', 'auditor'];

export function whoSees(type: RowType, row: Row): Who {
  switch (type) {
    case 'committee':
    case 'budgetYear':
    case 'storedPhoto':
    case 'quarter':
    case 'rule':
    case 'consultation':
    case 'consultationResult':
      return 'everybody';
    case 'person':
    case 'member':
    case 'proposalNote':
    case 'supportSheet':
    case 'supportCount':
    case 'supportArea':
    case 'supportIndication':
    case 'supportJudgement':
    case 'meeting':
    case 'agendaItem':
    case 'presence':
    case 'recusal':
    case 'meetingRules':
    case 'presenceMark':
    case 'guest':
    case 'minutesNote':
    case 'listAdoption':
    case 'consultationAttendance':
    case 'ballotStack':
    case 'ballotCount':
    case 'idea':
    case 'ideaChannels':
    case 'proposalOwner':
    case 'ruleCheck':
    case 'planLine':
    case 'auditCheck':
    case 'auditFinding':
      return 'committee';
    case 'task': // but what was asked of the district
      return (row as Rows['task']).written?.district === undefined ? 'committee' : 'sums';
    case 'claimAccount':
    case 'paymentFile':
    case 'bankAccount':
    case 'bankImport':
    case 'bankTransaction':
    case 'bankMatch':
    case 'matchRule':
      return 'money';
    case 'ledgerLine':
    case 'savingsGoal':
    case 'organisationCost':
    case 'transfer':
    case 'advice':
    case 'adviceAnswer':
    case 'spendingPlan':
    case 'volunteerHours':
    case 'familiarityCount':
    case 'auditStatement':
    case 'countersign':
      return 'sums';
    case 'proposal':
    case 'outcome':
      return { proposal: row.id };
    case 'publishedOutcome':
      return (row as Rows['publishedOutcome']).published ? 'everybody' : { proposal: row.id };
    case 'proposalChange':
    case 'claim':
    case 'receipt':
    case 'payment':
    case 'proposalComment':
    case 'lesson':
    case 'coFinancing':
    case 'counterContribution':
    case 'proposalGuide':
      return { proposal: (row as Rows['claim']).proposalId };
    case 'proposalDocument': {
      const { kind, proposalId } = row as Rows['proposalDocument'];
      return kind === 'paper_form' ? 'committee' : { proposal: proposalId };
    }
    case 'decision':
    case 'decisionCorrection': {
      const decision = row as Rows['decision'];
      return decision.published ? 'everybody' : { proposal: decision.proposalId };
    }
  }
}

export function maySee(person: Person, type: RowType, row: Row): boolean {
  const who = whoSees(type, row);
  if (who === 'everybody') return true;
  if (who === 'money') return withMoney.includes(person.role);
  if (inCommittee.includes(person.role)) return true;
  if (who === 'sums') return person.role === 'district_manager';
  if (who === 'committee') return false;
  return person.role === 'initiator' && person.proposalIds.includes(who.proposal);
}
