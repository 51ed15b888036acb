/** A program of the next release, for tests: notes have a topic. The command gets a version 2 with a step from 1, the row a
 *  second shape; both stand in the real registries until `release` is undone. */
import * as v from 'valibot';
import type { Command } from '../../src/domain/command.ts';
import { addNote, commands } from '../../src/domain/commands/index.ts';
import { schemas } from '../../src/domain/commands/schemas.ts';
import { rowSteps } from '../../src/domain/rowShapes.ts';
import type { ProposalNote } from '../../src/domain/rows.ts';

export interface NoteWithTopic extends ProposalNote {
  readonly topic: string;
}
type Args = { readonly noteId: string; readonly proposalId: string; readonly text: string; readonly topic: string };

const addNoteWithTopic: Command<'proposalNote.add', Args> = {
  name: 'proposalNote.add',
  v: 2,
  older: { 1: (args) => ({ ...(args as object), topic: 'algemeen' }) },
  schema: v.strictObject({ ...schemas['proposalNote.add'].entries, topic: v.string() }),
  touches: addNote.touches,
  run(tx, { topic, ...args }, ctx) {
    addNote.run(
      {
        ...tx,
        put: (type, row) => tx.put(type, type === 'proposalNote' ? { ...row, topic } : row),
      },
      args,
      ctx,
    );
  },
};

/** From here on this process runs the next release; the answer goes back to the present one. */
export function release(): () => void {
  const registry = commands as { 'proposalNote.add': unknown };
  registry['proposalNote.add'] = addNoteWithTopic;
  rowSteps.proposalNote = [(body) => Object.assign({}, body, { topic: 'van voor de onderwerpen' })];
  return () => {
    registry['proposalNote.add'] = addNote;
    delete rowSteps.proposalNote;
  };
}
