/** Where ideas come from, and what comes of them (S3). */
import type { Idea, IdeaChannels, Proposal } from './rows.ts';

export const channelsRowId = 'channels';

/** What a committee begins with; it makes the list its own. */
const usual: IdeaChannels = {
  id: channelsRowId,
  names: ['Op straat', 'IJscokar', 'Netwerkborrel', 'Vragenlijst', 'Telefoon', 'Buurthuis'],
  heardOf: ['Nog nooit', 'Buren', 'Wijkkrant', 'Facebook', 'Flyer of poster', 'Deed al mee'],
};

export const channelsOf = (row: IdeaChannels | undefined): IdeaChannels => row ?? usual;

export interface ChannelYield {
  readonly channel: string; // '' for ideas without one
  readonly ideas: number;
  readonly asideIdeas: number;
  readonly proposals: number; // how many proposals the ideas went on in, each once
  readonly awarded: number; // of these
}

type ForYield = Pick<Idea, 'channel' | 'proposalId' | 'setAside'>;
type Outcome = Pick<Proposal, 'id' | 'awardedCents' | 'mergedIntoId'>;

/** Per channel what it brought, the richest first. A proposal to which two channels led counts for both, so the columns
 *  do not add up to the number of proposals. */
export function channelYields(ideas: readonly ForYield[], proposals: readonly Outcome[]): readonly ChannelYield[] {
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const channels = [...new Set(ideas.map(({ channel }) => channel))];
  return channels
    .map((channel): ChannelYield => {
      const of = ideas.filter((idea) => idea.channel === channel);
      const reached = new Set(
        of.flatMap(({ proposalId }) => (proposalId === null ? [] : [whereItWent(proposalId, byId)])),
      );
      const awarded = [...reached].filter((id) => (byId.get(id)?.awardedCents ?? 0) > 0);
      const asideIdeas = of.filter(({ setAside }) => setAside !== null).length;
      return { channel, ideas: of.length, asideIdeas, proposals: reached.size, awarded: awarded.length };
    })
    .sort((a, b) => b.proposals - a.proposals || b.ideas - a.ideas || (a.channel < b.channel ? -1 : 1));
}

/** A proposal that was merged counts where it went. */
export function whereItWent(id: string, byId: ReadonlyMap<string, Pick<Proposal, 'mergedIntoId'>>): string {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    at = byId.get(at)?.mergedIntoId ?? at;
  }
  return at;
}
