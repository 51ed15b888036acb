import { expect, test } from 'vitest';
import { scenes } from '../../../tests/domain/refusals.ts';
import { permissions } from '../permissions.ts';
import { rejections } from '../rejections.ts';

test.each(scenes.map((scene) => [`${scene.command}: ${scene.code} when ${scene.when}`, scene] as const))(
  '[D2] %s; nothing is written',
  (_, scene) => {
    const world = scene.world();
    const before = world.text();
    expect(scene.act(world)).toMatchObject({ kind: 'rejected', code: scene.code });
    expect(world.text()).toBe(before);
  },
);

test('every reason to refuse belongs to a command, except what the engine itself says', () => {
  const used = new Set(scenes.map((scene) => scene.code));
  const unused = Object.keys(rejections).filter((code) => !used.has(code as keyof typeof rejections));
  expect(unused).toEqual(['dropped_by_chair']);
});

test('[D11] parameters of a refusal hold ids and numbers only', () => {
  for (const scene of scenes) {
    const result = scene.act(scene.world());
    if (result.kind !== 'rejected') throw new Error('not refused');
    for (const value of Object.values(result.params)) expect(String(value)).toMatch(/^(\d+|[0-9a-f-]{36}[0-9a-f:-]*)$/);
  }
});

test('each scene names a command that exists', () => {
  for (const scene of scenes) expect(Object.keys(permissions)).toContain(scene.command);
});
