// A changed account is how money goes to a stranger: what it was, what it is now, who typed that and when, and what to do.
import type { ComponentChildren } from 'preact';
import { formatIban } from '../../../domain/iban.ts';
import type { OtherAccount } from '../../../domain/payments/payable.ts';
import { type Seen, useRow } from '../../data.ts';
import { CircleAlert } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { Note } from '../../parts/status.tsx';

const { other: words } = nlPay;

export interface OtherAccountNoteProps {
  readonly claim: Seen<'claim'>;
  readonly name: string;
  readonly iban: string;
  readonly before: OtherAccount;
  readonly children?: ComponentChildren;
}

export function OtherAccountNote({ claim, name, iban, before, children }: OtherAccountNoteProps) {
  const who = useRow('person', claim.claimantId)?.name ?? '';
  const said = words.changed[before.changed]({
    name,
    iban: formatIban(iban),
    before: { name: before.name, iban: formatIban(before.iban) },
    on: before.paidOn,
  });
  return (
    <Note tone="look" icon={CircleAlert}>
      <p>
        {said} {words.typed(who, claim.submittedAt)}
      </p>
      <p>{words.ask}</p>
      {children}
    </Note>
  );
}
