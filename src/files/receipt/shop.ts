// The name of the shop: in large letters near the top, and no street, greeting or kind of paper. A known chain, the address on
// the internet and the holder of the account help where the name itself is a logo. Pure.
import { chainAtTop, chainBelow, chainOfSite } from './chains.ts';
import { type Found, sure } from './found.ts';
import { squash } from './labels.ts';
import type { Line, Page } from './words.ts';

const notName =
  /\b(welkom|bedankt|willkommen|welcome|danke|hartelijk|herzlich|guten tag|goedemorgen|kassabon|kasticket|klantticket|bon|rechnung|factuur|creditfactuur|creditnota|pakbon|kwitantie|invoice|receipt|quittung|beleg|kvk|btw|ust|steuernr|steuer|tel|telefon|telefoon|fax|datum|date|kopie|copy|klant|kunde|customer|merchant|kasse|kassa|terminal|tafel|tisch|table|server|cashier|guest|check|vielen dank|filiale|open|zondag|seite|pagina|ihr einkauf|uw aankoop|kundenbeleg|bewirtungsbeleg|ticket|parkeerticket|mwst|eur|email|herr|mevrouw|order|number|ordernummer|bestelling|retour|betaling|subtotaal|totaal|total|summe|mein|eat in|dine in)\b/;
const street =
  /(str\b|straat|strasse|weg\b|plein|platz|laan|gasse|allee|kade|markt \d|avenue|rue |boulevard|\b\d{5}\b|\b\d{4}\s?[a-z]{2}\b)/;
const company = /\b(b\.?\s?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ohg|e\.?\s?k\.?|ag|kg|inh|sprl|bvba|ltd|stichting)\b/i;
const addressee = /^\s*(aan|an|factuur ?aan|factuuradres|rechnung an|bill to|klant|t\.?a\.?v)\b/i;
const addressLines = 3; // below the word for who gets the bill

interface Candidate {
  readonly line: Line;
  readonly name: string;
  readonly score: number;
}

export function shopIn(lines: readonly Line[], page: Page): Found<string> | undefined {
  const candidates = [...topLines(lines), ...elsewhere(lines)];
  const best = candidates.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || page.words.length === 0) return undefined;
  const confidence = sure(Math.min(0.9, 0.3 + best.score / 6) * (0.4 + 0.6 * best.line.confidence));
  return { value: best.name, confidence, place: best.line.place, text: best.line.text };
}

const [topCount, chainLines] = [10, 4];

function topLines(lines: readonly Line[]): readonly Candidate[] {
  const top = Math.min(...lines.map(({ place }) => place.y));
  const bottom = Math.max(...lines.map(({ place }) => place.y + place.height));
  const heights = lines.map(({ place }) => place.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 1;
  const sites = lines.flatMap(({ text }) => siteIn(text) ?? []);
  const addressed = lines.findIndex(({ text }) => addressee.test(text));
  return lines.slice(0, topCount).flatMap((line, n): readonly Candidate[] => {
    const name = nameIn(line.text);
    if (name === undefined || siteIn(line.text) !== undefined || /\d[.,]\d\d(?!\d)/.test(line.text)) return [];
    const plain = line.text.toLowerCase();
    const letters = squash(name).replace(/ /g, '');
    const isChain = n < chainLines && chainAtTop(name) !== undefined;
    const isAddressed = addressed >= 0 && n >= addressed && n <= addressed + addressLines;
    const far = (line.place.y - top) / Math.max(1, bottom - top);
    const score =
      2.2 -
      0.32 * n -
      1.5 * far +
      1.1 * Math.min(2, line.place.height / usual - 1) +
      (company.test(line.text) && !isAddressed ? 0.9 : 0) +
      (/www\.|\.(nl|de|be|com)\b/.test(plain) ? 0.3 : 0) +
      (isChain ? 1.5 : 0) +
      (sites.some((site) => letters.length > 3 && (site.includes(letters) || letters.includes(site))) ? 1 : 0) -
      (street.test(plain) && !isChain ? 2 : 0) -
      (notName.test(squash(plain)) ? 1.5 : 0) -
      (/\d/.test(name) ? 0.5 : 0) -
      (name.split(' ').every((word) => word.replace(/[^\p{L}]/gu, '').length < 4) ? 0.6 : 0) -
      (/\w\.$/.test(line.text.trim()) && !company.test(line.text) ? 0.5 : 0) -
      (isAddressed ? 2 : 0) +
      (line.confidence - 0.8) * 2;
    return [{ line, name, score }];
  });
}

const [chainWorth, holderWorth, siteWorth] = [2.1, 1.6, 1.1];

/** Names that stand at another place: of a chain, of whom the money goes to, in the address of a site. */
function elsewhere(lines: readonly Line[]): readonly Candidate[] {
  return lines.flatMap((line): readonly Candidate[] => {
    const site = siteIn(line.text);
    const chain = site === undefined ? chainBelow(line.text) : chainOfSite(site);
    const isGoods = /\d[.,]\d\d(?!\d)/.test(line.text);
    const holder = /(?:t\.?\s?n\.?\s?v\.?|ten name van)[\s:]+(.{3,60})$/i.exec(line.text)?.[1];
    const holderName = holder === undefined ? undefined : nameIn(holder);
    return [
      ...(chain === undefined || isGoods ? [] : [{ line, name: chain, score: chainWorth }]),
      ...(holderName === undefined ? [] : [{ line, name: holderName, score: holderWorth }]),
      ...(site === undefined ? [] : [{ line, name: site, score: siteWorth }]),
    ];
  });
}

const providers = /^(gmail|hotmail|outlook|live|ziggo|kpnmail|planet|xs4all|icloud|gmx|web|t-online|yahoo|telenet)$/;

/** "www.dekater.nl" and "info@dekater.nl" are of De Kater. */
function siteIn(text: string): string | undefined {
  const match = /(?:www\s?[.,]\s?|@)([a-z\d-]{2,40})\s?[.,]\s?(?:nl|de|com|be|eu|org|net|at|fr|shop)\b/i.exec(text);
  const site = match?.[1]?.toLowerCase();
  return site === undefined || providers.test(site) ? undefined : site;
}

const nameMax = 60;

/** Without signs at its ends. Too few letters are a logo that was misread. */
function nameIn(text: string): string | undefined {
  const name = text.replace(/^[^\p{L}\d]+|[^\p{L}\d.)!]+$/gu, '').replace(/\s+/g, ' ');
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  if (letters < 3 || letters < 0.5 * name.replace(/\s/g, '').length) return undefined;
  return name.slice(0, nameMax);
}
