// /raadpleging/:id: what was announced, who came, the stacks of papers, and the way to the result.
import { useState } from 'preact/hooks';
import { mayI, type Seen, useCommand, useMe } from '../../data.ts';
import { euro } from '../../format.ts';
import { ArrowRight, CircleAlert, PencilLine, Printer } from '../../icons.ts';
import { nlBallot } from '../../nl/ballot.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { BackLink, Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Columns, Stack } from '../../parts/card.tsx';
import { Paragraphs } from '../../parts/lines.tsx';
import { Item, List } from '../../parts/list.tsx';
import { OutgoingText } from '../../parts/outgoing-text.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Disc, LocalMark, Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonForm } from '../../reason-form.tsx';
import { useParam } from '../../router.tsx';
import { announcementText } from './announcement-text.ts';
import { AttendCard } from './attend-card.tsx';
import { MissingConsultation } from './missing.tsx';
import { StacksCard } from './stacks-card.tsx';
import { type ConsultationData, consultationHref, useConsultation } from './use-consultation.ts';

const words = nlConsultation.page;

export function ConsultationScreen() {
  const { loaded, data } = useConsultation(useParam('id'));
  if (!loaded) return null;
  if (data === undefined) return <MissingConsultation />;
  const { consultation } = data;
  const held = consultation.state !== 'cancelled';
  return (
    <>
      <Stack gap={2}>
        <BackLink href="/vergadering">{nlConsultation.back}</BackLink>
        <PageHead
          title={consultation.title}
          kicker={nlConsultation.title}
          lead={nlConsultation.when(consultation.heldOn, consultation.startTime)}
        >
          {consultation.pending && <LocalMark />}
        </PageHead>
      </Stack>
      <Stack gap={5}>
        {!held && (
          <Note tone="bad" icon={CircleAlert}>
            {words.cancelled(consultation.cancelReason)}
          </Note>
        )}
        {data.results.length > 0 && (
          <LinkButton kind="primary" big href={`/raadpleging/${consultation.id}/uitslag`} iconAfter={ArrowRight}>
            {nlConsultation.stacks.seeResult}
          </LinkButton>
        )}
        <Columns kind="even">
          <Stack gap={5}>
            <About consultation={consultation} />
            <Plans consultation={consultation} />
            {consultation.state === 'announced' && <AnnouncementCard consultation={consultation} />}
          </Stack>
          <Stack gap={5}>
            {held && mayI('consultation.attend') && <AttendCard data={data} />}
            {held && mayI('ballotStack.count') && <StacksCard data={data} />}
            {consultation.state === 'announced' && mayI('consultation.cancel') && <Cancel data={data} />}
          </Stack>
        </Columns>
      </Stack>
    </>
  );
}

function About({ consultation }: { readonly consultation: Seen<'consultation'> }) {
  const { method, budgetCents, choicesMax, tieRule, quorumCount, text, state } = consultation;
  const divides = method !== 'for_against';
  const tie =
    divides || tieRule === 'lot' ? nlConsultation.announce.tieRules[tieRule] : nlConsultation.announce.forAgainstTie;
  return (
    <Card labelledBy="aankondiging">
      <CardHead id="aankondiging" title={words.about} />
      {text !== '' && text.split('\n').map((line, at) => <p key={at}>{line}</p>)}
      <SummaryList
        rows={[
          { label: words.when, value: nlConsultation.when(consultation.heldOn, consultation.startTime) },
          { label: words.where, value: consultation.place },
          { label: words.who, value: consultation.whoMayVote },
          { label: words.method, value: nlConsultation.methods[method] },
          ...(divides
            ? [
                { label: words.budget, value: euro(budgetCents) },
                { label: words.choices, value: words.choicesMax(choicesMax) },
              ]
            : []),
          { label: words.quorum, value: words.quorumCount(quorumCount) },
          { label: words.tie, value: tie },
        ]}
      />
      <p class="bk-soft">{nlConsultation.methodNotes[method]}</p>
      {state === 'announced' && mayI('consultation.change') && (
        <LinkButton icon={PencilLine} href={`${consultationHref(consultation.id)}/wijzigen`}>
          {words.edit}
        </LinkButton>
      )}
    </Card>
  );
}

function Plans({ consultation }: { readonly consultation: Seen<'consultation'> }) {
  return (
    <Card labelledBy="plannen-kop">
      <CardHead id="plannen-kop" title={words.plans} />
      <List kind="bleed" label={words.plans}>
        {consultation.options.map(({ number, proposalId, title, costCents }) => (
          <Item
            key={number}
            title={title}
            disc={<Disc>{number}</Disc>}
            lines={[euro(costCents)]}
            href={`/aanvragen/${proposalId}`}
          />
        ))}
      </List>
      {consultation.state !== 'cancelled' && (
        <LinkButton icon={Printer} href={`/print/stembriefjes/${consultation.id}`}>
          {nlBallot.link}
        </LinkButton>
      )}
    </Card>
  );
}

/** To tell the neighbourhood: on the site, in the paper, on the board. */
function AnnouncementCard({ consultation }: { readonly consultation: Seen<'consultation'> }) {
  const { committee } = useMe();
  const { text: words } = nlConsultation;
  const text = announcementText(consultation, committee);
  return (
    <Card labelledBy="tekst" gap={3}>
      <CardHead id="tekst" title={words.title} />
      <details>
        <summary class="bk-strong">{words.show}</summary>
        <Paragraphs text={text} />
      </details>
      <OutgoingText {...{ subject: consultation.title, text, words, kind: 'plain' }} />
    </Card>
  );
}

function Cancel({ data: { consultation } }: { readonly data: ConsultationData }) {
  const [open, setOpen] = useState(false);
  const draftKey = `consultation.cancel:${consultation.id}`;
  const command = useCommand('consultation.cancel');
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)} expanded={false}>
        {words.cancel}
      </Button>
    );
  }
  return (
    <Card labelledBy="afgelasten">
      <CardHead id="afgelasten" title={words.cancel} />
      <ReasonForm
        {...{ draftKey, label: words.cancelReason, missing: words.cancelNoReason, maxLength: 1_000, command }}
        {...{ button: words.cancelSend, cancel: { label: words.cancelNot, onCancel: () => setOpen(false) } }}
        onSend={(reason) => command.send({ consultationId: consultation.id, reason }, { draftKey })}
        onSaved={() => showToast({ text: words.wasCancelled })}
      />
    </Card>
  );
}
