// Who helps with this plan: a guide for who applies for the first time, an ambassador in the street (S21).
import { useState } from 'preact/hooks';
import type { GuideKind } from '../../../domain/rows.ts';
import { mayI, Refusal, type Seen, useCommand, useRows } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { PencilLine, Plus } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Form } from '../../parts/form.tsx';
import { LocalMark } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';

const words = nlOutcome.guides;
const kinds = Object.keys(words.kinds) as readonly GuideKind[];

export function GuidesCard({ proposalId }: { readonly proposalId: string }) {
  const guides = useRows('proposalGuide', 'proposalId', proposalId);
  const [open, setOpen] = useState<GuideKind | undefined>(undefined);
  const mayChange = mayI('proposalGuide.change');
  const named = guides.filter(({ name }) => name !== '');
  if (named.length === 0 && !mayChange) return null;
  return (
    <Card gap={3} labelledBy="begeleiding">
      <CardHead id="begeleiding" title={words.title} />
      {named.length === 0 && <p class="bk-soft">{words.none}</p>}
      {named.map(({ id, kind, name, helpsWith, pending }) => (
        <div key={id}>
          <p>
            {words.kinds[kind]}: <b>{name}</b>
          </p>
          {helpsWith !== '' && <p class="bk-small bk-soft">{words.helps(helpsWith)}</p>}
          {pending && <LocalMark />}
        </div>
      ))}
      {mayChange && (
        <div class="bk-row bk-gap-2">
          {kinds.map((kind) => (
            <Button
              key={kind}
              icon={named.some((one) => one.kind === kind) ? PencilLine : Plus}
              name={`${words.change}: ${words.kinds[kind]}`}
              onClick={() => setOpen(kind)}
            >
              {words.kinds[kind]}
            </Button>
          ))}
        </div>
      )}
      {open !== undefined && (
        <GuideSheet
          key={open}
          proposalId={proposalId}
          kind={open}
          known={guides.find(({ kind }) => kind === open)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}

interface SheetProps {
  readonly proposalId: string;
  readonly kind: GuideKind;
  readonly known: Seen<'proposalGuide'> | undefined;
  readonly onClose: () => void;
}

function GuideSheet({ proposalId, kind, known, onClose }: SheetProps) {
  const seen = { name: known?.name ?? '', helpsWith: known?.helpsWith ?? '' };
  const draftKey = `proposalGuide.change:${proposalId}:${kind}`;
  const draft = useDraft(draftKey, { ...seen, seen });
  const command = useCommand('proposalGuide.change');
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onClose();
  };
  const save = async () => {
    const { name, helpsWith, seen: before } = draft.value;
    const fields = { name: name.trim(), helpsWith: helpsWith.trim() };
    if ((await command.send({ proposalId, kind, fields, seen: before }, { draftKey })).saved) await done();
  };
  return (
    <Sheet open onClose={onClose} title={words.kinds[kind]}>
      <Form class="bk-stack bk-gap-3" onSend={save}>
        <TextField
          {...{ label: words.name(kind), hint: words.nameHint, optional: true, maxLength: 100 }}
          value={draft.value.name}
          onValue={(name) => draft.set({ name })}
        />
        <TextField
          {...{ label: words.what(kind), optional: true, maxLength: 300 }}
          value={draft.value.helpsWith}
          onValue={(helpsWith) => draft.set({ helpsWith })}
        />
        <Refusal command={command} onSaved={() => void done()} />
        <Button kind="primary" wide type="submit" busy={command.busy}>
          {words.save}
        </Button>
      </Form>
    </Sheet>
  );
}
