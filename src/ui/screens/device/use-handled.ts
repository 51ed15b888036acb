import type { Attention } from '../../../store/queries.ts';
import { useEngine } from '../../data.ts';
import { showToast } from '../../parts/toast-store.ts';

/** Marks it as seen: it leaves the list and stays under "Eerder afgehandeld". */
export function useHandled(item: Attention): (text: string) => Promise<void> {
  const engine = useEngine();
  return async (text) => {
    await engine.markHandled(item.commandId);
    showToast({ text });
  };
}
