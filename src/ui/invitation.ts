// The invitation in the address, taken out of it before anything else runs: a token that stays in the address bar ends up
// in a screenshot or a bookmark. Kept for this tab only, so that a reload before the press on the button loses nothing.

export interface Invitation {
  readonly token: string;
  /** The name of the committee, as far as the link says it; the server is the one who knows. */
  readonly committeeName: string | undefined;
}

const storageKey = 'bk-invitation';
const path = '/aanmelden';
const nameMax = 100;

/** Called once at the start, before the router looks at the address. */
export function takeInvitation(): void {
  const { pathname, hash, search } = location;
  if (pathname !== path || hash.length < 2) return;
  // A link within the page ("#inhoud") is no token.
  if (parseInvitation(hash.slice(1)) === undefined) return;
  try {
    sessionStorage.setItem(storageKey, hash.slice(1));
  } catch {
    held = hash.slice(1); // no storage: it lives as long as the page
  }
  history.replaceState(history.state, '', `${pathname}${search}`);
}
let held: string | undefined;

export function currentInvitation(): Invitation | undefined {
  let kept = held;
  try {
    kept ??= sessionStorage.getItem(storageKey) ?? undefined;
  } catch {
    // As above.
  }
  return kept === undefined ? undefined : parseInvitation(kept);
}

/** Used, or given up for a code. */
export function forgetInvitation(): void {
  held = undefined;
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // As above.
  }
}

/** `token` or `token/name`. Tokens are base64url and long; anything else is no invitation. */
export function parseInvitation(fragment: string): Invitation | undefined {
  const slash = fragment.indexOf('/');
  const token = slash === -1 ? fragment : fragment.slice(0, slash);
  if (!/^[A-Za-z0-9_-]{20,100}$/.test(token)) return undefined;
  return { token, committeeName: slash === -1 ? undefined : decoded(fragment.slice(slash + 1)) };
}

function decoded(text: string): string | undefined {
  try {
    const name = decodeURIComponent(text).trim();
    return name === '' ? undefined : name.slice(0, nameMax);
  } catch {
    return undefined; // a broken link still signs in
  }
}
