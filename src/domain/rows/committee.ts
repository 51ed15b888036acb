/** The committee, its people and their rights, and its years. */
import type { Cents, IsoDate } from './values.ts';

/** Roles of a member in one committee (PRODUCT.md 4). `founder` exists only until the committee does. */
export type Role = 'chair' | 'secretary' | 'treasurer' | 'member' | 'auditor' | 'district_manager' | 'initiator';

export type QuorumRule =
  | { readonly kind: 'more_than_half' } // of the members who need not abstain (the idea of art. 29 Gemeentewet)
  | { readonly kind: 'count'; readonly count: number };

export interface Committee {
  readonly id: string; // the committeeId itself
  readonly name: string; // 'Spoelkwartier'
  readonly bodyWord: string; // what the place calls it: 'commissie wijkbudgetten', 'wijkraad', 'dorpsraad' …
  readonly city: string;
  readonly district?: string; // the part of the city it lies in; rows of before have none
  readonly quorum: QuorumRule;
  readonly quarters: readonly string[];
  readonly foundedOn: IsoDate;
  /** Whether other committees on the server see its figures; absent: they do. */
  readonly showsFigures?: boolean;
}

/** Themes are data of a year: `number` as the city counts them, the official word and the plain one. */
export interface Theme {
  readonly number: number;
  readonly name: string;
  readonly plain: string;
}

/** Why money of the neighbourhood budget is hard to use for a theme (S21): another pot pays for it already · a law or
 *  regulation says how · it takes a professional · somebody would gain by it privately. */
export type BarrierKind = 'other_pot' | 'statutory_rule' | 'professional_needed' | 'private_gain';

export interface ThemeBarrier {
  readonly theme: number;
  readonly kind: BarrierKind;
  readonly text: string; // which pot, which rule: 'Sportfonds van de gemeente'
}

export interface BudgetYear {
  readonly id: string; // the year as text, '2026'
  readonly year: number;
  readonly smallLimitCents: Cents; // above this a proposal goes to the neighbourhood consultation (S8)
  readonly themes: readonly Theme[];
  readonly barriers?: readonly ThemeBarrier[]; // a new year begins with those of the year before
  readonly secondAboveCents?: Cents; // a claim above this takes a second approver; 0 or absent: none does
  readonly thanksCents?: Cents; // of the money for own costs, meant to thank volunteers with (S15)
  /** Set when the year was closed: what is booked in it after that goes to the year it was closed into. */
  readonly closedInto?: number;
  readonly closedOn?: IsoDate;
}

/** Contact data stays apart from the facts so that it can be erased. The id is also the sign-in identity. */
export interface Person {
  readonly id: string;
  readonly name: string; // 'Gewiste naam' once it was erased
  readonly erasedOn?: IsoDate;
}

/** The one truth for rights (D12): its row version is the access version. The id is the person's id. */
export interface Member {
  readonly id: string;
  readonly role: Role;
  readonly proposalIds: readonly string[]; // an initiator's own proposals
  readonly active: boolean; // false after removal: the row stays, the rights go
}
