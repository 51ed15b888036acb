/** Whose name the invented wijk has on this device. Apart, so that a start needs nothing else to see whether it lies there. */

/** Always the same, so that what a crash left behind is found. No server knows it. */
export const practicePersonId = '00000000-0000-7000-8000-00006f656665';

/** False when there surely is nothing of a practice evening; older browsers do not say which databases there are. */
export async function mayBeLeft(): Promise<boolean> {
  const known = await globalThis.indexedDB?.databases?.();
  return known === undefined || known.some(({ name }) => name?.endsWith(practicePersonId));
}
