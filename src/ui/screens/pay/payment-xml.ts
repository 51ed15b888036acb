// The file that the bank reads, loaded when it is asked for.
import type { CreditTransfer } from '../../../domain/payments/sepaText.ts';
import type { IsoDate, IsoInstant } from '../../../domain/rows.ts';
import { nlPay } from '../../nl/pay.ts';
import { saveFile } from '../hand-over/save-file.ts';
import type { OwnAccount } from './pay-model.ts';

interface PaymentXml {
  readonly fileId: string;
  readonly createdAt: IsoInstant;
  readonly executeOn: IsoDate;
  readonly debtor: OwnAccount;
  readonly transfers: readonly CreditTransfer[];
}

/** The same file always has the same message id, so that a bank refuses it the second time. */
export async function savePaymentFile({ fileId, ...batch }: PaymentXml): Promise<void> {
  const { creditTransferFile } = await import('../../../files/sepa.ts');
  const xml = creditTransferFile({ messageId: fileId.replaceAll('-', ''), ...batch });
  saveFile(new File([xml], nlPay.fileName(batch.executeOn, batch.transfers.length), { type: 'application/xml' }));
}
