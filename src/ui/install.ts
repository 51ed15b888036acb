// Installing on the home screen: offered once, after the first useful act, and always to be found under Hulp.
import { createStore } from 'zustand/vanilla';
import { isInstalled, isIos } from './this-device.ts';

/** Chromium's own question, kept until the person wants it. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export interface InstallState {
  readonly prompt: InstallPrompt | undefined;
  /** Something was saved on this device at least once. */
  readonly acted: boolean;
  readonly dismissed: boolean;
}

const actedKey = 'bk-acted';
const dismissedKey = 'bk-install-later';

export const installStore = createStore<InstallState>(() => ({
  prompt: undefined,
  acted: isStored(actedKey),
  dismissed: isStored(dismissedKey),
}));

/** Called once at the start: the browser asks early, people are asked later. */
export function watchInstall(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    installStore.setState({ prompt: event as InstallPrompt });
  });
  addEventListener('appinstalled', dismissInstall);
}

export function noteFirstAct(): void {
  if (installStore.getState().acted) return;
  store(actedKey);
  installStore.setState({ acted: true });
}

export function dismissInstall(): void {
  store(dismissedKey);
  installStore.setState({ dismissed: true, prompt: undefined });
}

/** Which help to show now; undefined for none. */
export function installHelp({ acted, dismissed, prompt }: InstallState): 'ios' | 'android' | undefined {
  if (!acted || dismissed || isInstalled()) return undefined;
  if (isIos()) return 'ios';
  return prompt === undefined ? undefined : 'android';
}

function isStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function store(key: string): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Without storage the question may come again.
  }
}
