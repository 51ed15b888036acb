/** The invented wijk of the demo: its people and what they ask for. Every name here is made up. */
import type { DecisionOutcome, ProposalKind, Role } from '../../src/domain/rows.ts';

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly role: Role;
}

export const people = [
  { key: 'chair', name: 'Marga Hoekstra', role: 'chair' },
  { key: 'secretary', name: 'Yusuf Aydin', role: 'secretary' },
  { key: 'treasurer', name: 'Ineke Wolters', role: 'treasurer' },
  { key: 'kettinghof', name: 'Bram Leferink', role: 'member' },
  { key: 'bleekveld', name: 'Saskia Nijhof', role: 'member' },
  { key: 'weversbuurt', name: 'Dirk Oude Veldhuis', role: 'member' },
  { key: 'ververij', name: 'Amira Benali', role: 'member' },
  { key: 'auditor', name: 'Gert Scholten', role: 'auditor' },
  { key: 'district', name: 'Loes ter Braak', role: 'district_manager' },
  { key: 'lantern', name: 'Nadia Kuipers', role: 'initiator' },
  { key: 'repair', name: 'Henk Assink', role: 'initiator' },
] as const satisfies readonly DemoPerson[];
export type PersonKey = (typeof people)[number]['key'];

export const quarters = ['Kettinghof', 'Bleekveld', 'Weversbuurt', 'De Ververij', 'Klosplein'] as const;

export interface DemoProposal {
  readonly title: string;
  readonly applicant: string;
  readonly kind: ProposalKind;
  readonly themes: readonly (readonly [theme: number, percent: number])[];
  readonly quarter: (typeof quarters)[number];
  readonly euros: number;
  /** Meeting (1 = January) that decides on it; 0: it is not on an agenda yet. */
  readonly meeting: number;
  readonly outcome: DecisionOutcome | 'open' | 'draft' | 'returned';
  readonly awardedEuros?: number;
  readonly shop?: string;
}

const event: ProposalKind = 'recurring_event';
const professional: ProposalKind = 'professional';
const unique: ProposalKind = 'unique_project';
type Brief = readonly [
  title: string,
  applicant: string,
  kind: ProposalKind,
  themes: DemoProposal['themes'],
  quarter: number,
  euros: number,
  meeting: number,
  outcome: DemoProposal['outcome'],
  awardedEuros?: number,
];

const briefs: readonly Brief[] = [
  ['Nieuwjaarsreceptie in De Schering', 'Buurthuis De Schering', event, [[7, 100]], 0, 650, 1, 'awarded'],
  [
    'Huiswerkhulp op woensdag',
    'Stichting Leerkring',
    professional,
    [
      [4, 60],
      [7, 40],
    ],
    2,
    1_800,
    1,
    'partly_awarded',
    1_500,
  ],
  ['Zwerfvuilronde met de school', 'Basisschool De Weefgetouw', event, [[2, 100]], 2, 420, 1, 'awarded'],
  [
    'Cursus fietsen voor vrouwen',
    'Vrouwengroep Bleekveld',
    unique,
    [
      [1, 50],
      [7, 50],
    ],
    1,
    950,
    2,
    'awarded',
  ],
  ['Paaseieren zoeken', 'Speeltuin De Spoel', event, [[7, 100]], 4, 350, 2, 'awarded'],
  [
    'Nestkastjes timmeren',
    'Natuurwerkgroep Kettinghof',
    unique,
    [
      [5, 70],
      [6, 30],
    ],
    0,
    480,
    2,
    'awarded',
  ],
  ['Buurtpreventie: hesjes en lampen', 'Appgroep Weversbuurt', unique, [[3, 100]], 2, 725, 3, 'awarded'],
  [
    'Geveltuintjes Klosstraat',
    'Bewoners Klosstraat',
    unique,
    [
      [2, 50],
      [5, 50],
    ],
    4,
    840,
    3,
    'awarded',
  ],
  ['Koningsdag op het Klosplein', 'Oranjecomité Spoelkwartier', event, [[7, 100]], 4, 2_200, 3, 'awarded'],
  ['Lopend buffet Bleekveld', 'Buurtkring Bleekveld', event, [[7, 100]], 1, 900, 3, 'partly_awarded', 600],
  [
    'AED bij de Spinhal',
    'Hartveilig Spoelkwartier',
    unique,
    [
      [3, 60],
      [4, 40],
    ],
    3,
    1_895,
    4,
    'awarded',
  ],
  [
    'Meimarkt',
    'Winkelkring Spoelkwartier',
    event,
    [
      [6, 50],
      [7, 50],
    ],
    4,
    1_650,
    4,
    'awarded',
  ],
  ['Tuinenfestival', 'Tuinclub Bleekveld', event, [[6, 100]], 1, 1_100, 4, 'awarded'],
  [
    'Jongerenavond Ververij',
    'Jongerenwerk Spoelkwartier',
    professional,
    [
      [3, 40],
      [7, 60],
    ],
    3,
    1_400,
    4,
    'deferred',
  ],
  [
    'Jongerenavond Ververij, aangepast plan',
    'Jongerenwerk Spoelkwartier',
    professional,
    [
      [3, 40],
      [7, 60],
    ],
    3,
    1_250,
    5,
    'awarded',
  ],
  ['Springkussen voor straatfeest Twijnstraat', 'Bewoners Twijnstraat', event, [[7, 100]], 0, 275, 5, 'awarded'],
  ['Elektrakasten beschilderen', 'Atelier De Haspel', unique, [[6, 100]], 0, 1_350, 5, 'awarded'],
  ['Bloemenlint Weefstraat', 'Bewoners Weefstraat', event, [[2, 100]], 2, 625, 5, 'awarded'],
  [
    'Plantenbakken bij de flat',
    'Tuinclub Bleekveld',
    unique,
    [
      [2, 60],
      [6, 40],
    ],
    1,
    780,
    6,
    'awarded',
  ],
  ['Zomerlunch speeltuin', 'Speeltuin De Spoel', event, [[7, 100]], 4, 560, 6, 'awarded'],
  [
    'Taalcafé',
    'Bibliotheek De Schering',
    professional,
    [
      [1, 40],
      [7, 60],
    ],
    0,
    1_200,
    6,
    'awarded',
  ],
  ['Privézwembad Hof 12', 'Bewoner Kettinghof', unique, [[7, 100]], 0, 1_900, 6, 'refused'],
  ['Buurtbarbecue De Ververij', 'Bewoners De Ververij', event, [[7, 100]], 3, 800, 7, 'awarded'],
  ['Kunstgras speelveld: eerste deel', 'Speeltuin De Spoel', unique, [[6, 100]], 4, 4_800, 7, 'awarded'],
  [
    'Repair café, vijf zaterdagen',
    'Repair café De Schering',
    event,
    [
      [5, 80],
      [7, 20],
    ],
    0,
    1_150,
    7,
    'awarded',
  ],
  ['Zonwering voor ontmoetingsruimte', 'Buurthuis De Schering', unique, [[4, 100]], 0, 1_480, 8, 'awarded'],
  ['Burendag', 'Wijkplatform Spoelkwartier', event, [[7, 100]], 2, 1_300, 8, 'awarded'],
  ['Tegelwippen', 'Groene Wever', unique, [[5, 100]], 2, 690, 8, 'awarded'],
  ['Rollator-wandelgroep', 'Zorgkring Spoelkwartier', professional, [[4, 100]], 1, 540, 9, 'awarded'],
  [
    'Oogstfeest',
    'Moestuin De Bleek',
    event,
    [
      [5, 30],
      [7, 70],
    ],
    1,
    720,
    9,
    'awarded',
  ],
  ['WhatsApp-borden', 'Appgroep Weversbuurt', unique, [[3, 100]], 2, 610, 9, 'awarded'],
  ['Bestickeren van vuilcontainers', 'Reclame op Maat', professional, [[2, 100]], 3, 2_400, 9, 'refused'],
  [
    'Lampionnen maken met ouderen',
    'Zorgkring Spoelkwartier',
    event,
    [
      [4, 50],
      [7, 50],
    ],
    1,
    430,
    10,
    'awarded',
  ],
  ['Sollicitatiespreekuur', 'Werkplein Weversbuurt', professional, [[1, 100]], 2, 880, 10, 'awarded'],
  ['Bankje bij de Ververij', 'Bewoners De Ververij', unique, [[6, 100]], 3, 975, 10, 'awarded'],
  [
    'Lichtjestocht met soep op het Klosplein',
    'Bewonersgroep Klosplein',
    event,
    [
      [7, 80],
      [3, 20],
    ],
    4,
    1_250,
    11,
    'awarded',
  ],
  [
    'Kerstbomen op drie pleinen',
    'Winkelkring Spoelkwartier',
    event,
    [
      [6, 60],
      [7, 40],
    ],
    4,
    1_020,
    11,
    'partly_awarded',
    800,
  ],
  [
    'Kerstdiner voor wie alleen is',
    'Diaconie Spoelkwartier',
    event,
    [
      [4, 50],
      [7, 50],
    ],
    0,
    950,
    12,
    'open',
  ],
  ['Groen dak op het fietsenhok', 'Basisschool De Weefgetouw', unique, [[5, 100]], 2, 1_700, 12, 'open'],
  ['Verkeersspiegel Haspelbocht', 'Bewoners Haspelbocht', unique, [[3, 100]], 3, 390, 0, 'returned'],
  ['Wijkkrant in kleur', 'Redactie De Spoel', professional, [[7, 100]], 2, 2_100, 0, 'draft'],
];

export const proposals: readonly DemoProposal[] = briefs.map(
  ([title, applicant, kind, themes, quarter, euros, meeting, outcome, awardedEuros]) => ({
    title,
    applicant,
    kind,
    themes,
    quarter: quarters[quarter % quarters.length] ?? quarters[0],
    euros,
    meeting,
    outcome,
    ...(awardedEuros === undefined ? {} : { awardedEuros }),
  }),
);

/** What each shop sells. */
export const shops: readonly { readonly name: string; readonly goods: readonly string[] }[] = [
  { name: 'Bouwmarkt De Klos', goods: ['Houten planken', 'Schroeven', 'Verf', 'Touw', 'Batterijen', 'Prikstokken'] },
  { name: 'Bakkerij Van Laar', goods: ['Broodjes', 'Krentenbollen'] },
  { name: 'Supermarkt Spoelweg', goods: ['Koffie en thee', 'Bekers', 'Limonade', 'Soepgroenten'] },
  { name: 'Drukkerij Inslag', goods: ['Drukwerk', 'Affiches'] },
  { name: 'Tuincentrum Het Veld', goods: ['Plantgoed', 'Potgrond', 'Bloembollen'] },
  { name: 'Slagerij Ketting', goods: ['Soepvlees', 'Worstjes'] },
  { name: 'Feestverhuur De Boog', goods: ['Huur partytent', 'Huur statafels'] },
  { name: 'Hobbywinkel Garen', goods: ['Lampionnen', 'Lijm en karton'] },
  { name: 'Fietsenmaker Tandwiel', goods: ['Binnenbanden', 'Reparatie bakfiets'] },
  { name: 'Groenteboer Appelhof', goods: ['Fruit', 'Soepgroenten'] },
];
