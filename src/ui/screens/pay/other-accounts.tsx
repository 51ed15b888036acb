// Accounts and names that are not as they were paid before, above the list of what can be paid.
import type { Seen } from '../../app-context.tsx';
import { nlPay } from '../../nl/pay.ts';
import { judgeHref } from '../money/hrefs.ts';
import { OtherAccountNote } from './other-account-note.tsx';
import type { PayRow } from './pay-model.ts';

const { other: words } = nlPay;

export function OtherAccounts({ rows }: { readonly rows: readonly PayRow[] }) {
  const changed = rows.flatMap((row) => (row.otherAccount === null ? [] : [{ ...row, before: row.otherAccount }]));
  if (changed.length === 0) return null;
  return (
    <section class="bk-stack bk-gap-3" aria-labelledby="andere-rekening">
      <h2 id="andere-rekening">{words.title}</h2>
      {changed.map(({ claim, iban, before }) => (
        <OtherAccountNote {...{ claim: claim as Seen<'claim'>, name: claim.payeeName, iban, before }} key={claim.id}>
          <p>
            <a href={judgeHref(claim.id)}>{words.open}</a>
          </p>
        </OtherAccountNote>
      ))}
    </section>
  );
}
