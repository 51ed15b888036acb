/** Where the next page of a pull goes on, opaque to the phone. It is no secret: rights are asked again on every page. */
export interface PageToken {
  readonly epoch: string;
  readonly seq: number; // the log when the page before was read, by its length
  readonly head: string; // and its last hash: the server can go back in time between two pages (H13)
  readonly accessV: number;
  readonly mode: 'delta' | 'snapshot';
  readonly since: number; // scope moves after this seq count
  readonly v: number; // the last row sent: version, type and id
  readonly type: string;
  readonly id: string;
  readonly digestOk?: boolean;
}

export function writeToken(token: PageToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Undefined for what this server never wrote; the phone then starts again. */
export function readToken(text: string): PageToken | undefined {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return isToken(token) ? token : undefined;
  } catch {
    return undefined;
  }
}

function isToken(value: unknown): value is PageToken {
  if (typeof value !== 'object' || value === null) return false;
  const { epoch, seq, head, accessV, mode, since, v, type, id } = value as Record<keyof PageToken, unknown>;
  return (
    [epoch, head, type, id].every((text) => typeof text === 'string') &&
    [seq, accessV, since, v].every(Number.isSafeInteger) &&
    (mode === 'delta' || mode === 'snapshot')
  );
}
