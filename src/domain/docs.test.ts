import { expect, test } from 'vitest';
import { commandTable, tableInDocs } from '../../tests/domain/docs.ts';

test('docs/domain.md lists every command with its roles and refusals as they are (npx tsx tests/domain/docs.ts writes it)', () => {
  expect(tableInDocs()).toBe(commandTable());
});
