// Dit toestel: what asks for attention, what is only here, space, copies, devices, signing out.
import { bytes, counted, day, moment, time, whole } from '../format.ts';

/** '12 minuten', '3 uur', '251 dagen', '5 jaar': nobody reads 362.156 minutes. */
function span(minutes: number): string {
  const hours = Math.round(minutes / 60);
  const days = Math.round(hours / 24);
  if (minutes < 120) return counted(minutes, 'minuut', 'minuten');
  if (hours < 48) return `${whole(hours)} uur`;
  return days < 730 ? counted(days, 'dag', 'dagen') : `${whole(Math.round(days / 365.25))} jaar`;
}

export const nlDevice = {
  title: 'Dit toestel',
  lead: (name: string, lastSyncIso: string | undefined) =>
    lastSyncIso === undefined
      ? `${name}. Nog geen contact met de server.`
      : `${name}. Laatst contact met de server: ${moment(lastSyncIso)}.`,
  clock: (minutes: number) =>
    `De klok van dit toestel loopt ${span(Math.abs(minutes))} ${minutes > 0 ? 'voor' : 'achter'}. Er gaat niets verloren, maar tijden bij uw werk kloppen dan niet. Zet de tijd goed bij de instellingen van het toestel.`,
  problem: {
    signed_out:
      'U bent op dit toestel afgemeld door de server. Wat hier staat, blijft staan. Meld u opnieuw aan om te versturen.',
    revoked:
      'Dit toestel is vanaf een ander toestel afgesloten. De gegevens van de wijk zijn hier weg. Wat u nog niet verstuurd had, staat er nog: bewaar het in een bestand, of meld u opnieuw aan.',
    storage_full: 'Dit toestel is vol. Maak ruimte, dan gaat het versturen verder.',
    storage_lost: 'Dit toestel kan nu niet bewaren. Sluit Buurtkas helemaal en open het weer.',
    upgrade: 'Uw invoer is verzonden. Werk de app bij om nieuwe gegevens te zien.',
    update: 'Werk de app bij',
    other:
      'Het versturen lukt nu niet door een fout. Uw werk is bewaard. Blijft dit staan, meld het dan aan uw beheerder.',
    signIn: 'Meld u opnieuw aan',
  },
  attention: {
    title: (count: number) => (count === 1 ? '1 vraagt uw aandacht' : `${whole(count)} vragen uw aandacht`),
    refused: 'Niet verwerkt',
    held: 'Wacht nog',
    twoVersions: 'Twee versies',
    youCan: 'Wat u kunt doen:',
    waitsFor: (what: string) => `Wacht op: ${what}`,
    look: 'Bekijk het',
    again: 'Dien opnieuw in',
    drop: 'Laat mijn wijziging vallen',
    seen: 'Ik heb het gezien',
    settle: 'Laat dit niet uitvoeren',
    othersTitle: (count: number) =>
      count === 1 ? '1 handeling van een ander wacht' : `${whole(count)} handelingen van anderen wachten`,
    othersText:
      'Meestal komt het vanzelf door, zodra een ander toestel internet heeft. Als voorzitter kunt u het stoppen.',
    othersDropped: 'Dit wordt niet uitgevoerd. Wie het vastlegde, krijgt bericht.',
    by: (who: string, iso: string) => `${who}, ${moment(iso)}`,
    dropped: 'Uw wijziging is losgelaten. Ze staat nog bij Eerder afgehandeld.',
    sentAgain: 'Opnieuw bewaard op dit toestel. De server beslist.',
    details: 'Wat u invulde',
    earlier: (count: number) => `Eerder afgehandeld (${whole(count)})`,
    unknown: 'Iets dat u eerder deed. Op dit toestel staat niet meer wat het was.',
  },
  loss: {
    storage: (arrived: number, lastIso: string | null) =>
      `De browser heeft de gegevens op dit toestel gewist. Op de server ${arrived === 1 ? 'kwam 1 handeling' : `kwamen ${whole(arrived)} handelingen`} van dit toestel aan${lastIso === null ? '' : `, de laatste: ${moment(lastIso)}`}. Die staan veilig.`,
    storageNext:
      'Deed u daarna nog iets zonder internet? Leg dat opnieuw vast. Zet Buurtkas op uw beginscherm, dan wist de browser niets meer.',
    numbers: (from: number, to: number) =>
      from === to
        ? `1 handeling van dit toestel is verloren (nummer ${from}). De server heeft die niet meer, en dit toestel ook niet.`
        : `${whole(to - from + 1)} handelingen van dit toestel zijn verloren (nummer ${from} tot en met ${to}). De server heeft ze niet meer, en dit toestel ook niet.`,
    numbersNext:
      'Vertel dit aan uw beheerder. Kijk na wat u de laatste tijd deed, en leg opnieuw vast wat er niet meer staat.',
    seen: 'Ik heb het gezien',
  },
  refused: {
    title: (count: number) =>
      count === 1
        ? '1 handeling van een ander is niet verwerkt'
        : `${whole(count)} handelingen van anderen zijn niet verwerkt`,
    text: 'Wie dit vastlegde, mocht het niet (meer) toen het binnenkwam. Als voorzitter kunt u het overnemen. Het telt dan als uw eigen werk.',
    takeOver: 'Neem over',
    setAside: 'Leg opzij',
    done: {
      taken_over: 'Overgenomen. Het telt nu als uw eigen werk.',
      set_aside: 'Opzij gelegd. Het staat nog in het logboek.',
    },
  },
  versions: {
    decisionTitle: 'U en een ander legden iets anders vast',
    decisionText: 'Een besluit voegen we nooit vanzelf samen. Overleg, en kies dan welke versie geldt.',
    fieldsTitle: 'U en een ander wijzigden hetzelfde',
    fieldsText: 'Kies welke versie geldt.',
    mine: 'U, dit toestel',
    mineAt: (iso: string) => `U, dit toestel, ${time(iso)}`,
    theirs: (who: string, iso: string) => `${who}, ${time(iso)}`,
    now: 'Staat er nu',
    legend: 'Welke versie geldt?',
    chooseFirst: 'Kies eerst een versie',
    keepTheirs: 'Laat staan wat er staat',
    useMine: 'Gebruik mijn versie',
    correct: 'Leg een correctie vast',
    kept: 'De andere versie blijft te lezen in de geschiedenis.',
    keptTheirs: 'Wat er stond, geldt',
    usedMine: 'Uw versie staat op dit toestel en gaat naar de server',
    failed: 'Uw versie is niet bewaard. Kijk bij de vergadering hoe het er nu voor staat.',
  },
  unsent: {
    title: (count: number) =>
      count === 1 ? '1 wijziging staat alleen hier' : `${whole(count)} wijzigingen staan alleen hier`,
    none: 'Alles staat op de server',
    noneText: 'Er staat niets alleen op dit toestel.',
    waitsNet: 'Wacht op internet',
    goesSoon: 'Gaat zo naar de server',
    serverBusy: 'De server heeft dit, en werkt het nog uit',
    doubtful: 'Misschien niet verwerkt: de server beslist',
    photo: 'Een foto',
    photos: (count: number) => counted(count, 'foto', 'foto’s'),
    photosOnly: (count: number) =>
      count === 1 ? '1 foto staat alleen hier' : `${whole(count)} foto’s staan alleen hier`,
    photoLast: 'Gaat als laatste, via wifi of mobiel',
    photoBroken: 'Deze foto kwam niet heel aan. Maak zo mogelijk een nieuwe.',
    more: (count: number) => `Toon alle ${whole(count)}`,
    tryNow: 'Probeer nu te versturen',
    trying: 'Bezig met versturen',
    tried: 'Alles staat op de server',
    noNet: 'Er is nu geen contact met de server. Uw werk blijft hier staan.',
    notAll: 'Nog niet alles ging mee. Buurtkas probeert het vanzelf opnieuw.',
    auto: 'U hoeft niets te doen. Zodra er internet is, gaat alles vanzelf, ook als u iets anders doet.',
  },
  space: {
    title: 'Ruimte en veiligheid',
    used: 'In gebruik',
    usedOf: (used: number, quota: number) => `${bytes(used)} van ongeveer ${bytes(quota)}`,
    unknown: 'Dit toestel zegt het niet',
    persisted: 'Beschermd tegen opruimen',
    yes: 'Ja',
    no: 'Nee',
    noText:
      'Als dit toestel vol raakt, kan het Buurtkas leegmaken. Verstuur dus op tijd, of zet Buurtkas op het beginscherm.',
    ask: 'Vraag bescherming',
    asked: (granted: boolean) => (granted ? 'Dit toestel beschermt Buurtkas nu' : 'Dit toestel geeft geen bescherming'),
    photos: 'Foto’s op dit toestel',
    photosWaiting: (count: number) =>
      count === 0
        ? 'Alle foto’s staan ook op de server'
        : `${counted(count, 'foto staat', 'foto’s staan')} alleen op dit toestel`,
    free: 'Maak ruimte',
    freed: (count: number) => (count === 0 ? 'Er viel niets op te ruimen' : `${bytes(count)} vrijgemaakt`),
    version: 'Versie van de app',
  },
  copy: {
    title: 'Kopie maken',
    text: 'Bewaar een bestand met alles wat nog niet op de server staat. Ieder ander toestel kan het inlezen.',
    warn: 'In het bestand staan namen en bedragen. Bewaar het waar anderen er niet bij kunnen.',
    save: 'Bewaar het bestand',
    share: 'Deel het bestand',
    read: 'Lees een bestand in',
    saved: (count: number) => `Bestand gemaakt met ${counted(count, 'wijziging', 'wijzigingen')}`,
    empty: 'Er is niets om te bewaren: alles staat op de server',
    savedInstead: 'Delen kan hier niet. Het bestand staat nu bij uw downloads.',
    fileName: (dayIso: string) => `buurtkas-niet-verstuurd-${dayIso}`,
  },
  devices: {
    title: 'Uw toestellen',
    lead: 'Ieder toestel kan offline werken. Raakt u er een kwijt, sluit het dan af.',
    this: 'dit toestel',
    load: 'Bekijk uw toestellen',
    offline: 'Hier is internet voor nodig. Nu is er geen contact met de server.',
    refused: 'De server deed dit niet. Meld u zo nodig opnieuw aan.',
    revoked: 'Afgesloten',
    revoke: 'Sluit af',
    revokeName: (name: string) => `Sluit af: ${name}`,
    confirm: (name: string) => `${name} afsluiten?`,
    confirmText:
      'Dit toestel kan dan niets meer ophalen. Werk dat er nog op staat, kan nog wel binnenkomen en wordt dan aan de voorzitter gemeld. Dit kunt u niet ongedaan maken; wel kunt u het toestel opnieuw aanmelden.',
    confirmButton: 'Sluit dit toestel af',
    cancel: 'Laat het open',
    done: (name: string) => `${name} is afgesloten`,
    rename: 'Naam van dit toestel',
    saveName: 'Bewaar de naam',
    renamed: 'De naam is bewaard',
    lastSeen: (iso: string) => `Laatst gezien ${day(iso)}`,
    add: 'Voeg een toestel toe',
    addText: 'Open Buurtkas op het andere toestel en scan deze code, of typ de korte code.',
    you: 'u',
  },
  signOut: {
    title: 'Afmelden',
    clean: 'Alles staat op de server. Na het afmelden staat er op dit toestel niets meer dat u kunt openen.',
    unsent: (count: number) =>
      `${count === 1 ? 'Eén wijziging staat' : `${whole(count)} wijzigingen staan`} alleen op dit toestel. Na het afmelden ${count === 1 ? 'blijft die' : 'blijven die'} hier staan en ${count === 1 ? 'gaat' : 'gaan'} pas naar de server als u zich op dit toestel weer aanmeldt.`,
    button: 'Meld af op dit toestel',
    confirm: 'Afmelden op dit toestel?',
    cancel: 'Blijf aangemeld',
    firstCopy: 'Bewaar eerst een bestand',
  },
} as const;

/** Labels of what someone filled in, for a refused command: so that the work can be read and used again. */
export const filledLabels: Readonly<Record<string, string>> = {
  title: 'Titel',
  summary: 'Omschrijving',
  applicant: 'Aanvrager',
  requestedCents: 'Gevraagd',
  awardedCents: 'Bedrag',
  approvedCents: 'Goedgekeurd',
  amountCents: 'Bedrag',
  vatCents: 'Btw',
  smallLimitCents: 'Grens',
  grantCents: 'Budget',
  reason: 'Reden',
  conditions: 'Voorwaarden',
  note: 'Waarvoor',
  text: 'Tekst',
  name: 'Naam',
  city: 'Gemeente',
  bodyWord: 'Groep',
  place: 'Plaats',
  area: 'Straten',
  plannedOn: 'Datum',
  startTime: 'Tijd',
  invitation: 'Eigen woorden in de uitnodiging',
  decidedOn: 'Datum',
  correctedOn: 'Datum',
  paidOn: 'Betaald op',
  boughtOn: 'Gekocht op',
  shop: 'Winkel',
  what: 'Wat',
  quarter: 'Buurt',
  channel: 'Binnengekomen via',
  heardOf: 'Gehoord via',
  source: 'Van wie',
  promisedCents: 'Toegezegd',
  receivedCents: 'Ontvangen',
  receivedOn: 'Ontvangen op',
  dueOn: 'Uiterlijk',
  deliveredOn: 'Geleverd op',
  proof: 'Bewijs',
  nextStep: 'Volgende stap',
  label: 'Omschrijving',
  streets: 'Straten',
  payeeName: 'Aan',
  reference: 'Omschrijving',
  householdsAsked: 'Huishoudens gevraagd',
  forCount: 'Voor',
  againstCount: 'Tegen',
  noOpinionCount: 'Geen mening',
  abstainedCount: 'Onthouding',
  notAtHomeCount: 'Niet thuis',
  quarters: 'Buurten',
  year: 'Jaar',
};
