// A claim as its maker and the committee see it.
import type { ClaimStage } from '../../domain/claims.ts';
import { counted, day, euro, moment, whole } from '../format.ts';

interface StageWords {
  readonly badge: string;
  readonly next: string;
}

/** For whoever handed it in. */
const own: Readonly<Record<ClaimStage, StageWords>> = {
  waits_for_decision: {
    badge: 'Wacht op besluit',
    next: 'De commissie besluit eerst over de aanvraag. Daarna kijkt de penningmeester naar uw bonnen.',
  },
  no_money: { badge: 'Geen geld toegekend', next: 'De aanvraag kreeg geen geld. Overleg met de commissie.' },
  to_judge: { badge: 'Wordt bekeken', next: 'De penningmeester of de voorzitter kijkt uw bonnen na.' },
  returned: { badge: 'Terug bij u', next: 'Verbeter wat er gevraagd is en dien opnieuw in.' },
  rejected: { badge: 'Afgewezen', next: 'Bent u het er niet mee eens? Overleg met de voorzitter.' },
  to_second: {
    badge: 'Goedgekeurd, wacht op tweede',
    next: 'Een tweede bestuurslid kijkt mee. Daarna wordt er betaald.',
  },
  to_countersign: {
    badge: 'Goedgekeurd, wacht op handtekening',
    next: 'De kascommissie of het stadsdeel tekent nog. Daarna wordt er betaald.',
  },
  to_account: { badge: 'Voorschot betaald', next: 'Bewaar uw bonnen. Reken daarna het voorschot af.' },
  to_settle: { badge: 'Afrekening wordt bekeken', next: 'De penningmeester of de voorzitter kijkt uw afrekening na.' },
  account_returned: { badge: 'Afrekening terug bij u', next: 'Verbeter wat er gevraagd is en reken opnieuw af.' },
  refund_due: { badge: 'Rest terug te betalen', next: 'Maak over wat u niet heeft uitgegeven.' },
  to_pay: { badge: 'Goedgekeurd', next: 'De penningmeester maakt het geld over.' },
  partly_paid: { badge: 'Deels betaald', next: 'De penningmeester maakt de rest nog over.' },
  paid: { badge: 'Betaald', next: 'U hoeft niets meer te doen.' },
};

/** For the committee. */
const committee: Readonly<Record<ClaimStage, string>> = {
  waits_for_decision: 'Wacht op besluit',
  no_money: 'Geen geld toegekend',
  to_judge: 'Te beoordelen',
  returned: 'Terug bij de indiener',
  rejected: 'Afgewezen',
  to_second: 'Wacht op tweede goedkeuring',
  to_countersign: 'Wacht op handtekening',
  to_account: 'Voorschot, wacht op bonnen',
  to_settle: 'Afrekening te bekijken',
  account_returned: 'Afrekening terug bij de indiener',
  refund_due: 'Rest komt nog terug',
  to_pay: 'Te betalen',
  partly_paid: 'Deels betaald',
  paid: 'Betaald',
};

export type PhotoStand = 'stored' | 'on_the_way' | 'broken';

export const nlClaim = {
  title: (cents: number) => `Declaratie van ${euro(cents)}`,
  tab: 'Declaratie',
  back: 'Kas',
  unknownProposal: 'Aanvraag die niet op dit toestel staat',
  own,
  committee,
  gone: {
    title: 'Deze declaratie staat niet op dit toestel',
    text: 'Misschien is zij niet aangenomen, of mag u haar niet zien. Bij Dit toestel ziet u wat er met uw werk gebeurde.',
    action: 'Naar Dit toestel',
  },
  notYours: {
    title: 'Deze declaratie is van iemand anders',
    text: 'Alleen wie haar indiende, kan haar wijzigen. U kunt haar wel bekijken.',
  },
  notNow: {
    title: 'Deze declaratie kan nu niet worden gewijzigd',
    text: 'Dat kan als u haar terugkreeg, of als zij is goedgekeurd en nog niet betaald.',
  },
  look: 'Bekijk de declaratie',
  sent: {
    here: 'Bewaard op dit toestel. Zodra er internet is, gaat alles naar de server.',
    photosLeft: (count: number) =>
      `De gegevens staan op de server, ${counted(count, 'foto is', 'foto’s zijn')} nog onderweg. Laat Buurtkas af en toe open staan, met internet.`,
    photosBroken: (count: number) =>
      `${counted(count, 'foto kwam', 'foto’s kwamen')} niet aan. Voeg ${count === 1 ? 'die foto' : 'die foto’s'} hieronder opnieuw toe.`,
    all: 'Alles staat op de server, ook de foto’s.',
    allWithout: 'Alles staat op de server. Er is nog geen foto bij.',
  },
  turn: {
    kicker: 'U bent aan de beurt',
    title: 'Verbeter deze declaratie',
    from: (role: string) => `De ${role} schrijft:`,
    fix: 'Verbeter de declaratie',
  },
  rejectedBecause: 'Waarom afgewezen',
  partBecause: (approved: number, claimed: number) => `Goedgekeurd: ${euro(approved)} van ${euro(claimed)}`,
  receipts: (count: number) => counted(count, 'bon', 'bonnen'),
  receipt: (number: number) => `Bon ${whole(number)}`,
  noPhoto: 'Geen foto',
  photo: (shop: string, at: number) => `${shop === '' ? 'Bon' : shop}, foto ${whole(at)}`,
  photoStand: { stored: 'Op de server', on_the_way: 'Onderweg', broken: 'Niet aangekomen' } satisfies Readonly<
    Record<PhotoStand, string>
  >,
  notHere: 'Foto staat niet op dit toestel',
  addPhoto: 'Voeg een foto toe',
  photoAdded: 'Foto bewaard op dit toestel',
  photoKept: 'Foto die nog niet is toegevoegd',
  photoRetry: 'Voeg deze foto toe',
  photoRemove: 'Verwijder deze foto',
  rows: {
    proposal: 'Aanvraag',
    amount: 'Bedrag',
    vat: 'Btw',
    date: 'Datum op de bon',
    shop: 'Winkel',
    line: 'Waarvoor',
    noPhoto: 'Waarom geen foto',
    claimed: 'Gevraagd',
    approved: 'Goedgekeurd',
    paid: 'Betaald',
    account: 'Op rekening',
    submitted: 'Ingediend',
    kind: 'Soort',
  },
  kinds: {
    reimbursement: 'Al betaald, krijgt geld terug',
    invoice: 'Rekening, betaal de winkel',
    advance: 'Voorschot, bonnen komen later',
  },
  /** Net and VAT are the total; whoever judges sees when it cannot be. */
  vat: (vat: number, net: number, high: boolean) =>
    `${euro(vat)}, zonder btw is het ${euro(net)}${high ? '. Dit is meer dan 21 %: kijk het na' : ''}`,
  accountEnd: (name: string, last4: string) => (last4 === '' ? name : `${name}, eindigt op ${last4}`),
  submittedAt: (iso: string) => moment(iso),
  payment: (cents: number, on: string) => `${euro(cents)} op ${day(on)}`,
  paymentReversed: (cents: number, on: string) => `${euro(cents)} op ${day(on)}, teruggedraaid`,
  more: 'Bewaar nog een bon',
  judge: 'Beoordeel deze declaratie',
  toMoney: 'Bekijk oordeel en betaling',
} as const;
