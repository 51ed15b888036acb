/** Tasks: who does what, and what people write down to do. */
import * as v from 'valibot';
import { canBeTaken, kindOfTask } from '../../tasks/kinds.ts';
import { change, filled, isoDate, line, text, uuid } from '../fields.ts';

/** `kind:subject`, or the UUID of what somebody wrote down. */
const taskId = v.pipe(
  line(200),
  v.check((id) => {
    const kind = kindOfTask(id);
    return kind !== undefined && canBeTaken(kind);
  }),
);
const written = { text: filled(300), dueOn: v.nullable(isoDate) };

export const taskSchemas = {
  'task.take': v.strictObject({ taskId, seenOwnerId: v.nullable(uuid) }),
  'task.handOver': v.strictObject({ taskId, toPersonId: uuid, note: text(1_000), seenOwnerId: v.nullable(uuid) }),
  'task.release': v.strictObject({ taskId, seenOwnerId: v.nullable(uuid) }),
  'task.add': v.strictObject({
    ...{ taskId: uuid, ...written, proposalId: v.nullable(uuid), ownerId: v.nullable(uuid), addedOn: isoDate },
    district: v.nullable(v.strictObject({ about: line(300) })),
  }),
  'task.change': v.strictObject({ taskId: uuid, ...change(written) }),
  'task.done': v.strictObject({ taskId, done: v.boolean(), doneOn: isoDate }),
} as const;
