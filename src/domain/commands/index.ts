/** All commands by name, and the two questions that phone and server ask before running one. */
export { type CommandArgs, schemas } from './schemas.ts';
