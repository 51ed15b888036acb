// Undo instead of confirm: an act happens at once and its toast offers to undo it, for ten seconds or until the next act.
import { createStore } from 'zustand/vanilla';

export interface ToastMessage {
  /** What happened: "Besluit 3 vastgelegd op dit toestel". */
  readonly text: string;
  /** Takes the act back. It is also in the history, so that ten seconds are no limit. */
  readonly undo?: (() => void | Promise<void>) | undefined;
  /** Nothing happened yet: it stays until that is over. */
  readonly stays?: boolean | undefined;
}

export interface ToastState {
  /** `id` differs for every toast, also when the words are the same. */
  readonly shown: (ToastMessage & { readonly id: number }) | undefined;
}

export const toastStore = createStore<ToastState>(() => ({ shown: undefined }));

let lastId = 0;

/** Shows a toast in place of the one before it; answers its id. */
export function showToast(message: ToastMessage): number {
  lastId += 1;
  toastStore.setState({ shown: { ...message, id: lastId } });
  return lastId;
}

/** Takes the toast away: after its time, after undo, or because a next act began. With an id only that one. */
export function dismissToast(id?: number): void {
  if (id === undefined || toastStore.getState().shown?.id === id) toastStore.setState({ shown: undefined });
}
