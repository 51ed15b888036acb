/** The id of a thing of the demo by its name: the same in every demo, whatever machine makes it. */
import { createHash } from 'node:crypto';
import { uuidV7 } from '../../src/domain/ids.ts';

export const demoId = (name: string): string =>
  uuidV7(Date.parse('2026-01-01T00:00:00Z'), createHash('sha256').update(`demo ${name}`).digest());
