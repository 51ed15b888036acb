// The streets where people were asked, and how many households live there.
import { useState } from 'preact/hooks';
import type { SupportSummary } from '../../../domain/support.ts';
import { mayI, Refusal, type Seen, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, MapPin } from '../../icons.ts';
import { nlEvidence } from '../../nl/support-evidence.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { NumberField, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { wholeIn } from './count-draft.ts';

const words = nlEvidence.area;

export interface AreaCardProps {
  readonly proposalId: string;
  readonly area: Seen<'supportArea'> | undefined;
  readonly summary: SupportSummary;
  readonly editable: boolean;
}

export function AreaCard({ proposalId, area, summary, editable }: AreaCardProps) {
  const [open, setOpen] = useState(false);
  const tooMany = area !== undefined && area.households > 0 && summary.asked.low > area.households;
  const mayChange = editable && mayI('support.describeArea');
  return (
    <Card gap={3} labelledBy="waar-gevraagd">
      <h2 id="waar-gevraagd">{words.title}</h2>
      {area === undefined && <p class="bk-soft">{words.none}</p>}
      {area !== undefined && (
        <p>
          <b>{area.streets}</b>
          {area.households > 0 && <br />}
          {area.households > 0 && words.line(area.households, area.source)}
        </p>
      )}
      {tooMany && (
        <Note tone="look" icon={CircleAlert}>
          {words.moreThanThere}
        </Note>
      )}
      {area?.pending === true && <LocalMark />}
      {mayChange && !open && (
        <Button icon={MapPin} onClick={() => setOpen(true)}>
          {area === undefined ? words.open : words.change}
        </Button>
      )}
      {mayChange && open && <AreaForm proposalId={proposalId} area={area} onDone={() => setOpen(false)} />}
    </Card>
  );
}

interface AreaFormProps {
  readonly proposalId: string;
  readonly area: Seen<'supportArea'> | undefined;
  readonly onDone: () => void;
}

const fields = { streets: 'straten', households: 'huishoudens' } as const;

function AreaForm({ proposalId, area, onDone }: AreaFormProps) {
  const draftKey = `support.area:${proposalId}`;
  const households = area === undefined || area.households === 0 ? '' : String(area.households);
  const draft = useDraft(draftKey, { streets: area?.streets ?? '', households, source: area?.source ?? '' });
  const form = useFormErrors();
  const command = useCommand('support.describeArea');
  const { value } = draft;
  const done = async () => {
    await draft.clear();
    showToast({ text: words.saved });
    onDone();
  };
  const submit = async () => {
    const typed = value.households.trim();
    const count = typed === '' ? 0 : wholeIn(typed);
    const problems = [
      ...(value.streets.trim() === '' ? [{ fieldId: fields.streets, sentence: words.errors.streets }] : []),
      ...(count === undefined ? [{ fieldId: fields.households, sentence: words.errors.households }] : []),
    ];
    if (!form.check(problems) || count === undefined) return;
    const { streets, source } = value;
    const args = { proposalId, streets: streets.trim(), households: count, source: source.trim() };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form class="bk-stack bk-gap-3" onSend={submit}>
      <TextField
        id={fields.streets}
        label={words.streets}
        hint={words.streetsHint}
        maxLength={500}
        error={form.of(fields.streets)}
        value={value.streets}
        onValue={(streets) => draft.set({ streets })}
      />
      <NumberField
        id={fields.households}
        label={words.households}
        hint={words.householdsHint}
        optional
        error={form.of(fields.households)}
        value={value.households}
        onValue={(typed) => draft.set({ households: typed })}
      />
      <TextField
        id="bron"
        label={words.source}
        optional
        maxLength={200}
        value={value.source}
        onValue={(source) => draft.set({ source })}
      />
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" busy={command.busy}>
          {words.save}
        </Button>
        <Button onClick={onDone}>{words.cancel}</Button>
      </Actions>
    </Form>
  );
}
