// Kies zelf: what a line is when Buurtkas does not know, or is wrong. A line can be several things: each part is said in
// turn, and nothing is sent before all of the line has a name.
import { dispatchOnce, newId, useApp, useCommand, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { euro } from '../../format.ts';
import { Trash } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { FormFrame } from '../settings/form-frame.tsx';
import { lessonOf, matchArgs } from './accept.ts';
import { amountOf, type Chosen, centsOf, chosenParts, emptyChoice, kindsFor, leftOf } from './choose-draft.ts';
import { ChooseFields, type ChooseProps } from './choose-fields.tsx';
import { useBankNames } from './describe.ts';
import { LineSide } from './open-line.tsx';

const words = nlBank.choose;

export function ChooseForm({ id, bank, matching, onDone }: ChooseProps) {
  const app = useApp();
  const today = useToday();
  const names = useBankNames(bank.transactions);
  const command = useCommand('bankMatch.make');
  const form = useFormErrors();
  const draftKey = `bankMatch.make:${id}`;
  const draft = useDraft(draftKey, emptyChoice(newId()));
  const open = matching.lines.find(({ line }) => line.id === id);
  if (open === undefined) return <p>{words.gone}</p>;
  const { line } = open;
  const { kind, parts: said } = draft.value;
  // A proposal is about the whole line.
  const proposals = said.length === 0 ? open.proposals : [];
  const proposal = proposals.find((_, n) => kind === `p${n}`);
  const chosen: Chosen = proposal ?? chosenParts(draft.value, line, matching.rows);
  const parts = 'parts' in chosen ? [...said, ...chosen.parts] : said;
  const leftCents = leftOf(draft.value, line);
  const amount = proposal === undefined ? amountOf(draft.value, leftCents) : leftCents;
  const restCents = typeof amount === 'number' ? leftCents - amount : 0;
  const done = async () => {
    const lesson = lessonOf(line, parts, { rows: matching.rows, today });
    if (lesson !== undefined) await dispatchOnce(app, 'matchRule.learn', lesson);
    await draft.clear();
    showToast({ text: nlBank.open.done(line.cents) });
    onDone();
  };
  const submit = async () => {
    if (command.busy || !form.check('errors' in chosen ? chosen.errors : []) || 'errors' in chosen) return;
    if (centsOf(parts) < Math.abs(line.cents)) draft.set(emptyChoice(newId(), parts));
    else if ((await command.send(matchArgs(line, parts, { bank, today }), { draftKey })).saved) await done();
  };
  return (
    <FormFrame
      title={said.length === 0 ? words.title(line.cents) : words.restTitle(leftCents)}
      button={restCents > 0 ? words.next(restCents) : words.save(line.cents)}
      {...{ form, command, restored: draft.restored, onSubmit: () => void submit(), onSaved: () => void done() }}
      onCancel={() => void draft.clear().then(onDone)}
    >
      <LineSide line={line} />
      {said.length > 0 && (
        <List label={words.said}>
          {said.map((part) => (
            <Item
              {...{ key: JSON.stringify(part.target), person: true, title: names.target(part.target) }}
              lines={[euro(part.amountCents)]}
              end={
                <Button
                  {...{ kind: 'quiet', icon: Trash, name: words.dropName(names.target(part.target)) }}
                  onClick={() => draft.set({ parts: said.filter((one) => one !== part) })}
                >
                  {words.drop}
                </Button>
              }
            />
          ))}
        </List>
      )}
      <RadioGroup
        {...{ id: 'kind', label: words.question, value: kind, error: form.of('kind') }}
        options={[
          ...proposals.map((one, n) => ({
            value: `p${n}`,
            label: names.parts(one.parts),
            note: `${nlBank.certainty[one.certainty]}. ${nlBank.because(one.reasons)}`,
          })),
          ...kindsFor(line).map((one) => ({
            value: one as string,
            label: words.kinds[one],
            note: one === 'explained' ? words.kindNotes.explained : undefined,
          })),
        ]}
        onValue={(value) => draft.set({ kind: value, which: '' })}
      />
      {kind !== '' && proposal === undefined && (
        <>
          <ChooseFields {...{ id, bank, matching, onDone }} draft={draft.value} set={draft.set} form={form} />
          <MoneyField
            {...{ id: 'amount', label: words.amount, hint: words.amountHint(leftCents), optional: true }}
            {...{ value: draft.value.amount, error: form.of('amount') }}
            onValue={(value) => draft.set({ amount: value })}
          />
        </>
      )}
    </FormFrame>
  );
}
