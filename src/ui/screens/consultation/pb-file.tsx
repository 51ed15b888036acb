// /raadpleging/bestand: any Pabulib file, counted again by both methods. Nothing of it is stored.
import { useRef, useState } from 'preact/hooks';
import type { ConsultationMethod } from '../../../domain/rows.ts';
import { CircleAlert, Download, Info, Upload } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { Chips } from '../../parts/tabs.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { explain } from './explain.ts';
import { countedFile, type OpenedFile, openFile, problemText } from './pb-import.ts';
import { ToldResult } from './told-result.tsx';

const words = nlConsultationResult.file;
const problemsShown = 8;

export function PbFileScreen() {
  const [opened, setOpened] = useState<OpenedFile | undefined>(undefined);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Stack gap={2}>
        <BackLink href="/vergadering">{nlConsultation.back}</BackLink>
        <PageHead title={words.title} lead={words.lead} />
      </Stack>
      <Stack gap={5}>
        <Actions>
          <Button kind="primary" icon={Upload} onClick={() => picker.current?.click()}>
            {words.open}
          </Button>
          {opened?.read.ok && (
            <Button icon={Download} onClick={() => opened.read.ok && saveFile(opened.read.again)}>
              {words.saveAgain}
            </Button>
          )}
        </Actions>
        <input
          ref={picker}
          type="file"
          accept=".pb,text/plain"
          hidden
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void openFile(file).then(setOpened);
            event.currentTarget.value = ''; // the same file can be chosen again
          }}
        />
        <div aria-live="polite">{opened !== undefined && <Shown key={opened.name} opened={opened} />}</div>
      </Stack>
    </>
  );
}

function Shown({ opened: { name, read } }: { readonly opened: OpenedFile }) {
  if (read.ok) return <Counted name={name} vote={read.vote} />;
  const { problems } = read;
  return (
    <Note tone="bad" icon={CircleAlert}>
      <p class="bk-strong">{words.wrong(name)}</p>
      {problems.slice(0, problemsShown).map((problem, at) => (
        <p key={at}>{words.line(problem.line, problemText(problem))}</p>
      ))}
      {problems.length > problemsShown && <p>{words.more(problems.length - problemsShown)}</p>}
    </Note>
  );
}

type Vote = Extract<OpenedFile['read'], { readonly ok: true }>['vote'];
const methods: readonly Exclude<ConsultationMethod, 'for_against'>[] = ['equal_shares', 'approval'];

function Counted({ name, vote }: { readonly name: string; readonly vote: Vote }) {
  const [method, setMethod] = useState<(typeof methods)[number]>('equal_shares');
  const { options, votes, steps, told, lotUsed } = countedFile(vote, method);
  const asked = { method, budgetCents: vote.budgetCents, options };
  return (
    <Stack gap={5}>
      <Card labelledBy="bestand">
        <CardHead id="bestand" title={name} />
        <p class="bk-strong">{vote.description}</p>
        <p>{words.facts(vote.projects.length, vote.voters.length, vote.budgetCents)}</p>
        {vote.voteType === 'ordinal' && <p>{words.ordinal}</p>}
        {(vote.voteType === 'cumulative' || vote.voteType === 'scoring') && <p>{words.points}</p>}
        <Chips
          label={words.method}
          chips={methods.map((value) => ({ value, label: nlConsultation.methods[value] }))}
          value={method}
          onValue={setMethod}
        />
      </Card>
      {lotUsed && <Note icon={Info}>{words.lot}</Note>}
      <ToldResult told={explain(asked, { votes }, steps, told)} />
    </Stack>
  );
}
