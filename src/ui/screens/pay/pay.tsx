// Betalen: choose what is paid now, make one file for the bank of it or type it over, and record what the bank did.
import { useState } from 'preact/hooks';
import { mayI } from '../../data.ts';
import { UsersRound } from '../../icons.ts';
import { nlPay } from '../../nl/pay.ts';
import { BackLink } from '../../parts/button.tsx';
import { Columns, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { MakeFile } from './make-file.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { PayList } from './pay-list.tsx';
import { StandingFiles } from './standing-files.tsx';
import { TypeOver } from './type-over.tsx';
import { usePay } from './use-pay.ts';

export function PayScreen() {
  const data = usePay();
  // What somebody changed; the rest follows from what speaks against a payment.
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  if (data === undefined) return null;
  const { rows, files, about, own } = data;
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
          {mayPay && rows.length > 0 && <MakeFile chosen={chosen} own={own[0]} />}
        </Stack>
        <Stack gap={5}>
          <StandingFiles files={files} about={about} />
          <TypeOver rows={chosen} />
        </Stack>
      </Columns>
    </>
  );
}
