import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('[L2] the same content gives the same text, in whatever order its fields were written', () => {
  const text = '{"a":[1,"x",null,{"b":false,"c":{}}],"é":"\\"\\n"}';
  expect(canonical({ a: [1, 'x', null, { b: false, c: {} }], é: '"\n' })).toBe(text);
  expect(canonical({ é: '"\n', a: [1, 'x', null, { c: {}, b: false }] })).toBe(text);
});

test('[L2] a field without a value is no field; a place without one is null', () => {
  expect(canonical({ z: undefined, a: undefined, b: 1 })).toBe('{"b":1}');
  expect(canonical([undefined, 1, [], ''])).toBe('[null,1,[],""]');
  expect(canonical(undefined)).toBe('null');
});
