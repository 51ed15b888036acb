/** What came of a project (S20), what of that everybody may read, and who guides it. */
import type { IsoDate, Photo } from './values.ts';

/** Did it become nicer in the wijk? */
export type Nicer = 'yes' | 'partly' | 'no' | 'unknown';

/** Without the budget it would have … */
export type WithoutBudget = 'gone_on' | 'gone_on_smaller' | 'later' | 'not_gone_on' | 'unknown';

/** `published`: may be shown to everybody, once the committee publishes · `committee`: to the committee and the initiator. */
export type PhotoSight = 'published' | 'committee';

export interface OutcomePhoto {
  readonly photo: Photo;
  readonly sight: PhotoSight;
}

/** Told by the initiator or the committee. Null, '': nobody said so yet. */
export interface Outcome {
  readonly id: string; // the proposal's id
  readonly visitors: number | null;
  readonly story: string;
  readonly nicer: Nicer | null;
  readonly nicerFor: string;
  readonly withoutBudget: WithoutBudget | null;
  readonly sideEffects: string;
  readonly volunteers: number | null;
  readonly volunteerHours: number | null; // whole hours, of all of them together
  readonly photos: readonly OutcomePhoto[];
  readonly years?: readonly OutcomeYear[]; // of a project of more years, the earliest first
}

/** What one year of a project of more years brought. */
export interface OutcomeYear {
  readonly year: number;
  readonly visitors: number | null;
  readonly story: string;
}

/** What everybody may read of it, word for word as a committee member read it when publishing. */
export interface PublishedOutcome {
  readonly id: string; // the proposal's id
  readonly year: number;
  readonly title: string;
  readonly story: string;
  readonly visitors: number | null;
  readonly nicer: Nicer | null;
  readonly nicerFor: string;
  readonly withoutBudget: WithoutBudget | null;
  readonly sideEffects: string;
  readonly volunteerHours: number | null;
  readonly photos: readonly Photo[];
  readonly years?: readonly OutcomeYear[]; // of a project of more years, the earliest first
  readonly publishedOn: IsoDate;
  readonly published: boolean; // false: taken back
}

/** A begeleider helps somebody who applies for the first time; an ambassador speaks for it in the street (S21). */
export type GuideKind = 'guide' | 'ambassador';

export interface ProposalGuide {
  readonly id: string; // proposalGuideId(proposalId, kind)
  readonly proposalId: string;
  readonly kind: GuideKind;
  readonly name: string; // '' when there is nobody any more
  readonly helpsWith: string;
}
