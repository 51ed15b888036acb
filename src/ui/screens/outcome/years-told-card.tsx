// A project of more years: what each of its years brought. The last one is told in the report of the whole.
import { useState } from 'preact/hooks';
import { yearOf } from '../../../domain/dates.ts';
import { toldOfYear } from '../../../domain/outcome.ts';
import type { Outcome, OutcomeYear } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { PenLine } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { NumberField, TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { numberIn } from './tell-draft.ts';

const words = nlOutcome.eachYear;

interface YearsProps {
  readonly proposal: Seen<'proposal'>;
  readonly outcome: Outcome;
}

export function YearsToldCard({ proposal, outcome }: YearsProps) {
  const thisYear = yearOf(useToday());
  const { year, untilYear = year } = proposal;
  const begun = Array.from({ length: untilYear - year }, (_, n) => year + n).filter((one) => one <= thisYear);
  const [open, setOpen] = useState<number | undefined>(undefined);
  if (untilYear === year) return null;
  return (
    <Card labelledBy="elk-jaar">
      <CardHead id="elk-jaar" title={words.title} />
      <p class="bk-soft">{words.lead(untilYear)}</p>
      {begun.map((one) => (
        <section key={one} class="bk-stack bk-gap-2" aria-label={String(one)}>
          <h3>{one}</h3>
          {open === one ? (
            <TellYear {...{ proposal, outcome, year: one }} onDone={() => setOpen(undefined)} />
          ) : (
            <YearTold {...{ proposal, outcome, year: one }} onTell={() => setOpen(one)} />
          )}
        </section>
      ))}
    </Card>
  );
}

interface YearProps extends YearsProps {
  readonly year: number;
}

function YearTold({ proposal, outcome, year, onTell }: YearProps & { readonly onTell: () => void }) {
  const told = toldOfYear(proposal, outcome, year);
  return (
    <>
      {told === undefined ? <p class="bk-soft">{words.none}</p> : <ToldYear told={told} />}
      {mayI('outcome.tellYear') && (
        <Button icon={PenLine} onClick={onTell}>
          {told === undefined ? words.tell(year) : words.change(year)}
        </Button>
      )}
    </>
  );
}

export function ToldYear({ told: { visitors, story } }: { readonly told: OutcomeYear }) {
  return (
    <>
      {visitors !== null && <p class="bk-strong">{words.visitors(visitors)}</p>}
      {story !== '' && <Lines text={story} />}
    </>
  );
}

function TellYear({
  proposal: { id: proposalId },
  outcome,
  year,
  onDone,
}: YearProps & { readonly onDone: () => void }) {
  const known = outcome.years?.find((one) => one.year === year);
  const seen = { visitors: known?.visitors ?? null, story: known?.story ?? '' };
  const draftKey = `outcome.tellYear:${proposalId}:${year}`;
  const draft = useDraft(draftKey, { visitors: String(seen.visitors ?? ''), story: seen.story, seen });
  const form = useFormErrors();
  const command = useCommand('outcome.tellYear');
  const { value, set } = draft;
  const visitorsId = `bezoekers-${year}`;
  const done = async () => {
    await draft.clear();
    showToast({ text: nlOutcome.form.saved });
    onDone();
  };
  const save = async () => {
    const visitors = numberIn(value.visitors);
    if (!form.check(visitors === undefined ? [{ fieldId: visitorsId, sentence: nlOutcome.form.number }] : [])) return;
    const told = { visitors: visitors ?? null, story: value.story.trim() };
    // Only what she changed: the other answer may be newer on another phone.
    const fields = {
      ...(told.visitors === value.seen.visitors ? {} : { visitors: told.visitors }),
      ...(told.story === value.seen.story ? {} : { story: told.story }),
    };
    if ((await command.send({ proposalId, year, fields, seen: value.seen }, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      <NumberField
        {...{ id: visitorsId, label: nlOutcome.facts.visitors, hint: nlOutcome.form.visitorsHint, optional: true }}
        error={form.of(visitorsId)}
        value={value.visitors}
        onValue={(visitors) => set({ visitors })}
      />
      <TextArea
        {...{ label: words.story, hint: nlOutcome.form.storyHint, optional: true, rows: 4, maxLength: 5_000 }}
        value={value.story}
        onValue={(story) => set({ story })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" busy={command.busy}>
          {words.save(year)}
        </Button>
        <Button kind="quiet" onClick={() => void draft.clear().then(onDone)}>
          {words.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
