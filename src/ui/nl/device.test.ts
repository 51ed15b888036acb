import { expect, test } from 'vitest';
import { nlDevice } from './device.ts';

const day = 24 * 60;

test.each([
  [1, '1 minuut voor'],
  [-119, '119 minuten achter'],
  [120, '2 uur voor'],
  [47 * 60, '47 uur voor'],
  [-2 * day, '2 dagen achter'],
  [729 * day, '729 dagen voor'],
  [5 * 365 * day, '5 jaar voor'],
  [-10 * 365 * day, '10 jaar achter'],
])('a clock that is %d minutes off reads as %s', (minutes, words) => {
  expect(nlDevice.clock(minutes)).toContain(`De klok van dit toestel loopt ${words}.`);
});
