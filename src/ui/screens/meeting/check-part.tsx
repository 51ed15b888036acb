// What the check and the district say, beside the decision; and why the committee goes against its rules, when it does.

import type { DecisionException } from '../../../domain/rows.ts';
import { type Checked, exceptionAsked } from '../../../domain/ruleCheck/check.ts';
import { isFollowed } from '../../../domain/ruleCheck/road.ts';
import type { Seen } from '../../data.ts';
import { ChevronRight, CircleAlert, Clock, Info } from '../../icons.ts';
import { nlRuling, roadRuleId } from '../../nl/ruling.ts';
import { Card, CardHead } from '../../parts/card.tsx';
import type { FormErrors } from '../../parts/error-summary.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Badge, Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { AdviceAnswers } from '../ruling/advice-card.tsx';
import { rulingHref } from '../ruling/href.ts';
import { verdictLooks } from '../ruling/looks.ts';
import { useAdvice } from '../ruling/use-advice.ts';
import type { CheckData } from '../ruling/use-check.ts';
import { type DecisionDraft, decisionFields, reasonLengthMax } from './decision-draft.ts';

const words = nlRuling.exception;

interface CheckCardProps {
  readonly proposal: Seen<'proposal'>;
  readonly data: CheckData;
}

/** Nothing where there is nothing to say: no rules, no advice, and the committee decides at once. */
export function CheckCard({ proposal, data: { checked, road, step } }: CheckCardProps) {
  const asked = useAdvice(proposal.id).filter(({ advice, answers }) => answers.length > 0 || !advice.withdrawn);
  const onRoad = isFollowed(step);
  if (checked.lines.length === 0 && asked.length === 0 && onRoad) return null;
  return (
    <Card gap={3} labelledBy="toets">
      <CardHead
        id="toets"
        title={nlRuling.title}
        aside={
          <a class="bk-link" href={rulingHref(proposal.id)}>
            {nlRuling.link}
            <Icon of={ChevronRight} />
          </a>
        }
      />
      {checked.allMet && <p>{nlRuling.dossier.met}.</p>}
      {checked.missed.map(({ rule, recorded }) =>
        recorded === undefined ? null : (
          <p key={rule.id} class="bk-row bk-gap-2">
            <Badge {...verdictLooks[recorded.verdict]}>{nlRuling.form.verdicts[recorded.verdict]}</Badge>
            <span class="bk-grow">{rule.text}</span>
          </p>
        ),
      )}
      {checked.open > 0 && <p class="bk-soft">{words.open(checked.open)}.</p>}
      {!onRoad && (
        <Note icon={CircleAlert} tone="look">
          {nlRuling.road.names[road.road]}. {nlRuling.road.step(step, proposal.publication)}
        </Note>
      )}
      {asked.length > 0 && <p class="bk-label">{nlRuling.advice.title}</p>}
      {asked.map(({ advice, answers }) =>
        answers.length === 0 ? (
          <p key={advice.id}>
            <Badge icon={Clock}>{nlRuling.advice.waiting}</Badge>
          </p>
        ) : (
          <AdviceAnswers key={advice.id} answers={answers} />
        ),
      )}
    </Card>
  );
}

interface ExceptionFieldsProps {
  readonly draft: DecisionDraft;
  readonly set: (change: (draft: DecisionDraft) => DecisionDraft) => void;
  readonly form: FormErrors;
  readonly checked: Checked;
}

export function ExceptionFields({ draft, set, form, checked }: ExceptionFieldsProps) {
  const asked = exceptionAsked(draft.outcome, checked);
  if (asked === undefined) return null;
  if (asked === 'all_rules_met') {
    return (
      <Note icon={Info} tone="look" live="status">
        {words.allMet}
      </Note>
    );
  }
  return (
    <>
      <Note icon={CircleAlert} tone="look" live="status">
        {words.missed(checked.missed.length, checked.missedRoad)}
      </Note>
      <TextArea
        id={decisionFields.exception}
        label={words.whyAward}
        hint={words.whyAwardHint}
        rows={2}
        maxLength={reasonLengthMax}
        value={draft.exceptionReason ?? ''}
        error={form.of(decisionFields.exception)}
        onValue={(exceptionReason) => set((value) => ({ ...value, exceptionReason }))}
      />
    </>
  );
}

/** What the decision will carry; undefined when it goes along with the rules. */
export function exceptionOf(draft: DecisionDraft, { checked }: CheckData): DecisionException | undefined {
  const kind = exceptionAsked(draft.outcome, checked);
  if (kind === undefined) return undefined;
  if (kind === 'all_rules_met') return { kind, rules: [], reason: draft.reason.trim() };
  const rules = checked.missed.map(({ rule: { id, text } }) => ({ ruleId: id, text }));
  const { missedRoad } = checked;
  const onRoad = missedRoad === undefined ? [] : [{ ruleId: roadRuleId, text: nlRuling.road.missed(missedRoad) }];
  return { kind, rules: [...rules, ...onRoad], reason: (draft.exceptionReason ?? '').trim() };
}
