/** What people on the street say, before it is a proposal. It holds no name of a resident: none is asked for. */
import type { IsoDate, IsoInstant, Photo, Voice } from './values.ts';

export interface Idea {
  readonly id: string;
  readonly text: string; // may be empty where somebody spoke or a photo says it
  readonly voice: Voice | null;
  readonly photos: readonly Photo[];
  readonly quarter: string; // '' where it is not known
  readonly channel: string; // as it was called that day: 'IJscokar'
  readonly heardOf: string; // where people had heard of the neighbourhood budget
  readonly caughtOn: IsoDate;
  readonly by: string; // who wrote it down
  readonly at: IsoInstant;
  readonly proposalId: string | null; // the proposal that it went on in
  readonly setAside: string | null; // why nothing is done with it
}

/** The committee's own words for where ideas come from. Without this row the usual ones hold (`ideas.ts`). */
export interface IdeaChannels {
  readonly id: 'channels';
  readonly names: readonly string[];
  readonly heardOf: readonly string[];
}
