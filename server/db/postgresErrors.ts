/** Which faults of PostgreSQL pass by themselves. They leave no trace of what was begun, and phones try again (P5). */
import { Transient } from '../engine/ports.ts';

/** Connection (08), deadlock and serialization (40), no room: disk, memory, connections (53), a lock that is held
 *  (55P03), a statement cut off (57), the disk (58), a server that only reads since another took over (25006), and one
 *  that waited too long inside a transaction (25P03, 25P04). */
const passing = /^(08...|40...|53...|55P03|57...|58...|25006|25P03|25P04)$/;
const network =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN)$/;
/** What the client says without a code. */
const unnamed = /^(Connection terminated|timeout e|Client (has|was)|Query read timeout|Cannot use a pool after)/;

/** After these the connection is of no use, also when it still answers: another one may reach the new server. */
const ending = /^(08...|57P..|58...|25006|25P03|25P04)$/;

export function transientOr(error: unknown): unknown {
  if (error instanceof Transient || !isPassing(error)) return error;
  return new Transient(`PostgreSQL ${codeOf(error)}: ${(error as Error).message}`, { cause: error });
}

export function endsConnection(error: unknown): boolean {
  const cause = error instanceof Transient ? error.cause : error;
  const code = codeOf(cause);
  return ending.test(code) || network.test(code) || (cause instanceof Error && unnamed.test(cause.message));
}

function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return passing.test(code) || network.test(code) || (error instanceof Error && unnamed.test(error.message));
}

const codeOf = (error: unknown): string => String((error as { readonly code?: unknown } | undefined)?.code ?? '');
