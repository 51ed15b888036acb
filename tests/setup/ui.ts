/** Screens are waited for, never timed: on a busy machine a live query may take seconds. */
import { configure } from '@testing-library/preact';
import { vi } from 'vitest';

configure({ asyncUtilTimeout: 30_000 });

// There are no workers here; in Chromium bank files are read in one (tests/e2e/treasurer.spec.ts).
vi.mock('../../src/ui/screens/bank/read-file.ts', async () => {
  const { readingOf } = await import('../../src/ui/screens/bank/reading.ts');
  const named = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return { readFiles: async (files: readonly File[]) => readingOf(await Promise.all(files.map(named))) };
});
