/** Every reason for which a command can be refused. `final` ones stop a form; all others are a forecast on the phone
 *  and can be saved all the same (D3). A test checks that each has a sentence in the Dutch texts and a line in the docs. */
export const rejections = {
  not_permitted: { final: true }, // the role may not do this
  malformed: { final: true }, // the arguments have the wrong shape
  id_taken: { final: false }, // the same id with other content
  already_founded: { final: false },
  year_exists: { final: false },
  unknown_year: { final: false },
  shares_not_100: { final: true },
  not_submittable: { final: true }, // something that submitting needs is missing; params.missing counts them
  wrong_state: { final: false }, // the step does not fit the state the row is in now
  changed_meanwhile: { final: false }, // a guarded field is not what the author saw
  own_count: { final: false }, // a difference is settled by somebody who counted neither
  sheets_still_kept: { final: true }, // what is printed on a sheet promises to keep it until a day; params.year is its year
  counts_do_not_fit: { final: true }, // more answers than households asked
  claims_open: { final: false }, // a proposal is finished when its claims are judged and paid; params.count says how many are not
  papers_do_not_fit: { final: true }, // more answers on a plan than valid papers, or more choices on a paper than allowed
  already_closed: { final: false }, // another result stands in this round of the consultation
  nothing_to_decide: { final: true }, // the agenda item is about no proposal
  already_decided: { final: false }, // another decision stands on this item and round
  amount_not_fitting: { final: true }, // an award without money, money without an award, a claim or grant of nothing
  vat_not_fitting: { final: true }, // the VAT of a receipt is all of it or more, or goes the other way
  reason_missing: { final: true },
  no_award: { final: false }, // nothing is awarded yet
  own_claim: { final: true }, // nobody judges their own claim
  same_account: { final: false }, // the money would go to an account of whoever approves
  approval_incomplete: { final: false }, // a second approval or a signature is missing
  in_payment_file: { final: false }, // a payment file holds this claim: it may be at the bank already
  above_claim: { final: true },
  above_award: { final: false },
  above_approved: { final: false },
  already_paid: { final: false },
  already_reversed: { final: false },
  parts_do_not_fit: { final: true }, // a bank line is not what its parts say: another sum, or money the other way
  already_matched: { final: false }, // the line was matched with something else
  lines_matched: { final: false }, // an import is undone when nothing of it is matched; params.count says how many are
  still_member: { final: false }, // a name is erased after the person left
  name_erased: { final: false }, // it does not come back; the person is invited as somebody new
  last_chair: { final: false }, // a committee keeps at least one chair
  not_enough: { final: false }, // more than lies under the account that it comes from; params.leftCents says how much does
  savings_too_long: { final: true }, // saving takes at most three years
  years_not_fitting: { final: true }, // a last year before the second one, or too far away
  own_committee: { final: true }, // a transfer to oneself
  limit_not_fitting: { final: true }, // a rule with a figure that nothing compares with, or without one
  next_year_missing: { final: false }, // a year is closed into the next one
  already_in_file: { final: false }, // another payment file, that was not dropped, holds the same payment
  already_signed: { final: false }, // this auditor signed something else about the year
  not_active: { final: false }, // the person does not take part in the committee any more
  role_does_not_fit: { final: false }, // the role of that person does not do such a task
  dropped_by_chair: { final: false }, // the chair decided that a held command shall not be carried out
} as const satisfies Readonly<Record<string, { readonly final: boolean }>>;

export type RejectionCode = keyof typeof rejections;
