/** What a year's account still lacks, and who can supply it. Codes and ids only: the words are the screen's. */
import { isOpenAdvance } from '../advance.ts';
import { groupBy } from '../groupBy.ts';
import { missingInOutcome, overOn, toldOfYear } from '../outcome.ts';
import type { Claim, CoFinancing, CounterContribution, IsoDate, Outcome, Proposal, Receipt } from '../rows.ts';

export type Lack =
  | 'no_receipts' // awarded, and nobody claimed anything
  | 'receipt_photo' // receipts without a picture
  | 'signature' // approved, and a second approval or a signature is missing
  | 'advance_open' // paid in advance, and not accounted for
  | 'claim_open' // to judge, to mend or to pay
  | 'contribution_open' // promised in return, not delivered
  | 'co_financing_open' // promised by others, not received
  | 'outcome' // what came of it is not written down
  | 'answers' // it is, and a question of the city (S20) is not answered
  | 'not_finished'; // everything is there, and the dossier is still open

/** Who can do something about it. */
export type Supplier = 'initiator' | 'treasurer' | 'secretary';

export interface Missing {
  readonly proposalId: string;
  readonly lack: Lack;
  readonly by: Supplier;
  readonly count: number; // receipts, claims, contributions
}

export interface MissingInput {
  readonly projects: readonly Proposal[];
  readonly claims: readonly Claim[];
  readonly receipts: readonly Receipt[];
  readonly contributions: readonly CounterContribution[];
  readonly coFinancings: readonly CoFinancing[];
  readonly outcomes: readonly Outcome[];
  readonly today: IsoDate;
}

/** Project by project, in the order of the projects. Projects of before this app lack nothing that could still come. */
export function missingFor(input: MissingInput): readonly Missing[] {
  const per = <T extends { readonly proposalId: string }>(rows: readonly T[]) =>
    groupBy(rows, ({ proposalId }) => proposalId);
  const [claims, receipts] = [per(input.claims), per(input.receipts)];
  const [contributions, coFinancings] = [per(input.contributions), per(input.coFinancings)];
  const outcomes = new Map(input.outcomes.map((outcome) => [outcome.id, outcome]));
  return input.projects
    .filter(({ past }) => past !== true)
    .flatMap((project) =>
      lacksOf(project, {
        ...input,
        claims: claims.get(project.id) ?? [],
        receipts: receipts.get(project.id) ?? [],
        contributions: contributions.get(project.id) ?? [],
        coFinancings: coFinancings.get(project.id) ?? [],
        lacksStory: storyLack(project, outcomes.get(project.id), input.today),
      }),
    );
}

interface Own extends Omit<MissingInput, 'projects' | 'outcomes'> {
  readonly lacksStory: 'outcome' | 'answers' | undefined;
}

/** `own`: the rows of this project alone. */
function lacksOf(project: Proposal, own: Own): readonly Missing[] {
  const { id, state } = project;
  const claims = own.claims.filter((claim) => claim.state !== 'rejected');
  const counts: readonly (readonly [Lack, Supplier, number])[] = [
    ['no_receipts', 'initiator', claims.length === 0 && state !== 'finished' ? 1 : 0],
    ['receipt_photo', 'initiator', receiptsWithoutPhoto(claims, own.receipts)],
    ['signature', 'treasurer', claims.filter(({ awaits }) => awaits != null).length],
    ['advance_open', 'initiator', claims.filter(isOpenAdvance).length],
    ['claim_open', 'treasurer', claims.filter(isOpen).length],
    ['contribution_open', 'initiator', own.contributions.filter((one) => one.deliveredOn === null).length],
    ['co_financing_open', 'treasurer', own.coFinancings.filter((one) => one.receivedCents < one.promisedCents).length],
    [own.lacksStory ?? 'outcome', 'initiator', own.lacksStory === undefined ? 0 : 1],
  ];
  const lacks = counts.flatMap(([lack, by, count]) => (count === 0 ? [] : [{ proposalId: id, lack, by, count }]));
  if (lacks.length > 0 || state === 'finished' || goesOn(project, own.today)) return lacks;
  return [{ proposalId: id, lack: 'not_finished', by: 'secretary', count: 1 }];
}

/** Once it is over. A picture or a number of volunteers alone does not say what came of it. Of a project of more years: of its
 *  first, which this account is about; the questions are asked when all of it is over. */
function storyLack(project: Proposal, outcome: Outcome | undefined, today: IsoDate): Own['lacksStory'] {
  const { untilYear, year } = project;
  if (untilYear === undefined ? goesOn(project, today) : today <= `${year}-12-31`) return undefined;
  const lacks = missingInOutcome(outcome);
  const untold = untilYear === undefined ? lacks.includes('told') : toldOfYear(project, outcome, year) === undefined;
  if (untold) return 'outcome';
  return goesOn(project, today) || lacks.every((lack) => lack === 'told') ? undefined : 'answers';
}

/** As far as anybody knows: a project without an end may be over any day. */
const goesOn = (project: Proposal, today: IsoDate): boolean =>
  (project.period !== null || project.untilYear !== undefined) && today < overOn(project);

/** Without a picture, and nobody said why there is none. */
export const lacksPhoto = ({ photos, noPhoto }: Receipt): boolean => photos.length === 0 && noPhoto === undefined;

/** Money that came back on a receipt (a deposit) has its picture on the other one. */
function receiptsWithoutPhoto(claims: readonly Claim[], receipts: readonly Receipt[]): number {
  const standing = new Set(claims.map(({ id }) => id));
  return receipts.filter((one) => standing.has(one.claimId) && one.amountCents > 0 && lacksPhoto(one)).length;
}

const isOpen = ({ state, paidCents, approvedCents, awaits }: Claim): boolean =>
  awaits == null && (state !== 'approved' || paidCents < approvedCents);
