// A tie that only a lot can end: drawn from a hat in the hall, written down here.
import type { Consultation } from '../../../domain/rows.ts';
import type { Draft } from '../../draft.ts';
import { Check, RotateCcw } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { type CloseDraft, closeFields } from './close-draft.ts';

const words = nlConsultationResult.result.lot;

export interface LotCardProps {
  readonly consultation: Consultation;
  readonly among: readonly number[];
  readonly draft: Draft<CloseDraft>;
}

/** With for and against the lot says yes or no to each plan; else it puts the plans in order, all of them. */
export function LotCard({ consultation, among, draft: { value, set } }: LotCardProps) {
  const yesNo = consultation.method === 'for_against';
  const drawn = value.lot.filter((number) => among.includes(number));
  const complete = yesNo || drawn.length === among.length;
  const title = (number: number) => consultation.options.find((option) => option.number === number)?.title ?? '';
  const toggle = (number: number) =>
    set((before) => ({
      ...before,
      lot: before.lot.includes(number) ? before.lot.filter((other) => other !== number) : [...before.lot, number],
    }));
  return (
    <Card kind="sun" labelledBy={closeFields.lot}>
      <CardHead id={closeFields.lot} title={words.title} />
      <p>{words.text(among)}</p>
      <p class="bk-strong">{yesNo ? words.yesNo : words.order}</p>
      <ul class="bk-plain bk-stack bk-gap-2">
        {among.map((number) => (
          <li key={number}>
            <Button wide pressed={value.lot.includes(number)} onClick={() => toggle(number)}>
              {nlConsultation.plan(number, title(number))}
            </Button>
          </li>
        ))}
      </ul>
      {drawn.length > 0 && <p role="status">{words.drawn(drawn)}</p>}
      <div class="bk-row bk-gap-2">
        <Button
          kind="primary"
          icon={Check}
          blocked={complete ? undefined : words.order}
          onClick={() => set({ lotDone: true })}
        >
          {words.done}
        </Button>
        {drawn.length > 0 && (
          <Button icon={RotateCcw} onClick={() => set({ lot: [] })}>
            {words.again}
          </Button>
        )}
      </div>
    </Card>
  );
}
