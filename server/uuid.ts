import { randomBytes } from 'node:crypto';
import { uuidV7 } from '../src/domain/ids.ts';

export const newId = (): string => uuidV7(Date.now(), randomBytes(10));
