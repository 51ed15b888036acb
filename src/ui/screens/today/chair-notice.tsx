// For the chair: somebody else's work waits for a decision on Toestel. Only the server knows it, so without a connection
// nothing stands here.
import { useEffect, useState } from 'preact/hooks';
import { useMe } from '../../data.ts';
import { useStore } from '../../hooks.ts';
import { CircleX } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Note } from '../../parts/status.tsx';
import { listRefused } from '../../server-api.ts';
import { syncStore } from '../../sync-status.ts';

export function ChairNotice() {
  const { committeeId, access } = useMe();
  const reached = useStore(syncStore, ({ lastSyncAt }) => lastSyncAt !== null);
  const [count, setCount] = useState(0);
  const asks = access.role === 'chair' && reached;
  useEffect(() => {
    if (!asks) return;
    void listRefused(committeeId).then((answer) => {
      if (answer.ok) setCount(answer.value.length);
    });
  }, [committeeId, asks]);
  if (count === 0) return null;
  return (
    <Note tone="look" icon={CircleX}>
      <a href="/toestel#geweigerd-bij-anderen">{nlToday.refusedOfOthers(count)}</a>
    </Note>
  );
}
