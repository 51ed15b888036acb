// Aanmelden, and the screens before there is a committee to show.
export const nlSignIn = {
  tab: 'Aanmelden',
  sub: 'Aanmelden',
  joinNamed: (name: string) => `U gaat meedoen met het wijkbudget ${name}`,
  join: 'U gaat meedoen met een wijkbudget',
  joinLead: 'Met deze link meldt u dit toestel aan. U heeft geen wachtwoord nodig.',
  code: 'Meld u aan met een code',
  codeLead: 'U krijgt de code van de voorzitter of de secretaris, of van uw andere toestel.',
  codeLabel: 'Korte code',
  codeHint: 'Acht tekens, bijvoorbeeld K7QM-2XF9. Een O is hier een nul, een I of L een één.',
  deviceLabel: 'Naam van dit toestel',
  deviceHint: 'Zo herkent u het later in uw lijst, bijvoorbeeld als u het kwijt bent.',
  joinButton: 'Doe mee op dit toestel',
  codeButton: 'Meld dit toestel aan',
  useCode: 'Ik heb een korte code',
  useLink: 'Terug naar de link',
  linkHint: 'Heeft u een link of een QR-code? Open die dan op dit toestel.',
  already: (name: string) => `U bent op dit toestel al aangemeld bij ${name}.`,
  alreadyPlain: 'U bent op dit toestel al aangemeld.',
  toToday: 'Naar Vandaag',
  help: 'Hulp',
  privateWindow:
    'Is dit een privévenster? Dan is alles weg zodra u het sluit. Open de link liever in een gewoon venster.',
  ios: {
    inApp:
      'Deze app en Safari delen niets met elkaar. Daarom meldt u de app aan met een code. Maak die in Safari, bij Dit toestel, of vraag er een aan de voorzitter.',
    inBrowser:
      'Wilt u Buurtkas als app op uw beginscherm? Zet haar daar eerst op, en gebruik in de app de korte code. De link werkt maar één keer.',
    how: 'Zo zet u Buurtkas op uw beginscherm',
  },
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    androidPhone: 'Android-telefoon',
    androidTablet: 'Android-tablet',
    windows: 'Windows-computer',
    mac: 'Mac',
    chromebook: 'Chromebook',
    linux: 'Computer',
    other: 'Mijn toestel',
  },
  errors: {
    code: 'Vul de code van acht tekens in, bijvoorbeeld K7QM-2XF9',
    deviceName: 'Geef dit toestel een naam, bijvoorbeeld Telefoon van Ans',
    offline: {
      happened: 'Er is geen contact met de server.',
      youCan:
        'Aanmelden is het enige waar één keer internet voor nodig is. Zet wifi of mobiel internet aan en probeer het opnieuw.',
    },
    invite_unknown: {
      happened: 'Deze code of link klopt niet.',
      youCan: 'Kijk of u alle tekens heeft overgenomen, of vraag een nieuwe.',
    },
    invite_used: {
      happened: 'Deze code of link is al gebruikt.',
      youCan:
        'Hij werkt één keer. Bent u het zelf geweest op een ander toestel? Maak daar een code voor dit toestel. Anders: vraag een nieuwe aan de voorzitter.',
    },
    invite_expired: {
      happened: 'Deze code of link is verlopen.',
      youCan: 'Vraag een nieuwe aan de voorzitter of de secretaris. Een code geldt een kwartier.',
    },
    code_dead: {
      happened: 'Deze code is te vaak verkeerd ingevuld en werkt niet meer.',
      youCan: 'Vraag een nieuwe code.',
    },
    too_many: {
      happened: 'U probeerde het te vaak achter elkaar.',
      youCan: 'Wacht een minuut en probeer het opnieuw.',
    },
    other: {
      happened: 'Aanmelden lukte niet.',
      youCan: 'Probeer het opnieuw. Lukt het niet, vraag dan een nieuwe link of code aan de voorzitter.',
    },
  },
} as const;

export const nlGate = {
  waiting: {
    title: 'Buurtkas haalt uw wijk op',
    text: 'Dit gebeurt één keer op dit toestel. Daarna werkt alles ook zonder internet.',
    offline: 'Er is nu geen contact met de server. Zodra er internet is, gaat het vanzelf verder.',
    outdated: 'Deze app is te oud voor de server. Werk de app bij om de gegevens te zien.',
    retry: 'Probeer het nu',
  },
  removed: {
    title: 'U doet niet meer mee in deze commissie',
    text: 'De voorzitter heeft uw deelname beëindigd. De gegevens van de commissie zijn van dit toestel gehaald.',
    unsent: (count: number) =>
      `${count === 1 ? 'Eén wijziging' : `${count} wijzigingen`} van u gaat nog naar de server, zodat de voorzitter ziet wat u deed.`,
    ask: 'Klopt dit niet? Vraag de voorzitter om u weer op te nemen.',
    signOut: 'Meld af op dit toestel',
  },
  /** The device itself was closed off or signed out from elsewhere. */
  closed: {
    title: 'Dit toestel is afgesloten',
    text: 'Iemand heeft dit toestel afgesloten of afgemeld, misschien uzelf op een ander toestel. De gegevens van de commissie zijn ervan af gehaald.',
    unsent: (count: number) =>
      `${count === 1 ? 'Eén wijziging staat' : `${count} wijzigingen staan`} nog op dit toestel en ${count === 1 ? 'gaat' : 'gaan'} mee zodra u zich weer aanmeldt.`,
    signIn: 'Meld u opnieuw aan',
  },
  /** Not known yet which of the two it is: the server has not been asked since the start. */
  emptied: {
    title: 'Op dit toestel staat niets meer van deze commissie',
    text: 'Zodra er contact is met de server, staat hier waarom.',
  },
  nowhere: {
    title: 'U hoort nog niet bij een commissie',
    text: 'Vraag de voorzitter om een uitnodiging. Open de link of typ de code op dit toestel.',
    button: 'Meld u aan met een code',
  },
  stuck: {
    title: 'Buurtkas kan niet bij de gegevens op dit toestel',
    text: 'Wat u bewaarde, staat er nog. Meestal houdt een ander venster het tegen.',
    steps: [
      'Sluit alle andere vensters en tabbladen van Buurtkas.',
      'Open Buurtkas opnieuw met de knop hieronder.',
      'Helpt dat niet? Zet het toestel uit en weer aan.',
      'Wis de gegevens van uw browser niet: daar staat uw werk.',
    ],
    retry: 'Open opnieuw',
    newer: 'Buurtkas is bijgewerkt in een ander venster',
    newerText: 'Wat u typte, is bewaard. Open dit venster opnieuw om verder te gaan.',
  },
  switchTo: 'Andere commissies',
} as const;

export const nlInstall = {
  title: 'Zet Buurtkas op uw beginscherm',
  ios: 'Een iPhone of iPad wist gegevens van een website na zeven dagen zonder bezoek. Als app op uw beginscherm blijft alles staan. Verstuur eerst wat nog op dit toestel staat.',
  android: 'Als app opent Buurtkas sneller en bewaart uw toestel alles beter.',
  install: 'Installeer de app',
  how: 'Zo doet u dat',
  later: 'Niet nu',
} as const;
