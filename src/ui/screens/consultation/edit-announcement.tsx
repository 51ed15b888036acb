// /raadpleging/:id/wijzigen: words, place and time. How the vote goes stands on papers that may be printed already.
import { useLocation } from 'preact-iso';
import { Refusal, type Seen, useCommand } from '../../data.ts';
import { useDraft } from '../../draft.ts';
import { Info } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useParam } from '../../router.tsx';
import { type WordsDraft, wordsArgs, wordsOf, wordsProblems } from './announce-draft.ts';
import { WordsFields } from './announce-fields.tsx';
import { MissingConsultation } from './missing.tsx';
import { consultationHref, useConsultation } from './use-consultation.ts';

const words = nlConsultation.announce;

export function EditAnnouncementScreen() {
  const { loaded, data } = useConsultation(useParam('id'));
  if (!loaded) return null;
  return data === undefined ? <MissingConsultation /> : <EditForm consultation={data.consultation} />;
}

function EditForm({ consultation }: { readonly consultation: Seen<'consultation'> }) {
  const { id } = consultation;
  const draftKey = `consultation.change:${id}`;
  const draft = useDraft<WordsDraft>(draftKey, wordsOf(consultation));
  const form = useFormErrors();
  const command = useCommand('consultation.change');
  const { route } = useLocation();
  const done = async () => {
    await draft.clear();
    showToast({ text: words.changed });
    route(consultationHref(id));
  };
  const send = async () => {
    if (!form.check(wordsProblems(draft.value))) return;
    const { title, text, place, heldOn, startTime, whoMayVote, quorumCount } = consultation;
    const seen = { title, text, place, heldOn, startTime, whoMayVote, quorumCount };
    const args = { consultationId: id, fields: wordsArgs(draft.value), seen };
    if ((await command.send(args, { draftKey })).saved) await done();
  };
  return (
    <Form onSend={send}>
      <Stack gap={3}>
        <BackLink href={consultationHref(id)}>{consultation.title}</BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.editTitle} />
      </Stack>
      <Stack gap={5}>
        {draft.restored && <Note icon={Info}>{words.restored}</Note>}
        <Card labelledBy="waarover">
          <CardHead id="waarover" title={words.what} />
          <WordsFields value={draft.value} onValue={draft.set} form={form} />
        </Card>
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
