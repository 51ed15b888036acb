// Where a command belongs on the screen, its mark, and what was filled in.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import { euro } from '../../format.ts';
import {
  Banknote,
  BookOpenCheck,
  Calendar,
  Camera,
  Files,
  FileText,
  Gavel,
  Handshake,
  Landmark,
  Lightbulb,
  ListChecks,
  MessagesSquare,
  PenLine,
  ReceiptText,
  Settings,
  UserCheck,
  UsersRound,
} from '../../icons.ts';
import { filledLabels } from '../../nl/device.ts';
import type { IconData } from '../../parts/icon.tsx';

const iconsByKind: Readonly<Record<string, IconData>> = {
  decision: Gavel,
  presence: UserCheck,
  recusal: UserCheck,
  support: ListChecks,
  claim: ReceiptText,
  receipt: Camera,
  payment: Banknote,
  bankAccount: Landmark,
  bankImport: Landmark,
  bankMatch: Landmark,
  matchRule: Landmark,
  proposal: FileText,
  proposalNote: PenLine,
  proposalComment: MessagesSquare,
  proposalDocument: Files,
  proposalOwner: UserCheck,
  lesson: Lightbulb,
  coFinancing: Handshake,
  counterContribution: Handshake,
  outcome: BookOpenCheck,
  proposalGuide: Handshake,
  idea: Lightbulb,
  ideaChannels: Lightbulb,
  task: ListChecks,
  meeting: Calendar,
  agenda: Calendar,
  member: UsersRound,
  person: UsersRound,
};

const kindOf = (name: string): string => name.split('.')[0] ?? '';

export const commandIcon = (name: string): IconData => iconsByKind[kindOf(name)] ?? Settings;

/** The screen where this was done; undefined when the ids do not say. */
export function commandHref(name: string, args: unknown): string | undefined {
  const ids = args as Readonly<Record<string, unknown>>;
  const id = (field: string): string => (typeof ids[field] === 'string' ? ids[field] : '');
  switch (kindOf(name)) {
    case 'decision': {
      const { itemId, meetingId } = decisionPlace(name, args);
      return `/vergadering/${meetingId}/punt/${encodeURIComponent(itemId)}`;
    }
    case 'support':
      return `/aanvragen/${id('proposalId') || id('sheetId').split(':')[0]}/draagvlak`;
    case 'proposal':
    case 'proposalNote':
    case 'proposalComment':
    case 'proposalOwner':
    case 'lesson':
    case 'proposalGuide':
      return `/aanvragen/${id('proposalId')}`;
    case 'ruleCheck':
      return `/aanvragen/${id('proposalId')}/toets`;
    case 'advice':
      return name === 'advice.answer' ? `/advies/${id('adviceId')}` : undefined;
    case 'outcome':
      return `/aanvragen/${id('proposalId')}/verantwoording`;
    case 'idea':
      return `/ideeen/${id('ideaId')}`;
    case 'task':
      return '/taken';
    case 'ideaChannels':
      return '/ideeen';
    case 'proposalDocument':
    case 'coFinancing':
    case 'counterContribution':
      return id('proposalId') === '' ? undefined : `/aanvragen/${id('proposalId')}`;
    case 'advance':
      return name === 'advance.settle' || name === 'advance.refund'
        ? `/kas/declaratie/${id('claimId')}`
        : `/bon/${id('claimId')}`;
    case 'double':
      return `/kas/declaratie/${id('claimId')}`;
    case 'claim':
      if (name === 'claim.countersign') return `/tekenen/${id('claimId')}`;
      return name === 'claim.submit' ? `/bon/${id('claimId')}` : `/kas/declaratie/${id('claimId')}`;
    case 'payment':
      return `/kas/declaratie/${id('claimId') || id('paymentId').split(':')[0]}`;
    case 'bankAccount':
    case 'bankImport':
    case 'bankMatch':
    case 'matchRule':
      return '/kas/bank';
    case 'meeting':
    case 'presence':
    case 'recusal':
    case 'guest':
    case 'minutes':
    case 'decisionList':
      return `/vergadering/${id('inMeetingId') || id('meetingId') || id('markId').split(':')[0]}`;
    case 'agenda':
      return `/vergadering/${id('meetingId') || id('itemId').split(':')[0]}`;
    case 'member':
    case 'person':
      return `/instellingen/leden?lid=${id('personId')}`;
    case 'volunteerHours':
    case 'familiarityCount':
      return '/vrijwilligers';
    case 'committee':
    case 'meetingRules':
    case 'budgetYear':
    case 'grant':
      return '/instellingen';
    default:
      return undefined;
  }
}

function decisionPlace(name: string, args: unknown): { readonly itemId: string; readonly meetingId: string } {
  if (name === 'decision.record') {
    const { itemId, meetingId } = args as CommandArgs<'decision.record'>;
    return { itemId, meetingId };
  }
  const { decisionId } = args as CommandArgs<'decision.withdraw'>;
  const itemId = decisionId.slice(0, decisionId.lastIndexOf(':'));
  return { itemId, meetingId: itemId.split(':')[0] ?? '' };
}

export interface FilledRow {
  readonly label: string;
  readonly value: string;
}

/** What was filled in, in words, however deep it lies: nobody types a refused work again from memory. */
export function filledIn(args: unknown): readonly FilledRow[] {
  if (typeof args !== 'object' || args === null) return [];
  return Object.entries(args).flatMap(([key, value]) => {
    if (key === 'seen') return [];
    const text = textOf(key, value);
    const label = filledLabels[key];
    if (label !== undefined && text !== undefined) return text === '' ? [] : [{ label, value: text }];
    if (Array.isArray(value)) return value.flatMap((entry) => filledIn(entry));
    return filledIn(value);
  });
}

function textOf(key: string, value: unknown): string | undefined {
  if (typeof value === 'number') return key.endsWith('Cents') ? euro(value) : String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join(', ');
  return undefined;
}
