import { useState } from 'preact/hooks';
import { showToast } from './toast-store.ts';

/** Copies a text and says so. `failed`: no permission, or no clipboard outside https; show the text to be selected. */
export function useCopy(
  text: string,
  copied: string,
): { readonly copy: () => Promise<void>; readonly failed: boolean } {
  const [failed, setFailed] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setFailed(false);
      showToast({ text: copied });
    } catch {
      setFailed(true);
    }
  };
  return { copy, failed };
}
