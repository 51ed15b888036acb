// The photo says something else than what was typed: shown, with a button to take it. What was typed stays.
import { ScanText } from '../../icons.ts';
import { nlReading } from '../../nl/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/status.tsx';
import type { Proposal } from './proposals.ts';

export function OtherRead(props: { readonly of: Proposal | undefined; readonly onTake: (value: string) => void }) {
  const { of: proposal, onTake } = props;
  if (proposal?.other === undefined) return null;
  return (
    <Note icon={ScanText} live="status">
      <div class="bk-row bk-gap-2">
        <span>{proposal.other}</span>
        <Button onClick={() => onTake(proposal.value)}>{nlReading.take}</Button>
      </div>
    </Note>
  );
}
