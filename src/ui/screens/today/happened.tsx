// "Net gebeurd": the latest facts among the rows on this phone, newest first. Roles and projects, no names of people.
import type { ComponentChildren } from 'preact';
import type { Access } from '../../../domain/access.ts';
import { dayInWords, moment } from '../../format.ts';
import { nlHappened } from '../../nl/happened.ts';
import { MoneyText } from '../../parts/money.tsx';
import type { TimelineEvent } from '../../parts/timeline.tsx';
import type { TodayRows } from './rows.ts';

const eventsMax = 6;

interface Fact {
  readonly id: string;
  /** ISO instant, or only a day where a row has no more. */
  readonly at: string;
  readonly text: ComponentChildren;
  readonly local: boolean;
}

export function happened(all: TodayRows, { role }: Access): readonly TimelineEvent[] {
  const titles = new Map(all.proposals.map(({ id, title }) => [id, title]));
  // Decisions about others are public, and no news of the initiator's own plan.
  const decided =
    role === 'initiator' ? all.decisions.filter(({ proposalId }) => titles.has(proposalId)) : all.decisions;
  const rows = { ...all, decisions: decided };
  for (const { proposalId, title = '' } of decided) if (!titles.has(proposalId)) titles.set(proposalId, title);
  const titleOf = (proposalId: string) => <b>{titles.get(proposalId) || nlHappened.aProject}</b>;
  const facts = [...proposals(rows), ...decisions(rows, titleOf), ...money(rows, titleOf), ...evening(rows, titleOf)];
  return facts
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, eventsMax)
    .map(({ id, at, text, local }) => ({ id, text, local, when: when(at) }));
}

type TitleOf = (proposalId: string) => ComponentChildren;

function proposals({ proposals: all }: TodayRows): readonly Fact[] {
  return all
    .filter(({ submittedOn }) => submittedOn !== null)
    .map(({ id, title, submittedOn, pending }) => ({
      id: `proposal ${id}`,
      at: submittedOn ?? '',
      text: (
        <>
          {nlHappened.newProposal} <b>{title}</b>
        </>
      ),
      local: pending,
    }));
}

function decisions({ decisions: all }: TodayRows, titleOf: TitleOf): readonly Fact[] {
  return all
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ id, recordedAt, proposalId, outcome, awardedCents, pending }) => ({
      id: `decision ${id}`,
      at: recordedAt,
      text:
        awardedCents > 0 ? (
          <>
            {titleOf(proposalId)} {nlHappened.gets} <MoneyText cents={awardedCents} />
          </>
        ) : (
          <>
            {titleOf(proposalId)} {outcome === 'refused' ? nlHappened.refused : nlHappened.deferred}
          </>
        ),
      local: pending,
    }));
}

function money({ claims, payments }: TodayRows, titleOf: TitleOf): readonly Fact[] {
  return [
    ...claims.map(({ id, submittedAt, claimedCents, proposalId, pending }) => ({
      id: `claim ${id}`,
      at: submittedAt,
      text: (
        <>
          {nlHappened.claim} <MoneyText cents={claimedCents} /> {nlHappened.for} {titleOf(proposalId)}
        </>
      ),
      local: pending,
    })),
    ...payments
      .filter(({ reversed }) => !reversed)
      .map(({ id, paidOn, amountCents, proposalId, pending }) => ({
        id: `payment ${id}`,
        at: paidOn,
        text: (
          <>
            {nlHappened.paid} <MoneyText cents={amountCents} /> {nlHappened.for} {titleOf(proposalId)}
          </>
        ),
        local: pending,
      })),
  ];
}

function evening({ meetings, sheets, counts }: TodayRows, titleOf: TitleOf): readonly Fact[] {
  const numbers = new Map(sheets.map(({ id, number }) => [id, number]));
  return [
    ...meetings
      .filter(({ closedAt }) => closedAt !== null)
      .map(({ id, title, closedAt, pending }) => ({
        id: `meeting ${id}`,
        at: closedAt ?? '',
        text: (
          <>
            {nlHappened.closed} <b>{title}</b>
          </>
        ),
        local: pending,
      })),
    ...counts.map(({ id, sheetId, proposalId, countedOn, pending }) => ({
      id: `count ${id}`,
      at: countedOn,
      text: (
        <>
          {nlHappened.counted(numbers.get(sheetId))} {titleOf(proposalId)}
        </>
      ),
      local: pending,
    })),
  ];
}

function when(at: string): string {
  return at.length === 10 ? dayInWords(at) : moment(at);
}
