// The decision list on one A4: what a volunteer hangs in the buurthuis and puts on the website.
import { type Seen, useMe, useRows } from '../../data.ts';
import { euro, weekday } from '../../format.ts';
import { Copy, Download, Info, Printer, Send } from '../../icons.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { BackLink, Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextArea } from '../../parts/text-fields.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { useCopy } from '../../parts/use-copy.ts';
import { useParam } from '../../router.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { useAdoption } from '../meeting/adoption-card.tsx';
import { MissingMeeting } from '../meeting/missing.tsx';
import { type MeetingRows, useMeeting } from '../meeting/use-meeting.ts';
import { type BudgetRow, useBudgetRows } from './budget-after.ts';
import { type DecisionList, decisionListOf, decisionListText, type ListedItem } from './decision-list.ts';
import { useLogMark } from './log-head.ts';
import { decisionListHtml, mailFile } from './mail.ts';

/** /print/besluitenlijst/:meetingId */
export function PrintDecisionsScreen() {
  const { loaded, value: rows } = useMeeting(useParam('meetingId'));
  if (!loaded) return null;
  if (rows === undefined) {
    return (
      <main id="inhoud" class="bk-main" tabIndex={-1}>
        <MissingMeeting />
      </main>
    );
  }
  return <DecisionPaper rows={rows} />;
}

function DecisionPaper({ rows }: { readonly rows: MeetingRows }) {
  const { meeting } = rows;
  const list = useDecisionList(rows);
  const budget = useBudgetRows(meeting);
  const foot = useFoot();
  const head = useHead(meeting);
  const heading = usePageTitle(`${nlPrint.title} ${meeting.title}`);
  const adoption = useAdoption(meeting.id);
  const ends = [...(adoption.adopted ? [adoption.sentence] : []), ...foot];
  const money = [
    ...budget.rows.map(({ label, cents }) => `${label}: ${euro(cents)}`),
    ...(budget.pending ? [nlPrint.budget.pending] : []),
  ];
  const text = decisionListText([nlPrint.title, ...head], list, [...money, '', ...ends]);
  const html = decisionListHtml([nlPrint.title, ...head], list, [money, ends]);
  return (
    <>
      <Tools meeting={meeting} text={text} html={html} />
      <main class="bk-paper" id="inhoud" tabIndex={-1}>
        <header class="bk-paper-head">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {nlPrint.title}
            </h1>
            <p>
              {head.map((line) => (
                <span key={line}>
                  {line}
                  <br />
                </span>
              ))}
            </p>
          </div>
          <Mark />
        </header>
        {meeting.state !== 'closed' && <Note icon={Info}>{nlPrint.draft}</Note>}
        <People list={list} />
        <div class="bk-paper-body">
          {list.items.length === 0 && <p>{nlPrint.none}</p>}
          {list.items.map((item) => (
            <PaperItem key={item.heading} item={item} />
          ))}
        </div>
        {budget.rows.length > 0 && <BudgetAfter rows={budget.rows} pending={budget.pending} />}
        <footer class="bk-paper-foot">
          {ends.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      </main>
    </>
  );
}

interface ToolsProps {
  readonly meeting: Seen<'meeting'>;
  readonly text: string;
  readonly html: string;
}

function Tools({ meeting, text, html }: ToolsProps) {
  const { copy, failed } = useCopy(text, nlPrint.copied);
  const copyMail = async () => {
    try {
      const both = {
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      };
      await navigator.clipboard.write([new ClipboardItem(both)]);
      showToast({ text: nlPrint.copiedMail });
    } catch {
      await copy();
    }
  };
  const saveMail = () => {
    const mail = mailFile({ subject: `${nlPrint.title} ${meeting.title}`, text, html });
    saveFile(new File([mail], nlPrint.mailName(meeting.plannedOn), { type: 'message/rfc822' }));
  };
  return (
    <header class="bk-noprint bk-paper-tools bk-stack bk-gap-3">
      <div class="bk-row bk-between">
        <BackLink href={`/vergadering/${meeting.id}`}>{nlPrint.back}</BackLink>
        <div class="bk-row bk-gap-2">
          <Button icon={Copy} onClick={() => void copy()}>
            {nlPrint.copy}
          </Button>
          <Button icon={Send} onClick={() => void copyMail()}>
            {nlPrint.copyMail}
          </Button>
          <Button icon={Download} onClick={saveMail}>
            {nlPrint.saveMail}
          </Button>
          <Button kind="primary" icon={Printer} onClick={() => print()}>
            {nlPrint.print}
          </Button>
        </div>
      </div>
      {failed && (
        <TextArea label={nlPrint.textLabel} hint={nlPrint.copyFailed} rows={12} value={text} onValue={() => {}} />
      )}
    </header>
  );
}

function People({ list }: { readonly list: DecisionList }) {
  return (
    <p>
      <b>{nlPrint.present}</b> {list.present}.{' '}
      {list.excused !== nlPrint.nobody && (
        <>
          <b>{nlPrint.excused}</b> {list.excused}.{' '}
        </>
      )}
      {list.quorum} {list.around.join(' ')}
    </p>
  );
}

function PaperItem({ item }: { readonly item: ListedItem }) {
  return (
    <article class="bk-paper-item">
      <h2>{item.heading}</h2>
      {item.verdict !== undefined && (
        <p class="bk-verdict">
          <span>{item.verdict.word}</span>
          <span class="bk-num">{item.verdict.amount}</span>
        </p>
      )}
      {item.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {item.small !== '' && <p class="bk-small bk-soft">{item.small}</p>}
      {item.corrections.map(({ heading, reason }) => (
        <p key={heading}>
          <b>{heading}</b> {reason}
        </p>
      ))}
    </article>
  );
}

function BudgetAfter({ rows, pending }: { readonly rows: readonly BudgetRow[]; readonly pending: boolean }) {
  const last = rows.at(-1);
  return (
    <section class="bk-stack bk-gap-2">
      <h2>{nlPrint.budget.title}</h2>
      <table class="bk-table">
        <tbody>
          {rows.slice(0, -1).map(({ label, cents }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="bk-end">
                <span class="bk-money">{euro(cents)}</span>
              </td>
            </tr>
          ))}
        </tbody>
        {last !== undefined && (
          <tfoot>
            <tr>
              <th scope="row">{last.label}</th>
              <td class="bk-end">
                <span class="bk-money">{euro(last.cents)}</span>
              </td>
            </tr>
          </tfoot>
        )}
      </table>
      {pending && <p class="bk-small bk-soft">{nlPrint.budget.pending}</p>}
    </section>
  );
}

function useDecisionList({ meeting, agenda, members, presences, marks, guests, recusals }: MeetingRows): DecisionList {
  const corrections = useRows('decisionCorrection');
  const answers = useRows('adviceAnswer');
  return decisionListOf({
    meeting,
    members,
    presences,
    marks,
    guests,
    recusals,
    entries: agenda.flatMap(({ number, item, proposal, decision }) => {
      if (proposal === undefined) return [];
      const own = corrections
        .filter(({ decisionId }) => decisionId === decision?.id)
        .sort((a, b) => (`${a.correctedOn}${a.id}` < `${b.correctedOn}${b.id}` ? -1 : 1));
      // What came after the decision had no part in it.
      const advice = answers
        .filter(({ proposalId, answeredOn }) => proposalId === proposal.id && answeredOn <= (decision?.decidedOn ?? ''))
        .sort((a, b) => (`${a.answeredOn}${a.id}` < `${b.answeredOn}${b.id}` ? -1 : 1))
        .map(({ view }) => view);
      return [{ number, title: item.title, proposal, decision, corrections: own, advice }];
    }),
  });
}

/** Who met, when and where. */
function useHead(meeting: Seen<'meeting'>): readonly string[] {
  const { committee } = useMe();
  const { plannedOn, openedAt, closedAt, startTime, place, endTime } = meeting;
  const dayName = weekday(plannedOn).split(' ')[0] ?? '';
  return [
    ...(committee === undefined ? [] : [nlPrint.committee(committee.bodyWord, committee.name)]),
    nlPrint.when(dayName, plannedOn, openedAt, closedAt, startTime, place, endTime),
  ];
}

/** That it is public, and by which mark of the log it can be checked. */
function useFoot(): readonly string[] {
  const head = useLogMark();
  return [
    nlPrint.public,
    head === undefined
      ? nlPrint.noHead
      : nlPrint.head(head.short, head.syncedAt === null ? null : new Date(head.syncedAt).toISOString()),
  ];
}
