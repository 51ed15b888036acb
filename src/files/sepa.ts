/** A payment file for the bank: pain.001.001.09, one batch, one debtor. Source: ISO 20022, the EPC's credit transfer guide. */
import { isSepaIban } from '../domain/iban.ts';
import { addCents } from '../domain/money.ts';
import { type CreditTransfer, sepaName, sepaRemittance, sepaText } from '../domain/payments/sepaText.ts';
import type { Cents, IsoDate, IsoInstant } from '../domain/rows.ts';
import { element, type XmlElement, xmlOf } from './xmlText.ts';

export interface PaymentBatch {
  readonly messageId: string; // unique for this debtor, at most 35 characters
  readonly createdAt: IsoInstant;
  readonly executeOn: IsoDate;
  readonly debtor: { readonly name: string; readonly iban: string };
  readonly transfers: readonly CreditTransfer[];
}

const namespace = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';
const idMax = 35;
const centsMax = 99_999_999_999; // of one SEPA credit transfer

/** Amounts exact to the cent. Throws a RangeError for what no bank takes: no transfers, an IBAN that is wrong or of a country
 *  outside SEPA, an amount below one cent or of a milliard, an id twice. */
export function creditTransferFile(batch: PaymentBatch): string {
  check(batch);
  const { messageId, createdAt, debtor, transfers } = batch;
  const count = String(transfers.length);
  const sum = euros(addCents(transfers.map(({ amountCents }) => amountCents)));
  const header = element('GrpHdr', [
    element('MsgId', sepaText(messageId, idMax)),
    element('CreDtTm', createdAt),
    element('NbOfTxs', count),
    element('CtrlSum', sum),
    element('InitgPty', [element('Nm', sepaName(debtor.name))]),
  ]);
  return xmlOf(
    element('Document', [element('CstmrCdtTrfInitn', [header, payments(batch, count, sum)])], { xmlns: namespace }),
  );
}

function payments({ messageId, executeOn, debtor, transfers }: PaymentBatch, count: string, sum: string): XmlElement {
  return element('PmtInf', [
    element('PmtInfId', sepaText(messageId, idMax)),
    element('PmtMtd', 'TRF'),
    element('BtchBookg', 'false'), // each payment its own line in the statement
    element('NbOfTxs', count),
    element('CtrlSum', sum),
    element('PmtTpInf', [element('SvcLvl', [element('Cd', 'SEPA')])]),
    element('ReqdExctnDt', [element('Dt', executeOn)]),
    element('Dbtr', [element('Nm', sepaName(debtor.name))]),
    element('DbtrAcct', [accountId(debtor.iban)]),
    element('DbtrAgt', [element('FinInstnId', [element('Othr', [element('Id', 'NOTPROVIDED')])])]),
    element('ChrgBr', 'SLEV'),
    ...transfers.map(transfer),
  ]);
}

function transfer({ endToEndId, amountCents, name, iban, description }: CreditTransfer): XmlElement {
  const remittance = sepaRemittance(description);
  return element('CdtTrfTxInf', [
    element('PmtId', [element('EndToEndId', endToEndId)]),
    element('Amt', [element('InstdAmt', euros(amountCents), { Ccy: 'EUR' })]),
    element('Cdtr', [element('Nm', sepaName(name))]),
    element('CdtrAcct', [accountId(iban)]),
    remittance === '' ? null : element('RmtInf', [element('Ustrd', remittance)]),
  ]);
}

const accountId = (iban: string): XmlElement => element('Id', [element('IBAN', iban)]);

const euros = (cents: Cents): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

function check({ transfers, debtor }: PaymentBatch): void {
  if (transfers.length === 0) throw new RangeError('no transfers');
  for (const { iban } of [debtor, ...transfers])
    if (!isSepaIban(iban)) throw new RangeError(`no IBAN of SEPA: ${iban}`);
  const ids = new Set<string>();
  for (const { endToEndId, amountCents } of transfers) {
    if (!Number.isSafeInteger(amountCents) || amountCents < 1 || amountCents > centsMax)
      throw new RangeError(`no amount: ${amountCents}`);
    if (endToEndId.length > idMax || endToEndId !== sepaText(endToEndId, idMax) || endToEndId === '')
      throw new RangeError(`no end-to-end id: ${endToEndId}`);
    if (ids.has(endToEndId)) throw new RangeError(`twice: ${endToEndId}`);
    ids.add(endToEndId);
  }
}
