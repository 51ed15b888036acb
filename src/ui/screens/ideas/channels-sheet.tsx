// The committee's own words for where ideas come from, one a line.
import { channelsOf, channelsRowId } from '../../../domain/ideas.ts';
import { Refusal, useCommand, useRowFound } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { Button } from '../../parts/button.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlIdeas.channels;
const draftKey = 'ideaChannels.change';
const ids = { names: 'kanalen', heardOf: 'gehoord-via' } as const;
const lengthMax = 60;
const linesMax = 30;

export function ChannelsSheet({ onClose }: { readonly onClose: () => void }) {
  const { loaded, value } = useRowFound('ideaChannels', channelsRowId);
  return (
    <Sheet open onClose={onClose} title={words.title}>
      {loaded && <Lists lists={channelsOf(value)} onClose={onClose} />}
    </Sheet>
  );
}

interface ListsProps {
  readonly lists: ReturnType<typeof channelsOf>;
  readonly onClose: () => void;
}

function Lists({ lists: { names, heardOf }, onClose }: ListsProps) {
  const draft = useDraft(draftKey, {
    names: names.join('\n'),
    heardOf: heardOf.join('\n'),
    seen: { names, heardOf },
  });
  const form = useFormErrors();
  const command = useCommand('ideaChannels.change');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onClose();
  };
  const save = async () => {
    const fields = { names: linesOf(draft.value.names), heardOf: linesOf(draft.value.heardOf) };
    const problems = (['names', 'heardOf'] as const).flatMap((field) => {
      const sentence = problemOf(fields[field]);
      return sentence === undefined ? [] : [{ fieldId: ids[field], sentence }];
    });
    if (!form.check(problems)) return;
    if ((await command.send({ fields, seen: draft.value.seen }, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={save}>
      {(['names', 'heardOf'] as const).map((field) => (
        <TextArea
          key={field}
          id={ids[field]}
          label={words[field]}
          hint={words.hint}
          rows={6}
          error={form.of(ids[field])}
          value={draft.value[field]}
          onValue={(value) => draft.set({ [field]: value })}
        />
      ))}
      <Refusal command={command} onSaved={() => void done()} />
      <Button kind="primary" wide type="submit" busy={command.busy}>
        {words.save}
      </Button>
    </Form>
  );
}

const linesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

function problemOf(lines: readonly string[]): string | undefined {
  if (lines.length === 0) return words.error;
  return lines.length > linesMax || lines.some(({ length }) => length > lengthMax) ? words.errorLong : undefined;
}
