// What the browser says about the device: for a sensible name and for the right installation help. Only words on a screen
// depend on it.
import { nlSignIn } from './nl/sign-in.ts';

const { devices } = nlSignIn;

export function deviceNameGuess(): string {
  const { userAgent } = navigator;
  if (/iPhone/.test(userAgent)) return devices.iphone;
  if (isIpad()) return devices.ipad;
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? devices.androidPhone : devices.androidTablet;
  if (/CrOS/.test(userAgent)) return devices.chromebook;
  if (/Windows/.test(userAgent)) return devices.windows;
  if (/Macintosh/.test(userAgent)) return devices.mac;
  return /Linux/.test(userAgent) ? devices.linux : devices.other;
}

export const isIos = (): boolean => /iPhone/.test(navigator.userAgent) || isIpad();

/** An iPad calls itself a Mac; no Mac has a touch screen. */
function isIpad(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/** Opened from the home screen. */
export function isInstalled(): boolean {
  return (
    matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true
  );
}

/** A private window of Safari gets far less room than this on any device of the last ten years; one of Firefox has no
 *  service workers. A guess, so the screen asks instead of states. Chromium does not let itself be seen through: since
 *  2025 every window says that it has 10 GiB. */
const privateQuotaBelow = 300_000_000; // bytes

export async function mayBePrivateWindow(): Promise<boolean> {
  if (!isSecureContext) return false;
  if (!('serviceWorker' in navigator)) return true;
  try {
    const { quota } = await navigator.storage.estimate();
    return quota !== undefined && quota < privateQuotaBelow;
  } catch {
    return false;
  }
}
