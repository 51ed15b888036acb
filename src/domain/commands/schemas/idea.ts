/** Ideas from the street and the words for where they come from. */
import * as v from 'valibot';
import { change, filled, filledText, isoDate, line, listOf, photos, text, uuid, voice } from '../fields.ts';

const ideaFields = { text: text(5_000), quarter: line(100), channel: line(60), heardOf: line(60) };
const names = v.pipe(
  listOf(filled(60), 30),
  v.check((list) => new Set(list).size === list.length),
);

export const ideaSchemas = {
  'idea.add': v.pipe(
    v.strictObject({ ideaId: uuid, ...ideaFields, voice: v.nullable(voice), photos, caughtOn: isoDate }),
    v.check(
      ({ text: written, voice: spoken, photos: seen }) => written.trim() !== '' || spoken !== null || seen.length > 0,
    ),
  ),
  'idea.change': v.strictObject({ ideaId: uuid, ...change(ideaFields) }),
  'idea.join': v.strictObject({ ideaId: uuid, proposalId: v.nullable(uuid), seenProposalId: v.nullable(uuid) }),
  'idea.setAside': v.strictObject({ ideaId: uuid, reason: v.nullable(filledText(1_000)) }),
  'ideaChannels.change': v.strictObject(change({ names, heardOf: names })),
} as const;
