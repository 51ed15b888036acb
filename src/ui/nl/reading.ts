// Reading receipts on the device: what it found, and what it takes.
import { bytes, day, euro, whole } from '../format.ts';

export const nlReading = {
  busy: (at: number, of: number) =>
    of === 1 ? 'We lezen de bon. Ga gerust verder.' : `We lezen foto ${whole(at)} van ${whole(of)}. Ga gerust verder.`,
  stop: 'Stop met lezen',
  stopped: 'Het lezen is gestopt. Vul zelf in wat er op de bon staat.',
  failed: 'Deze foto kunnen we niet lezen. Vul zelf in wat er op de bon staat.',
  nothing: 'We konden op deze foto geen totaal vinden. Vul zelf in wat er op de bon staat.',
  again: 'Lees opnieuw',
  done: 'De bon is gelezen. Kijk na of het klopt.',
  where: 'Bekijk waar het op de foto staat',
  placeAlt: (what: readonly string[]) => `De foto van de bon. Gemarkeerd: ${what.join(', ')}.`,
  fields: { total: 'totaal', date: 'datum', shop: 'winkel', vat: 'btw', iban: 'rekeningnummer' },
  readTotal: (line: string, proof: 'vat' | 'lines' | 'paid' | undefined) =>
    `Gelezen bij “${line}”.${proof === undefined ? '' : ` ${proofs[proof]}`}`,
  readPhoto: 'Gelezen van de foto',
  doubt: 'Slecht te lezen: kijk dit even na',
  other: {
    total: (cents: number) => `Op de foto lezen wij ${euro(cents)}.`,
    vat: (cents: number) => `Op de foto lezen wij ${euro(cents)} btw.`,
    date: (iso: string) => `Op de foto lezen wij ${day(iso)}.`,
    shop: (name: string) => `Op de foto lezen wij “${name}”.`,
    iban: (iban: string) => `Op de rekening staat ${iban}.`,
  },
  foreign: (cents: number, currency: string) =>
    `Op de foto lezen wij ${inWords(cents, currency)}. Vul in hoeveel euro er is betaald.`,
  take: 'Neem dit over',
  device: {
    title: 'Bonnen lezen',
    text: 'Buurtkas kan het totaal, de btw, de datum en de winkel van de foto lezen. Dat gebeurt op dit toestel: er gaat niets naar een ander. Kies wat u wilt binnenhalen, liefst met wifi. Daarna werkt het ook zonder internet.',
    tesseract: 'Vlug',
    tesseractText: 'Goed voor gladde, rechte bonnen. Ongeveer een seconde per bon.',
    ppocr: 'Nauwkeurig',
    ppocrText:
      'Leest ook foto’s met schaduw, kreukels en vage letters. Een paar seconden per bon, op een oude telefoon langer.',
    size: (wire: number, kept: number) => `${bytes(wire)} binnenhalen, ${bytes(kept)} op dit toestel`,
    get: (name: string) => `Haal ${name} binnen`,
    drop: (name: string) => `Verwijder ${name}`,
    kept: 'Op dit toestel',
    notKept: 'Niet op dit toestel',
    inUse: 'Dit gebruikt Buurtkas nu',
    busy: (share: number) => `Bezig met binnenhalen: ${whole(Math.floor(share * 100))} %`,
    cancel: 'Stop',
    got: (name: string) => `${name} staat op dit toestel`,
    dropped: (name: string) => `${name} is van dit toestel gehaald`,
    failed:
      'Het binnenhalen lukte niet. Kijk of er internet is en probeer het opnieuw. Wat er al was, hoeft niet nog eens.',
    full: 'Dit toestel heeft er geen ruimte voor. Maak ruimte en probeer het opnieuw.',
    weak: 'Dit toestel heeft weinig geheugen. Neem liever Vlug.',
    none: 'Deze browser kan het niet bewaren. Open Buurtkas via https of installeer de app.',
  },
};

const proofs = {
  vat: 'De btw klopt erbij.',
  lines: 'De regels tellen ertoe op.',
  paid: 'Het klopt met wat er betaald is.',
} as const;

/** "12,99 Amerikaanse dollar". */
const inWords = (cents: number, currency: string): string =>
  new Intl.NumberFormat('nl-NL', { style: 'currency', currency, currencyDisplay: 'name' }).format(cents / 100);
