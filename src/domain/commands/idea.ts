/** Ideas from the street: caught in two taps, worked out later, gone on in a proposal. */
import { defineCommand, Rejection, rowKey } from '../command.ts';
import { channelsOf, channelsRowId } from '../ideas.ts';
import type { Idea } from '../rows.ts';
import { changesOf, same } from './rules.ts';
import { schemas } from './schemas.ts';

export const addIdea = defineCommand({
  name: 'idea.add',
  v: 1,
  schema: schemas['idea.add'],
  touches: (args) => [rowKey('idea', args.ideaId)],
  run(tx, { ideaId: id, ...fields }, ctx) {
    const known = tx.get('idea', id);
    const at = known?.at ?? ctx.at;
    const idea: Idea = { id, ...fields, by: ctx.actor.personId, at, proposalId: null, setAside: null };
    if (known === undefined) tx.put('idea', idea);
    else if (!same(known, idea)) throw new Rejection('id_taken');
  },
});

/** Writes out what was spoken, or says better where it came from. */
export const changeIdea = defineCommand({
  name: 'idea.change',
  v: 1,
  schema: schemas['idea.change'],
  touches: (args) => [rowKey('idea', args.ideaId)],
  run(tx, args) {
    const idea = tx.mustOrWait('idea', args.ideaId);
    const changes = changesOf<Idea>(idea, args, ['text']);
    if (changes === undefined) return;
    const next = { ...idea, ...changes.after };
    if (next.text.trim() === '' && next.voice === null && next.photos.length === 0) throw new Rejection('malformed');
    tx.put('idea', next);
  },
});

/** Says in which proposal an idea went on; null takes it out. Several ideas may go on in one. */
export const joinIdea = defineCommand({
  name: 'idea.join',
  v: 1,
  schema: schemas['idea.join'],
  touches: (args) => [rowKey('idea', args.ideaId)],
  run(tx, { ideaId, proposalId, seenProposalId }) {
    const idea = tx.mustOrWait('idea', ideaId);
    if (proposalId !== null) tx.mustOrWait('proposal', proposalId);
    if (idea.proposalId === proposalId) return;
    if (idea.proposalId !== seenProposalId) throw new Rejection('changed_meanwhile');
    tx.put('idea', { ...idea, proposalId, setAside: null });
  },
});

/** Nothing is done with it, and why; null takes it up again. */
export const setIdeaAside = defineCommand({
  name: 'idea.setAside',
  v: 1,
  schema: schemas['idea.setAside'],
  touches: (args) => [rowKey('idea', args.ideaId)],
  run(tx, { ideaId, reason }) {
    const idea = tx.mustOrWait('idea', ideaId);
    if (idea.setAside === reason) return;
    if (idea.proposalId !== null) throw new Rejection('wrong_state');
    tx.put('idea', { ...idea, setAside: reason });
  },
});

/** The committee's own channels. What an idea was noted under stays as it was called that day. */
export const changeIdeaChannels = defineCommand({
  name: 'ideaChannels.change',
  v: 1,
  schema: schemas['ideaChannels.change'],
  touches: () => [rowKey('ideaChannels', channelsRowId)],
  run(tx, args) {
    const channels = channelsOf(tx.get('ideaChannels', channelsRowId));
    const changes = changesOf(channels, args, ['names', 'heardOf']);
    if (changes !== undefined) tx.put('ideaChannels', { ...channels, ...changes.after });
  },
});
