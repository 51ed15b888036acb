// What the server refused or holds goes before every task: it is own work that did not arrive as it was meant.
import { useAttentionItems } from '../../data.ts';
import { CircleQuestionMark } from '../../icons.ts';
import { nlToday } from '../../nl/today.ts';
import { Note } from '../../parts/status.tsx';

export function RefusedNote() {
  const count = useAttentionItems().filter(({ handled }) => handled === 0).length;
  if (count === 0) return null;
  return (
    <Note tone="look" icon={CircleQuestionMark}>
      <p class="bk-strong">{nlToday.refused.title(count)}</p>
      <p>
        <a href="/toestel">{nlToday.refused.look}</a>
      </p>
    </Note>
  );
}
