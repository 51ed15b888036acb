// Which steps are possible: the same states as the commands allow, so that nothing is offered that will be refused.

import { missingForSubmit } from '../../../domain/complete.ts';
import type { DossierTask } from '../../../domain/dossier.ts';
import type { CommandName } from '../../../domain/permissions.ts';
import type { Proposal, ProposalState } from '../../../domain/rows.ts';
import type { Dossier } from './use-dossier.ts';

export interface Steps {
  readonly submit: boolean;
  readonly schedule: boolean;
  readonly giveBack: boolean;
  readonly finish: boolean;
  readonly withdraw: boolean;
  readonly repeat: boolean;
}

export interface StepsInput {
  readonly dossier: Pick<Dossier, 'proposal' | 'claims' | 'meeting'>;
  /** What the yellow card offers already is not offered twice. */
  readonly turn: Pick<DossierTask, 'status'> | undefined;
  readonly may: (command: CommandName) => boolean;
  /** That screens show: a proposal of an earlier one can be done again in it. */
  readonly year: number;
}

const withdrawable: ReadonlySet<ProposalState> = new Set([
  'draft',
  'submitted',
  'returned',
  'deferred',
  'awarded',
  'partly_awarded',
]);

/** What came to a decision, also a refusal: next year there may be money for it. */
export const isRepeatable = ({ state }: Pick<Proposal, 'state'>): boolean =>
  state === 'awarded' ||
  state === 'partly_awarded' ||
  state === 'finished' ||
  state === 'refused' ||
  state === 'deferred';

export function stepsFor({ dossier, turn, may, year }: StepsInput): Steps {
  const { proposal, claims, meeting } = dossier;
  const { state } = proposal;
  const open = state === 'draft' || state === 'returned';
  const awarded = state === 'awarded' || state === 'partly_awarded';
  const paid = claims.some(({ paidCents }) => paidCents > 0);
  const turnIs = (...statuses: readonly DossierTask['status'][]) =>
    turn !== undefined && statuses.includes(turn.status);
  return {
    submit: open && may('proposal.submit') && missingForSubmit(proposal).length === 0 && !turnIs('ready_to_submit'),
    schedule:
      (state === 'submitted' || state === 'deferred') &&
      meeting === undefined &&
      may('agenda.add') &&
      !turnIs('waiting', 'deferred'),
    giveBack: state === 'submitted' && may('proposal.return'),
    finish: awarded && may('proposal.finish'),
    repeat: proposal.year < year && isRepeatable(proposal) && may('proposal.create'),
    withdraw: withdrawable.has(state) && !paid && may('proposal.withdraw'),
  };
}
