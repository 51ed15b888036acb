// Hulp: one page a job, in the order in which it is done. Read with the phone in one hand, also without a connection.

export interface HelpStep {
  readonly title: string;
  readonly text: string;
}

export interface HelpTopic {
  readonly title: string;
  /** One line in the list of topics. */
  readonly note: string;
  readonly lead: string;
  readonly steps: readonly HelpStep[];
  /** What people ask next. */
  readonly tips: readonly string[];
  /** Where it is done. */
  readonly go?: { readonly href: string; readonly label: string } | undefined;
}

export const helpTopics = {
  aanvraag: {
    title: 'Een aanvraag invoeren',
    note: 'Van idee of papier tot ingediend',
    lead: 'U kunt stoppen wanneer u wilt: wat u typt, blijft op dit toestel staan.',
    steps: [
      { title: 'Tik op Aanvragen, dan op Nieuwe aanvraag', text: 'Of op Vandaag, bij Snel vastleggen.' },
      {
        title: 'Vul in wat u weet',
        text: 'Een titel en een paar zinnen is genoeg om te beginnen. De rest kan later, door u of door een ander lid.',
      },
      {
        title: 'Verdeel het over de thema’s',
        text: 'Samen 100 %. Het scherm zegt hoeveel er nog te verdelen is.',
      },
      {
        title: 'Zet de kosten in de begroting',
        text: 'Typ bedragen zoals u gewend bent: 1.250 of 86,40. Het totaal rekent Buurtkas uit.',
      },
      {
        title: 'Dien de aanvraag in',
        text: 'Bovenaan staat wat er nog mist. Na het indienen krijgt de aanvraag een nummer.',
      },
    ],
    tips: [
      'Komt de aanvraag op papier? Voer haar in namens de bewoner en bewaar het papier.',
      'Iemand kan zijn aanvraag zelf bijhouden: nodig die persoon uit vanuit het dossier.',
    ],
    go: { href: '/aanvragen/nieuw', label: 'Schrijf een aanvraag' },
  },
  handtekeningen: {
    title: 'Handtekeningen tellen',
    note: 'Twee mensen tellen elke lijst',
    lead: 'Twee tellingen door twee mensen. Zo weet iedereen dat het klopt.',
    steps: [
      {
        title: 'Print de lijst uit het dossier',
        text: 'Elke lijst heeft een nummer. Laat voor, tegen én geen mening aankruisen.',
      },
      {
        title: 'Open Draagvlak in het dossier',
        text: 'Typ het nummer dat op het papier staat, en welke straten gevraagd zijn.',
      },
      {
        title: 'Tel met de grote plusknoppen',
        text: 'Of tik op het getal en typ het. Tel ook wie niet thuis was.',
      },
      {
        title: 'Maak een foto van de lijst',
        text: 'Handtekeningen ziet alleen de commissie. De plaats van de foto wordt niet bewaard.',
      },
      {
        title: 'Laat iemand anders natellen',
        text: 'Die ziet uw aantallen pas na de eigen telling. Verschilt het? Kies dan samen welke telling geldt.',
      },
    ],
    tips: [
      'Wie niet gevraagd is, telt niet als voorstander. Buurtkas laat zien wat zeker is en wat onbekend is.',
      'Tellen kan zonder internet. Twee tellingen van dezelfde lijst vinden elkaar later vanzelf.',
    ],
    go: { href: '/aanvragen', label: 'Kies een aanvraag' },
  },
  vergadering: {
    title: 'Een vergadering houden',
    note: 'Openen, beslissen, sluiten',
    lead: 'Alles werkt zonder internet. Eén persoon legt de besluiten vast.',
    steps: [
      {
        title: 'Plan de vergadering',
        text: 'Met datum, plaats en de aanvragen die u bespreekt. Open haar één keer met internet op uw toestel.',
      },
      {
        title: 'Open de vergadering',
        text: 'Tik op Iedereen is er, en wijzig wie er niet is. Gaat iemand later weg? Tik dan op Weg. U ziet meteen of er nog quorum is.',
      },
      {
        title: 'Kies een aanvraag van de agenda',
        text: 'Is iemand zelf betrokken? Zet die op Doet niet mee. Die telt dan niet voor het quorum.',
      },
      {
        title: 'Leg het besluit vast',
        text: 'Toekennen, deels, afwijzen of aanhouden. Op de knop staat het bedrag. Vergist u zich, tik op Ongedaan maken.',
      },
      {
        title: 'Sluit de vergadering',
        text: 'Dan staat de besluitenlijst vast. Daarna wijzigt u een besluit alleen met een correctie met datum.',
      },
    ],
    tips: [
      'Te donker in de zaal? Tik op de maan rechtsboven.',
      'Stemt u op naam of geheim? Tik bij het punt op Anders stemmen. Vul bij geheim alleen de aantallen in.',
      'Was de vergadering al geweest? Kies bij het plannen: deze vergadering is al geweest.',
      'Legden twee mensen iets anders vast? Buurtkas kiest niet. U ziet beide versies bij Dit toestel.',
    ],
    go: { href: '/vergadering', label: 'Naar de vergaderingen' },
  },
  bon: {
    title: 'Een bon indienen',
    note: 'Foto, bedrag, klaar',
    lead: 'Doe het meteen in de winkel. Zonder internet kan ook.',
    steps: [
      { title: 'Tik op Bon op de foto', text: 'Op Vandaag, of bij Kas.' },
      { title: 'Maak een foto', text: 'Leg de bon plat, met de hele bon in beeld. Een lange bon mag in twee foto’s.' },
      { title: 'Typ het bedrag en de datum', text: 'Statiegeld terug? Typ een min voor het bedrag.' },
      { title: 'Kies de aanvraag', text: 'Meer bonnen in één declaratie mag.' },
      { title: 'Dien de declaratie in', text: 'De penningmeester ziet haar zodra uw telefoon internet heeft.' },
    ],
    tips: [
      'Foto’s gaan als laatste. Zolang een foto alleen op uw telefoon staat, staat dat er bij.',
      'Waarschuwt Buurtkas voor een dubbele bon? Kijk na. U mag haar toch indienen.',
    ],
    go: { href: '/bon/nieuw', label: 'Leg een bon vast' },
  },
  declaratie: {
    title: 'Een declaratie beoordelen',
    note: 'Voor de penningmeester en de voorzitter',
    lead: 'Niemand beoordeelt de eigen declaratie.',
    steps: [
      { title: 'Open de declaratie', text: 'Op Vandaag, of bij Kas.' },
      { title: 'Leg bon en bedrag naast elkaar', text: 'Tik op de foto om haar groot te zien.' },
      {
        title: 'Keur goed, vraag aanvulling of wijs af',
        text: 'U kunt minder goedkeuren dan gevraagd. Bij teruggeven en afwijzen schrijft u op waarom.',
      },
      { title: 'Betaal bij uw bank', text: 'Buurtkas betaalt niet zelf. Neem IBAN, bedrag en omschrijving over.' },
      { title: 'Leg de betaling vast', text: 'Met de datum. Betaald is één keer betaald: dubbel kan niet.' },
    ],
    tips: [
      'Meer dan er is toegekend? Laat de commissie eerst meer toekennen.',
      'Toch fout betaald? Draai de betaling terug. Ze blijft te zien, met de reden.',
    ],
    go: { href: '/kas', label: 'Naar de kas' },
  },
  'geen-internet': {
    title: 'Geen internet',
    note: 'U kunt gewoon doorgaan',
    lead: 'Alles wat u doet, staat meteen op dit toestel. Versturen gaat vanzelf zodra er internet is.',
    steps: [
      {
        title: 'Kijk naar de regel bovenaan',
        text: 'Daar staat hoeveel wijzigingen alleen op dit toestel staan, en wanneer er voor het laatst contact was.',
      },
      {
        title: 'Werk gewoon door',
        text: 'Vergaderen, tellen, bonnen: het kan allemaal. Alleen uitnodigen en een nieuw toestel toevoegen vraagt internet.',
      },
      {
        title: 'Ga even online',
        text: 'Zet wifi aan of gebruik uw mobiele internet, en open Buurtkas. Meer hoeft u niet te doen.',
      },
      {
        title: 'Lukt het lang niet?',
        text: 'Kies bij Dit toestel: Geef door aan een ander toestel. Dat leest uw QR-codes met de camera, of een bestand, en brengt uw werk naar de server.',
      },
    ],
    tips: [
      'Wis de app en de gegevens van uw browser niet, zolang er iets alleen op dit toestel staat.',
      'Wifi met een inlogpagina? Log daar eerst in, via de browser.',
    ],
    go: { href: '/toestel', label: 'Bekijk dit toestel' },
  },
  'toestel-kwijt': {
    title: 'Toestel kwijt',
    note: 'Sluit het af en ga verder op een ander',
    lead: 'Wat verstuurd was, is veilig op de server. Sluit het kwijte toestel zo snel mogelijk af.',
    steps: [
      {
        title: 'Open Dit toestel op een ander toestel van u',
        text: 'Bij Uw toestellen kiest u het kwijte toestel en tikt u op Sluit af.',
      },
      {
        title: 'Geen ander toestel?',
        text: 'Vraag de voorzitter om uw toestel af te sluiten en u opnieuw uit te nodigen.',
      },
      {
        title: 'Meld u aan op een nieuw toestel',
        text: 'Met de link of de code. Daarna haalt Buurtkas alles op wat u mag zien.',
      },
      {
        title: 'Gevonden?',
        text: 'Open Buurtkas erop, met internet. Wat er nog op stond, komt binnen en wordt aan de voorzitter gemeld.',
      },
    ],
    tips: ['Een vergrendeling op uw telefoon houdt anderen buiten. Zet haar aan als u dat nog niet deed.'],
    go: { href: '/toestel', label: 'Bekijk uw toestellen' },
  },
  iphone: {
    title: 'Op het beginscherm van uw telefoon',
    note: 'iPhone, iPad en Android',
    lead: 'Als app op uw beginscherm bewaart uw telefoon alles beter. Een iPhone wist gegevens van een website na zeven dagen zonder bezoek; van een app op het beginscherm niet.',
    steps: [
      {
        title: 'iPhone of iPad: open Buurtkas in Safari',
        text: 'Tik onderaan op het deelteken: het vierkant met een pijl omhoog.',
      },
      { title: 'Kies Zet op beginscherm', text: 'U moet soms iets naar beneden schuiven. Tik dan op Voeg toe.' },
      {
        title: 'Meld u aan in de app, met de code',
        text: 'De app op het beginscherm is voor een iPhone een ander toestel dan Safari. Maak bij Dit toestel in Safari een code en typ die in de app.',
      },
      {
        title: 'Android: tik op het menu van de browser',
        text: 'Kies App installeren of Toevoegen aan startscherm. U blijft aangemeld.',
      },
    ],
    tips: [
      'Stond er in Safari nog iets dat niet verstuurd was? Wacht tot alles op de server staat voordat u overstapt.',
    ],
    go: { href: '/toestel', label: 'Maak een code' },
  },
} as const satisfies Readonly<Record<string, HelpTopic>>;

export type HelpTopicName = keyof typeof helpTopics;

export const nlHelp = {
  title: 'Hulp',
  lead: 'Kies wat u wilt doen. Deze uitleg staat op uw toestel en werkt ook zonder internet.',
  next: 'Ook goed om te weten',
  unknown: 'Deze uitleg bestaat niet',
} as const;
