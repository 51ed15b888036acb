// What happened to this proposal, newest first. By role; who has the names of the committee on the device reads them too.
import type { ComponentChildren } from 'preact';
import type {
  GuideKind,
  Outcome,
  OutcomeYear,
  ProposalState,
  Publication,
  Role,
  Rows,
  Theme,
} from '../../../domain/rows.ts';
import { dayInWords, moment } from '../../format.ts';
import { nlBelongings } from '../../nl/belongings.ts';
import { nlDecision } from '../../nl/decision.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { nlOutcome } from '../../nl/outcome.ts';
import { nlProposalForm, type ProposalField, proposalFieldNames } from '../../nl/proposal-form.ts';
import { theRole } from '../../nl/roles.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import type { TimelineEvent } from '../../parts/timeline.tsx';
import { factRows } from '../outcome/facts-card.tsx';
import type { ProposalValues } from '../proposal-form/proposal-draft.ts';
import { valueText } from '../proposal-form/value-text.tsx';
import { belongingChanges } from './belonging-changes.ts';
import type { Dossier } from './use-dossier.ts';

const words = nlDossier.history;

interface Fact {
  readonly id: string;
  /** ISO instant, or only a day where a row has no more. */
  readonly at: string;
  readonly text: ComponentChildren;
  readonly local: boolean;
  /** Who did it. Two members have the same role. */
  readonly by?: string | undefined;
}

export function historyOf(dossier: Dossier, themes: readonly Theme[]): readonly TimelineEvent[] {
  const facts = [
    ...changes(dossier, themes),
    ...decisions(dossier),
    ...counts(dossier),
    ...ruling(dossier),
    ...documents(dossier),
    ...money(dossier),
  ];
  const { submittedOn, pending, id } = dossier.proposal;
  // Handing in keeps who did it; a dossier of before has only the day.
  const isKept = dossier.changes.some(({ after }) => 'submittedOn' in after);
  if (submittedOn !== null && !isKept)
    facts.push({ id: `submit ${id}`, at: submittedOn, text: words.submitted, local: pending });
  return facts
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ id: factId, at, text, local, by }) => ({
      ...{ id: factId, text, local },
      when: words.when(local ? words.onlyHere(when(at)) : when(at), by === undefined ? undefined : dossier.nameOf(by)),
    }));
}

const when = (at: string): string => (at.length === 10 ? dayInWords(at) : moment(at));

function changes({ changes: all, roleOf }: Dossier, themes: readonly Theme[]): readonly Fact[] {
  return all.map(({ id, at, by, before, after, pending }) => {
    const role = roleOf(by);
    const { what, reason = '' } = stepText(before, after) ?? {
      what: belongingText(before, after) ?? words.changed(fieldsIn(after).map(nameOf).join(', ').toLowerCase()),
    };
    return {
      ...{ id, at, by, local: pending },
      text: (
        <>
          {role === undefined ? what : words.by(what, theRole(role))}
          {reason !== '' && `: ${reason}`}
          <Before before={before} after={after} themes={themes} />
        </>
      ),
    };
  });
}

type Values = Readonly<Record<string, unknown>>;
const isField = (key: string): key is ProposalField => Object.hasOwn(proposalFieldNames, key);
const fieldsIn = (values: Values): readonly ProposalField[] => Object.keys(values).filter(isField);
const nameOf = (field: ProposalField): string => proposalFieldNames[field];

/** Money of others, what is done in return, merging: told in one line, each with what stands then. */
function belongingText(before: Values, after: Values): string | undefined {
  const told = nlBelongings.history;
  const published = after['publication'] as Publication | undefined;
  if (published !== undefined) return nlRuling.history.published(published.on, published.until);
  if ('mergedIntoId' in after) return after['mergedIntoId'] === null ? told.split : told.merged;
  const { history: outcome } = nlOutcome;
  if ('outcome' in after) return outcome.told;
  const ofYear = after['outcomeYear'] as OutcomeYear | undefined;
  if (ofYear !== undefined) return outcome.toldYear(ofYear.year);
  if ('published' in after) return after['published'] === null ? outcome.takenBack : outcome.published;
  if ('guide' in after) return outcome.guide(after['guide'] as GuideKind);
  if ('untilYear' in after) return outcome.years(after['untilYear'] as number | null);
  const money = after['coFinancing'] as Rows['coFinancing'] | undefined;
  if (money !== undefined) return told.coFinancing(money.source, money.promisedCents, money.receivedCents);
  const inReturn = after['counterContribution'] as Rows['counterContribution'] | undefined;
  if (inReturn === undefined) return undefined;
  const was = before['counterContribution'] as Rows['counterContribution'] | null;
  if (was === null) return told.counter(inReturn.what);
  if ((inReturn.deliveredOn === null) === (was.deliveredOn === null)) return told.counterChanged(inReturn.what);
  return inReturn.deliveredOn === null ? told.notDelivered(inReturn.what) : told.delivered(inReturn.what);
}

/** The round in which the initiator mends it, and its end without a decision. A merge says where it went itself. */
function stepText(before: Values, after: Values): { readonly what: string; readonly reason?: string } | undefined {
  if ('mergedIntoId' in after) return undefined;
  const state = after['state'] as ProposalState | undefined;
  const reason = typeof after['reason'] === 'string' ? after['reason'].trim() : '';
  if (state === 'returned') return { what: words.returned, reason };
  if ('submittedOn' in after) return { what: words.submitted };
  if (state === 'draft' && before['state'] === undefined) return { what: words.created };
  if (state === 'submitted' && before['state'] === 'returned') return { what: words.submittedAgain };
  return state === 'withdrawn' ? { what: words.withdrawn, reason } : undefined;
}

interface BeforeProps {
  readonly before: Values;
  readonly after: Values;
  readonly themes: readonly Theme[];
}

/** What stood there, so that no older text is lost. */
function Before({ before, after, themes }: BeforeProps) {
  const told = before['outcome'] ?? before['outcomeYear'] ?? before['published'];
  if (told) return <ToldBefore told={told as Partial<Outcome>} />;
  const value = (field: ProposalField, of: Values) => valueText(field, of as Partial<ProposalValues>, themes);
  const fields = [
    ...fieldsIn(before).map((field) => ({ label: nameOf(field), from: value(field, before), to: value(field, after) })),
    ...belongingChanges(before, after),
  ];
  if (fields.length === 0) return null;
  const { empty } = nlProposalForm.conflict;
  return (
    <details>
      <summary>{words.see}</summary>
      {fields.map(({ label, from, to }) => (
        <p key={label}>
          {words.before(label)}: {from === '' ? empty : from}
          <br />
          {words.after}: {to === '' ? empty : to}
        </p>
      ))}
    </details>
  );
}

/** Nothing, when what stood there before was nothing. */
function ToldBefore({ told }: { readonly told: Partial<Outcome> }) {
  const story = (label: string, value = '') => (value === '' ? [] : [{ label, value }]);
  const rows = [
    ...[...story(nlOutcome.facts.story, told.story), ...factRows(told)],
    ...(told.years ?? []).flatMap((one) => story(nlOutcome.publish.ofYear(one.year), one.story)),
  ];
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{words.see}</summary>
      <SummaryList rows={rows} />
    </details>
  );
}

function decisions({ decisions: all, corrections }: Dossier): readonly Fact[] {
  return [
    ...all
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, recordedAt, recordedBy, outcome, awardedCents, exception, pending }) => ({
        ...{ id, at: recordedAt, by: recordedBy },
        text: (
          <>
            {words.decided(nlDecision.outcomes[outcome].toLowerCase(), awardedCents)}
            {exception !== undefined && `. ${nlRuling.history.exception}`}
          </>
        ),
        local: pending,
      })),
    ...corrections.map(({ id, correctedOn, recordedBy, outcome, awardedCents, pending }) => ({
      ...{ id, at: correctedOn, by: recordedBy },
      text: words.corrected(nlDecision.outcomes[outcome].toLowerCase(), awardedCents),
      local: pending,
    })),
  ];
}

function counts({ counts: all, sheets, roleOf }: Dossier): readonly Fact[] {
  const numbers = new Map(sheets.map(({ id, number }) => [id, number]));
  return all.map(({ id, sheetId, countedBy, countedOn, pending }) => ({
    ...{ id, at: countedOn, by: countedBy },
    text: words.counted(numbers.get(sheetId) ?? 0, whoCounted(roleOf(countedBy))),
    local: pending,
  }));
}

const whoCounted = (role: Role | undefined) => (role === undefined ? undefined : theRole(role));

function ruling({ ruleChecks, rules, advice, adviceAnswers }: Dossier): readonly Fact[] {
  const told = nlRuling.history;
  const names = new Map(rules.map(({ id, text }) => [id, text]));
  return [
    ...ruleChecks.map(({ id, ruleId, verdict, checkedBy, checkedOn, pending }) => ({
      ...{ id, at: checkedOn, by: checkedBy },
      text: told.checked(names.get(ruleId) ?? nlRuling.rules.other, verdict),
      local: pending,
    })),
    ...advice.map(({ id, askedBy, askedOn, pending }) => ({
      ...{ id, at: askedOn, by: askedBy },
      ...{ text: told.asked, local: pending },
    })),
    ...adviceAnswers.map(({ id, answeredOn, view, pending }) => ({
      id,
      at: answeredOn,
      text: told.answered(view),
      local: pending,
    })),
  ];
}

/** Also one that was removed: its photos are gone, that it was there is not. */
function documents({ documents: all }: Dossier): readonly Fact[] {
  const told = nlBelongings.history;
  return all.map(({ id, at, by, kind, label, removed, pending }) => {
    const name = label.trim() === '' ? nlBelongings.documents.kinds[kind] : label;
    return { id, at, by, text: removed ? told.documentGone(name) : told.document(name), local: pending };
  });
}

function money({ claims, payments }: Dossier): readonly Fact[] {
  return [
    ...claims.map(({ id, submittedAt, claimedCents, pending }) => ({
      id,
      at: submittedAt,
      text: words.claimed(claimedCents),
      local: pending,
    })),
    ...payments.map(({ id, paidOn, amountCents, pending }) => ({
      id,
      at: paidOn,
      text: words.paid(amountCents),
      local: pending,
    })),
    ...payments
      .filter(({ reversed }) => reversed)
      .map(({ id, reversedOn, paidOn, amountCents, pending }) => ({
        id: `reversed ${id}`,
        at: reversedOn ?? paidOn,
        text: words.reversed(amountCents),
        local: pending,
      })),
  ];
}
