/** Who is signed in here, as a store that any part of the interface can follow. */
import { createStore } from 'zustand/vanilla';
import type { Access } from '../domain/access.ts';
import type { Engine } from '../sync/engine.ts';
import type { CommitteeInfo } from './account.ts';
import type { DexieStore } from './dexieStore.ts';
import type { DraftStore } from './drafts.ts';
import type { HeardStore } from './heard.ts';
import type { Reader } from './queries.ts';

/** What stands behind the screens of one signed-in person. */
export interface Opened {
  readonly engine: Engine;
  readonly drafts: DraftStore;
  readonly heard: HeardStore;
  readonly database: DexieStore['db'];
  /** One reader a committee, always the same one: queries that depend on it are not run again for nothing. */
  readonly reader: (committeeId: string) => Reader;
}

export interface Session {
  /** starting: not read yet · opening: somebody works here, the database is on its way · stuck: this device's storage cannot be reached, see `problem`. */
  readonly state: 'starting' | 'opening' | 'signed_out' | 'ready' | 'stuck';
  readonly opened: Opened | null;
  readonly personId: string | null;
  readonly deviceId: string | null;
  readonly committeeId: string | null;
  readonly committees: readonly CommitteeInfo[];
  /** Rights in the open committee as the last pull gave them; null before the first one. */
  readonly access: Access | null;
  /** No member of the open committee any more; what was unsent is still delivered. */
  readonly removed: boolean;
  /** storage_stuck · storage_lost · newer_version (load the page again) · null */
  readonly problem: string | null;
  /** An invented wijk: nothing of it is sent or kept. */
  readonly practice: boolean;
}

export const signedOut: Session = {
  state: 'signed_out',
  opened: null,
  personId: null,
  deviceId: null,
  committeeId: null,
  committees: [],
  access: null,
  removed: false,
  problem: null,
  practice: false,
};

export const sessionStore = createStore<Session>(() => ({ ...signedOut, state: 'starting' }));
