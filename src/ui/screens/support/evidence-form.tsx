// /aanvragen/:id/draagvlak/noteren: something about the support that does not stand on a sheet.
import { isVotingRole } from '../../../domain/access.ts';
import type { IndicationKind } from '../../../domain/rows.ts';
import { newId, Refusal, type Seen, useCommand, useMe, useRowFound, useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { DraftPhotos, usePhotoDraft } from '../../draft-photos.tsx';
import { titleOr } from '../../nl/proposals.ts';
import { nlSupport } from '../../nl/support.ts';
import { nlEvidence, nlIndications } from '../../nl/support-evidence.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { NumberField, TextArea, TextField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation, useParam } from '../../router.tsx';
import {
  type EvidenceDraft,
  editionField,
  editionYears,
  emptyEvidence,
  evidenceArgs,
  evidenceFields,
  evidenceProblems,
  type KnownEditions,
  withKnown,
} from './evidence-draft.ts';
import { useKnownEditions } from './known-editions.ts';
import { MissingProposal, SupportNotForYou } from './missing.tsx';

const words = nlEvidence.form;
const kinds = Object.keys(nlIndications) as readonly IndicationKind[];

export function EvidenceScreen() {
  const proposalId = useParam('id');
  const { access } = useMe();
  const proposal = useRowFound('proposal', proposalId);
  if (!proposal.loaded) return null;
  if (!isVotingRole(access.role)) return <SupportNotForYou proposalId={proposalId} />;
  if (proposal.value === undefined) return <MissingProposal />;
  return <EvidenceForm proposal={proposal.value} />;
}

function EvidenceForm({ proposal }: { readonly proposal: Seen<'proposal'> }) {
  const { id: proposalId, year } = proposal;
  const today = useToday();
  const { route } = useLocation();
  const form = useFormErrors();
  const command = useCommand('support.note');
  const draftKey = `support.note:${proposalId}`;
  const typed = useDraft<EvidenceDraft>(draftKey, emptyEvidence);
  // What was told of an earlier year stands there already, until somebody types something else.
  const known = useKnownEditions(proposal);
  const draft = { ...typed, value: withKnown(typed.value, known), set: typed.set.bind(typed) };
  const photos = usePhotoDraft(`support.letter:${proposalId}`);
  const backHref = `/aanvragen/${proposalId}/draagvlak`;
  const done = async () => {
    await Promise.all([typed.clear(), photos.clear()]);
    showToast({ text: words.saved });
    route(backHref);
  };
  const submit = async () => {
    if (!form.check(evidenceProblems(draft.value, year))) return;
    const indicationId = draft.value.indicationId === '' ? newId() : draft.value.indicationId;
    draft.set({ indicationId });
    const taken = draft.value.kind === 'letter' ? photos.value.photos : [];
    const facts = { indicationId, proposalId, year, photos: taken.map(({ photo }) => photo), notedOn: today };
    const args = evidenceArgs(draft.value, facts);
    if (args !== undefined && (await command.send(args, { photos: taken, draftKey })).saved) await done();
  };
  return (
    <Form onSend={submit}>
      <Stack gap={3}>
        <BackLink href={backHref}>{nlSupport.title}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.title} lead={titleOr(proposal.title)} />
      </Stack>
      <Stack gap={5}>
        <Card>
          <RadioGroup
            id={evidenceFields.kind}
            label={words.kind}
            error={form.of(evidenceFields.kind)}
            options={kinds.map((kind) => ({
              value: kind,
              label: nlIndications[kind].one,
              note: nlIndications[kind].note,
            }))}
            value={draft.value.kind}
            onValue={(kind) => draft.set({ kind })}
          />
        </Card>
        {draft.value.kind !== undefined && (
          <Card>
            <KindFields kind={draft.value.kind} draft={draft} known={known} form={form} year={year} />
            {draft.value.kind === 'letter' && (
              <DraftPhotos draft={photos} label={words.photos} hint={words.photosHint} />
            )}
          </Card>
        )}
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button kind="primary" big type="submit" busy={command.busy}>
            {words.save}
          </Button>
        </Actions>
      </Stack>
    </Form>
  );
}

interface KindFieldsProps {
  readonly kind: IndicationKind;
  readonly draft: Pick<Draft<EvidenceDraft>, 'value' | 'set'>;
  readonly known: KnownEditions;
  readonly form: FormErrors;
  readonly year: number;
}

function KindFields({ kind, draft, known, form, year }: KindFieldsProps) {
  const { value } = draft;
  const asks = nlIndications[kind];
  return (
    <>
      {(kind === 'visitors' || kind === 'online') && (
        <NumberField
          id={evidenceFields.count}
          label={kind === 'visitors' ? words.count : words.onlineCount}
          error={form.of(evidenceFields.count)}
          value={value.count}
          onValue={(count) => draft.set({ count })}
        />
      )}
      {kind === 'visitors' &&
        editionYears(year).map((edition) => (
          <NumberField
            key={edition}
            id={editionField(edition)}
            label={words.edition(edition)}
            hint={known[edition] === undefined ? undefined : words.editionKnown(known[edition])}
            optional
            error={form.of(editionField(edition))}
            value={value.editions[edition] ?? ''}
            onValue={(typed) => draft.set((now) => ({ ...now, editions: { ...now.editions, [edition]: typed } }))}
          />
        ))}
      <TextArea
        id={evidenceFields.text}
        label={asks.text}
        optional={asks.textError === ''}
        rows={4}
        maxLength={5_000}
        error={form.of(evidenceFields.text)}
        value={value.text}
        onValue={(text) => draft.set({ text })}
      />
      {kind !== 'experience' && kind !== 'online' && (
        <TextField
          id="van"
          label={words.from}
          optional
          hint={words.fromHint}
          maxLength={150}
          value={value.from}
          onValue={(from) => draft.set({ from })}
        />
      )}
    </>
  );
}
