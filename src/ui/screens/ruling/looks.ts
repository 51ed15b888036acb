// The marks of verdicts and of advice: never colour alone.
import type { AdviceView, RuleVerdict } from '../../../domain/rows.ts';
import { Check, CircleAlert, CircleX, Minus, PencilLine } from '../../icons.ts';
import type { IconData } from '../../parts/icon.tsx';
import type { BadgeTone } from '../../parts/status.tsx';

interface Look {
  readonly tone: BadgeTone;
  readonly icon: IconData;
}

export const verdictLooks: Readonly<Record<RuleVerdict, Look>> = {
  yes: { tone: 'ok', icon: Check },
  no: { tone: 'bad', icon: CircleX },
  not_applicable: { tone: 'quiet', icon: Minus },
  can_be_mended: { tone: 'look', icon: PencilLine },
};

export const viewLooks: Readonly<Record<AdviceView, Look>> = {
  no_objection: { tone: 'ok', icon: Check },
  with_conditions: { tone: 'look', icon: CircleAlert },
  objection: { tone: 'bad', icon: CircleX },
  no_view: { tone: 'quiet', icon: Minus },
};
