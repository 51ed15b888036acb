import type { ComponentChildren } from 'preact';
import { Check, ChevronRight, CircleQuestionMark, CloudUpload, TabletSmartphone, WifiOff } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { Icon, type IconData } from '../parts/icon.tsx';

/** What the sync engine says, in plain values. Times are ISO instants. */
export interface SyncStatus {
  /** `ok`: all on the server. `local`: changes wait, or no connection. `busy`: sending. `ask`: someone has to choose. */
  readonly kind: 'ok' | 'local' | 'ask' | 'busy';
  readonly pendingCount: number;
  /** Since when there is no connection; left out while there is one. */
  readonly sinceIso?: string | undefined;
  /** What does not answer, as far as this device can tell. */
  readonly missing?: 'internet' | 'server' | undefined;
  readonly lastSyncIso?: string | undefined;
  readonly attentionCount: number;
  /** How many there were when sending began: "2 van 3". */
  readonly batchCount?: number | undefined;
}

/** The one line about sync: always words, quiet when all is well. Leads to Toestel. */
export function SyncBar({ status, href = '/toestel' }: { readonly status: SyncStatus; readonly href?: string }) {
  const { look, icon, words } = saying(status);
  return (
    <div class="bk-syncbar" role="status">
      <a class={`bk-sync bk-sync--${look}`} href={href}>
        <Icon of={icon} />
        <span>{words}</span>
        <Icon of={ChevronRight} />
      </a>
    </div>
  );
}

/** The same place in a form of a resident: what is kept on this device, without a way out of the form. */
export function SavedBar({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="bk-syncbar" role="status">
      <p class="bk-sync bk-sync--ok">
        <Icon of={Check} />
        <span>{children}</span>
      </p>
    </div>
  );
}

interface Saying {
  readonly look: 'ok' | 'local' | 'ask';
  readonly icon: IconData;
  readonly words: ComponentChildren;
}

function saying(status: SyncStatus): Saying {
  const { pendingCount, sinceIso, missing = 'internet', lastSyncIso, attentionCount } = status;
  switch (status.kind) {
    case 'ask':
      return {
        look: 'ask',
        icon: CircleQuestionMark,
        words: (
          <>
            <b>{nl.sync.asks(attentionCount)}</b> {nl.sync.yourAttention}
          </>
        ),
      };
    case 'busy':
      return { look: 'local', icon: CloudUpload, words: sending(status) };
    case 'local':
      return sinceIso === undefined || pendingCount > 0 ? waiting(status) : offline(missing, sinceIso);
    case 'ok':
      return {
        look: 'ok',
        icon: Check,
        words: lastSyncIso === undefined ? nl.sync.allOnDevice : nl.sync.allOnServer(lastSyncIso),
      };
  }
}

function sending({ pendingCount, batchCount }: SyncStatus): ComponentChildren {
  const total = Math.max(batchCount ?? 0, pendingCount);
  const words =
    batchCount === undefined ? nl.sync.changes(pendingCount) : nl.sync.sendingOf(total - pendingCount + 1, total);
  return (
    <>
      {nl.sync.sending} <b>{words}</b>
    </>
  );
}

function waiting({ pendingCount, sinceIso, missing = 'internet' }: SyncStatus): Saying {
  const changes = <b>{nl.sync.changes(pendingCount)}</b>;
  return {
    look: 'local',
    icon: TabletSmartphone,
    words:
      sinceIso === undefined ? (
        <>
          {changes} {nl.sync.onlyHere(pendingCount)}
        </>
      ) : (
        <>
          {nl.sync.without[missing]}, {changes} {nl.sync.onThisDevice}
        </>
      ),
  };
}

function offline(missing: 'internet' | 'server', sinceIso: string): Saying {
  return {
    look: 'local',
    icon: WifiOff,
    words: (
      <>
        {nl.sync.since(nl.sync.without[missing], sinceIso)} <b>{nl.sync.carryOn}</b>
      </>
    ),
  };
}
