// The frame of a receipt: no menu, what is on this device, and the way out.
import type { ComponentChildren } from 'preact';
import { useStore } from '../../hooks.ts';
import { X } from '../../icons.ts';
import { nlReceipt } from '../../nl/receipt.ts';
import { IconButton } from '../../parts/button.tsx';
import { useLocation } from '../../router.tsx';
import { BareShell, ThemeButton } from '../../shell/shell.tsx';
import { SyncBar } from '../../shell/sync-bar.tsx';
import { barStatus } from '../../sync-bar-status.ts';
import { syncStore } from '../../sync-status.ts';

export interface FrameProps {
  readonly sub: string;
  /** Where the cross leads; a page without a form has a link back instead. */
  readonly stopAt?: string | undefined;
  readonly children: ComponentChildren;
}

export function ReceiptFrame({ sub, stopAt, children }: FrameProps) {
  const sync = useStore(syncStore, (status) => status);
  const { route } = useLocation();
  return (
    <BareShell
      sub={sub}
      bar={<SyncBar status={barStatus(sync)} />}
      tools={
        <>
          <ThemeButton />
          {stopAt !== undefined && <IconButton icon={X} label={nlReceipt.stop} onClick={() => route(stopAt)} />}
        </>
      }
    >
      {children}
    </BareShell>
  );
}
