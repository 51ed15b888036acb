// Shops that many receipts come from. Their logo is often a picture that no reader can spell; the name stands elsewhere on the
// paper too, or is one letter off. Pure.
import { oneOff, squash } from './labels.ts';

const supermarkets =
  'Albert Heijn|AH|Jumbo|Lidl|Aldi|Plus|Coop|Spar|Dirk|Vomar|Hoogvliet|Dekamarkt|Poiesz|Boni|Jan Linders|Nettorama|Ekoplaza|Odin|Makro|Hanos|Sligro|Gall & Gall|Rewe|Edeka|Kaufland|Penny|Netto|Marktkauf|Combi|Colruyt|Delhaize|Carrefour|Billa|Hofer|Migros|Tesco|Sainsbury|Asda|Walmart|Target|Costco|Whole Foods|Trader Joe';
const houseAndGarden =
  'Praxis|Gamma|Karwei|Hornbach|Hubo|Formido|Bauhaus|Toom|OBI|Brico|Hagebau|Ikea|Jysk|Leen Bakker|Kwantum|Blokker|Xenos|Action|Hema|Zeeman|Wibra|Primark|Big Bazar|Intratuin|Welkoop|Groenrijk|Boels|Tuincentrum';
const other =
  'Kruidvat|Etos|Trekpleister|Rossmann|Müller|Walgreens|Mediamarkt|Saturn|Coolblue|Amazon|Alternate|Cyberport|Conrad|Decathlon|Intersport|Scapino|Deichmann|Uniqlo|Bruna|Primera|The Read Shop|Hugendubel|Thalia|PostNL|Vistaprint|Drukwerkdeal|Q-Park|ParkBee|Shell|Esso|Tango|Tinq|Texaco|Gulf|Avia|Aral|TotalEnergies';
const food =
  "McDonald's|Burger King|KFC|Subway|Domino's|New York Pizza|Febo|Starbucks|La Place|Bakker Bart|Five Guys|Vapiano|Nordsee|Backwerk|Le Crobag|Kamps|Panda Express|Shake Shack|Denny's|Taco Bell|Wendy's|Dunkin";

interface Chain {
  readonly name: string;
  readonly plain: string; // small letters, without spaces
}

const chains: readonly Chain[] = [supermarkets, houseAndGarden, other, food]
  .join('|')
  .split('|')
  .map((name) => ({ name, plain: squash(name).replace(/ /g, '') }));

/** Below the top these are words of other things: "Netto" of a tax table. */
const ordinary: ReadonlySet<string> = new Set(['action', 'saturn', 'target', 'combi', 'alternate', 'tuincentrum']);
const longFrom = 8; // letters: found inside other words too, where a reader lost the spaces
const tellingFrom = 6; // letters: a name of its own wherever it stands

/** The chain whose name stands in a line near the top, where one letter may be off. */
export function chainAtTop(text: string): string | undefined {
  const { tokens, joined } = partsOf(text);
  const found = chains.find(
    ({ name, plain }) =>
      tokens.includes(plain) ||
      ((plain.length >= longFrom || name.includes('-')) && joined.includes(plain)) ||
      (plain.length > 4 && tokens.some((token) => oneOff(token, plain))) ||
      (plain.length === 4 && oneOff(joined, plain)),
  );
  return found?.name;
}

/** The chain whose name stands elsewhere: as it is, and not where it can be another word. */
export function chainBelow(text: string): string | undefined {
  const { tokens, joined } = partsOf(text);
  return chains.find(
    ({ plain }) =>
      (plain.length >= longFrom && joined.includes(plain)) ||
      (plain.length >= tellingFrom && tokens.includes(plain) && !ordinary.has(plain)),
  )?.name;
}

/** The chain of an address of the internet: "rewe" of "www.rewe.de". */
export const chainOfSite = (site: string): string | undefined =>
  chains.find(({ plain }) => plain === squash(site).replace(/ /g, ''))?.name;

function partsOf(text: string): { readonly tokens: readonly string[]; readonly joined: string } {
  const tokens = squash(text).split(' ');
  return { tokens, joined: tokens.join('') };
}
