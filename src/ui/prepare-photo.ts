import { useCallback } from 'preact/hooks';
import { type PreparedPhoto, preparePhoto } from '../store/photo.ts';
import { mustHaveRoom } from '../store/reserve.ts';
import { useApp } from './app-context.tsx';

export type Prepare = (file: Blob, signal?: AbortSignal) => Promise<PreparedPhoto>;

/** Makes a chosen picture ready, where there is room to keep it. Throws `PhotoProblem`. */
export function usePreparePhoto(): Prepare {
  const { engine } = useApp();
  return useCallback(
    async (file, signal) => {
      const prepared = await preparePhoto(file, signal);
      await mustHaveRoom(() => engine.freeSpace());
      return prepared;
    },
    [engine],
  );
}
