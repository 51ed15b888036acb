// Doorgeven en overnemen: unsent work from one phone to another, without internet.
import { counted, day, whole } from '../format.ts';

export const nlHandOver = {
  give: {
    title: 'Geef door aan een ander toestel',
    link: 'Geef door aan een ander toestel',
    lead: (count: number) =>
      count === 0
        ? 'Alles staat op de server. Er is niets om door te geven.'
        : `${counted(count, 'wijziging staat', 'wijzigingen staan')} alleen hier. Een ander toestel kan ze meenemen naar het internet.`,
    safe: 'Alles blijft ook op dit toestel staan. Komt het langs twee wegen op de server, dan telt het één keer.',
  },
  codes: {
    title: 'Met QR-codes',
    text: 'Het andere toestel leest de codes van dit scherm. Kies daar: Dit toestel, Neem over van een ander toestel.',
    show: 'Toon de codes',
    stop: 'Stop',
    hold: 'Houd de camera van het andere toestel recht voor dit scherm, tot daar staat dat het klaar is.',
    picture: 'QR-codes met uw werk, steeds een andere',
    size: (codes: number, seconds: number) =>
      `${counted(codes, 'code', 'codes')}, ongeveer ${whole(Math.max(1, seconds))} ${seconds <= 1 ? 'seconde' : 'seconden'}`,
    speed: 'Snelheid',
    slow: 'Langzaam',
    normal: 'Gewoon',
    fast: 'Snel',
    slower: 'Lukt het niet? Kies Langzaam, zet het scherm helder en ga dichterbij.',
    photos: (count: number) =>
      `${counted(count, 'foto gaat', 'foto’s gaan')} niet mee met de codes. Die ${count === 1 ? 'blijft' : 'blijven'} hier en ${count === 1 ? 'gaat' : 'gaan'} later, of gebruik een bestand.`,
    tooMuch: 'Dit is te veel voor QR-codes. Gebruik een bestand.',
    failed:
      'Dit toestel kan nu niet lezen wat er staat. Sluit Buurtkas helemaal, open het weer en probeer het opnieuw.',
  },
  file: {
    title: 'Met een bestand',
    text: 'Foto’s gaan mee. Stuur het bestand naar het andere toestel met bluetooth, AirDrop, Quick Share of een kabel.',
  },
  take: {
    title: 'Neem over van een ander toestel',
    link: 'Neem over van een ander toestel',
    lead: 'Dit toestel bewaart het werk van de ander, en brengt het naar de server zodra er internet is.',
    fileTitle: 'Uit een bestand',
    fileText: 'Kies het bestand dat u van het andere toestel kreeg.',
  },
  scan: {
    title: 'Met de camera',
    text: 'Laat het andere toestel de codes tonen. Kies daar: Dit toestel, Geef door aan een ander toestel.',
    start: 'Zet de camera aan',
    stop: 'Zet de camera uit',
    again: 'Lees nog een toestel',
    aim: 'Houd de code midden in beeld.',
    progress: (have: number, of: number) => `${whole(have)} van ${whole(of)}`,
    picture: 'Beeld van de camera',
    problem: {
      denied:
        'Buurtkas mag de camera niet gebruiken. Geef toestemming bij de instellingen van uw browser, of gebruik een bestand.',
      none: 'Dit toestel heeft geen camera die Buurtkas kan gebruiken. Gebruik een bestand.',
      busy: 'De camera doet het nu niet. Misschien gebruikt een andere app hem. Sluit die, of gebruik een bestand.',
      insecure: 'De camera werkt hier alleen met een adres dat met https begint. Gebruik een bestand.',
      reader: 'Het lezen van de codes lukt nu niet. Laad de pagina opnieuw, of gebruik een bestand.',
    },
  },
  took: {
    kept: 'Het is overgenomen. Het gaat naar de server zodra er internet is.',
    own: 'Dit is van dit toestel zelf. Alles staat hier al.',
    other_committee: 'Dit is van een andere wijk. Laat een lid van die wijk het overnemen.',
    not_a_bundle: 'Dit is geen werk uit Buurtkas. Kies een bestand dat met “Bewaar het bestand” is gemaakt.',
    no_room: 'Dit toestel is vol. Er is niets overgenomen. Maak ruimte bij Dit toestel, en probeer het opnieuw.',
    lost: 'Dit toestel kan nu niet bewaren. Er is niets overgenomen. Sluit Buurtkas helemaal en open het weer.',
  },
  carried: {
    title: 'Werk van anderen op dit toestel',
    text: 'Dit toestel brengt het naar de server. Pas als de server het heeft, ziet u het bij de aanvragen en vergaderingen.',
    from: (name: string) => `Van ${name}, nog niet bevestigd`,
    count: (count: number, photos: number, madeIso: string) =>
      [
        counted(count, 'wijziging', 'wijzigingen'),
        ...(photos === 0 ? [] : [counted(photos, 'foto', 'foto’s')]),
        `van ${day(madeIso)}`,
      ].join(', '),
    problem: {
      waits: 'Wacht op internet',
      retry: 'De server nam het nog niet aan. Buurtkas probeert het vanzelf opnieuw.',
      unknown_device:
        'De server kent het toestel van de ander niet meer. Laat die zich opnieuw aanmelden; dan gaat dit vanzelf mee.',
      wrong_signature:
        'De server nam dit niet aan: het is veranderd of niet heel. Laat de ander het opnieuw doorgeven.',
      stranger: 'De server nam dit niet aan: wie dit maakte, is nooit lid geweest van deze wijk.',
      forked:
        'De server nam dit niet aan: het toestel van de ander is gekopieerd. Laat de ander zelf verbinding maken; er gaat niets verloren.',
      malformed: 'De server nam dit niet aan: het is niet te lezen. Laat de ander het opnieuw doorgeven.',
    },
    drop: 'Haal weg',
    dropName: (name: string) => `Haal weg: werk van ${name}`,
    dropped: 'Weggehaald. Bij de ander staat het nog.',
  },
} as const;
