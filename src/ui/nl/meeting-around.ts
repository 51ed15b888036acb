// Around the decisions: the invitation, guests, notes, the list of the meeting before, and a meeting typed in later.
import { and, counted, dayWithYear, euro, weekday } from '../format.ts';
import { clock } from './meeting.ts';

export const nlInvitation = {
  title: 'Uitnodiging',
  button: 'Maak de uitnodiging',
  own: 'Eigen woorden',
  ownHint: 'Bijvoorbeeld: er is koffie, of: bel aan bij de zijdeur.',
  save: 'Bewaar uw woorden',
  typeFirst: 'Typ eerst uw woorden',
  nothingNew: 'Uw woorden zijn bewaard',
  saved: 'Uw woorden staan in de uitnodiging',
  text: 'Zo ziet de uitnodiging eruit',
  copy: 'Kopieer de uitnodiging',
  copied: 'De uitnodiging is gekopieerd. Plak haar in een mail of een bericht',
  copyFailed: 'Kopiëren lukte niet. Selecteer de tekst en kopieer hem zelf',
  share: 'Deel de uitnodiging',
  mail: 'Open in uw mail',
  subject: (title: string, plannedOn: string) => `Uitnodiging: ${title}, ${weekday(plannedOn)}`,
  hello: 'Beste allemaal,',
  come: (body: string, title: string) => `${body} nodigt u uit voor: ${title}.`,
  when: (plannedOn: string, startTime: string) => `Wanneer: ${weekday(plannedOn)}, ${clock(startTime)}`,
  where: (place: string) => `Waar: ${place}`,
  agenda: 'Op de agenda staat:',
  agendaEmpty: 'De agenda volgt nog.',
  item: (number: number, title: string, cents: number | undefined) =>
    cents === undefined ? `${number}. ${title}` : `${number}. ${title} (gevraagd ${euro(cents)})`,
  excuse: 'Kunt u niet? Meld u dan af, dan weten we of er genoeg leden zijn om te beslissen.',
  bye: 'Tot dan!',
};

export const nlGuests = {
  title: 'Gasten',
  lead: 'Wie erbij zit en niet meebeslist: bewoners, een adviseur. Gasten tellen niet mee voor het quorum.',
  none: 'Er zijn geen gasten genoteerd.',
  total: (count: number) => counted(count, 'gast', 'gasten'),
  add: 'Gasten erbij',
  who: 'Wie zijn er?',
  whoHint: 'Een groep is genoeg, bijvoorbeeld: bewoners van de Klosstraat',
  whoError: 'Schrijf op wie er zijn, bijvoorbeeld: bewoners',
  count: 'Hoeveel?',
  remove: (who: string) => `Haal weg: ${who}`,
  added: (count: number) => `Genoteerd: ${counted(count, 'gast', 'gasten')}`,
  removed: (who: string) => `Weggehaald: ${who}`,
};

export const nlMinutes = {
  title: 'Notulen',
  link: 'Naar de notulen',
  whole: 'Over de hele vergadering',
  mine: 'U maakt de notulen.',
  other: (name: string) => `${name} maakt de notulen. Neem het alleen over als u dat samen afspreekt.`,
  nobody: 'Nog niemand maakt de notulen.',
  take: 'Ik maak de notulen',
  taken: 'U maakt vanaf nu de notulen',
  label: 'Uw notitie bij dit punt',
  labelWhole: 'Uw notitie bij de hele vergadering',
  hint: 'Alleen de commissie ziet dit. Schrijf op wat afgesproken is.',
  save: 'Bewaar de notitie',
  saved: 'De notitie staat op dit toestel',
  by: (name: string) => `Genoteerd door ${name}`,
  none: 'Hierbij is niets genoteerd.',
  copy: 'Kopieer de notulen als tekst',
  copied: 'De notulen zijn gekopieerd',
  copyFailed: 'Kopiëren lukte niet. Selecteer de tekst hieronder en kopieer hem zelf',
};

export const nlAdoption = {
  title: (plannedOn: string) => `Besluitenlijst van ${dayWithYear(plannedOn)}`,
  corrections: (count: number) =>
    count === 0
      ? 'Er is sindsdien niets hersteld.'
      : `Sindsdien ${count === 1 ? 'is 1 besluit' : `zijn ${count} besluiten`} hersteld. Het staat op de lijst.`,
  look: 'Bekijk de lijst',
  adopt: 'Keur de lijst goed',
  question: 'Is iedereen het eens met de besluitenlijst?',
  remarks: 'Wat klopte er niet?',
  remarksHint:
    'Dit komt op de besluitenlijst. Schrijf geen namen op. Klopt een besluit zelf niet? Herstel het dan bij dat besluit.',
  confirm: 'De vergadering keurt de lijst goed',
  cancel: 'Nog niet',
  done: 'De besluitenlijst is goedgekeurd',
  undone: 'De goedkeuring is teruggenomen',
  reopen: 'Toch nog niet goedgekeurd',
  adopted: (title: string, onDay: string) => `Goedgekeurd in ${title}, ${dayWithYear(onDay)}.`,
  remarked: (remarks: readonly string[]) => `Opmerkingen: ${and(remarks.map((text) => text.replace(/\.$/, '')))}.`,
  notYet: 'Nog niet goedgekeurd door een volgende vergadering.',
};

export const nlAfterwards = {
  choose: 'Deze vergadering is al geweest',
  chooseNote: 'U voert haar achteraf in. Dat komt op de besluitenlijst te staan',
  wasHeld: 'Is deze vergadering al geweest?',
  wasHeldText: 'Voer haar dan achteraf in. De agenda en de afmeldingen blijven staan.',
  end: 'Tot hoe laat',
  endHint: 'Bijvoorbeeld: 22.15',
  endError: 'Vul in hoe laat de vergadering was afgelopen, bijvoorbeeld 22.15',
  future: 'Deze dag moet nog komen. Kies vandaag of een eerdere dag, of haal het vinkje weg',
  past: 'Deze dag is al geweest. Kies een latere dag, of vink aan dat de vergadering al geweest is',
  send: 'Voer de vergadering in',
  saved: 'De vergadering staat erin. Noteer nu wie er was en wat er is besloten',
  badge: 'Achteraf ingevoerd',
  note: 'Deze vergadering is achteraf ingevoerd. Zet bij “Wie is er” wie er toen was, en leg de besluiten vast. Sluit haar daarna.',
};
