// /raadpleging/:id/tellen: one stack of ballot papers, by one person. Blind: the first count is not shown to the second.
import { isVotingRole } from '../../../domain/access.ts';
import { sameContent } from '../../../domain/consultation/stacks.ts';
import { ballotStackId, type StackContent } from '../../../domain/rows.ts';
import { Refusal, useCommand, useMe, useToday } from '../../data.ts';
import { type Draft, useDraft } from '../../draft.ts';
import { CircleAlert, EyeOff, Info } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { RadioGroup } from '../../parts/choice-fields.tsx';
import { ErrorSummary, type FormErrors, useFormErrors } from '../../parts/error-summary.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { NumberField } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation, useParam } from '../../router.tsx';
import {
  type CountDraft,
  contentOf,
  countFields,
  countProblems,
  papersIn,
  stackIn,
  startCount,
  waysOf,
} from './count-draft.ts';
import { MissingConsultation, NotForYou } from './missing.tsx';
import { PaperFields } from './paper-fields.tsx';
import { TallyFields } from './tally-fields.tsx';
import { type ConsultationData, consultationHref, useConsultation } from './use-consultation.ts';

const words = nlConsultation.count;

export function CountBallotsScreen() {
  const id = useParam('id');
  const { access } = useMe();
  const { query } = useLocation();
  const { loaded, data } = useConsultation(id);
  if (!loaded) return null;
  if (data === undefined) return <MissingConsultation />;
  if (!isVotingRole(access.role)) return <NotForYou id={id} />;
  const asked = Number(query['stapel'] ?? '');
  const stack = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  return <CountForm key={stack ?? 'new'} data={data} stack={stack} />;
}

interface CountFormProps {
  readonly data: ConsultationData;
  readonly stack: number | undefined;
}

function CountForm({ data, stack }: CountFormProps) {
  const { consultation } = data;
  const today = useToday();
  const { route } = useLocation();
  const form = useFormErrors();
  const command = useCommand('ballotStack.count');
  const draftKey = `ballotStack.count:${consultation.id}:${stack ?? 'new'}`;
  const draft = useDraft<CountDraft>(draftKey, startCount(consultation, stack, useKnown(data, stack).own));
  const { value } = draft;
  const typed = stackIn(value);
  const known = useKnown(data, typed);
  const done = async (content: StackContent | undefined) => {
    await draft.clear();
    showToast({ text: savedWords(typed ?? 0, content, known.other) });
    route(consultationHref(consultation.id));
  };
  const send = async () => {
    if (!form.check(countProblems(value, consultation))) return;
    const content = contentOf(value, consultation);
    if (content === undefined || typed === undefined) return;
    const args = { consultationId: consultation.id, stackNumber: typed, content, countedOn: today };
    if ((await command.send(args, { draftKey })).saved) await done(content);
  };
  return (
    <>
      <Stack gap={3}>
        <BackLink href={consultationHref(consultation.id)}>{consultation.title}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={titleFor(stack, known)} lead={consultation.title} />
      </Stack>
      <Stack gap={5}>
        <Notes draft={draft} known={known} />
        <Card labelledBy="de-stapel">
          <CardHead id="de-stapel" title={typed === undefined ? words.stack : nlConsultation.stacks.stack(typed)} />
          {stack === undefined && (
            <NumberField
              id={countFields.stack}
              label={words.number}
              hint={words.numberHint}
              error={form.of(countFields.stack)}
              value={value.stack}
              onValue={(text) => draft.set({ stack: text })}
            />
          )}
          {waysOf(consultation).length > 1 && <Ways draft={draft} form={form} data={data} />}
        </Card>
        {value.how === 'tally' && (
          <Card labelledBy="aantallen">
            <CardHead id="aantallen" title={words.votes} />
            <TallyFields consultation={consultation} draft={draft} form={form} />
          </Card>
        )}
        {value.how === 'ballots' && (
          <Card labelledBy="briefjes">
            <CardHead id="briefjes" title={words.papers} />
            <PaperFields consultation={consultation} draft={draft} error={form.of(countFields.paper)} />
          </Card>
        )}
        <Card labelledBy="andere">
          <CardHead id="andere" title={words.others} />
          <NumberField
            id={countFields.blank}
            label={words.blank}
            error={form.of(countFields.blank)}
            value={value.blank}
            onValue={(blank) => draft.set({ blank })}
          />
          <NumberField
            id={countFields.invalid}
            label={words.invalid}
            hint={words.invalidHint}
            error={form.of(countFields.invalid)}
            value={value.invalid}
            onValue={(invalid) => draft.set({ invalid })}
          />
        </Card>
        <Refusal command={command} onSaved={() => void done(contentOf(value, consultation))} />
        <Actions>
          <Button kind="primary" big busy={command.busy} onClick={() => void send()}>
            {words.save(papersIn(value))}
          </Button>
        </Actions>
      </Stack>
    </>
  );
}

function Ways({
  draft,
  form,
  data,
}: {
  readonly draft: Draft<CountDraft>;
  readonly form: FormErrors;
  readonly data: ConsultationData;
}) {
  const { how } = draft.value;
  return (
    <RadioGroup
      id={countFields.how}
      label={words.how}
      error={form.of(countFields.how)}
      options={waysOf(data.consultation).map((kind) => ({
        ...{ value: kind, label: kind === 'tally' ? words.byPlan : words.onePaper },
      }))}
      value={how === '' ? undefined : how}
      onValue={(kind) => draft.set({ how: kind })}
    />
  );
}

interface Known {
  readonly own: StackContent | undefined;
  /** The only other count; never shown before the own one is saved. */
  readonly other: StackContent | undefined;
  readonly countedByOther: boolean;
}

function useKnown({ consultation, counts }: ConsultationData, stack: number | undefined): Known {
  const { personId } = useMe();
  const stackId = stack === undefined ? undefined : ballotStackId(consultation.id, stack);
  const here = counts.filter((count) => count.stackId === stackId);
  const others = here.filter(({ countedBy }) => countedBy !== personId);
  return {
    own: here.find(({ countedBy }) => countedBy === personId)?.content,
    other: others.length === 1 ? others[0]?.content : undefined,
    countedByOther: others.length > 0,
  };
}

function titleFor(stack: number | undefined, { own, countedByOther }: Known): string {
  if (stack === undefined) return words.titleNew;
  if (own !== undefined) return words.titleOwn(stack);
  return countedByOther ? words.titleSecond(stack) : words.titleNew;
}

/** Equal or not is told after saving: that is what the second count is for. */
function savedWords(stack: number, own: StackContent | undefined, other: StackContent | undefined): string {
  if (own === undefined || other === undefined) return words.saved(stack);
  return sameContent(own, other) ? words.savedEqual(stack) : words.savedDiffers(stack);
}

function Notes({ draft, known }: { readonly draft: Draft<CountDraft>; readonly known: Known }) {
  const stack = stackIn(draft.value);
  return (
    <>
      {draft.restored && <Note icon={Info}>{words.restored}</Note>}
      {draft.failed && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.failed}
        </Note>
      )}
      {stack !== undefined && known.own === undefined && known.countedByOther && (
        <Note icon={EyeOff} live="status">
          {words.blind(stack)}
        </Note>
      )}
      {stack !== undefined && known.own !== undefined && (
        <Note icon={Info} live="status">
          {words.replaces(stack)}
        </Note>
      )}
    </>
  );
}
