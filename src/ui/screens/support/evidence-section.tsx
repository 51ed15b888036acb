// What is known beside the sheets: objections with their answer, letters, visitors, statements on a site, experience.
import { useState } from 'preact/hooks';
import { rowKey } from '../../../domain/command.ts';
import { lastEdition } from '../../../domain/support.ts';
import { mayI, type Seen, useCommand } from '../../data.ts';
import { CircleQuestionMark, PenLine } from '../../icons.ts';
import { nlSupport } from '../../nl/support.ts';
import { nlEvidence, nlIndications } from '../../nl/support-evidence.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, CardHead, Section } from '../../parts/card.tsx';
import { Lines } from '../../parts/lines.tsx';
import { Photos } from '../../parts/photos.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useRowPhotos } from '../../row-photos.ts';
import { ReasonSheet } from '../dossier/reason-sheet.tsx';
import type { Evidence } from './use-evidence.ts';

type Indication = Seen<'supportIndication'>;
type NameOf = Evidence['nameOf'];

export interface EvidenceSectionProps {
  readonly proposalId: string;
  readonly evidence: Evidence;
  readonly editable: boolean;
}

export function EvidenceSection({ proposalId, evidence, editable }: EvidenceSectionProps) {
  return (
    <Section id="verder-bekend" title={nlEvidence.title}>
      {evidence.indications.length === 0 && <p class="bk-soft">{nlEvidence.none}</p>}
      {evidence.indications.map((indication) => (
        <IndicationCard key={indication.id} indication={indication} nameOf={evidence.nameOf} editable={editable} />
      ))}
      {editable && mayI('support.note') && (
        <LinkButton icon={PenLine} href={`/aanvragen/${proposalId}/draagvlak/noteren`}>
          {nlEvidence.add}
        </LinkButton>
      )}
    </Section>
  );
}

interface IndicationProps {
  readonly indication: Indication;
  readonly nameOf: NameOf;
  readonly editable: boolean;
}

function IndicationCard({ indication, nameOf, editable }: IndicationProps) {
  const { id, kind, from, text, withdrawnReason, answer } = indication;
  const counts = withdrawnReason === null;
  const open = kind === 'objection' && counts && answer === '';
  return (
    <Card as="article" gap={3} kind={counts ? 'plain' : 'well'} labelledBy={`weet-${id}`}>
      <CardHead
        id={`weet-${id}`}
        title={nlIndications[kind].one}
        aside={
          open && (
            <Badge tone="look" icon={CircleQuestionMark}>
              {nlEvidence.answer.due}
            </Badge>
          )
        }
      />
      {indication.count !== null && <Figures indication={indication} />}
      {text !== '' && <Lines text={text} />}
      <LetterPhotos indication={indication} />
      <p class="bk-soft bk-small">
        {from !== '' && `${nlEvidence.from(from)}. `}
        {nlEvidence.by(nameOf(indication.notedBy), indication.notedOn)}
      </p>
      {answer !== '' && <Lines text={nlEvidence.answer.given(nameOf(indication.answeredBy), answer)} />}
      {withdrawnReason !== null && <p class="bk-strong">{nlEvidence.withdrawn(withdrawnReason)}</p>}
      {indication.pending && <LocalMark />}
      {counts && editable && <IndicationSteps indication={indication} />}
    </Card>
  );
}

function Figures({ indication }: { readonly indication: Indication }) {
  const count = indication.count ?? 0;
  if (indication.kind === 'online') return <p class="bk-strong">{nlEvidence.online(count)}</p>;
  const last = lastEdition(indication);
  const { expected, compared, firstTime, edition } = nlEvidence;
  return (
    <>
      <p>
        <b>{expected(count)}</b> {last === undefined ? firstTime : compared(count, last.year, last.visitors)}
      </p>
      {indication.editions.length > 0 && (
        <SummaryList
          figures
          rows={indication.editions.map((one) => ({ label: edition(one.year), value: one.visitors }))}
        />
      )}
    </>
  );
}

function LetterPhotos({ indication }: { readonly indication: Indication }) {
  const uses = useRowPhotos(rowKey('supportIndication', indication.id), indication.photos);
  if (indication.photos.length === 0) return null;
  return (
    <Photos
      photos={indication.photos.map(({ sha256 }, at) => ({
        id: sha256,
        src: uses.get(sha256)?.url,
        alt: nlEvidence.photo(at + 1),
        caption: uses.get(sha256)?.state === 'not_here' ? nlSupport.sheets.photoNotHere : undefined,
      }))}
    />
  );
}

function IndicationSteps({ indication }: { readonly indication: Indication }) {
  const { id, kind, answer } = indication;
  const [asked, setAsked] = useState<'answer' | 'withdraw' | undefined>(undefined);
  const answering = useCommand('support.answer');
  const withdrawing = useCommand('support.withdraw');
  const close = () => setAsked(undefined);
  const { answer: words, withdraw } = nlEvidence;
  return (
    <div class="bk-row bk-gap-2">
      {kind === 'objection' && mayI('support.answer') && (
        <Button kind={answer === '' ? 'primary' : 'plain'} onClick={() => setAsked('answer')}>
          {answer === '' ? words.open : words.change}
        </Button>
      )}
      {mayI('support.withdraw') && <Button onClick={() => setAsked('withdraw')}>{withdraw.open}</Button>}
      {asked === 'answer' && (
        <ReasonSheet
          open
          onClose={close}
          words={words}
          hint={words.hint}
          start={answer}
          draftKey={`support.answer:${id}`}
          command={answering}
          send={(text, seen) => answering.send({ indicationId: id, answer: text, seenAnswer: seen })}
        />
      )}
      {asked === 'withdraw' && (
        <ReasonSheet
          open
          onClose={close}
          words={withdraw}
          text={withdraw.text}
          hint={withdraw.hint}
          bad
          draftKey={`support.withdraw:${id}`}
          command={withdrawing}
          send={(reason) => withdrawing.send({ indicationId: id, reason })}
        />
      )}
    </div>
  );
}
