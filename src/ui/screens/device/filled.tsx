import { nlDevice } from '../../nl/device.ts';
import { SummaryList } from '../../parts/summary-list.tsx';
import { filledIn } from './command-look.ts';

/** The work itself, so that it can be read and used again. */
export function Filled({ args }: { readonly args: unknown }) {
  const rows = filledIn(args);
  if (rows.length === 0) return null;
  return (
    <details>
      <summary class="bk-strong">{nlDevice.attention.details}</summary>
      <SummaryList rows={rows} well />
    </details>
  );
}
