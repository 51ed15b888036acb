/** What travels with a payment to the bank and comes back in its statements. */

/** The end-to-end id of a payment: claim and number, in the 35 characters that a bank passes on. A statement that carries it
 *  says without doubt which payment it was. Source: ISO 20022, Max35Text. */
export function endToEndId(claimId: string, number: number): string {
  const id = `${claimId.replaceAll('-', '')}-${number}`;
  if (id.length > 35) throw new Error(`no end-to-end id for payment ${number} of ${claimId}`);
  return id;
}

export interface PaymentName {
  readonly claimId: string;
  readonly number: number;
}

/** The payment that an end-to-end id names; undefined for one that we did not make. Banks may change capitals. */
export function paymentOf(reference: string): PaymentName | undefined {
  const [, a, b, c, d, e, number] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-([1-9]\d?)$/.exec(
      reference.trim().toLowerCase(),
    ) ?? [];
  return a === undefined ? undefined : { claimId: [a, b, c, d, e].join('-'), number: Number(number) };
}
