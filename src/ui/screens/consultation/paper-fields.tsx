// Papers typed one by one: numbers and Enter, or a tap on each plan. What was typed last stays in sight, to look back at.
import { useRef, useState } from 'preact/hooks';
import type { Consultation } from '../../../domain/rows.ts';
import type { Draft } from '../../draft.ts';
import { Plus, X } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Form } from '../../parts/form.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { type CountDraft, countFields, isFull, paperFrom } from './count-draft.ts';

const words = nlConsultation.count;
const lastShown = 4;

export interface PaperFieldsProps {
  readonly consultation: Consultation;
  readonly draft: Draft<CountDraft>;
  readonly error: string | undefined;
}

export function PaperFields({ consultation, draft: { value, set }, error }: PaperFieldsProps) {
  const [wrong, setWrong] = useState<string | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const add = () => {
    const paper = paperFrom(value.paper, consultation);
    const sentence = paper.ok ? (isFull(value) ? words.paperErrors.full : undefined) : paper.sentence;
    setWrong(sentence);
    if (!paper.ok || sentence !== undefined) return;
    set((before) => ({ ...before, paper: '', ballots: [...before.ballots, paper.numbers] }));
    box.current?.querySelector('input')?.focus();
  };
  const typed = value.paper.split(/[\s,.;+-]+/).filter((part) => part !== '');
  const toggle = (number: number) => {
    const has = typed.includes(String(number));
    const next = has ? typed.filter((part) => part !== String(number)) : [...typed, String(number)];
    setWrong(undefined);
    set({ paper: next.join(' ') });
  };
  return (
    <div class="bk-stack bk-gap-3" ref={box}>
      <Form class="bk-stack bk-gap-3" onSend={add}>
        <TextField
          id={countFields.paper}
          label={words.paper}
          hint={words.paperHint}
          plain
          value={value.paper}
          error={wrong ?? error}
          onValue={(paper) => {
            setWrong(undefined);
            set({ paper });
          }}
        />
        <ul class="bk-plain bk-stack bk-gap-2">
          {consultation.options.map(({ number, title }) => (
            <li key={number}>
              <Button wide pressed={typed.includes(String(number))} onClick={() => toggle(number)}>
                {nlConsultation.plan(number, title)}
              </Button>
            </li>
          ))}
        </ul>
        <Button type="submit" kind="primary" icon={Plus}>
          {words.add}
        </Button>
      </Form>
      <Typed
        ballots={value.ballots}
        onRemove={(at) => set((before) => ({ ...before, ballots: before.ballots.filter((_, n) => n !== at) }))}
      />
    </div>
  );
}

interface TypedProps {
  readonly ballots: CountDraft['ballots'];
  readonly onRemove: (at: number) => void;
}

function Typed({ ballots, onRemove }: TypedProps) {
  const numbered = ballots.map((numbers, at) => ({ numbers, at })).reverse();
  const rows = (some: typeof numbered) => (
    <ul class="bk-list bk-bleed" aria-label={words.last}>
      {some.map(({ numbers, at }) => (
        <li class="bk-item" key={at}>
          <span class="bk-grow">
            {words.nth(at + 1)}: <b>{words.paperSays(numbers)}</b>
          </span>
          <IconButton icon={X} label={words.remove(at + 1)} onClick={() => onRemove(at)} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <p class="bk-strong" role="status">
        {words.typed(ballots.length)}
      </p>
      {ballots.length > 0 && rows(numbered.slice(0, lastShown))}
      {ballots.length > lastShown && (
        <details>
          <summary class="bk-strong">{words.all(ballots.length)}</summary>
          {rows(numbered)}
        </details>
      )}
    </>
  );
}
