// How a proposal stands, as mark and word: in the list and above its dossier.
import type { ProposalState } from '../../../domain/rows.ts';
import {
  CalendarClock,
  Check,
  CheckCheck,
  CircleX,
  FileText,
  Merge,
  Pause,
  PencilLine,
  Send,
  Undo2,
} from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlProposals } from '../../nl/proposals.ts';
import type { IconData } from '../../parts/icon.tsx';
import { Badge, type BadgeTone } from '../../parts/status.tsx';

const looks: Readonly<Record<ProposalState, { readonly tone: BadgeTone; readonly icon: IconData }>> = {
  draft: { tone: 'quiet', icon: FileText },
  submitted: { tone: 'look', icon: Send },
  returned: { tone: 'quiet', icon: PencilLine },
  awarded: { tone: 'ok', icon: Check },
  partly_awarded: { tone: 'ok', icon: Check },
  refused: { tone: 'bad', icon: CircleX },
  deferred: { tone: 'quiet', icon: Pause },
  finished: { tone: 'ok', icon: CheckCheck },
  withdrawn: { tone: 'quiet', icon: Undo2 },
};

export interface StateBadgeProps {
  readonly state: ProposalState;
  /** On the agenda of a coming meeting: says more than "Ingediend". */
  readonly onAgenda?: boolean | undefined;
  /** It goes on in another proposal: that is no withdrawal. */
  readonly merged?: boolean | undefined;
}

export function StateBadge({ state, onAgenda = false, merged = false }: StateBadgeProps) {
  if (merged) {
    return (
      <Badge tone="quiet" icon={Merge}>
        {nlBelongings.merge.badge}
      </Badge>
    );
  }
  if (onAgenda && (state === 'submitted' || state === 'deferred')) {
    return (
      <Badge tone="info" icon={CalendarClock}>
        {nlProposals.agenda}
      </Badge>
    );
  }
  const { tone, icon } = looks[state];
  return (
    <Badge tone={tone} icon={icon}>
      {nlProposals.states[state]}
    </Badge>
  );
}
