// /print/handtekeningenlijst/:proposalId: empty signature sheets, one A4 each, each with a number of its own.
import { useState } from 'preact/hooks';
import { keepUntil } from '../../../domain/support.ts';
import { type Seen, useMe, useRowFound, useRowsFound } from '../../data.ts';
import { Printer } from '../../icons.ts';
import { nlSignatures } from '../../nl/print-signatures.ts';
import { titleOr } from '../../nl/proposals.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { Qr } from '../../parts/qr.tsx';
import { NumberField } from '../../parts/text-fields.tsx';
import { useParam } from '../../router.tsx';
import { MissingProposal } from '../support/missing.tsx';
import { nextNumber, sheetCountIn, sheetNumberIn, sheetNumbers } from './sheet-numbers.ts';

export function PrintSignaturesScreen() {
  const proposalId = useParam('proposalId');
  const proposal = useRowFound('proposal', proposalId);
  const sheets = useRowsFound('supportSheet', 'proposalId', proposalId);
  if (!proposal.loaded || !sheets.loaded) return null;
  if (proposal.value === undefined) {
    return (
      <main id="inhoud" class="bk-main" tabIndex={-1}>
        <MissingProposal />
      </main>
    );
  }
  return <Sheets proposal={proposal.value} taken={sheets.value.map(({ number }) => number)} />;
}

interface SheetsProps {
  readonly proposal: Seen<'proposal'>;
  readonly taken: readonly number[];
}

function Sheets({ proposal, taken }: SheetsProps) {
  const [typed, setTyped] = useState('1');
  const [from, setFrom] = useState<string | undefined>(undefined);
  const free = nextNumber(taken);
  const numbers = sheetNumbers(sheetNumberIn(from ?? '') ?? free, sheetCountIn(typed));
  return (
    <>
      <header class="bk-noprint bk-paper-tools bk-stack bk-gap-3">
        <div class="bk-row bk-between">
          <BackLink href={`/aanvragen/${proposal.id}/draagvlak`}>{nlSignatures.back}</BackLink>
          <Button kind="primary" icon={Printer} onClick={() => print()}>
            {nlSignatures.print}
          </Button>
        </div>
        <div class="bk-row bk-gap-5">
          <NumberField label={nlSignatures.count} value={typed} onValue={setTyped} />
          <NumberField
            label={nlSignatures.from}
            hint={nlSignatures.fromHint}
            value={from ?? String(free)}
            onValue={setFrom}
          />
        </div>
      </header>
      <main id="inhoud" tabIndex={-1}>
        {numbers.map((number, index) => (
          <Sheet key={number} proposal={proposal} number={number} first={index === 0} />
        ))}
      </main>
    </>
  );
}

interface SheetProps {
  readonly proposal: Seen<'proposal'>;
  readonly number: number;
  readonly first: boolean;
}

function Sheet({ proposal, number, first }: SheetProps) {
  const { committee } = useMe();
  const heading = usePageTitle(nlSignatures.tab);
  const { id, title, applicant, requestedCents, year } = proposal;
  return (
    <article class={first ? 'bk-paper' : 'bk-paper bk-paper-break'} aria-label={nlSignatures.sheet(number)}>
      <header class="bk-paper-head">
        <div>
          {first ? (
            <h1 ref={heading} tabIndex={-1}>
              {nlSignatures.title}
            </h1>
          ) : (
            <p class="bk-h1">{nlSignatures.title}</p>
          )}
          <p>
            <b>{titleOr(title)}</b>
            <br />
            {nlSignatures.by(applicant, requestedCents)}
          </p>
        </div>
        <div class="bk-sign-qr">
          <b>{nlSignatures.sheet(number)}</b>
          <Qr text={`${location.origin}/aanvragen/${id}`} label={nlSignatures.qr} />
        </div>
      </header>
      <p>
        {nlSignatures.ask} <b>{nlSignatures.askStrong}</b>: {nlSignatures.askWhy}
      </p>
      <SignTable />
      <p>
        <b>{nlSignatures.notAtHome}</b> ______ {nlSignatures.notAtHomeRest}
      </p>
      {committee !== undefined && (
        <footer class="bk-paper-foot">{nlSignatures.foot(committee.bodyWord, committee.name, keepUntil(year))}</footer>
      )}
    </article>
  );
}

/** As many as fit on one A4 at a height that a pen needs. */
const rowCount = 18;
const rows = Array.from({ length: rowCount }, (_, index) => index + 1);
const widths = ['7%', '34%', '27%', '10%', '10%', '12%'] as const;

function SignTable() {
  const { columns } = nlSignatures;
  return (
    <table class="bk-sign">
      <colgroup>
        {widths.map((width, index) => (
          <col key={index} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {Object.values(columns).map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <td class="bk-num">{row}</td>
            <td />
            <td />
            <td class="box" />
            <td class="box" />
            <td class="box" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
