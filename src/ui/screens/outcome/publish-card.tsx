// What everybody reads: first read through by somebody of the committee, and taken back when it should not be there.
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import { toldIn } from '../../../domain/commands/outcome.ts';
import { saysSomething, yearsTold } from '../../../domain/outcome.ts';
import { mayI, Refusal, type Seen, useCommand, useRow, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { CircleAlert, Globe, Undo2 } from '../../icons.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { Lines } from '../../parts/lines.tsx';
import { LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { RowPhotos } from '../../row-photos-view.tsx';
import { factRows } from './facts-card.tsx';
import { ToldYear } from './years-told-card.tsx';

const words = nlOutcome.publish;

interface PublishProps {
  readonly proposal: Seen<'proposal'>;
  readonly outcome: Seen<'outcome'> | undefined;
}

export function PublishCard({ proposal, outcome }: PublishProps) {
  const row = useRow('publishedOutcome', proposal.id);
  const [open, setOpen] = useState(false);
  const taking = useCommand('outcome.takeBack');
  const isPublic = row?.published === true;
  const takeBack = async () => {
    if ((await taking.send({ proposalId: proposal.id })).saved) showToast({ text: words.back });
  };
  if (row === undefined && outcome === undefined) return null;
  return (
    <Card labelledBy="openbaar">
      <CardHead id="openbaar" title={words.title} />
      <p class="bk-soft">
        {isPublic ? words.since(row.publishedOn) : row === undefined ? words.none : words.takenBack}
      </p>
      {isPublic && !open && <PublicStory row={row} />}
      {isPublic && outcome !== undefined && differs(row, outcome, proposal) && (
        <Note tone="look" icon={CircleAlert}>
          {words.changed}
        </Note>
      )}
      {row?.pending === true && <LocalMark />}
      {open && outcome !== undefined ? (
        <PublishForm proposal={proposal} outcome={outcome} row={row} onDone={() => setOpen(false)} />
      ) : (
        mayI('outcome.publish') && (
          <div class="bk-row bk-gap-2">
            {outcome !== undefined && (
              <Button icon={Globe} onClick={() => setOpen(true)}>
                {isPublic ? words.again : words.open}
              </Button>
            )}
            {isPublic && (
              <Button kind="quiet" icon={Undo2} busy={taking.busy} onClick={() => void takeBack()}>
                {words.takeBack}
              </Button>
            )}
          </div>
        )
      )}
      <Refusal command={taking} />
    </Card>
  );
}

/** Figures and answers only: the words were perhaps changed on purpose, to leave a name out. */
function differs(row: Seen<'publishedOutcome'>, outcome: Seen<'outcome'>, proposal: Seen<'proposal'>): boolean {
  const photos = outcome.photos.filter(({ sight }) => sight === 'published').length;
  const shown = new Map(row.years?.map(({ year, visitors }) => [year, visitors]));
  return (
    photos !== row.photos.length ||
    yearsTold(outcome, proposal).some(({ year, visitors }) => shown.get(year) !== visitors) ||
    (['visitors', 'nicer', 'withoutBudget', 'volunteerHours'] as const).some((name) => row[name] !== outcome[name])
  );
}

export function PublicStory({ row }: { readonly row: Seen<'publishedOutcome'> }) {
  const facts = factRows(row);
  return (
    <>
      <h3>{row.title}</h3>
      {row.story !== '' && <Lines text={row.story} />}
      {facts.length > 0 && <SummaryList rows={facts} />}
      {row.years?.filter(saysSomething).map((told) => (
        <section key={told.year} class="bk-stack bk-gap-1" aria-label={String(told.year)}>
          <h4>{told.year}</h4>
          <ToldYear told={told} />
        </section>
      ))}
      <RowPhotos
        shownBy={rowKey('publishedOutcome', row.id)}
        photos={row.photos}
        alt={nlOutcome.photos.photo}
        notHere={nlOutcome.photos.notHere}
      />
    </>
  );
}

interface FormProps extends PublishProps {
  readonly outcome: Seen<'outcome'>;
  readonly row: Seen<'publishedOutcome'> | undefined;
  readonly onDone: () => void;
}

function PublishForm({ proposal, outcome, row, onDone }: FormProps) {
  const { visitors, story, nicer, nicerFor, withoutBudget, sideEffects, volunteerHours } = outcome;
  const photos = outcome.photos.flatMap(({ photo, sight }) => (sight === 'published' ? [photo.sha256] : []));
  const years = yearsTold(outcome, proposal);
  const today = useToday();
  const draftKey = `outcome.publish:${proposal.id}`;
  const draft = useDraft(draftKey, {
    told: {
      ...{ title: titleOr(proposal.title), visitors, story, nicer, nicerFor, withoutBudget },
      ...{ sideEffects, volunteerHours, ...(years.length === 0 ? {} : { years }) },
    },
    photoHashes: photos,
    seen: row?.published === true ? toldIn(row) : null,
  });
  const form = useFormErrors();
  const command = useCommand('outcome.publish');
  const { told, photoHashes, seen } = draft.value;
  const set = (patch: Partial<typeof told>) => draft.set({ told: { ...told, ...patch } });
  const setYear = (of: number, next: string) =>
    set({ years: (told.years ?? []).map((one) => (one.year === of ? { ...one, story: next } : one)) });
  const done = async () => {
    await draft.clear();
    showToast({ text: words.published });
    onDone();
  };
  const publish = async () => {
    if (!form.check(told.title.trim() === '' ? [{ fieldId: 'openbaar-titel', sentence: words.nameMissing }] : []))
      return;
    const args = { proposalId: proposal.id, told: { ...told, title: told.title.trim() }, photoHashes, seen };
    if ((await command.send({ ...args, publishedOn: today }, { draftKey })).saved) await done();
  };
  const facts = nlOutcome.facts;
  const answers = factRows({ ...told, nicerFor: '', sideEffects: '' });
  return (
    <Form class="bk-stack bk-gap-3" onSend={publish}>
      <p class="bk-strong">{words.lead}</p>
      <TextField
        {...{ id: 'openbaar-titel', label: words.name, value: told.title, maxLength: 150 }}
        error={form.of('openbaar-titel')}
        onValue={(title) => set({ title })}
      />
      <TextArea
        {...{ label: facts.story, value: told.story, optional: true, rows: 5, maxLength: 5_000 }}
        onValue={(next) => set({ story: next })}
      />
      <TextField
        {...{ label: facts.nicerFor, value: told.nicerFor, optional: true, maxLength: 1_000 }}
        onValue={(next) => set({ nicerFor: next })}
      />
      <TextArea
        {...{ label: facts.sideEffects, value: told.sideEffects, optional: true, rows: 3, maxLength: 2_000 }}
        onValue={(next) => set({ sideEffects: next })}
      />
      {answers.length > 0 && <SummaryList rows={answers} />}
      {told.years?.map(({ year, visitors: came, story: ofYear }) => (
        <TextArea
          key={year}
          {...{ label: words.ofYear(year), value: ofYear, optional: true, rows: 3, maxLength: 5_000 }}
          {...(came === null ? {} : { hint: nlOutcome.eachYear.visitors(came) })}
          onValue={(next) => setYear(year, next)}
        />
      ))}
      <p>{words.photos(photoHashes.length)}</p>
      <Refusal command={command} onSaved={() => void done()} />
      <Actions>
        <Button kind="primary" type="submit" busy={command.busy}>
          {words.button}
        </Button>
        <Button kind="quiet" onClick={() => void draft.clear().then(onDone)}>
          {words.cancel}
        </Button>
      </Actions>
    </Form>
  );
}
