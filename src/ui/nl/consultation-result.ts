// The result of a neighbourhood consultation: told so that everybody can follow it, on the screen, on paper, from a file.
import type { ConsultationMethod, OptionVotes } from '../../domain/rows.ts';
import { and, counted, day, dayWithYear, euro, whole } from '../format.ts';
import { people, slips } from './consultation.ts';

const votesText = (count: number): string => counted(count, 'stem', 'stemmen');

export const nlConsultationResult = {
  result: {
    title: 'Uitslag',
    preview: 'Voorlopige uitslag',
    previewNote: 'Dit is nog niet vastgelegd. Klopt alles? Leg de uitslag dan onderaan vast.',
    countFirst: (numbers: readonly number[]) =>
      `Tel eerst ${numbers.length === 1 ? 'stapel' : 'de stapels'} ${and(numbers)} na. Daarna ziet u de uitslag.`,
    notCertain: (due: number, differing: number) =>
      [
        due > 0 ? `${counted(due, 'stapel is', 'stapels zijn')} pas één keer geteld.` : '',
        differing > 0
          ? `Bij ${counted(differing, 'stapel', 'stapels')} verschillen de tellingen; die tellen nog niet mee.`
          : '',
      ]
        .filter((text) => text !== '')
        .join(' '),
    nothing: 'Er zijn nog geen briefjes geteld.',
    papersNeeded:
      'Bij eerlijk delen is elk briefje apart nodig. Een stapel is nu per plan geteld: voer die briefje voor briefje in.',
    turnout: (present: number, valid: number, blank: number, invalid: number) =>
      `${people(present)} in de zaal. ${slips(valid)} geldig, ${whole(blank)} leeg, ${whole(invalid)} ongeldig.`,
    quorum: (needed: number, reached: boolean) =>
      reached
        ? `Er waren genoeg mensen (minstens ${whole(needed)}).`
        : `Er waren minder dan ${whole(needed)} mensen. De uitslag is een advies; de commissie weegt dat mee.`,
    chosen: 'Gekozen',
    noneChosen: 'Geen enkel plan is gekozen.',
    notChosen: 'Niet gekozen',
    votes: ({ forCount, againstCount, abstainedCount }: OptionVotes, method: ConsultationMethod) =>
      method === 'for_against'
        ? `${whole(forCount)} voor, ${whole(againstCount)} tegen, ${whole(abstainedCount)} onthouding`
        : votesText(forCount),
    how: 'Zo is het geteld',
    check: {
      same: 'De uitslag klopt met alle tellingen op dit toestel.',
      differs:
        'De tellingen op dit toestel geven een andere uitslag dan is vastgelegd. Kijk na, en leg zo nodig een verbeterde uitslag vast.',
      open: 'Na de uitslag kwam nog een telling binnen die niet is nageteld.',
    },
    present: 'Mensen in de zaal',
    presentError: 'Vul in hoeveel mensen er waren',
    lot: {
      title: 'Het lot moet beslissen',
      text: (numbers: readonly number[]) =>
        `De nummers ${and(numbers)} eindigen gelijk. Doe ze in een hoed en laat iemand uit de zaal trekken.`,
      order: 'Tik de plannen aan in de volgorde waarin ze getrokken zijn.',
      yesNo: 'Welke plannen gaan door volgens het lot?',
      drawnBy: 'Wie trok het lot',
      drawnByHint: 'Bijvoorbeeld: een bewoner uit de zaal',
      drawnByError: 'Schrijf op wie het lot trok',
      drawn: (numbers: readonly number[]) => `Getrokken: ${and(numbers)}`,
      again: 'Trek opnieuw',
      done: 'Het lot is getrokken',
      told: (numbers: readonly number[], by: string) =>
        numbers.length === 0
          ? `Het lot, getrokken door ${by}, koos geen plan.`
          : `Het lot gaf ${and(numbers)}, getrokken door ${by}.`,
    },
    save: (count: number) =>
      count === 0
        ? 'Leg de uitslag vast: geen plan gekozen'
        : `Leg de uitslag vast: ${counted(count, 'plan', 'plannen')} gekozen`,
    saved: 'De uitslag staat vast',
    correct: 'Leg een verbeterde uitslag vast',
    reason: 'Waarom is de uitslag anders',
    reasonError: 'Schrijf op waarom de uitslag anders is',
    corrected: (reason: string, closedOn: string) => `Verbeterd op ${day(closedOn)}: ${reason}`,
    earlierTitle: 'Eerdere uitslagen',
    earlier: (round: number, closedOn: string, chosen: readonly number[]) =>
      `Uitslag ${round}, ${closedOn}: ${chosen.length === 0 ? 'geen plan gekozen' : `gekozen ${and(chosen)}`}`,
    noDecision: 'Dit is de uitslag van de wijk. De commissie beslist daarna per plan in een vergadering.',
    print: 'Druk de uitslag af',
    export: 'Bewaar als stembestand (.pb)',
    exportNone: 'Een stembestand kan alleen als alle briefjes apart zijn ingevoerd.',
    agenda: {
      title: 'Naar een vergadering',
      text: 'Zet de gekozen plannen op de agenda. Daar legt de commissie het besluit vast.',
      meeting: 'Vergadering',
      none: 'Er is geen vergadering gepland. Plan er eerst een.',
      plan: 'Plan een vergadering',
      add: (count: number) => `Zet ${counted(count, 'plan', 'plannen')} op de agenda`,
      added: 'De plannen staan op de agenda',
    },
    noteOpen: (heldOn: string, state: 'announced' | 'cancelled' | 'closed') =>
      state === 'cancelled'
        ? `Wijkraadpleging ${day(heldOn)} is afgelast`
        : `Staat op de wijkraadpleging van ${day(heldOn)}`,
    note: (heldOn: string, votes: string, chosen: boolean) =>
      `Wijkraadpleging ${day(heldOn)}: ${votes}, ${chosen ? 'gekozen' : 'niet gekozen'}`,
  },
  explain: {
    majority: 'Meer stemmen voor dan tegen.',
    rejected: 'Niet meer stemmen voor dan tegen.',
    tied: 'Evenveel stemmen voor als tegen: niet aangenomen.',
    byLot: (yes: boolean) =>
      yes ? 'Evenveel voor als tegen: het lot was voor.' : 'Evenveel voor als tegen: het lot was tegen.',
    forAgainstIntro: 'Elk plan staat op zichzelf. Meer stemmen voor dan tegen is aangenomen. Onthouding telt niet mee.',
    approvalIntro: (budget: number) =>
      `Er was ${euro(budget)} te verdelen. Het plan met de meeste stemmen kwam eerst, daarna het volgende.`,
    fits: (votes: number, left: number) => `${votesText(votes)}. Er was nog ${euro(left)}: het past.`,
    tooDear: (votes: number, left: number) => `${votesText(votes)}. Er was nog ${euro(left)}: dat is te weinig.`,
    chosenByVotes: (votes: number) => `${votesText(votes)}, en er was genoeg geld.`,
    noVotes: 'Niemand koos dit plan.',
    sharesIntro: (budget: number, papers: number, share: number) =>
      `Er was ${euro(budget)} te verdelen over ${slips(papers)}. Dat is ${euro(share)} voor elk briefje.`,
    sharesRule:
      'Een plan is gekozen als de mensen die het kozen het samen kunnen betalen uit hun deel. Het plan waar de meeste mensen aan meebetalen, gaat voor. Wie meebetaalt, heeft daarna minder over voor andere plannen.',
    raised: (euros: number) =>
      `Zo bleef er geld liggen. Daarom rekenen we met ${euro(euros * 100)} meer voor elk briefje, zolang alle gekozen plannen samen binnen het budget blijven.`,
    round: (at: number) => `Ronde ${whole(at)}`,
    allPay: (payers: number, each: number) => `${people(payers)} kozen dit. Ieder betaalt ${euro(each)}.`,
    onePays: (each: number) => `1 mens koos dit en betaalt ${euro(each)}.`,
    somePayLess: (payers: number, most: number, less: number) =>
      `${people(payers)} kozen dit. Ieder betaalt hoogstens ${euro(most)}; ${people(less)} had${less === 1 ? '' : 'den'} minder over en ${less === 1 ? 'betaalt' : 'betalen'} wat er nog is.`,
    shared: (votes: number, each: number) =>
      `${votesText(votes)}. Ieder betaalt hoogstens ${euro(each)} uit het eigen deel.`,
    leftOver: (votes: number) => `${votesText(votes)}. Betaald uit het geld dat overbleef.`,
    notAffordable: (votes: number) => `${votesText(votes)}. De mensen die dit kozen, hadden samen niet genoeg over.`,
    left: (cents: number) => (cents === 0 ? 'Al het geld is verdeeld.' : `Over: ${euro(cents)}.`),
    spent: (cents: number, budget: number) => `Samen ${euro(cents)} van ${euro(budget)}.`,
  },
  print: {
    title: 'Uitslag wijkraadpleging',
    back: 'Uitslag',
    print: 'Druk af',
    draft: 'Concept: de uitslag is nog niet vastgelegd.',
    held: (heldOn: string, place: string) => `Gehouden op ${dayWithYear(heldOn)}${place === '' ? '' : `, ${place}`}`,
    recorded: (closedOn: string) => `Vastgelegd op ${dayWithYear(closedOn)}.`,
    chosen: 'Gekozen',
    notChosen: 'Niet gekozen',
    public: 'Deze uitslag is openbaar. Er staan geen namen van stemmers in.',
  },
  file: {
    title: 'Reken een stembestand na',
    lead: 'Open een stembestand (.pb) van een andere stemming, bijvoorbeeld van Pabulib. U ziet wat er gekozen is en waarom. Het bestand blijft op dit toestel.',
    open: 'Open een stembestand',
    saveAgain: 'Bewaar het bestand',
    wrong: (name: string) => `${name} is niet te lezen`,
    line: (line: number, text: string) => `Regel ${whole(line)}: ${text}`,
    more: (count: number) => `En nog ${counted(count, 'fout', 'fouten')}.`,
    facts: (projects: number, voters: number, budget: number) =>
      `${counted(projects, 'plan', 'plannen')}, ${slips(voters)}, ${euro(budget)} te verdelen (in de munt van het bestand).`,
    ordinal: 'Bij dit bestand zetten mensen plannen op volgorde. Buurtkas telt elk genoemd plan als een stem.',
    points:
      'Bij dit bestand gaven mensen punten. Bij meeste stemmen telt elk mens één keer; bij eerlijk delen tellen de punten mee.',
    method: 'Manier van tellen',
    lot: 'Plannen eindigen gelijk en kosten evenveel. Daar zou het lot beslissen; hier gaat het plan voor dat eerder in het bestand staat.',
    problems: {
      empty: 'het bestand is leeg',
      not_text: 'dit is geen tekstbestand',
      no_section: (what: string) => `het deel ${what} ontbreekt`,
      section_twice: (what: string) => `het deel ${what} staat er twee keer`,
      before_section: 'hier hoort het deel META te beginnen',
      open_quote: 'een aanhalingsteken is niet gesloten',
      column_missing: (what: string) => `de kolom ${what} ontbreekt`,
      cell_missing: (what: string) => `er horen ${what} vakken op deze regel, er zijn er minder`,
      cell_extra: (what: string) => `er horen ${what} vakken op deze regel, er zijn er meer`,
      key_missing: (what: string) => `in het deel META ontbreekt ${what}`,
      not_a_number: (what: string) => `${what} is geen getal dat Buurtkas kan lezen`,
      vote_type: (what: string) => `de stemwijze “${what}” bestaat niet`,
      project_twice: (what: string) => `plan ${what} staat er twee keer`,
      voter_twice: (what: string) => `stemmer ${what} staat er twee keer`,
      unknown_project: (what: string) => `plan ${what} staat niet in de lijst met plannen`,
      choice_twice: (what: string) => `deze stem noemt plan ${what} meer dan één keer`,
      points_differ: (what: string) => `stemmer ${what} heeft niet evenveel punten als plannen`,
      count_differs: (what: string) => `het aantal klopt niet met het bestand (${what})`,
    },
  },
} as const;
