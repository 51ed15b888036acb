// Everything that was answered, each with its own "Wijzig", before it is sent.
import { Refusal } from '../../data.ts';
import { EyeOff, Info, Send } from '../../icons.ts';
import { nl } from '../../nl/index.ts';
import { proposalFieldNames as fieldNames, nlProposalForm } from '../../nl/proposal-form.ts';
import { Actions, BackLink, Button } from '../../parts/button.tsx';
import { Card, CardHead, Stack } from '../../parts/card.tsx';
import { ErrorSummary } from '../../parts/error-summary.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { SummaryList } from '../../parts/summary-list.tsx';
import { useLocation } from '../../router.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { linesCents, type ProposalDraft, valuesOf } from './proposal-draft.ts';
import { firstOpenQuestion, type Question, questionHref, questionProblems, questions } from './questions.ts';
import { Notes } from './sections-form.tsx';
import { useThemes } from './theme-fields.tsx';
import type { ProposalForm } from './use-proposal-form.ts';
import { periodText, sharesText } from './value-text.tsx';

const words = nlProposalForm.questions;

export interface CheckPageProps {
  readonly proposalForm: ProposalForm;
  readonly path: string;
  readonly returnReason: string | null;
  readonly isNew: boolean;
}

export function CheckPage({ proposalForm, path, returnReason, isNew }: CheckPageProps) {
  const { draft, form, conflicts, saving, submitting, busy } = proposalForm;
  const { route } = useLocation();
  const values = valuesOf(draft.value);
  const blocked = conflicts.length > 0 ? nlProposalForm.conflict.open(conflicts.length) : undefined;
  const send = () => {
    const open = firstOpenQuestion(draft.value);
    // The question that is open says itself what is missing, with the field beside it.
    if (open !== undefined) route(questionHref(path, open));
    else void proposalForm.submit(nlProposalForm.submitted);
  };
  return (
    <>
      <Stack gap={2}>
        <BackLink
          href={isNew ? questionHref(path, questions.at(-1) ?? 'bedrag') : `/aanvragen/${draft.value.proposalId}`}
        >
          {nl.back}
        </BackLink>
        <ErrorSummary form={form} />
        <PageHead title={words.checkTitle} lead={words.checkLead} focusKey="check" />
      </Stack>
      <Stack gap={5}>
        {!isNew && <Notes proposalForm={proposalForm} />}
        {returnReason !== null && (
          <Note tone="look" icon={Info}>
            <p>
              <b>{words.checkReturned}</b>
            </p>
            <p>{returnReason}</p>
          </Note>
        )}
        <ConflictPanel year={draft.value.year} conflicts={conflicts} onChoose={proposalForm.choose} />
        <Answers draft={draft.value} path={path} />
        <Note icon={EyeOff}>{words.privacy}</Note>
        <Refusal command={saving} onSaved={proposalForm.leave} />
        <Refusal command={submitting} onSaved={proposalForm.leave} />
        <Actions>
          <Button kind="primary" big wide icon={Send} busy={busy} blocked={blocked} onClick={send}>
            {words.send(values.requestedCents)}
          </Button>
          <Button
            kind="quiet"
            wide
            busy={busy}
            blocked={blocked}
            onClick={() => void proposalForm.keep(words.laterSaved)}
          >
            {words.later}
          </Button>
        </Actions>
        <p class="bk-small bk-soft">{words.offline}</p>
      </Stack>
    </>
  );
}

function Answers({ draft, path }: { readonly draft: ProposalDraft; readonly path: string }) {
  const themes = useThemes(draft.year);
  const values = valuesOf(draft);
  const names = nlProposalForm;
  const row = (question: Question, label: string, value: string) => ({
    label,
    value: open(question, draft) || value === '' ? <span class="bk-soft">{words.notFilled}</span> : value,
    href: questionHref(path, question),
  });
  const quarters = values.quarters.length === 0 ? words.wholeNeighbourhood : values.quarters.join(', ');
  return (
    <>
      <Card labelledBy="uw-plan">
        <CardHead id="uw-plan" title={words.plan} />
        <SummaryList
          rows={[
            row('naam', fieldNames.title, values.title),
            row('wat', fieldNames.summary, values.summary),
            row('soort', fieldNames.kind, names.kinds[values.kind].label),
            row('waar', fieldNames.quarters, quarters),
            ...(values.streets === '' ? [] : [row('waar', fieldNames.streets, values.streets)]),
            ...(values.period === null ? [] : [row('waar', fieldNames.period, periodText(values.period))]),
          ]}
        />
      </Card>
      <Card labelledBy="het-geld">
        <CardHead id="het-geld" title={words.money} />
        <SummaryList
          rows={[
            row(
              'kosten',
              fieldNames.budgetLines,
              values.budgetLines.length === 0 ? '' : words.linesCount(values.budgetLines.length, linesCents(draft)),
            ),
            {
              ...row('bedrag', fieldNames.requestedCents, ''),
              value:
                values.requestedCents === 0 ? (
                  row('bedrag', '', '').value
                ) : (
                  <MoneyText cents={values.requestedCents} strong />
                ),
            },
          ]}
        />
      </Card>
      <Card labelledBy="u-en-de-buurt">
        <CardHead id="u-en-de-buurt" title={words.you} />
        <SummaryList
          rows={[
            row('wie', fieldNames.applicant, values.applicant),
            row('thema', fieldNames.themeShares, sharesText(values.themeShares, themes)),
          ]}
        />
      </Card>
    </>
  );
}

const open = (question: Question, draft: ProposalDraft): boolean => questionProblems(question, draft).length > 0;
