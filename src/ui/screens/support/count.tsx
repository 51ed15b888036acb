// /aanvragen/:id/draagvlak/tellen, with ?lijst= for a sheet that is known: one person's count of one sheet.
import { isVotingRole } from '../../../domain/access.ts';
import { type SupportNumbers, supportSheetId } from '../../../domain/rows.ts';
import { sameNumbers } from '../../../domain/support.ts';
import { Refusal, useCommand, useMe, useToday } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { DraftPhotos, usePhotoDraft } from '../../draft-photos.tsx';
import { CircleAlert, EyeOff, Info } from '../../icons.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlSupport } from '../../nl/support.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useLocation, useParam } from '../../router.tsx';
import { answersIn, type CountDraft, countArgs, countProblems, sheetNumberIn, startCount } from './count-draft.ts';
import { SheetFields, TallyFields } from './count-fields.tsx';
import { MissingProposal, SupportNotForYou } from './missing.tsx';
import { type SupportData, useSupport } from './use-support.ts';

const words = nlSupport.count;

export function CountScreen() {
  const proposalId = useParam('id');
  const data = useSupport(proposalId);
  const { access } = useMe();
  const { query } = useLocation();
  if (!data.loaded) return null;
  if (!isVotingRole(access.role)) return <SupportNotForYou proposalId={proposalId} />;
  if (data.proposal === undefined) return <MissingProposal />;
  const asked = sheetNumberIn({ ...startCount(emptyStart), number: query['lijst'] ?? '' });
  return <CountForm key={asked ?? 'new'} data={data} proposalId={proposalId} number={asked} />;
}

const emptyStart = { number: undefined, area: '', own: undefined };

interface CountFormProps {
  readonly data: SupportData;
  readonly proposalId: string;
  /** As in the address: the sheet to count again. Undefined: a sheet nobody counted. */
  readonly number: number | undefined;
}

function CountForm({ data, proposalId, number }: CountFormProps) {
  const today = useToday();
  const { route } = useLocation();
  const form = useFormErrors();
  const command = useCommand('support.count');
  const draftKey = `support.count:${proposalId}:${number ?? 'new'}`;
  const known = useKnownSheet(data, proposalId, number);
  const draft = useDraft<CountDraft>(draftKey, startCount({ number, area: known.area, own: known.own }));
  const photos = usePhotoDraft(`support.photos:${proposalId}:${number ?? 'new'}`);
  const typed = useKnownSheet(data, proposalId, sheetNumberIn(draft.value));
  const backHref = `/aanvragen/${proposalId}/draagvlak`;
  const done = async () => {
    const message = savedWords(draft.value, typed.other);
    await Promise.all([draft.clear(), photos.clear()]);
    showToast({ text: message });
    route(backHref);
  };
  const submit = async () => {
    if (!form.check(countProblems(draft.value))) return;
    const taken = photos.value.photos;
    const facts = { proposalId, countedOn: today, photos: taken.map(({ photo }) => photo) };
    const args = countArgs(draft.value, facts);
    if (args !== undefined && (await command.send(args, { photos: taken, draftKey })).saved) await done();
  };
  return (
    <Form onSend={submit}>
      <Stack gap={3}>
        <BackLink href={backHref}>{nlSupport.title}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={titleFor(number, typed)} lead={titleOr(data.proposal?.title ?? '')} />
      </Stack>
      <Stack gap={5}>
        <Notes
          restored={draft.restored}
          full={draft.failed ? words.failed : photos.failed ? words.photoFull : undefined}
          sheet={typed}
          draft={draft.value}
        />
        <Card labelledBy="de-lijst">
          <CardHead id="de-lijst" title={words.sheet} />
          <SheetFields draft={draft} form={form} fixedNumber={number} />
          <DraftPhotos draft={photos} label={words.photos} hint={words.photosHint} mustBeRead />
        </Card>
        <Card labelledBy="telling-kop">
          <CardHead
            id="telling-kop"
            title={words.tally}
            aside={<span class="bk-soft bk-small">{orderWord(typed)}</span>}
          />
          <TallyFields draft={draft} form={form} />
        </Card>
        <Refusal command={command} onSaved={() => void done()} />
        <Actions>
          <Button kind="primary" big type="submit" busy={command.busy}>
            {answersIn(draft.value) === 0 ? words.saveOpen : words.save(answersIn(draft.value))}
          </Button>
        </Actions>
      </Stack>
    </Form>
  );
}

interface KnownSheet {
  readonly area: string;
  readonly own: SupportNumbers | undefined;
  /** The only other count; undefined when there is none or more than one. Never shown before the own count is saved. */
  readonly other: SupportNumbers | undefined;
  readonly countedByOther: boolean;
}

function useKnownSheet(data: SupportData, proposalId: string, number: number | undefined): KnownSheet {
  const { personId } = useMe();
  const sheetId = number === undefined ? undefined : supportSheetId(proposalId, number);
  const counts = data.counts.filter((count) => count.sheetId === sheetId);
  const others = counts.filter(({ countedBy }) => countedBy !== personId);
  return {
    area: data.sheets.find(({ id }) => id === sheetId)?.area ?? '',
    own: counts.find(({ countedBy }) => countedBy === personId),
    other: others.length === 1 ? others[0] : undefined,
    countedByOther: others.length > 0,
  };
}

function titleFor(number: number | undefined, { own, countedByOther }: KnownSheet): string {
  if (number === undefined) return words.titleNew;
  if (own !== undefined) return words.titleOwn(number);
  return countedByOther ? words.titleSecond(number) : words.titleNew;
}

function orderWord({ own, countedByOther }: KnownSheet): string {
  if (own !== undefined) return words.again;
  return countedByOther ? words.second : words.first;
}

/** Equal or not is told after saving: that is what the second count is for. */
function savedWords(draft: CountDraft, other: SupportNumbers | undefined): string {
  const number = sheetNumberIn(draft) ?? 0;
  if (other === undefined) return words.saved(number);
  const own = { ...draft, householdsAsked: Number(draft.asked.replace(/[\s.]/g, '')) };
  return sameNumbers(own, other) ? words.savedEqual(number) : words.savedDiffers(number);
}

interface NotesProps {
  readonly restored: boolean;
  readonly full: string | undefined;
  readonly sheet: KnownSheet;
  readonly draft: CountDraft;
}

function Notes({ restored, full, sheet, draft }: NotesProps) {
  const number = sheetNumberIn(draft);
  return (
    <>
      {restored && <Note icon={Info}>{words.restored}</Note>}
      {full !== undefined && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {full}
        </Note>
      )}
      {number !== undefined && sheet.own === undefined && sheet.countedByOther && (
        <Note icon={EyeOff} live="status">
          {words.blind(number)}
        </Note>
      )}
      {number !== undefined && sheet.own !== undefined && (
        <Note icon={Info} live="status">
          {words.replaces(number)}
        </Note>
      )}
    </>
  );
}
