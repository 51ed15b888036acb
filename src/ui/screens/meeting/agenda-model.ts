// What the agenda shows of each item: decided, at hand, or still to come. Derived from rows, so that every phone in the
// room agrees without anybody pressing "next".
import type { AgendaItem, Decision, Proposal } from '../../../domain/rows.ts';

/** `passed`: an item without a proposal that later decisions have gone past; nobody records that it was done. */
export type ItemState = 'decided' | 'passed' | 'now' | 'later';

export interface AgendaEntry<
  Item extends AgendaItem = AgendaItem,
  Prop extends Proposal = Proposal,
  Taken extends Decision = Decision,
> {
  readonly item: Item;
  readonly number: number; // as people say it: 'punt 3'
  readonly proposal: Prop | undefined;
  /** The decision that stands; withdrawn ones are not it. */
  readonly decision: Taken | undefined;
  readonly state: ItemState;
}

/** The agenda in its order. A removed item stays when something was decided on it: what people did is a fact (D2). */
export function agendaOf<Item extends AgendaItem, Prop extends Proposal, Taken extends Decision>(
  items: readonly Item[],
  proposals: readonly Prop[],
  decisions: readonly Taken[],
): readonly AgendaEntry<Item, Prop, Taken>[] {
  const proposalsById = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const rows = [...items].sort(byPosition).flatMap((item) => {
    const decision = standingOf(decisions.filter(({ itemId }) => itemId === item.id));
    if (item.removed && decision === undefined) return [];
    return [{ item, decision, proposal: item.proposalId === null ? undefined : proposalsById.get(item.proposalId) }];
  });
  const open = rows.findIndex(({ item, decision }) => item.proposalId !== null && decision === undefined);
  const lastDecided = rows.findLastIndex(({ decision }) => decision !== undefined);
  // All proposals done: what comes after the last one (rondvraag) is at hand.
  const now = open >= 0 ? open : lastDecided >= 0 ? lastDecided + 1 : 0;
  return rows.map((row, index) => ({ ...row, number: index + 1, state: stateOf(row, index, now) }));
}

/** The item to offer after this one: the first after it that still asks for a decision, else the first before it. */
export function nextEntry<E extends Pick<AgendaEntry, 'item' | 'decision'>>(
  agenda: readonly E[],
  itemId: string,
): E | undefined {
  const at = agenda.findIndex(({ item }) => item.id === itemId);
  const asks = (entry: E) => entry.item.proposalId !== null && entry.decision === undefined && entry.item.id !== itemId;
  return agenda.slice(at + 1).find(asks) ?? agenda.slice(0, Math.max(0, at)).find(asks);
}

export function standingOf<T extends Decision>(decisions: readonly T[]): T | undefined {
  return decisions.filter(({ withdrawn }) => !withdrawn).sort((a, b) => b.round - a.round)[0];
}

/** The round that a new decision on this item belongs to: one higher after each withdrawal (D7). */
export function nextRound(decisions: readonly Decision[]): number {
  return 1 + Math.max(0, ...decisions.filter(({ withdrawn }) => withdrawn).map(({ round }) => round));
}

function stateOf(row: { readonly decision: Decision | undefined }, index: number, now: number): ItemState {
  if (row.decision !== undefined) return 'decided';
  if (index === now) return 'now';
  return index < now ? 'passed' : 'later';
}

/** Two phones can give one place to two items: the id decides then, the same everywhere. */
function byPosition(a: AgendaItem, b: AgendaItem): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
