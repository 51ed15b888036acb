// How it went: what is told, and the form to tell it.
import { useState } from 'preact/hooks';
import type { Outcome } from '../../../domain/rows.ts';
import { mayI, useRows } from '../../data.ts';
import { whole } from '../../format.ts';
import { PenLine } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { TellForm } from './tell-form.tsx';

const words = nlOutcome.facts;

export function FactsCard({ outcome, pending }: { readonly outcome: Outcome; readonly pending: boolean }) {
  const [open, setOpen] = useState(false);
  const expected = useExpected(outcome.id);
  const rows = factRows(outcome);
  const told = rows.length > 0 || outcome.story !== '';
  return (
    <Card labelledBy="hoe-het-ging">
      <CardHead id="hoe-het-ging" title={words.title} />
      {!told && <p class="bk-soft">{words.none}</p>}
      {outcome.story !== '' && (
        <div class="bk-prose bk-stack bk-gap-2">
          <Lines text={outcome.story} />
        </div>
      )}
      {rows.length > 0 && <SummaryList rows={rows} />}
      {expected !== undefined && <p class="bk-small bk-soft">{words.expected(expected)}</p>}
      {pending && <LocalMark />}
      {open ? (
        <TellForm outcome={outcome} onDone={() => setOpen(false)} />
      ) : (
        mayI('outcome.change') && (
          <Button kind={told ? 'plain' : 'primary'} icon={PenLine} onClick={() => setOpen(true)}>
            {told ? words.change : words.tell}
          </Button>
        )
      )}
    </Card>
  );
}

/** What was expected stands with the support; an initiator does not see that. */
function useExpected(proposalId: string): number | undefined {
  const counts = useRows('supportIndication', 'proposalId', proposalId)
    .filter(({ kind, withdrawnReason, count }) => kind === 'visitors' && withdrawnReason === null && count !== null)
    .sort((a, b) => (a.notedOn < b.notedOn ? 1 : -1));
  return counts[0]?.count ?? undefined;
}

type Told = Omit<Outcome, 'id' | 'photos' | 'story' | 'years'>;

/** Only what somebody said. */
export function factRows(told: Partial<Told>): readonly { readonly label: string; readonly value: string }[] {
  const { visitors, nicer, nicerFor, withoutBudget, sideEffects, volunteers, volunteerHours } = told;
  const some = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  const number = (count: number | null | undefined) => (count == null ? undefined : whole(count));
  return [
    ...some(words.visitors, number(visitors)),
    ...some(words.nicer, nicer ? nlOutcome.nicer[nicer] : undefined),
    ...some(words.nicerFor, nicerFor),
    ...some(words.withoutBudget, withoutBudget ? nlOutcome.withoutBudget[withoutBudget] : undefined),
    ...some(words.sideEffects, sideEffects),
    ...some(words.volunteers, number(volunteers)),
    ...some(words.hours, volunteerHours == null ? undefined : words.hoursText(volunteerHours)),
  ];
}
