// De bank: bring a file in, say what each line is, take back what was a mistake. All of it works without a connection.
import { useState } from 'preact/hooks';
import { visible } from '../../../domain/access.ts';
import type { BankFile } from '../../../files/bank/statement.ts';
import { mayI, useMe } from '../../data.ts';
import { CircleAlert, Lock } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { nlBankFiles } from '../../nl/bank-files.ts';
import { BackLink } from '../../parts/button.tsx';
import { Card, Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { Tabs } from '../../parts/tabs.tsx';
import { useLocation } from '../../router.tsx';
import { AccountForm, AccountsCard } from './accounts-card.tsx';
import { ChooseForm } from './choose.tsx';
import { FilesPart, UndoImportForm } from './files-part.tsx';
import { type BankPart, bankHome, bankHref, bankParts } from './hrefs.ts';
import { LoosenForm, MatchedPart } from './matched-part.tsx';
import { OpenPart } from './open-part.tsx';
import { PickFile } from './pick-file.tsx';
import { Preview } from './preview.tsx';
import { readFiles } from './read-file.ts';
import { RulesPart } from './rules-part.tsx';
import { type BankRows, type Matching, useBankRows, useMatching } from './use-bank.ts';

export function BankScreen() {
  const { access } = useMe();
  if (visible(access, 'fin')) return <Bank />;
  return (
    <Stack>
      <BackLink href="/kas">{nlBank.back}</BackLink>
      <PageHead title={nlBank.title} />
      <Note icon={Lock}>{nlBank.hidden}</Note>
    </Stack>
  );
}

interface ReadFile {
  readonly name: string;
  readonly file: BankFile;
}

function Bank() {
  const { query, route } = useLocation();
  const bank = useBankRows();
  const matching = useMatching(bank);
  const [read, setRead] = useState<ReadFile | undefined>(undefined);
  if (!matching.loaded) return null;
  const home = () => {
    setRead(undefined);
    route(bankHome);
  };
  const form = formFor(query, { bank, matching, onDone: home });
  if (read === undefined && form === undefined) return <Desk bank={bank} matching={matching} onRead={setRead} />;
  return (
    <Stack gap={4}>
      <BackLink href={bankHome}>{nlBank.title}</BackLink>
      <div class="bk-narrow">
        {read === undefined ? form : <Preview file={read.file} fileName={read.name} bank={bank} onDone={home} />}
      </div>
    </Stack>
  );
}

interface FormGiven {
  readonly bank: BankRows;
  readonly matching: Matching;
  readonly onDone: () => void;
}

function formFor(query: Readonly<Record<string, string>>, { bank, matching, onDone }: FormGiven) {
  const { regel, los, terug, rekening } = query;
  if (regel !== undefined) return <ChooseForm key={regel} id={regel} bank={bank} matching={matching} onDone={onDone} />;
  if (los !== undefined) return <LoosenForm key={los} id={los} bank={bank} onDone={onDone} />;
  if (terug !== undefined) return <UndoImportForm key={terug} id={terug} bank={bank} onDone={onDone} />;
  if (rekening !== undefined) return <AccountForm key={rekening} id={rekening} bank={bank} onDone={onDone} />;
  return undefined;
}

interface DeskProps {
  readonly bank: BankRows;
  readonly matching: Matching;
  readonly onRead: (read: ReadFile) => void;
}

function Desk({ bank, matching, onRead }: DeskProps) {
  const { query } = useLocation();
  const part = bankParts.find((one) => one === query['deel']) ?? 'open';
  const { busy, problem, open } = useReader(onRead);
  const { tabs } = nlBank;
  return (
    <>
      <BackLink href="/kas">{nlBank.back}</BackLink>
      <PageHead title={nlBank.title} />
      <Columns kind="side">
        <Stack gap={5}>
          {problem !== '' && (
            <Note tone="bad" icon={CircleAlert} live="alert">
              {problem}
            </Note>
          )}
          <Card flush labelledBy="deel">
            <Tabs
              label={tabs.label}
              current={bankHref(part)}
              tabs={[
                { href: bankHref('open'), label: tabs.open, count: matching.lines.length },
                { href: bankHref('gekoppeld'), label: tabs.matched },
                { href: bankHref('bestanden'), label: tabs.files },
                { href: bankHref('onthouden'), label: tabs.rules },
              ]}
            />
            <Part part={part} bank={bank} matching={matching} />
          </Card>
        </Stack>
        <Stack gap={5}>
          {mayI('bankImport.begin') && (
            <PickFile next={matching.lines.length === 0} busy={busy} onFiles={(files) => void open(files)} />
          )}
          <AccountsCard bank={bank} />
        </Stack>
      </Columns>
    </>
  );
}

function Part({
  part,
  bank,
  matching,
}: {
  readonly part: BankPart;
  readonly bank: BankRows;
  readonly matching: Matching;
}) {
  if (part === 'gekoppeld') return <MatchedPart bank={bank} />;
  if (part === 'bestanden') return <FilesPart bank={bank} />;
  if (part === 'onthouden') return <RulesPart bank={bank} />;
  return <OpenPart bank={bank} matching={matching} />;
}

function useReader(onRead: (read: ReadFile) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const open = async (files: readonly File[]) => {
    setBusy(true);
    setProblem('');
    const reading = await readFiles(files);
    setBusy(false);
    if ('file' in reading) onRead({ name: nameOf(files), file: reading.file });
    else if (reading.refused === 'unforeseen') setProblem(nlBank.unreadable);
    else setProblem(nlBankFiles.refused(reading.refused, reading.line, reading.inFile));
  };
  return { busy, problem, open };
}

function nameOf([first, ...others]: readonly File[]): string {
  if (first === undefined) return '';
  return others.length === 0 ? first.name : nlBank.pick.several(first.name, others.length);
}
