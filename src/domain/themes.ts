/** Themes are data of a city and a year. These are the seven of Enschede, numbered as the evaluation of 2017 numbers them
 *  (PRODUCT.md, S2), with the city's wording and a plainer one for people who apply. */
import type { Theme } from './rows.ts';

export const enschedeThemes: readonly Theme[] = [
  { number: 1, name: 'Het bevorderen van de arbeidsparticipatie', plain: 'Mensen dichter bij werk brengen' },
  { number: 2, name: 'Een schone en hele leefomgeving', plain: 'De buurt schoon en heel houden' },
  { number: 3, name: 'Het vergroten van het veiligheidsgevoel', plain: 'Zorgen dat mensen zich veilig voelen' },
  {
    number: 4,
    name: 'Het stimuleren van wijkdiensten voor hulpbehoevenden',
    plain: 'Hulp voor mensen die dat nodig hebben',
  },
  { number: 5, name: 'Het stimuleren van duurzaam gedrag', plain: 'Beter zijn voor natuur en milieu' },
  { number: 6, name: 'Het bevorderen van de leefbaarheid', plain: 'Prettiger wonen in de buurt' },
  { number: 7, name: 'Het bevorderen van de sociale samenhang', plain: 'Mensen in de buurt bij elkaar brengen' },
];
