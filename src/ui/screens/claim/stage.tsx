// The state of a claim as a badge: mark and word, never colour alone.
import type { ClaimStage } from '../../../domain/claims.ts';
import {
  Ban,
  Banknote,
  Check,
  CheckCheck,
  CircleX,
  Clock,
  Eye,
  PencilLine,
  ReceiptText,
  RotateCcw,
  Undo2,
  UsersRound,
} from '../../icons.ts';
import { nlClaim } from '../../nl/claim.ts';
import type { IconData } from '../../parts/icon.tsx';
import { Badge, type BadgeTone } from '../../parts/status.tsx';

const looks: Readonly<Record<ClaimStage, { readonly icon: IconData; readonly tone: BadgeTone }>> = {
  waits_for_decision: { icon: Clock, tone: 'quiet' },
  no_money: { icon: Ban, tone: 'bad' },
  to_judge: { icon: Eye, tone: 'info' },
  returned: { icon: RotateCcw, tone: 'quiet' },
  rejected: { icon: CircleX, tone: 'bad' },
  to_second: { icon: UsersRound, tone: 'look' },
  to_countersign: { icon: PencilLine, tone: 'look' },
  to_account: { icon: ReceiptText, tone: 'info' },
  to_settle: { icon: Eye, tone: 'info' },
  account_returned: { icon: RotateCcw, tone: 'quiet' },
  refund_due: { icon: Undo2, tone: 'look' },
  to_pay: { icon: Check, tone: 'ok' },
  partly_paid: { icon: Banknote, tone: 'info' },
  paid: { icon: CheckCheck, tone: 'ok' },
};

export interface StageBadgeProps {
  readonly stage: ClaimStage;
  /** The words for whoever handed it in. */
  readonly own: boolean;
}

export function StageBadge({ stage, own }: StageBadgeProps) {
  const { icon, tone } = looks[stage];
  return (
    <Badge icon={icon} tone={own && (stage === 'returned' || stage === 'account_returned') ? 'turn' : tone}>
      {own ? nlClaim.own[stage].badge : nlClaim.committee[stage]}
    </Badge>
  );
}
