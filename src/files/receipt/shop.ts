// The name of the shop: in large letters near the top, and no street, greeting or kind of paper. Pure.
import { type Found, sure } from './found.ts';
import { squash } from './labels.ts';
import type { Line, Page } from './words.ts';

const notName =
  /\b(welkom|bedankt|willkommen|welcome|kassabon|bon|rechnung|factuur|invoice|receipt|quittung|beleg|kvk|btw|ust|steuernr|steuer|tel|telefon|fax|datum|date|kopie|klant|kunde|kasse|kassa|terminal|tafel|tisch|vielen dank|filiale|open|zondag|seite|pagina|ihr einkauf|uw aankoop|kundenbeleg|bewirtungsbeleg|ticket|mwst|eur|email|herr|mevrouw|order|number|ordernummer|bestelling|subtotaal|totaal|total|summe)\b/;
const street =
  /(str\b|straat|strasse|weg\b|plein|platz|laan|gasse|allee|kade|markt \d|avenue|rue |boulevard|\b\d{5}\b|\b\d{4}\s?[a-z]{2}\b)/;
const company = /\b(b\.?\s?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ohg|e\.?\s?k\.?|ag|kg|inh|sprl|bvba|ltd|stichting)\b/i;

export function shopIn(lines: readonly Line[], page: Page): Found<string> | undefined {
  const top = Math.min(...lines.map(({ place }) => place.y));
  const bottom = Math.max(...lines.map(({ place }) => place.y + place.height));
  const heights = lines.map(({ place }) => place.height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 1;
  const scored = lines.slice(0, 10).flatMap((line, n) => {
    const name = nameIn(line.text);
    if (name === undefined || /\d[.,]\d\d(?!\d)/.test(line.text)) return [];
    const plain = line.text.toLowerCase();
    const far = (line.place.y - top) / Math.max(1, bottom - top);
    const score =
      2.2 -
      0.32 * n -
      1.5 * far +
      1.1 * Math.min(2, line.place.height / usual - 1) +
      (company.test(line.text) ? 0.9 : 0) +
      (/www\.|\.(nl|de|be|com)\b/.test(plain) ? 0.3 : 0) -
      (street.test(plain) ? 2 : 0) -
      (notName.test(squash(plain)) ? 1.5 : 0) -
      (/\d/.test(name) ? 0.5 : 0) +
      (line.confidence - 0.8) * 2;
    return [{ line, name, score }];
  });
  const best = scored.sort((a, b) => b.score - a.score)[0];
  if (best === undefined || page.words.length === 0) return undefined;
  const confidence = sure(Math.min(0.9, 0.3 + best.score / 6) * (0.4 + 0.6 * best.line.confidence));
  return { value: best.name, confidence, place: best.line.place, text: best.line.text };
}

const nameMax = 60;

/** Without signs at its ends. Too few letters are a logo that was misread. */
function nameIn(text: string): string | undefined {
  const name = text.replace(/^[^\p{L}\d]+|[^\p{L}\d.)!]+$/gu, '').replace(/\s+/g, ' ');
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  if (letters < 3 || letters < 0.5 * name.replace(/\s/g, '').length) return undefined;
  return name.slice(0, nameMax);
}
