// The rows of the payment screen. Claims of every year: who was paid on which account before is known from those.
import { useMemo } from 'preact/hooks';
import { groupBy } from '../../../domain/groupBy.ts';
import { isIban } from '../../../domain/iban.ts';
import { useRowsFound } from '../../data.ts';
import { countPhotos, missingPhotos, usePhotoStands } from '../claim/photo-stand.ts';
import { descriptionOf, type OwnAccount, type PayRow, payRows, type StandingFile, standingFiles } from './pay-model.ts';

export interface PaymentAbout {
  readonly payeeName: string;
  readonly description: string;
}

export interface PayData {
  readonly rows: readonly PayRow[];
  readonly files: readonly StandingFile[];
  /** Accounts of the committee that the bank's files know. */
  readonly own: readonly OwnAccount[];
  /** By claim: to whom, and what stands at the bank as its description. */
  readonly about: ReadonlyMap<string, PaymentAbout>;
}

/** Undefined while it is being read. */
export function usePay(): PayData | undefined {
  const claims = useRowsFound('claim');
  const proposals = useRowsFound('proposal');
  const accounts = useRowsFound('claimAccount');
  const payments = useRowsFound('payment');
  const receipts = useRowsFound('receipt');
  const files = useRowsFound('paymentFile', 'state', 'made');
  const banks = useRowsFound('bankAccount');
  const standOf = usePhotoStands();
  const ofClaim = useMemo(() => groupBy(receipts.value, ({ claimId }) => claimId), [receipts.value]);
  const found = [claims, proposals, accounts, payments, receipts, files, banks];
  const loaded = found.every((one) => one.loaded);
  const byId = useMemo(() => new Map(proposals.value.map((proposal) => [proposal.id, proposal])), [proposals.value]);
  // Each box that is ticked draws the screen again; what can be paid stays the same.
  const rows = useMemo(
    () =>
      !loaded
        ? []
        : payRows({
            ...{ claims: claims.value, accounts: accounts.value, payments: payments.value, files: files.value },
            receipts: receipts.value,
            proposals: byId,
            missingPhotosOf: (claimId) => missingPhotos(countPhotos(ofClaim.get(claimId) ?? [], standOf)),
          }),
    [...found.map(({ value }) => value), loaded, standOf],
  );
  if (!loaded) return undefined;
  return {
    rows,
    files: standingFiles(files.value, payments.value),
    own: banks.value
      .filter(({ id, kind, retired }) => kind === 'payment' && !retired && isIban(id))
      .map(({ id, holder }) => ({ iban: id, name: holder })),
    about: new Map(
      claims.value.map(({ id, proposalId, payeeName }) => [
        id,
        { payeeName, description: descriptionOf(byId.get(proposalId)) },
      ]),
    ),
  };
}
