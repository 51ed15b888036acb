// A changed account is how money goes to a stranger: said in words, with what to do, before anything is paid.
import { formatIban } from '../../../domain/iban.ts';
import { CircleAlert } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { Note } from '../../parts/status.tsx';
import { judgeHref } from '../money/hrefs.ts';
import type { PayRow } from './pay-model.ts';

const { other: words } = nlPay;

export function OtherAccounts({ rows }: { readonly rows: readonly PayRow[] }) {
  const changed = rows.filter(({ otherAccount }) => otherAccount !== null);
  if (changed.length === 0) return null;
  return (
    <section class="bk-stack bk-gap-3" aria-labelledby="andere-rekening">
      <h2 id="andere-rekening">{words.title}</h2>
      {changed.map(({ claim, name, iban, otherAccount }) => (
        <Note key={claim.id} tone="look" icon={CircleAlert}>
          <p>{words.text(name, formatIban(iban), formatIban(otherAccount?.iban ?? ''), otherAccount?.paidOn ?? '')}</p>
          <p>
            <a href={judgeHref(claim.id)}>{words.open}</a>
          </p>
        </Note>
      ))}
    </section>
  );
}
