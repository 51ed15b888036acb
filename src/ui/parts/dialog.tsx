import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { X } from '../icons.ts';
import { nl } from '../nl/index.ts';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';

export interface DialogProps {
  readonly open: boolean;
  /** Called on Escape, on the close button and on a press beside a sheet. Set `open` to false in it. */
  readonly onClose: () => void;
  /** The question or the name: "Besluitenlijst vaststellen?". */
  readonly title: string;
  /** Shows a close button beside the title; leave it out where the choices below are the way out. */
  readonly closable?: boolean | undefined;
  /** What to do; the safe choice is second. Mark the first useful control with data-autofocus if it is not the first. */
  readonly children: ComponentChildren;
}

/** Only for what cannot be undone: vaststellen, versturen, betaalbestand, wissen. Everything else gets a toast. */
export function Dialog(props: DialogProps) {
  return <NativeDialog {...props} sheet={false} />;
}

/** A dialog that comes from below on a phone: a list, a choice of two ways. A press beside it closes it. */
export function Sheet(props: DialogProps) {
  return <NativeDialog {...props} sheet={true} />;
}

function NativeDialog(props: DialogProps & { readonly sheet: boolean }) {
  const { open, onClose, title, closable = false, sheet, children } = props;
  const titleId = useId();
  const dialog = useModal(open, onClose);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way; a press beside it is only a help.
    <dialog
      ref={dialog}
      class={classes('bk-dialog', sheet && 'bk-dialog--sheet')}
      aria-labelledby={titleId}
      onClick={(event) => {
        if (sheet && event.target === event.currentTarget && isBeside(event)) onClose();
      }}
    >
      {open && (
        <>
          {closable ? (
            <div class="bk-row bk-between">
              <h2 id={titleId}>{title}</h2>
              <IconButton icon={X} label={nl.close} onClick={onClose} id={`${titleId}-close`} />
            </div>
          ) : (
            <h2 id={titleId}>{title}</h2>
          )}
          {children}
        </>
      )}
    </dialog>
  );
}

/** Opens a native dialog as `open` says: focus goes in, stays in, and returns to where it came from. */
export function useModal(open: boolean, onClose: () => void): RefObject<HTMLDialogElement> {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    if (element === null || !open) return;
    const opener = openerNow();
    element.showModal();
    focusFirst(element);
    // Escape fires cancel. The state of the caller decides, so that the dialog and the state never differ.
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    // A form with method=dialog closes by itself.
    const onNativeClose = () => close.current();
    element.addEventListener('cancel', onCancel);
    element.addEventListener('close', onNativeClose);
    return () => {
      element.removeEventListener('cancel', onCancel);
      element.removeEventListener('close', onNativeClose);
      if (element.open) element.close();
      returnFocus(opener);
    };
  }, [open]);
  return dialog as RefObject<HTMLDialogElement>;
}

let lastPressed: HTMLElement | undefined;
if (typeof document !== 'undefined') {
  // Safari gives a pressed button no focus, so that the element with the focus does not tell who opened a dialog.
  document.addEventListener(
    'click',
    (event) => {
      const pressed = event.target instanceof Element ? event.target.closest('a, button, summary, label') : null;
      lastPressed = pressed instanceof HTMLElement ? pressed : undefined;
    },
    { capture: true },
  );
}

function openerNow(): HTMLElement | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLElement && focused !== document.body ? focused : lastPressed;
}

function focusFirst(dialog: HTMLDialogElement): void {
  const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]');
  const controls = [
    ...dialog.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]'),
  ];
  // The close button is the first in the order and the least useful to start on.
  const useful = controls.find((control) => !control.id.endsWith('-close') && !control.hidden);
  (wanted ?? useful ?? controls[0])?.focus();
}

function returnFocus(opener: HTMLElement | undefined): void {
  // The act in the dialog may have moved the focus on purpose, or taken the opener away.
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body && !(focused instanceof HTMLDialogElement)) return;
  const target = opener?.isConnected ? opener : document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
}

function isBeside(event: MouseEvent): boolean {
  if (!(event.currentTarget instanceof HTMLElement)) return false;
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
