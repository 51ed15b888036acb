import { StorageLost } from '../sync/ports.ts';

/** The database did not open in time: mostly another window of the app that is frozen (SYNC 3.1, WebKit#67039). */
export class StorageStuck extends StorageLost {}
/** A newer version of the app took the database over: this window must be loaded again. */
export class StorageTaken extends StorageLost {}
