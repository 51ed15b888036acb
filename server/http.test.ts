import fastify from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { Transient } from './engine/ports.ts';
import { answerErrors, HttpError } from './http.ts';

const app = () => {
  const made = fastify();
  answerErrors(made);
  return made;
};
let open = app();
afterEach(async () => {
  await open.close();
  open = app();
});

test.each([
  ['our own refusal', new HttpError(403, 'not_permitted', 'no'), 403, { error: 'no', code: 'not_permitted' }],
  ['a fault of ours', new Error('secret inside /home/x'), 500, { error: 'server_error', code: 'server_error' }],
  [
    'a wrong status',
    Object.assign(new Error('x'), { statusCode: 200 }),
    500,
    { error: 'server_error', code: 'server_error' },
  ],
  ['a busy database', new Transient('SQLITE_BUSY: x'), 503, { error: 'busy', code: 'busy' }],
])('%s is answered with a code and nothing of our inside', async (_name, error, status, body) => {
  open.get('/', async () => {
    throw error;
  });
  const answer = await open.inject('/');
  expect([answer.statusCode, answer.json()]).toEqual([status, body]);
  expect(answer.headers['retry-after']).toBe(status === 503 ? '2' : undefined);
});
