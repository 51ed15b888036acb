/** What came of the demo's projects, who guided some of them, and what the wijk knows of itself. */
import type { Nicer, WithoutBudget } from '../../src/domain/rows.ts';
import { drawReceipt } from './receiptImage.ts';
import type { YearTools } from './street.ts';

type Row = readonly [title: string, visitors: number, hours: number, Nicer, WithoutBudget, string];

const rows: readonly Row[] = [
  ['Nieuwjaarsreceptie', 85, 20, 'yes', 'gone_on_smaller', 'Nieuwe bewoners maakten kennis met de buren.'],
  ['Zwerfvuil', 64, 96, 'yes', 'not_gone_on', 'Veertig zakken afval in één middag, met drie klassen.'],
  ['Paaseieren', 120, 18, 'partly', 'gone_on', 'Ieder kind vond een ei. Het was wel druk op de stoep.'],
  ['Koningsdag', 430, 110, 'yes', 'gone_on_smaller', 'Een vrijmarkt van de Klosstraat tot het plein.'],
  ['AED', 0, 6, 'yes', 'later', 'De AED hangt buiten en is dag en nacht bereikbaar.'],
  ['Meimarkt', 610, 140, 'yes', 'gone_on_smaller', 'Achttien kramen, waarvan elf van bewoners.'],
  ['Zomerlunch', 75, 22, 'yes', 'not_gone_on', 'Ouderen en kinderen aan één tafel van dertig meter.'],
  ['Burendag', 260, 64, 'partly', 'gone_on_smaller', 'Vier pleinen, vier keer koffie. In de Twijnstraat regende het.'],
  ['Tegelwippen', 38, 57, 'yes', 'not_gone_on', 'Er gingen 412 tegels uit en er kwamen 190 planten in.'],
];
const nothing = { visitors: null, story: '', nicer: null, nicerFor: '', withoutBudget: null } as const;

export function outcomes(tools: YearTools): void {
  rows.forEach(([title, visitors, volunteerHours, nicer, withoutBudget, story], n) => {
    const day = `2026-10-0${n + 1}`;
    const proposalId = tools.proposalId(title);
    const told = { visitors, story, nicer, nicerFor: 'Buurtbewoners', withoutBudget, volunteerHours } as const;
    const seen = { ...nothing, volunteerHours: null };
    tools.send(day, '20:00', 'bleekveld', 'outcome.change', { proposalId, fields: told, seen });
    if (n % 2 === 1) return;
    tools.send(day, '20:30', 'secretary', 'outcome.publish', {
      ...{ proposalId, seen: null, photoHashes: [], publishedOn: day },
      told: { title: titles[title] ?? title, sideEffects: '', ...told },
    });
  });
  repairCafe(tools);
  guides(tools);
  wijk(tools);
}
const titles: Readonly<Record<string, string>> = {
  AED: 'Een AED bij de Spinhal',
  Zomerlunch: 'Zomerlunch in de speeltuin',
  Tegelwippen: 'Tegelwippen in het Spoelkwartier',
  Paaseieren: 'Paaseieren zoeken',
};

/** Told by its initiator, with a photo for everybody and one that is not. */
function repairCafe({ send, proposalId: idOf, keep }: YearTools): void {
  const proposalId = idOf('Repair');
  const table = keep(drawReceipt(['REPAIR', 'CAFE', '', '43 x', 'gemaakt']));
  const helpers = keep(drawReceipt(['ONZE', 'MENSEN', '', 'acht', 'helpers']));
  const told = {
    visitors: 54,
    nicer: 'yes',
    withoutBudget: 'gone_on_smaller',
    volunteerHours: 72,
    story: 'Vijf zaterdagen zaten er mensen aan de tafels. Van de 54 spullen deden er 43 het weer.',
    nicerFor: 'Mensen met weinig geld, en handige mensen die iets te doen zochten',
    sideEffects: 'Twee bezoekers helpen nu zelf mee. De opslag is te klein.',
  } as const;
  send('2026-11-21', '19:00', 'repair', 'outcome.change', {
    ...{ proposalId, fields: { ...told, volunteers: 8 } },
    seen: { ...nothing, sideEffects: '', volunteers: null, volunteerHours: null },
  });
  send('2026-11-21', '19:10', 'repair', 'outcome.addPhotos', { proposalId, photos: [table], sight: 'published' });
  send('2026-11-21', '19:12', 'repair', 'outcome.addPhotos', { proposalId, photos: [helpers], sight: 'committee' });
  send('2026-11-22', '10:00', 'secretary', 'outcome.publish', {
    ...{ proposalId, told: { title: 'Repair café De Schering', ...told }, seen: null },
    ...{ photoHashes: [table.sha256], publishedOn: '2026-11-22' },
  });
}

function guides({ send, proposalId: idOf }: YearTools): void {
  const nobody = { name: '', helpsWith: '' };
  const lantern = idOf('Lichtjestocht');
  send('2026-11-09', '20:00', 'secretary', 'proposalGuide.change', {
    ...{ proposalId: lantern, kind: 'guide', seen: nobody },
    fields: { name: 'Joke van het buurthuis', helpsWith: 'De begroting en de vergunning' },
  });
  send('2026-11-09', '20:05', 'secretary', 'proposalGuide.change', {
    ...{ proposalId: lantern, kind: 'ambassador', seen: nobody },
    fields: { name: 'Karim uit de Klosstraat', helpsWith: 'Vertelt het door in de straat' },
  });
  for (const [title, untilYear] of [
    ['Taalcafé', 2028],
    ['Repair', 2027],
  ] as const) {
    send('2026-11-10', '20:00', 'secretary', 'proposal.setYears', { proposalId: idOf(title), untilYear, seen: null });
  }
  for (const [title, visitors, story] of [
    ['Taalcafé', 31, 'Elke dinsdag zaten er tien mensen aan tafel. Vier van hen helpen nu anderen.'],
    ['Repair', 54, 'Vijf zaterdagen. In 2027 gaan we door, met meer plek voor spullen.'],
  ] as const) {
    send('2026-11-23', '20:00', 'secretary', 'outcome.tellYear', {
      ...{ proposalId: idOf(title), year: 2026, fields: { visitors, story }, seen: { visitors: null, story: '' } },
    });
  }
  send('2026-11-24', '10:00', 'secretary', 'outcome.publish', {
    ...{ proposalId: idOf('Taalcafé'), seen: null, photoHashes: [], publishedOn: '2026-11-24' },
    told: {
      ...{ ...nothing, title: 'Taalcafé', sideEffects: '', volunteerHours: null },
      years: [{ year: 2026, visitors: 31, story: 'Elke dinsdag zaten er tien mensen aan tafel.' }],
    },
  });
}

function wijk({ send, id }: YearTools): void {
  const hours = [
    ['2026-01-10', 16, 'Ideeën ophalen met de ijscokar'],
    ['2026-06-13', 22, 'Kraam op de braderie'],
    ['2026-09-05', 30, 'Wijkraadpleging: zaal, tellen, opruimen'],
  ] as const;
  hours.forEach(([workedOn, count, what], n) => {
    const fact = { hoursId: id(`hours ${n}`), year: 2026, hours: count, what, workedOn };
    send(workedOn, '21:00', 'bleekveld', 'volunteerHours.add', fact);
  });
  const counts = [
    ['2026-01-10', 40, 9, 'Klosplein, bij de ijscokar'],
    ['2026-06-13', 52, 21, 'Braderie'],
  ] as const;
  counts.forEach(([countedOn, askedCount, knewCount, place], n) => {
    const fact = { countId: id(`familiarity ${n}`), year: 2026, askedCount, knewCount, place, countedOn };
    send(countedOn, '21:10', 'kettinghof', 'familiarityCount.add', fact);
  });
  send('2026-01-07', '20:00', 'treasurer', 'budgetYear.change', {
    year: 2026,
    fields: {
      thanksCents: 250_00,
      barriers: [
        { theme: 1, kind: 'other_pot', text: 'Het werkplein betaalt begeleiding naar werk' },
        { theme: 1, kind: 'professional_needed', text: 'Een jobcoach' },
        { theme: 3, kind: 'statutory_rule', text: 'Over verkeersborden beslist de wegbeheerder' },
        { theme: 4, kind: 'other_pot', text: 'Hulp uit de Wmo gaat voor' },
        { theme: 5, kind: 'private_gain', text: 'Zonnepanelen op het eigen dak' },
      ],
    },
    seen: { thanksCents: 0, barriers: [] },
  });
  send('2026-09-26', '20:00', 'treasurer', 'organisationCost.record', {
    ...{ costId: id('own cost thanks'), year: 2026, amountCents: 164_50, what: 'Etentje voor vrijwilligers' },
    ...{ paidOn: '2026-09-26', thanks: true },
  });
}
