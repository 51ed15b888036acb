// What was decided about the claim, and by whom.
import { type Seen, useRow } from '../../data.ts';
import { Check, CircleX, RotateCcw } from '../../icons.ts';
import { nlJudge } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Note } from '../../parts/status.tsx';

const words = nlJudge.judged;

export function JudgedCard({ claim }: { readonly claim: Seen<'claim'> }) {
  const judge = useRow('member', claim.judgedBy ?? undefined);
  if (claim.state === 'submitted') return null;
  const looks = {
    approved: { tone: 'ok', icon: Check, text: words.approved(claim.approvedCents) },
    returned: { tone: 'quiet', icon: RotateCcw, text: words.returned },
    rejected: { tone: 'bad', icon: CircleX, text: words.rejected },
  } as const;
  const { tone, icon, text } = looks[claim.state];
  return (
    <Note tone={tone} icon={icon}>
      <p>
        <b>{text}</b>
      </p>
      {claim.judgeReason !== null && <p>{claim.judgeReason}</p>}
      {judge !== undefined && <p class="bk-small">{words.by(roleNames[judge.role])}</p>}
    </Note>
  );
}
