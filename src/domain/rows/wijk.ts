/** What a wijk knows of itself in a year: its volunteers' hours, and how well known the budget is. */
import type { IsoDate } from './values.ts';

/** Hours that volunteers gave to the budget itself: the committee, the street, the market stall (S15). Nobody is named. */
export interface VolunteerHours {
  readonly id: string;
  readonly year: number;
  readonly hours: number; // whole, of all of them together
  readonly what: string;
  readonly workedOn: IsoDate;
  readonly recordedBy: string;
  readonly withdrawn: boolean;
}

/** A small count in the street (S3): so many were asked, so many knew that there is a neighbourhood budget. */
export interface FamiliarityCount {
  readonly id: string;
  readonly year: number;
  readonly askedCount: number;
  readonly knewCount: number;
  readonly place: string;
  readonly countedOn: IsoDate;
  readonly countedBy: string;
  readonly withdrawn: boolean;
}
