/** Errors and shapes at the edge: every answer that is no success is `{error, code}` and tells nothing of our inside. */
import type { FastifyError, FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { Transient } from './engine/ports.ts';

export class HttpError extends Error {
  readonly statusCode: number;
  readonly code: string;
  constructor(statusCode: number, code: string, message: string = code) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

/** The value in its shape, or a 400. */
export function parse<const Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  throw new HttpError(400, 'malformed', `malformed${path === null ? '' : ` at ${path}`}`);
}

const codeByStatus: Readonly<Record<number, string>> = {
  400: 'malformed',
  404: 'not_found',
  413: 'too_large',
  415: 'wrong_content_type',
  429: 'too_many',
};
const retryAfterS = 2;

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | HttpError | Transient, request, reply) => {
    if (error instanceof HttpError) {
      return reply.code(error.statusCode).send({ error: error.message, code: error.code });
    }
    if (error instanceof Transient) {
      request.log.warn({ error: error.message }, 'busy');
      return reply.code(503).header('retry-after', retryAfterS).send({ error: 'busy', code: 'busy' });
    }
    const named = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
    const status = named < 400 ? 500 : named;
    if (status >= 500) request.log.error(error);
    const code = codeByStatus[status] ?? (status < 500 ? 'refused' : 'server_error');
    return reply.code(status).send({ error: code, code });
  });
}
