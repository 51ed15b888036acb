// Accounts that changed since the last payment, above the list of what can be paid. Another name is a mark in the list, and
// said in full where the claim is judged.
import type { Seen } from '../../app-context.tsx';
import { nlPay } from '../../nl/pay.ts';
import { judgeHref } from '../money/hrefs.ts';
import { OtherAccountNote } from './other-account-note.tsx';
import type { PayRow } from './pay-model.ts';

const { other: words } = nlPay;

export function OtherAccounts({ rows }: { readonly rows: readonly PayRow[] }) {
  const changed = rows.flatMap((row) =>
    row.otherAccount?.changed === 'iban' ? [{ ...row, before: row.otherAccount }] : [],
  );
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
