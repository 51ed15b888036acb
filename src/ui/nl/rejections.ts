// One plain sentence for every way in which something is not saved, not carried out or has to wait: what happened, and
// what you can do. Codes come from the domain, the server (held) and this phone's storage.
import type { RejectionCode } from '../../domain/rejections.ts';
import { keepUntil } from '../../domain/support.ts';
import { dayWithYear, euro } from '../format.ts';

/** Why the server has not decided yet (protocol.ts, Outcome.code). */
export type HeldCode = 'waits_for' | 'unknown_command' | 'depends_on_held' | 'server_error' | 'healing';
/** Nothing was saved: this device could not. */
export type StorageCode = 'storage_full' | 'storage_lost';
export type RefusalCode = RejectionCode | HeldCode | StorageCode;

export type RefusalParams = Readonly<Record<string, string | number>>;

export interface RefusalText {
  readonly happened: string;
  readonly youCan: string;
}

type Sentence = (params: RefusalParams) => RefusalText;

const says =
  (happened: string, youCan: string): Sentence =>
  () => ({ happened, youCan });

/** The amount under this name when the refusal carries it, else nothing: an older server may send fewer. */
function amount(params: RefusalParams, name: string, words: (amount: string) => string): string {
  const cents = params[name];
  return typeof cents === 'number' ? words(euro(cents)) : '';
}

function openClaims(count: string | number | undefined): string {
  if (typeof count !== 'number') return 'Er zijn nog declaraties die niet zijn afgehandeld.';
  return count === 1
    ? 'Er is nog 1 declaratie die niet is afgehandeld.'
    : `Er zijn nog ${count} declaraties die niet zijn afgehandeld.`;
}

const sentences: Readonly<Record<RejectionCode | HeldCode | StorageCode, Sentence>> = {
  not_permitted: says(
    'Met uw rol in deze commissie kunt u dit niet doen.',
    'Vraag de voorzitter om het te doen, of om uw rol te wijzigen.',
  ),
  malformed: says(
    'Er staat iets in dat Buurtkas niet begrijpt.',
    'Kijk na wat u invulde. Klopt alles? Werk de app dan bij en probeer het opnieuw.',
  ),
  id_taken: says(
    'Dit is al eerder bewaard, met een andere inhoud.',
    'Kijk wat er nu staat. Wilt u iets anders vastleggen, maak dan een nieuwe.',
  ),
  already_founded: says(
    'Deze commissie is al begonnen.',
    'Ga naar Vandaag. Klopt er iets niet, wijzig het bij Instellingen.',
  ),
  year_exists: says('Dit jaar is al geopend.', 'Wijzig het jaar bij Instellingen, of open een ander jaar.'),
  unknown_year: says('Dit jaar is nog niet geopend.', 'Open eerst het jaar bij Instellingen, of kies een ander jaar.'),
  shares_not_100: says(
    'De delen van de thema’s zijn samen geen 100 %.',
    'Verdeel de delen zo dat ze samen 100 % zijn.',
  ),
  not_submittable: says(
    'De aanvraag is nog niet volledig en is dus niet ingediend.',
    'Vul aan wat in de lijst staat en dien de aanvraag dan in.',
  ),
  wrong_state: says(
    'Dit kan niet meer: het is intussen een stap verder.',
    'Kijk hoe het er nu voor staat, en kies dan wat u wilt doen.',
  ),
  changed_meanwhile: says(
    'Iemand anders wijzigde dit, terwijl u bezig was.',
    'Bekijk de nieuwe waarde en kies welke geldt.',
  ),
  own_count: says('U telde dit zelf.', 'Laat iemand die niet telde het verschil beslissen.'),
  sheets_still_kept: ({ year }) => ({
    happened:
      typeof year === 'number'
        ? `Op de lijsten staat dat u ze bewaart tot ${dayWithYear(keepUntil(year))}.`
        : 'Op de lijsten staat dat u ze nog bewaart.',
    youCan: 'Vernietig ze op die dag of later, en bevestig het dan.',
  }),
  papers_do_not_fit: says(
    'De aantallen passen niet bij de briefjes.',
    'Tel na. Een briefje met te veel keuzes is niet geldig; tel het apart.',
  ),
  already_closed: says(
    'Van deze wijkraadpleging staat al een andere uitslag vast.',
    'Bekijk die uitslag en overleg. Klopt hij niet, leg dan een verbeterde uitslag vast.',
  ),
  counts_do_not_fit: says(
    'Er zijn meer antwoorden dan huishoudens gevraagd.',
    'Tel de lijst na, of verhoog het aantal gevraagde huishoudens.',
  ),
  already_decided: says(
    'Over deze aanvraag is al een ander besluit vastgelegd.',
    'Bekijk dat besluit en overleg. Klopt het niet, leg dan een correctie vast.',
  ),
  amount_not_fitting: says(
    'Het bedrag past niet bij dit besluit.',
    'Toekennen is het gevraagde bedrag, deels is minder dan gevraagd, afwijzen en aanhouden is € 0,00.',
  ),
  vat_not_fitting: says(
    'De btw past niet bij het totaal van de bon.',
    'De btw is een deel van het totaal. Kijk beide bedragen na, of laat de btw leeg.',
  ),
  reason_missing: says('De reden ontbreekt.', 'Schrijf in één of twee zinnen op waarom.'),
  no_award: says('Voor deze aanvraag is nog geen geld toegekend.', 'Wacht op het besluit. De declaratie blijft staan.'),
  own_claim: says(
    'Dit is uw eigen declaratie. Die beoordeelt u niet zelf.',
    'Vraag de voorzitter of de penningmeester om haar te beoordelen.',
  ),
  same_account: says(
    'Dit geld gaat naar een rekening waarop u zelf ook geld kreeg. Dan beoordeelt u de declaratie niet.',
    'Vraag een ander bestuurslid om haar te beoordelen.',
  ),
  approval_incomplete: says(
    'Er ontbreekt nog een tweede goedkeuring of een handtekening.',
    'Betaal pas als die er is. Bij de declaratie ziet u wie dat kan doen.',
  ),
  in_payment_file: says(
    'Deze declaratie staat in een betaalbestand dat misschien al bij de bank is.',
    'Overleg met de penningmeester. Laat die het betaalbestand vervallen als het nog niet bij de bank is.',
  ),
  above_claim: says('Dit is meer dan er gevraagd is.', 'Keur hoogstens het gevraagde bedrag goed.'),
  above_award: (params) => ({
    happened: `Dit is meer dan er voor deze aanvraag is toegekend${amount(params, 'leftCents', (left) => `. Er is nog ${left} over`)}.`,
    youCan: 'Neem een lager bedrag, of laat de commissie eerst meer toekennen.',
  }),
  above_approved: (params) => ({
    happened: `Dit is meer dan er is goedgekeurd${amount(params, 'leftCents', (left) => `. Er staat nog ${left} open`)}.`,
    youCan: 'Betaal hoogstens wat nog open staat, of keur eerst meer goed.',
  }),
  already_paid: says(
    'Deze betaling is al vastgelegd, met een ander bedrag of een andere datum.',
    'Kijk in de kas wat er staat. Klopt het niet, draai die betaling dan terug.',
  ),
  already_reversed: says(
    'Dit is al teruggedraaid, helemaal of voor een deel.',
    'In de kas staat wanneer en waarom. Is er toch betaald, leg dan een nieuwe betaling vast.',
  ),
  claims_open: (params) => ({
    happened: openClaims(params['count']),
    youCan: 'Beoordeel en betaal ze eerst, of wijs ze af. Rond de aanvraag dan af.',
  }),
  nothing_to_decide: says('Dit agendapunt gaat niet over een aanvraag.', 'Kies een agendapunt met een aanvraag.'),
  parts_do_not_fit: says(
    'De delen zijn samen niet het bedrag van deze bankregel, of het geld ging de andere kant op.',
    'Verdeel het hele bedrag. Kies bij geld dat binnenkwam iets anders dan een betaling.',
  ),
  already_matched: says(
    'Iemand anders koppelde deze bankregel al aan iets anders.',
    'Kijk bij Gekoppeld wat er staat. Klopt het niet, maak die koppeling dan los.',
  ),
  lines_matched: ({ count }) => ({
    happened:
      typeof count === 'number' && count > 1
        ? `Van dit bestand zijn nog ${count} regels gekoppeld.`
        : 'Van dit bestand is nog een regel gekoppeld.',
    youCan: 'Maak die koppelingen eerst los. Draai het bestand dan terug.',
  }),
  last_chair: says(
    'Dit is de enige voorzitter. Een commissie heeft er altijd één.',
    'Maak eerst iemand anders voorzitter.',
  ),
  still_member: says(
    'Deze persoon doet nog mee. De naam is dus niet gewist.',
    'Haal de persoon eerst uit de commissie.',
  ),
  name_erased: says(
    'De naam van deze persoon is gewist en komt niet terug.',
    'Doet de persoon weer mee? Nodig hem of haar dan uit als nieuw lid.',
  ),
  not_active: says('Deze persoon doet niet meer mee in de commissie.', 'Kies iemand anders voor de taak.'),
  role_does_not_fit: says(
    'Deze taak past niet bij de rol van deze persoon.',
    'Kies iemand die dit mag, of laat de taak liggen voor de groep.',
  ),
  not_enough: (params) => ({
    happened: `Zoveel geld is er niet${amount(params, 'leftCents', (left) => `. Er is ${left}`)}.`,
    youCan: 'Neem een lager bedrag, of kijk in de kas wat er nog vrij is.',
  }),
  savings_too_long: says(
    'Sparen mag hoogstens drie jaar na het jaar waarin u begint.',
    'Kies een eerder eindjaar, of begin een nieuw spaardoel.',
  ),
  years_not_fitting: says(
    'Een plan loopt twee tot vijf jaar.',
    'Kies een ander laatste jaar, of laat het op één jaar staan.',
  ),
  own_committee: says('Dit is uw eigen commissie.', 'Kies een andere commissie om geld naar over te maken.'),
  limit_not_fitting: says(
    'Het getal bij deze regel past niet.',
    'Vul een getal in als de app de regel nakijkt. Laat het leeg als mensen dat zelf beoordelen.',
  ),
  next_year_missing: says(
    'Het volgende jaar is nog niet geopend.',
    'Open eerst het volgende jaar bij Instellingen. Sluit dit jaar dan af.',
  ),
  already_in_file: says(
    'Een van deze betalingen staat al in een ander betaalbestand.',
    'Geef dit bestand niet aan de bank. Laat eerst het andere bestand vervallen, of kies de andere betalingen.',
  ),
  already_signed: says(
    'U tekende al een andere verklaring over dit jaar.',
    'Trek die eerst in. Daarna kunt u opnieuw tekenen.',
  ),
  dropped_by_chair: says(
    'De voorzitter besloot dat dit niet wordt uitgevoerd.',
    'Overleg met de voorzitter. Wat u invulde, kunt u opnieuw gebruiken.',
  ),
  waits_for: says(
    'Dit wacht op iets dat nog op een ander toestel staat.',
    'U hoeft niets te doen. Zodra dat toestel internet heeft, gaat dit vanzelf door.',
  ),
  unknown_command: says(
    'De server kent deze handeling nog niet, want uw app is nieuwer.',
    'U hoeft niets te doen. Zodra de server is bijgewerkt, gaat dit vanzelf door.',
  ),
  depends_on_held: says('Dit hoort bij iets van u dat nog wacht.', 'Zodra dat door is, gaat dit vanzelf mee.'),
  server_error: says(
    'De server kon dit niet uitvoeren door een fout in Buurtkas.',
    'Uw werk is bewaard. Meld het aan uw beheerder: die kan het opnieuw laten uitvoeren.',
  ),
  healing: says(
    'De server is teruggezet naar een eerdere stand en haalt dit opnieuw op.',
    'U hoeft niets te doen. Laat de app af en toe open staan, met internet.',
  ),
  storage_full: says(
    'Dit toestel is vol. Er is niets bewaard; wat u invulde staat er nog.',
    'Maak ruimte bij Dit toestel of wis foto’s en apps die u niet nodig heeft. Probeer het dan opnieuw.',
  ),
  storage_lost: says(
    'Dit toestel kon niet bewaren. Wat u invulde staat er nog.',
    'Probeer het opnieuw. Lukt dat niet, sluit Buurtkas dan helemaal en open het weer.',
  ),
};

export const refusalCodes = Object.keys(sentences) as readonly RefusalCode[];

/** Also for a code of a newer server that this version of the app does not know. */
export function refusalText(code: string, params: RefusalParams = {}): RefusalText {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code as RefusalCode] : undefined;
  return sentence?.(params) ?? unknownReason;
}

const unknownReason: RefusalText = {
  happened: 'De server voerde dit niet uit, om een reden die deze versie van de app niet kent.',
  youCan: 'Werk de app bij en kijk dan opnieuw.',
};

export const refusalButtons = {
  saveAnyway: 'Toch bewaren',
  serverDecides: 'De server beslist. Wat u bewaart, gaat niet verloren.',
} as const;
