// The rows of the payment screen. Claims of every year: who was paid on which account before is known from those.
import { useMemo } from 'preact/hooks';
import { type Seen, useRowsFound } from '../../data.ts';
import { countPhotos, missingPhotos, usePhotoStands } from '../claim/photo-stand.ts';
import { type PayRow, payRows, type StandingFile, standingFiles } from './pay-model.ts';

export interface PayData {
  readonly rows: readonly PayRow[];
  readonly files: readonly StandingFile[];
  readonly claims: ReadonlyMap<string, Seen<'claim'>>;
}

/** Undefined while it is being read. */
export function usePay(): PayData | undefined {
  const claims = useRowsFound('claim');
  const proposals = useRowsFound('proposal');
  const accounts = useRowsFound('claimAccount');
  const payments = useRowsFound('payment');
  const receipts = useRowsFound('receipt');
  const files = useRowsFound('paymentFile', 'state', 'made');
  const standOf = usePhotoStands();
  const ofClaim = useMemo(() => {
    const groups = new Map<string, Seen<'receipt'>[]>();
    for (const receipt of receipts.value)
      groups.set(receipt.claimId, [...(groups.get(receipt.claimId) ?? []), receipt]);
    return groups;
  }, [receipts.value]);
  const found = [claims, proposals, accounts, payments, receipts, files];
  if (!found.every(({ loaded }) => loaded)) return undefined;
  return {
    rows: payRows({
      ...{ claims: claims.value, accounts: accounts.value, payments: payments.value, files: files.value },
      proposals: new Map(proposals.value.map((proposal) => [proposal.id, proposal])),
      missingPhotosOf: (claimId) => missingPhotos(countPhotos(ofClaim.get(claimId) ?? [], standOf)),
    }),
    files: standingFiles(files.value, payments.value),
    claims: new Map(claims.value.map((claim) => [claim.id, claim])),
  };
}
