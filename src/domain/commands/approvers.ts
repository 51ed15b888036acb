/** Who may approve a claim: never its maker, nor anybody whose own money goes to the same account. */
import { type Context, Rejection, type Tx } from '../command.ts';
import { type Claim, type ClaimAccount, type Member, personAccountId, type Role } from '../rows.ts';
import type { CommandArgs } from './schemas.ts';

/** Why this person may not; null when she may. An account that this device does not know never stands in the way: the server
 *  knows all of them. */
export function hindrance(tx: Tx, claim: Claim, personId: string): 'own_claim' | 'same_account' | null {
  if (claim.claimantId === personId) return 'own_claim';
  const iban = tx.get('claimAccount', claim.id)?.iban;
  const own = tx.get('claimAccount', personAccountId(personId));
  return iban !== undefined && own !== undefined && accountsOf(own).includes(iban) ? 'same_account' : null;
}

const accountsOf = ({ iban, earlier = [] }: ClaimAccount): readonly string[] => [iban, ...earlier];

/** Its maker may have handed it in again for another account after somebody without a connection looked at it: what nobody
 *  saw is not approved. */
export function mustBeSeenPayee(claim: Claim, seen: CommandArgs<'claim.approve'>['seenPayee']): void {
  if (seen === undefined) return;
  if (seen.name !== claim.payeeName || seen.ibanLast4 !== claim.ibanLast4) throw new Rejection('changed_meanwhile');
}

/** Others in these roles who could approve it now. */
export function otherApprovers(tx: Tx, ctx: Context, claim: Claim, roles: readonly Role[]): readonly Member[] {
  return roles
    .flatMap((role) => tx.list('member', 'role', role))
    .filter(({ id, active }) => active && id !== ctx.actor.personId && hindrance(tx, claim, id) === null);
}

/** Remembers to which accounts the money of a person goes. An invoice is paid to a shop, and says nothing of its maker. */
export function rememberAccount(tx: Tx, personId: string, iban: string, holder: string): void {
  const id = personAccountId(personId);
  const known = tx.get('claimAccount', id);
  if (known?.iban === iban) return;
  const earlier = known === undefined ? [] : accountsOf(known).filter((one) => one !== iban);
  tx.put('claimAccount', earlier.length === 0 ? { id, iban, holder } : { id, iban, holder, earlier });
}
