/** What people and the world can do, as plain data: drawn from a seed by the chooser, or read from a script that was shrunk. */
import type { FaultRates } from './faults.ts';

/** `phone`, `tab` and `committee` are numbers; a tab's number counts modulo how many are open. */
export type Doing =
  | { readonly do: 'nothing' | 'crash' | 'back_up' | 'replicate' | 'restore' | 'fail_over' | 'mend' | 'bad_deploy' }
  | { readonly do: 'restore_older' }
  | {
      readonly do: 'send';
      readonly phone: number;
      readonly tab: number;
      readonly committee: number;
      readonly name: string;
      readonly args: unknown;
      readonly photos: readonly number[];
      readonly accept: boolean;
      readonly tooNew: boolean; // a newer version of the app made it
    }
  | { readonly do: 'switch_online' | 'wake' | 'open_tab' | 'lose_power' | 'clone' | 'revoke'; readonly phone: number }
  | { readonly do: 'close_tab' | 'kill_tab' | 'look_at_inbox'; readonly phone: number; readonly tab: number }
  | {
      readonly do: 'look_at_photo';
      readonly phone: number;
      readonly tab: number;
      readonly committee: number;
      readonly on: number; // the phone that shows it: now and then another one, whose person says which it is
      readonly number: number; // among those there
    }
  | { readonly do: 'freeze'; readonly phone: number; readonly tab: number; readonly forMs: number }
  | { readonly do: 'evict'; readonly phone: number; readonly keepsName: boolean }
  | { readonly do: 'portal' | 'deaf' | 'noPokes'; readonly phone: number; readonly forMs: number }
  | { readonly do: 'session'; readonly phone: number; readonly of: number | null; readonly forMs: number }
  | { readonly do: 'set_clock'; readonly phone: number; readonly byMs: number }
  | { readonly do: 'disk_full' | 'no_connection'; readonly forMs: number }
  | { readonly do: 'sleep'; readonly hours: number }
  /** The operator loads one line of a list of past projects; the server tries again what is under way between committees. */
  | { readonly do: 'import_project'; readonly committee: number; readonly number: number }
  | { readonly do: 'deliver' }
  | {
      readonly do: 'hand_over';
      readonly from: number;
      readonly to: number;
      readonly committee: number;
      readonly how: 'once' | 'twice' | 'tampered';
    };

/** `chance` begins the generator of delays and faults anew, so that a doing that is left out changes few others. */
export type Action = Doing & { readonly ms: number; readonly chance: number };

/** A run that can be played again. Survives changes of the chooser, which a seed does not. */
export interface Script {
  readonly seed: number; // gives ids and clocks
  readonly rates: Partial<FaultRates>;
  readonly actions: readonly Action[];
}
