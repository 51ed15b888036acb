/** Phones tell the operator here what should never happen: a row that differs, a number that is gone. */
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { parse } from '../http.ts';
import type { Services } from '../services.ts';
import { deviceOf, requireDevice } from '../session.ts';

const textMax = 200;
const perMinute = 30;

const alarmShape = v.object({
  code: v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/)),
  details: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}$/)),
      v.union([v.number(), v.pipe(v.string(), v.maxLength(textMax))]),
    ),
    v.maxEntries(10),
  ),
});

export function alarmRoutes(app: FastifyInstance, { accounts, alarm }: Pick<Services, 'accounts' | 'alarm'>): void {
  const config = { rateLimit: { max: perMinute, timeWindow: '1 minute' } };
  app.post('/api/alarms', { onRequest: requireDevice(accounts), config }, async (request) => {
    const { code, details } = parse(alarmShape, request.body);
    alarm(code, { ...details, byDevice: deviceOf(request).deviceId });
    return { noted: true };
  });
}
