// A hint that two proposals may be one plan; merging them; and, on the one that stays, what was merged into it.
import { useState } from 'preact/hooks';
import { duplicatesOf } from '../../../domain/duplicates.ts';
import { mayI, Refusal, type Seen, useCommand, useMe, useRow, useRows } from '../../data.ts';
import { Merge } from '../../icons.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlSupport } from '../../nl/support.ts';
import { Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Note } from '../../parts/status.tsx';
import { SelectField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { shownSupport } from '../support/blind.ts';

const { merge: words, duplicates } = nlBelongings;
const choiceId = 'samen-met';
const mayGo: ReadonlySet<string> = new Set(['draft', 'submitted', 'returned', 'deferred']);

/** For the committee: an initiator does not see the others. */
export function DuplicatesCard({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const others = useRows('proposal', 'year', proposal.year);
  const [open, setOpen] = useState(false);
  const found = mayGo.has(proposal.state) ? duplicatesOf(proposal, others) : [];
  const mayMerge = mayI('proposal.merge') && mayGo.has(proposal.state);
  const choices = others.filter(({ id, state }) => id !== proposal.id && state !== 'withdrawn' && state !== 'finished');
  return (
    <>
      {found.length > 0 && (
        <Card gap={3} labelledBy="dubbel">
          <CardHead id="dubbel" title={duplicates.title(found.length)} />
          <p class="bk-small">{duplicates.text}</p>
          <List kind="bleed" label={duplicates.title(found.length)}>
            {found.map(({ proposal: { id, title }, alike }) => (
              <Item key={id} href={`/aanvragen/${id}`} title={titleOr(title)} lines={[duplicates.alike(alike)]} />
            ))}
          </List>
        </Card>
      )}
      {mayMerge && choices.length > 0 && (
        <div>
          <Button kind={found.length > 0 ? 'plain' : 'quiet'} wide icon={Merge} onClick={() => setOpen(true)}>
            {words.button}
          </Button>
          {open && (
            <MergeSheet
              proposal={proposal}
              choices={choices}
              start={found[0]?.proposal.id ?? ''}
              onClose={() => setOpen(false)}
            />
          )}
        </div>
      )}
    </>
  );
}

interface MergeSheetProps {
  readonly proposal: Seen<'proposal'>;
  readonly choices: readonly Seen<'proposal'>[];
  readonly start: string;
  readonly onClose: () => void;
}

function MergeSheet({ proposal: { id: proposalId }, choices, start, onClose }: MergeSheetProps) {
  const command = useCommand('proposal.merge');
  const split = useCommand('proposal.split');
  const form = useFormErrors();
  const [intoId, setIntoId] = useState(start);
  const done = () => {
    onClose();
    showToast({ text: words.saved, undo: async () => void (await split.send({ proposalId })) });
  };
  const save = async () => {
    if (!form.check(intoId === '' ? [{ fieldId: choiceId, sentence: words.error }] : [])) return;
    if ((await command.send({ proposalId, intoId })).saved) done();
  };
  return (
    <Sheet open onClose={onClose} title={words.title}>
      <Form class="bk-stack bk-gap-3" onSend={save}>
        <p>{words.text}</p>
        <SelectField
          id={choiceId}
          label={words.label}
          none={words.choose}
          error={form.of(choiceId)}
          options={choices.map(({ id, title }) => ({ value: id, label: titleOr(title) }))}
          value={intoId}
          onValue={setIntoId}
        />
        <Refusal command={command} onSaved={done} />
        <Button kind="primary" wide type="submit" busy={command.busy}>
          {words.save}
        </Button>
        <Button wide onClick={onClose}>
          {words.cancel}
        </Button>
      </Form>
    </Sheet>
  );
}

/** On the one that went: where it went. */
export function MergedNote({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const into = useRow('proposal', proposal.mergedIntoId ?? undefined);
  const command = useCommand('proposal.split');
  if (proposal.mergedIntoId === null) return null;
  const split = async () => {
    if ((await command.send({ proposalId: proposal.id })).saved) showToast({ text: words.splitDone });
  };
  return (
    <Note icon={Merge}>
      <div class="bk-stack bk-gap-2">
        {into === undefined ? (
          <p>{words.intoUnknown}</p>
        ) : (
          <p>
            {words.into} <a href={`/aanvragen/${into.id}`}>{titleOr(into.title)}</a>
          </p>
        )}
        {mayI('proposal.split') && (
          <Button kind="quiet" busy={command.busy} onClick={() => void split()}>
            {words.split}
          </Button>
        )}
        <Refusal command={command} />
      </div>
    </Note>
  );
}

/** On the one that stays: each that was merged into it, with its own support beside it and never added. */
export function MergedHere({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const merged = useRows('proposal', 'year', proposal.year).filter(({ mergedIntoId }) => mergedIntoId === proposal.id);
  if (merged.length === 0) return null;
  return (
    <Card gap={3} labelledBy="samengevoegd">
      <CardHead id="samengevoegd" title={words.heads} />
      <p class="bk-small bk-soft">{words.headsNote}</p>
      <List kind="bleed" label={words.heads}>
        {merged.map((one) => (
          <OneMerged key={one.id} proposal={one} />
        ))}
      </List>
    </Card>
  );
}

function OneMerged({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { access } = useMe();
  const sheets = useRows('supportSheet', 'proposalId', proposal.id);
  const counts = useRows('supportCount', 'proposalId', proposal.id);
  const { summary } = shownSupport({ access, proposal, sheets, counts });
  const line = summary.sheets.length === 0 ? words.noCounts : nlSupport.short(summary);
  return <Item href={`/aanvragen/${proposal.id}`} title={titleOr(proposal.title)} lines={[line]} />;
}
