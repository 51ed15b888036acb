// /aanvragen/:id/draagvlak: the sheets of one proposal, what they say together and what is still to count.
import { isCommitteeRole } from '../../../domain/access.ts';
import { keepUntil } from '../../../domain/support.ts';
import { mayI, type Seen, useMe } from '../../data.ts';
import { ArrowRight, BellRing, EyeOff, ListChecks, Printer } from '../../icons.ts';
import { titleOr } from '../../nl/proposals.ts';
import { nlSupport } from '../../nl/support.ts';
import { BackLink, LinkButton } from '../../parts/button.tsx';
import { Card, Columns, Section, Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { useParam } from '../../router.tsx';
import { AreaCard } from './area-card.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { JudgementsCard } from './judgements-card.tsx';
import { MissingProposal, SupportNotForYou } from './missing.tsx';
import { countHref, SheetCard } from './sheet-card.tsx';
import { SheetTable, SummaryCard } from './summary-card.tsx';
import { useEvidence } from './use-evidence.ts';
import { type SupportData, useSupport } from './use-support.ts';

export function SupportScreen() {
  const proposalId = useParam('id');
  const { access } = useMe();
  const data = useSupport(proposalId);
  const evidence = useEvidence(proposalId);
  const { proposal } = data;
  if (!data.loaded) return null;
  if (proposal === undefined) return <MissingProposal />;
  if (!isCommitteeRole(access.role)) return <SupportNotForYou proposalId={proposalId} />;
  const editable = proposal.state !== 'withdrawn' && proposal.state !== 'finished';
  return (
    <>
      <Stack gap={2}>
        <BackLink href={`/aanvragen/${proposalId}`}>{nlSupport.back(titleOr(proposal.title))}</BackLink>
        <PageHead title={nlSupport.title} lead={nlSupport.lead} />
      </Stack>
      <Stack gap={5}>
        <Columns kind="even">
          <Stack gap={5}>
            {data.hiddenSheets.length > 0 && mayI('support.count') && (
              <TurnCard proposalId={proposalId} numbers={data.hiddenSheets} />
            )}
            <Sheets data={data} proposal={proposal} editable={editable} />
            <EvidenceSection proposalId={proposalId} evidence={evidence} editable={editable} />
          </Stack>
          <Stack gap={5}>
            {data.sheets.length > 0 && (
              <SummaryCard
                summary={data.summary}
                households={evidence.area?.households ?? 0}
                hiddenSheets={data.hiddenSheets}
                pending={data.counts.some(({ pending }) => pending) || data.sheets.some(({ pending }) => pending)}
              />
            )}
            <AreaCard proposalId={proposalId} area={evidence.area} summary={data.summary} editable={editable} />
            <JudgementsCard proposalId={proposalId} evidence={evidence} editable={editable} />
            <Note icon={EyeOff}>
              <p>{nlSupport.who}</p>
              <p>{nlSupport.keep(keepUntil(proposal.year))}</p>
            </Note>
          </Stack>
        </Columns>
        {data.summary.sheets.length > 0 && <SheetTable summary={data.summary} />}
      </Stack>
    </>
  );
}

function TurnCard({ proposalId, numbers }: { readonly proposalId: string; readonly numbers: readonly number[] }) {
  const { turn } = nlSupport;
  return (
    <Card kind="sun" gap={3} labelledBy="natellen">
      <p class="bk-strong bk-row bk-gap-2">
        <Icon of={BellRing} />
        {turn.yours}
      </p>
      <h2 id="natellen">{turn.title(numbers)}</h2>
      <p>{turn.text}</p>
      <LinkButton kind="primary" wide iconAfter={ArrowRight} href={countHref(proposalId, numbers[0])}>
        {turn.start}
      </LinkButton>
    </Card>
  );
}

interface SheetsProps {
  readonly data: SupportData;
  readonly proposal: Seen<'proposal'>;
  readonly editable: boolean;
}

function Sheets({ data, proposal, editable }: SheetsProps) {
  const words = nlSupport.sheets;
  const summaries = new Map(data.summary.sheets.map((sheet) => [sheet.sheetId, sheet]));
  const sheets = [...data.sheets].sort((a, b) => a.number - b.number);
  const photoCount = sheets.reduce((sum, { photos }) => sum + photos.length, 0);
  const mayCount = editable && mayI('support.count');
  const actions = (
    <div class="bk-row bk-gap-2">
      {mayCount && (
        <LinkButton
          kind={data.hiddenSheets.length > 0 ? 'plain' : 'primary'}
          icon={ListChecks}
          href={countHref(proposal.id)}
        >
          {words.add}
        </LinkButton>
      )}
      <LinkButton icon={Printer} href={`/print/handtekeningenlijst/${proposal.id}`}>
        {words.print}
      </LinkButton>
    </div>
  );
  if (sheets.length === 0) {
    return (
      <Section id="lijsten" title={words.title}>
        <Empty title={words.none} action={actions}>
          {words.noneText}
        </Empty>
      </Section>
    );
  }
  return (
    <Section id="lijsten" title={words.title} aside={<span class="bk-soft bk-small">{words.photos(photoCount)}</span>}>
      {sheets.map((sheet) => (
        <SheetCard key={sheet.id} data={data} sheet={sheet} summary={summaries.get(sheet.id)} editable={editable} />
      ))}
      {actions}
    </Section>
  );
}
