import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Check, Clock } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { useStore } from '../use-store.ts';
import { Icon } from './icon.tsx';
import { dismissToast, type ToastState, toastStore } from './toast-store.ts';

/** How long a toast offers undo; it stays as long as it has the focus or the pointer. */
export const toastTimeMs = 10_000;

/** One for the whole app, in the shell. The region stands there before there is anything to say, or it is not read out. */
export function ToastRegion() {
  const shown = useStore(toastStore, (state) => state.shown);
  useLeaveWithScreen(shown);
  return <div role="status">{shown !== undefined && <Toast key={shown.id} shown={shown} />}</div>;
}

/** Where the last toast was first seen. Outside the component: the two frames of the app have a region each. */
let seenAt: { readonly id: number; readonly path: string } | undefined;

/** What was said about one screen does not stay on the next; an act that can be undone can be undone there too. An act
 *  that ends its screen shows its toast and moves on at once: then the next screen is where it is seen. */
function useLeaveWithScreen(shown: ToastState['shown']): void {
  const { path } = useLocation();
  useEffect(() => {
    if (shown === undefined) return;
    if (seenAt?.id !== shown.id) seenAt = { id: shown.id, path };
    else if (seenAt.path !== path && shown.undo === undefined) dismissToast();
  }, [shown, path]);
}

function Toast({ shown }: { readonly shown: NonNullable<ToastState['shown']> }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || shown.stays) return;
    const timer = setTimeout(() => dismissToast(shown.id), toastTimeMs);
    return () => clearTimeout(timer);
  }, [held, shown]);
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  const undo = async () => {
    dismissToast();
    await shown.undo?.();
    // The button with the focus is gone. A screen moves it to the next row; else it goes to the heading.
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the toast from leaving.
    <div class="bk-toast" onMouseEnter={hold} onMouseLeave={release} onFocusIn={hold} onFocusOut={release}>
      <Icon of={shown.stays ? Clock : Check} />
      <span>{shown.text}</span>
      {shown.undo !== undefined && (
        <button type="button" onClick={() => void undo()}>
          {nl.undo}
        </button>
      )}
    </div>
  );
}
