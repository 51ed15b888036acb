// Kascontrole: what the kascommissie looks at, asks and signs, and what the treasurer answers.
import type { BookProblemCode } from '../../domain/audit/bookCheck.ts';
import type { AuditStatement } from '../../domain/rows.ts';
import { counted, day, euro, whole } from '../format.ts';

export const nlAudit = {
  title: (year: number) => `Kascontrole ${year}`,
  back: 'Kas',
  backAudit: 'Kascontrole',
  lead: {
    auditor: 'In vier stappen: kijk een steekproef na, stel uw vragen, laat de boeken narekenen en teken.',
    others: 'De kascommissie kijkt de boeken na. Hier ziet u hoever zij is en wat zij vraagt.',
  },
  sample: {
    title: 'Steekproef',
    lead: 'Buurtkas koos deze declaraties: de helft de grootste, de rest willekeurig. Niemand kan ze zelf kiezen.',
    done: (done: number, of: number) => `${whole(done)} van ${whole(of)} bekeken`,
    none: 'Er is dit jaar nog niets uitbetaald.',
    all: 'Toon alle betaalde declaraties',
    fewer: 'Toon alleen de steekproef',
    caption: 'Declaraties om na te kijken',
    columns: { what: 'Waarvoor', amount: 'Betaald', stand: 'Stand' },
    states: {
      open: 'Nog niet bekeken',
      right: 'Klopt',
      question: 'Vraag gesteld',
      changed: 'Veranderd na uw controle',
    },
  },
  findings: {
    title: 'Vragen en antwoorden',
    none: 'Nog geen vragen.',
    add: 'Stel een vraag over de boeken',
    text: 'Wat wilt u weten?',
    textHint: 'De penningmeester en de voorzitter zien uw vraag en kunnen antwoorden.',
    textMissing: 'Schrijf uw vraag op',
    send: 'Stel de vraag',
    asked: (name: string, on: string) => `${name}, ${day(on)}`,
    about: 'Over een declaratie',
    waits: 'Wacht op antwoord',
    answered: 'Beantwoord',
    settled: 'Afgehandeld',
    answer: 'Uw antwoord',
    answerMissing: 'Schrijf uw antwoord op',
    doAnswer: 'Geef antwoord',
    change: 'Wijzig uw antwoord',
    doChange: 'Bewaar het antwoord',
    settle: 'Akkoord met dit antwoord',
    settleOpen: 'Vraag vervalt',
    reopen: 'Toch niet akkoord',
    saved: 'Bewaard op dit toestel',
    cancel: 'Laat maar',
  },
  verify: {
    title: 'Laat de boeken narekenen',
    lead: 'Uw eigen toestel rekent alles opnieuw uit: elke boeking, elke betaling, elke regel van de bank en elke schakel van het logboek. U hoeft niemand te geloven.',
    start: 'Reken alles na',
    again: 'Reken nog eens na',
    books: (count: number) => `${counted(count, 'boeking', 'boekingen')} nagerekend: alles klopt tot op de cent.`,
    booksWrong: (count: number) => `${counted(count, 'ding klopt', 'dingen kloppen')} niet`,
    look: 'Bekijk',
    bank: (on: string, cents: number) =>
      `Op ${day(on)} stond er ${euro(cents)} op de bank. Dat is wat de boeken zeggen.`,
    bankDiffers: (on: string, cents: number, held: number) =>
      `Op ${day(on)} stond er ${euro(cents)} op de bank; volgens de boeken moest dat ${euro(held)} zijn. Het verschil is ${euro(Math.abs(cents - held))}. Vraag de penningmeester hoe dat komt.`,
    bankGaps: (count: number) =>
      `De bestanden van de bank sluiten op ${counted(count, 'plek', 'plekken')} niet op elkaar aan. Kijk bij Bank wat er mist.`,
    chain: (count: number) =>
      `${counted(count, 'schakel', 'schakels')} van het logboek nagerekend: niets is achteraf veranderd.`,
    chainWrong: (seq: number) =>
      `Het logboek klopt niet vanaf nummer ${whole(seq)}. Meld dit aan de voorzitter en de beheerder.`,
    headWrong:
      'Het logboek op de server is een ander dan dit toestel kende. Meld dit aan de voorzitter en de beheerder.',
    chainOffline: 'Het logboek staat op de server. Daarvoor is internet nodig; de boeken zijn wel nagerekend.',
    chainRefused: 'De server gaf het logboek niet. Meld u opnieuw aan en probeer het nog eens.',
    working: (done: number) => `Schakel ${whole(done)}`,
    mark: (mark: string) => `Kenmerk nu: ${mark}. Vergelijk het met dat onder een geprinte besluitenlijst.`,
    problems: {
      entry_uneven: (_says: number, counted: number) => `Een boeking komt niet op nul uit, maar op ${euro(counted)}.`,
      claim_paid: (says: number, counted: number) =>
        `Een declaratie zegt ${euro(says)} betaald; de betalingen zijn samen ${euro(counted)}.`,
      claim_above: (says: number, counted: number) =>
        `Een declaratie kreeg ${euro(counted)}, en er was ${euro(says)} goedgekeurd.`,
      payments_booked: (says: number, counted: number) =>
        `Voor een aanvraag is ${euro(says)} geboekt als betaald; de betalingen zijn samen ${euro(counted)}.`,
      award_booked: (says: number, counted: number) =>
        `Voor een aanvraag staat ${euro(says)} klaar; toegekend min betaald is ${euro(counted)}.`,
      paid_above_award: (says: number, counted: number) =>
        `Een aanvraag kreeg ${euro(counted)} betaald, en er was ${euro(says)} toegekend.`,
      costs_booked: (says: number, counted: number) =>
        `Er is ${euro(says)} geboekt aan eigen kosten; die kosten zijn samen ${euro(counted)}.`,
      bank_line_changed: (says: number) =>
        `Een regel van de bank van nu ${euro(says)} is veranderd nadat hij was ingelezen.`,
      match_uneven: (says: number, counted: number) =>
        `Een regel van de bank van ${euro(counted)} is gekoppeld aan ${euro(says)}.`,
    } satisfies Readonly<Record<BookProblemCode, (says: number, counted: number) => string>>,
  },
  sign: {
    title: 'Verklaring',
    lead: (year: number, paid: number) => `Over ${year} is ${euro(paid)} uitbetaald voor projecten.`,
    verdict: 'Wat is uw oordeel?',
    verdicts: {
      right: 'De boeken kloppen',
      right_with_remarks: 'De boeken kloppen, met opmerkingen',
      not_right: 'De boeken kloppen niet',
    } satisfies Readonly<Record<AuditStatement['verdict'], string>>,
    verdictMissing: 'Kies uw oordeel',
    remarks: 'Opmerkingen',
    remarksHint: 'De commissie en de stadsdeelmanager lezen dit.',
    remarksMissing: 'Schrijf op wat er niet klopt of beter kan',
    open: (count: number) =>
      count === 1
        ? 'Er staat nog 1 vraag open. Tekenen kan; de vraag blijft staan.'
        : `Er staan nog ${whole(count)} vragen open. Tekenen kan; de vragen blijven staan.`,
    sample: (left: number) =>
      `U hebt ${counted(left, 'declaratie', 'declaraties')} van de steekproef nog niet bekeken.`,
    button: 'Teken de verklaring',
    signed: (name: string, on: string) => `Getekend door ${name} op ${day(on)}`,
    about: (paid: number, checked: number) =>
      `Over ${euro(paid)} uitbetaald, ${counted(checked, 'declaratie', 'declaraties')} bekeken.`,
    changed: (now: number) => `Daarna is er nog geboekt: nu is er ${euro(now)} uitbetaald.`,
    withdraw: 'Trek de verklaring in',
    withdrawWhy: 'Waarom trekt u haar in?',
    withdrawMissing: 'Schrijf op waarom',
    withdrawn: (reason: string) => `Ingetrokken: ${reason}`,
    none: 'Nog niet getekend.',
  },
  check: {
    title: (cents: number) => `Declaratie van ${euro(cents)} nakijken`,
    tab: 'Declaratie nakijken',
    receipts: 'De bonnen',
    receiptsSum: (cents: number) => `Bonnen samen ${euro(cents)}`,
    flow: 'Van bon tot bank',
    asked: 'Gevraagd',
    approved: 'Goedgekeurd',
    approvedBy: (name: string) => `door ${name}`,
    paid: 'Betaald',
    payee: 'Aan wie',
    account: 'Rekeningnummer',
    booked: 'In het grootboek',
    atBank: 'Op de bank',
    partOf: (part: number) => `waarvan ${euro(part)} voor deze declaratie`,
    notAtBank: 'Nog in geen bestand van de bank gevonden',
    questions: 'Waar let u op?',
    points: [
      'Is de bon te lezen, en klopt het bedrag?',
      'Hoort de aankoop bij dit plan?',
      'Keurde iemand anders dan de indiener haar goed?',
      'Ging het geld naar de rekening van de indiener of de winkel?',
    ],
    right: 'Klopt',
    question: 'Ik heb een vraag',
    next: 'Volgende van de steekproef',
    finished: 'Alle declaraties van de steekproef zijn bekeken',
    saved: 'Bewaard op dit toestel',
    yours: (verdict: 'right' | 'question', on: string) =>
      verdict === 'right' ? `U zei op ${day(on)}: klopt` : `U stelde op ${day(on)} een vraag`,
  },
} as const;
