// Betalen: choose what is paid now, make one file for the bank of it or type it over, and record what the bank did.
import { useState } from 'preact/hooks';
import { mayI } from '../../data.ts';
import { UsersRound } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { BackLink } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { MakeFile, useOwnAccount } from './make-file.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { PayList } from './pay-list.tsx';
import { StandingFiles } from './standing-files.tsx';
import { TypeOver } from './type-over.tsx';
import { type PayData, usePay } from './use-pay.ts';

export function PayScreen() {
  const data = usePay();
  return data === undefined ? null : <Paying data={data} />;
}

function Paying({ data }: { readonly data: PayData }) {
  // What somebody changed; the rest follows from what speaks against a payment.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { rows, files, about, own } = data;
  const account = useOwnAccount(own[0]);
  const mayPay = mayI('paymentFile.make');
  const chosen = rows.filter((row) => row.payable && (changed.get(row.claim.id) ?? !row.doubtful));
  return (
    <>
      <BackLink href="/kas?deel=betalen">{nlPay.back}</BackLink>
      <PageHead title={nlPay.title} lead={mayPay ? nlPay.lead : undefined} />
      {!mayPay && <Note icon={UsersRound}>{nlPay.readOnly}</Note>}
      <Columns kind="side">
        <Stack gap={5}>
          <PayList
            rows={rows}
            chosen={chosen}
            onChosen={mayPay ? (id, value) => setChanged(new Map([...changed, [id, value]])) : undefined}
          />
          <OtherAccounts rows={rows} />
          {mayPay && rows.length > 0 && <MakeFile chosen={chosen} account={account} />}
        </Stack>
        <Stack gap={5}>
          <StandingFiles {...{ files, about, rows, account }} />
          <TypeOver rows={chosen} />
        </Stack>
      </Columns>
    </>
  );
}
