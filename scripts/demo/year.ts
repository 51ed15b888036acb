/** A whole year of the invented wijk as the commands that its people would send, in order. Nothing here writes a row:
 *  the server runs these like any other push. Always the same year, whatever the seed of the machine. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import { agendaItemId, type Photo, paymentId, supportSheetId } from '../../src/domain/rows.ts';
import { accountOf } from './accounts.ts';
import { auditYear, openingCents } from './audit.ts';
import { bankYear } from './bankYear.ts';
import { specialClaims } from './claims.ts';
import { comeAndGo, type Do, type Evening, isHeldWithoutTheApp, presentAt, votesOn, writeDown } from './evening.ts';
import { closedConsultation, type HallDesk, type HallPlan, openConsultation } from './hall.ts';
import { demoId } from './ids.ts';
import { lastYearOf } from './lastYear.ts';
import { outcomes } from './outcomes.ts';
import { type DrawnPhoto, drawReceipt, priced } from './receiptImage.ts';
import { exceptionFor, rulingYear } from './ruling.ts';
import { streetYear, type YearTools } from './street.ts';
import { tasksYear } from './tasks.ts';
import { toneBytes, toneVoice } from './voice.ts';
import { type DemoProposal, type PersonKey, people, proposals, quarters, shops } from './wijk.ts';
import { yearMoney } from './yearMoney.ts';

export const demoYearNumber = 2026;
const receiptsMax = 120;
const receiptsForAutumn = 16; // kept for the last meetings, so that there are claims to judge and to pay
const grantCents = 48_500_00;

export interface DemoStep {
  readonly atMs: number;
  readonly by: PersonKey;
  readonly name: CommandName;
  readonly args: unknown;
}
export interface DemoYear {
  readonly committeeId: string;
  readonly personIds: Readonly<Record<PersonKey, string>>;
  readonly steps: readonly DemoStep[];
  readonly photos: readonly DrawnPhoto[];
  readonly bankCsv: string;
}

/** Money that left or reached the bank account, for the statement beside the data. */
export interface BankLine {
  readonly date: string;
  readonly name: string;
  readonly cents: number;
  readonly text: string;
  readonly payment?: { readonly claimId: string; readonly number: number };
}

export function demoYear(): DemoYear {
  return new YearBuilder().build();
}

/** Those that did not come in by somebody's own hand in Dutch. */
const cameIn: Readonly<Record<string, Pick<CommandArgs<'proposal.create'>, 'intake' | 'language'>>> = {
  'Cursus fietsen voor vrouwen': { intake: 'spoken', language: 'ar' },
  'Lopend buffet Bleekveld': { intake: 'paper_form', language: 'tr' },
  'Huiswerkhulp op woensdag': { intake: 'paper_form', language: 'nl' },
  'Geveltuintjes Klosstraat': { intake: 'own', language: 'en' },
};

/** By title: what came back from the year before. */
const before2026 = new Map(lastYearOf(demoId).map(({ title, proposalId }) => [title, proposalId]));

class YearBuilder {
  readonly #steps: DemoStep[] = [];
  readonly #photos: DrawnPhoto[] = [];
  readonly #bank: BankLine[] = [];
  readonly #ids = new Map<string, string>();
  #receipts = 0;

  build(): DemoYear {
    this.#found();
    for (let month = 1; month <= 12; month += 1) this.#month(month);
    this.#later();
    this.#consultations();
    this.#street();
    rulingYear(
      {
        act: this.#do.bind(this),
        id: (name) => this.#id(name),
        proposalId: (title) => this.#proposalId(title),
        before,
      },
      proposals,
    );
    bankYear(this.#do.bind(this), (name) => this.#id(name), this.#bank);
    yearMoney(this.#do.bind(this), (name) => this.#id(name), this.#id('neighbours'));
    auditYear(this.#do.bind(this), (name) => this.#id(name), [...this.#steps]);
    this.#steps.sort((a, b) => a.atMs - b.atMs); // stable: what happens at one moment keeps its order
    const personIds = Object.fromEntries(people.map(({ key }) => [key, this.#id(`person ${key}`)]));
    return {
      committeeId: this.#id('committee'),
      personIds: personIds as Record<PersonKey, string>,
      steps: this.#steps,
      photos: this.#photos,
      bankCsv: bankCsv(this.#bank),
    };
  }

  #street(): void {
    this.#photos.push({ ...toneVoice, bytes: toneBytes, width: 0, height: 0 });
    const tools: YearTools = {
      send: (day, time, by, name, args) => this.#do(day, time, by, name, args),
      id: (name) => this.#id(name),
      proposalId: (title) => this.#proposalId(title),
      keep: (drawn) => this.#keep(drawn),
    };
    streetYear(tools);
    outcomes(tools);
    tasksYear(tools);
  }

  #keep(drawn: DrawnPhoto): Photo {
    this.#photos.push(drawn);
    return {
      ...{ sha256: drawn.sha256, originalSha256: drawn.sha256, size: drawn.bytes.length, mime: 'image/png' },
      ...{ width: drawn.width, height: drawn.height },
    };
  }

  #found(): void {
    const day = '2026-01-02';
    this.#do(day, '10:00', 'chair', 'committee.found', {
      name: 'Spoelkwartier',
      bodyWord: 'commissie wijkbudget',
      city: 'Enschede',
      founderName: nameOf('chair'),
      year: demoYearNumber,
      grantCents,
      smallLimitCents: 2_500_00,
      quorum: { kind: 'more_than_half' },
      quarters: [...quarters],
      foundedOn: day,
    });
    this.#bank.push({ date: '2026-01-06', name: 'Gemeente Enschede', cents: grantCents, text: 'Wijkbudget 2026' });
    for (const { key, name, role } of people.slice(1)) {
      const proposalIds =
        key === 'lantern' ? [this.#proposalId('Lichtjestocht')] : key === 'repair' ? [this.#proposalId('Repair')] : [];
      this.#do(day, '10:30', 'chair', 'member.add', { personId: this.#id(`person ${key}`), name, role, proposalIds });
    }
  }

  #month(month: number): void {
    const meetingDay = dayOf(month, meetingDays[month - 1] ?? 17);
    const meetingId = this.#id(`meeting ${month}`);
    const recordedOn = isHeldWithoutTheApp(month) ? dayOf(month, 20) : meetingDay;
    const plan = {
      meetingId,
      title: `Vergadering ${monthNames[month - 1] ?? ''}`,
      place: 'Buurthuis De Schering',
      plannedOn: meetingDay,
      startTime: '19:30',
    };
    if (isHeldWithoutTheApp(month)) {
      this.#do(recordedOn, '19:00', 'secretary', 'meeting.enter', { ...plan, endTime: '21:40' });
    } else this.#do(before(month, 3), '20:00', 'secretary', 'meeting.plan', plan);
    const items = proposals.filter((proposal) => proposal.meeting === month);
    items.forEach((proposal, n) => {
      this.#apply(proposal, month, n);
      this.#do(isHeldWithoutTheApp(month) ? recordedOn : before(month, 12), '19:10', 'secretary', 'agenda.add', {
        meetingId,
        proposalId: this.#proposalId(proposal.title),
        title: proposal.title,
        position: n + 1,
      });
    });
    if (month === 12) return;
    const evening: Evening = {
      ...{ month, meetingId, day: meetingDay, recordedOn },
      previousId: month === 1 ? undefined : this.#id(`meeting ${month - 1}`),
      itemIds: items.map(({ title }) => agendaItemId(meetingId, this.#proposalId(title))),
      idOf: (name) => this.#id(name),
    };
    this.#evening(evening, items);
  }

  #apply(proposal: DemoProposal, month: number, n: number): void {
    const proposalId = this.#proposalId(proposal.title);
    const by: PersonKey = 'secretary';
    const submittedOn = before(month, 4 + (n % 4));
    this.#do(submittedOn, '09:00', by, 'proposal.create', {
      proposalId,
      year: demoYearNumber,
      title: proposal.title,
      summary: `${proposal.applicant} vraagt geld voor ‘${proposal.title}’. Iedereen uit ${proposal.quarter} kan meedoen. Vrijwilligers doen het werk.`,
      applicant: proposal.applicant,
      kind: proposal.kind,
      themeShares: proposal.themes.map(([theme, percent]) => ({ theme, percent })),
      quarters: [proposal.quarter],
      budgetLines: this.#lines(proposal),
      requestedCents: proposal.euros * 100,
      ...(cameIn[proposal.title] ?? { intake: 'own', language: 'nl' }),
      repeatOfId: before2026.get(proposal.title) ?? null,
    });
    if (proposal.outcome === 'draft') return;
    this.#do(submittedOn, '09:20', by, 'proposal.submit', { proposalId, submittedOn });
    if (proposal.outcome === 'returned') {
      this.#do(dayOf(month, 9), '11:00', by, 'proposal.return', {
        proposalId,
        reason: 'Wilt u er een offerte bij doen? Dan kan de commissie beslissen.',
      });
      return;
    }
    this.#count(proposal, proposalId, month, n);
  }

  #lines(proposal: DemoProposal): CommandArgs<'proposal.create'>['budgetLines'] {
    const first = Math.round(proposal.euros * 60); // 60 % in cents
    return [
      { id: this.#id(`line 1 ${proposal.title}`), label: 'Materiaal', amountCents: first },
      {
        id: this.#id(`line 2 ${proposal.title}`),
        label: 'Eten, drinken en drukwerk',
        amountCents: proposal.euros * 100 - first,
      },
    ];
  }

  /** Most sheets are counted by two people who agree; some differ and are settled, some wait for the second count. */
  #count(proposal: DemoProposal, proposalId: string, month: number, n: number): void {
    const asked = 30 + ((month * 7 + n * 13) % 60);
    const forCount = Math.floor(asked * 0.62);
    const againstCount = Math.floor(asked * (proposal.outcome === 'refused' ? 0.3 : 0.06));
    const sheet = {
      proposalId,
      sheetNumber: 1,
      area: `${proposal.quarter}, ${asked} huizen`,
      householdsAsked: asked,
      forCount,
      againstCount: Math.min(againstCount, asked - forCount),
      noOpinionCount: 0,
      notAtHomeCount: Math.floor((asked - forCount - Math.min(againstCount, asked - forCount)) / 2),
      photos: [],
    };
    const [first, second]: [PersonKey, PersonKey] =
      n % 2 === 0 ? ['kettinghof', 'bleekveld'] : ['weversbuurt', 'ververij'];
    this.#do(before(month, 10), '19:00', first, 'support.count', { ...sheet, countedOn: before(month, 10) });
    this.#evidence(proposal, proposalId, month, asked);
    if (month === 12) return; // the second count is still to be done
    const differs = (month + n) % 6 === 0;
    this.#do(dayOf(month, 11), '19:00', second, 'support.count', {
      ...sheet,
      forCount: differs ? forCount - 2 : forCount,
      countedOn: dayOf(month, 11),
    });
    if (!differs) return;
    const { householdsAsked, againstCount: against, noOpinionCount, notAtHomeCount } = sheet;
    this.#do(dayOf(month, 12), '19:00', 'chair', 'support.settle', {
      sheetId: supportSheetId(proposalId, 1),
      numbers: { householdsAsked, forCount: forCount - 2, againstCount: against, noOpinionCount, notAtHomeCount },
      reason: 'Twee namen stonden er dubbel op.',
    });
  }

  /** What stands on no sheet: the streets, an objection with its answer, visitors of before, a letter, judgements. */
  #evidence(proposal: DemoProposal, proposalId: string, month: number, asked: number): void {
    const day = before(month, 9);
    const id = (what: string): string => this.#id(`${what} ${proposal.title}`);
    const said = (what: string) => ({ indicationId: id(what), proposalId, photos: [], notedOn: day });
    this.#do(day, '18:00', 'kettinghof', 'support.describeArea', {
      ...{ proposalId, streets: proposal.quarter, households: Math.ceil(asked * 1.4), source: 'Brievenbussen geteld' },
    });
    if (proposal.outcome === 'refused' || proposal.outcome === 'partly_awarded') {
      const text = 'Het duurt te laat en de straat is die avond dicht.';
      this.#do(day, '18:05', 'kettinghof', 'support.note', {
        ...{ kind: 'objection', ...said('objection'), from: 'Twee bewoners aan de overkant', text },
      });
    }
    if (proposal.outcome === 'partly_awarded') {
      const answer = 'De muziek stopt om tien uur en de stoep blijft vrij.';
      this.#do(day, '20:05', 'chair', 'support.answer', { indicationId: id('objection'), answer, seenAnswer: '' });
    }
    if (proposal.kind === 'recurring_event') {
      const count = 60 + ((month * 17) % 90);
      const editions = [2, 1].map((back) => ({ year: demoYearNumber - back, visitors: count - 7 * back }));
      const text = 'Geteld bij de ingang.';
      this.#do(day, '18:10', 'weversbuurt', 'support.note', {
        ...{ kind: 'visitors', ...said('visitors'), from: '', text, count, editions },
      });
    }
    const verdict = proposal.outcome === 'refused' ? 'not_enough' : 'enough';
    const text = verdict === 'enough' ? 'De straten eromheen zijn gevraagd en de meesten zijn voor.' : '';
    this.#do(day, '20:10', 'chair', 'support.judge', { proposalId, verdict, text, judgedOn: day });
  }

  #evening(evening: Evening, items: readonly DemoProposal[]): void {
    const { month, meetingId, recordedOn } = evening;
    const act: Do = (day, time, by, name, args) => this.#do(day, time, by, name, args);
    if (!isHeldWithoutTheApp(month)) act(recordedOn, '19:34', 'secretary', 'meeting.open', { meetingId });
    comeAndGo(evening, act);
    writeDown(evening, act);
    items.forEach((proposal, n) => {
      this.#decide(proposal, evening, n);
    });
    act(recordedOn, '21:40', 'secretary', 'meeting.close', { meetingId });
  }

  #decide(proposal: DemoProposal, evening: Evening, n: number): void {
    const { meetingId, day, recordedOn } = evening;
    const { outcome } = proposal;
    if (outcome === 'open' || outcome === 'draft' || outcome === 'returned') return;
    const itemId = agendaItemId(meetingId, this.#proposalId(proposal.title));
    const recused = n === 1 ? this.#id('person weversbuurt') : null;
    if (recused !== null) {
      this.#do(recordedOn, '19:50', 'secretary', 'recusal.set', {
        ...{ itemId, meetingId, personId: recused, recused: true, reason: 'organiseert mee' },
      });
    }
    const time = `20:${String(10 + n * 10)}`;
    const present = presentAt(evening, time);
    const voterIds = present.filter((id) => id !== recused);
    const awarded =
      outcome === 'awarded' ? proposal.euros : outcome === 'partly_awarded' ? (proposal.awardedEuros ?? 0) : 0;
    this.#do(recordedOn, time, 'secretary', 'decision.record', {
      meetingId,
      itemId,
      round: 1,
      outcome,
      awardedCents: awarded * 100,
      conditions: n % 2 === 0 && awarded > 0 ? ['Verslag met foto’s in de wijkkrant'] : [],
      reason: reasons[outcome],
      ...exceptionFor(proposal, reasons[outcome], (name) => this.#id(name)),
      takenUnder: {
        presentIds: present,
        recusedIds: recused === null ? [] : [recused],
        ...votesOn(evening, voterIds, outcome),
      },
      decidedOn: day,
    });
    if (awarded > 0) this.#spend(proposal, awarded * 100, Number(day.slice(5, 7)));
  }

  /** One or two claims of the money, with two receipts each, judged and paid some weeks later. */
  #spend(proposal: DemoProposal, awardedCents: number, month: number): void {
    const claims = month >= 11 ? 1 : 2;
    const max = month < 10 ? receiptsMax - receiptsForAutumn : receiptsMax;
    for (let c = 0; c < claims && this.#receipts < max; c += 1) {
      const claimMonth = Math.min(11, month + c);
      const day = dayOf(claimMonth, claimMonth === 11 ? 24 : 22 + c * 3); // the story ends on 25 November
      const shareCents = Math.floor((awardedCents * (c === 0 ? 48 : 44)) / 100);
      this.#claim(proposal, c, day, shareCents, claimMonth);
    }
  }

  #claim(proposal: DemoProposal, c: number, day: string, totalCents: number, month: number): void {
    const claimId = this.#id(`claim ${c} ${proposal.title}`);
    const proposalId = this.#proposalId(proposal.title);
    const by: PersonKey = proposal.title.startsWith('Lichtjes')
      ? 'lantern'
      : proposal.title.startsWith('Repair')
        ? 'repair'
        : 'bleekveld';
    const firstCents = Math.floor(totalCents * 0.63);
    const receipts = [firstCents, totalCents - firstCents].map((cents, n) =>
      this.#receipt(proposal, claimId, n, cents, day),
    );
    this.#do(day, '21:50', by, 'claim.submit', {
      ...{ claimId, proposalId, kind: c === 0 ? 'reimbursement' : 'invoice', payeeName: proposal.applicant },
      ...{ iban: accountOf(proposal.applicant), holder: proposal.applicant, receipts },
    });
    if (month >= 11) return; // still to be judged
    const judged = dayOf(month, 26 + c);
    this.#do(judged, '20:00', 'treasurer', 'claim.approve', {
      claimId,
      approvedCents: totalCents,
      seenClaimedCents: totalCents,
    });
    if (month === 10) return; // approved, still to be paid
    const paidOn = dayOf(month, 28);
    const reference = `Spoelkwartier ${proposal.title}`.slice(0, 140);
    this.#do(paidOn, '20:15', 'treasurer', 'payment.record', {
      claimId,
      number: 1,
      amountCents: totalCents,
      paidOn,
      reference,
    });
    const payment = { claimId, number: 1 };
    this.#bank.push({ date: paidOn, name: proposal.applicant, cents: -totalCents, text: reference, payment });
  }

  #receipt(
    proposal: DemoProposal,
    claimId: string,
    n: number,
    amountCents: number,
    boughtOn: string,
  ): CommandArgs<'claim.submit'>['receipts'][number] {
    const number = this.#receipts;
    this.#receipts += 1;
    const { name: shop, goods } = at(shops, number * 3);
    const what = at(goods, Math.floor(number / shops.length));
    const drawn = drawReceipt(receiptLines(shop, what, amountCents, boughtOn, number));
    const photo = this.#keep(drawn);
    const budgetLineId = this.#id(`line ${n + 1} ${proposal.title}`);
    return {
      receiptId: this.#id(`receipt ${n} ${claimId}`),
      amountCents,
      vatCents: vatOf(amountCents),
      boughtOn,
      shop,
      what,
      budgetLineId,
      photos: [photo],
    };
  }

  /** What goes another way than planned: proposals without a meeting, a correction, a payment that came back, projects that end. */
  #later(): void {
    proposals
      .filter(({ meeting }) => meeting === 0)
      .forEach((proposal, n) => {
        this.#apply(proposal, 11, n);
      });
    const buffet = proposals.find(({ title }) => title.startsWith('Lopend buffet'));
    const aed = proposals.find(({ title }) => title.startsWith('AED'));
    if (buffet === undefined || aed === undefined) throw new Error('the demo lost a proposal');
    this.#do('2026-04-20', '20:00', 'secretary', 'decision.correct', {
      correctionId: this.#id('correction buffet'),
      decisionId: `${agendaItemId(this.#id('meeting 3'), this.#proposalId(buffet.title))}:1`,
      outcome: 'partly_awarded',
      awardedCents: 700_00,
      reason: 'In de lijst stond € 600,00; de vergadering had € 700,00 besloten.',
      correctedOn: '2026-04-20',
    });
    const claimId = this.#id(`claim 0 ${aed.title}`);
    const amountCents = Math.floor((aed.euros * 100 * 48) / 100);
    this.#do('2026-05-04', '20:00', 'treasurer', 'payment.reverse', {
      paymentId: paymentId(claimId, 1),
      reason: 'De bank stuurde het terug: het rekeningnummer was opgeheven.',
      reversedOn: '2026-05-04',
    });
    this.#do('2026-05-06', '20:00', 'treasurer', 'payment.record', {
      ...{ claimId, number: 2, amountCents, paidOn: '2026-05-06', reference: 'Spoelkwartier AED, tweede keer' },
    });
    this.#bank.push({ date: '2026-05-04', name: aed.applicant, cents: amountCents, text: 'Retour AED' });
    this.#bank.push({
      date: '2026-05-06',
      name: aed.applicant,
      cents: -amountCents,
      text: 'Spoelkwartier AED, tweede keer',
    });
    const trees = proposals.find(({ title }) => title.startsWith('Kerstbomen'));
    this.#do('2026-11-24', '22:30', 'treasurer', 'claim.return', {
      claimId: this.#id(`claim 0 ${trees?.title}`),
      reason: 'Op de tweede foto is het totaal niet te lezen. Wilt u die opnieuw maken?',
    });
    specialClaims({
      do: (day, time, by, name, args) => this.#do(day, time, by, name, args),
      id: (name) => this.#id(name),
      proposalId: (title) => this.#proposalId(title),
      receipt: (title, id, cents, day) => this.#receipt(this.#proposal(title), id, 0, cents, day),
      bank: (date, name, cents, text) => this.#bank.push({ date, name, cents, text }),
    });
    for (const title of ['Nieuwjaarsreceptie', 'Paaseieren', 'Zwerfvuil']) {
      this.#do('2026-06-15', '20:00', 'treasurer', 'proposal.finish', {
        proposalId: this.#proposalId(title),
        finishedOn: '2026-06-15',
      });
    }
  }

  #do<N extends CommandName>(day: string, time: string, by: PersonKey, name: N, args: CommandArgs<N>): void {
    this.#steps.push({ atMs: Date.parse(`${day}T${time}:00+01:00`), by, name, args });
  }

  #consultations(): void {
    const desk: HallDesk = {
      do: (day, time, by, name, args) => this.#do(day, time, by, name, args),
      id: (name) => this.#id(name),
    };
    const plansOf = (month: number): readonly HallPlan[] =>
      proposals
        .filter(({ meeting, outcome }) => meeting === month && outcome !== 'draft')
        .map(({ title, euros }) => ({ proposalId: this.#proposalId(title), title, euros }));
    closedConsultation(desk, plansOf(9), 2_000_00);
    openConsultation(desk, plansOf(12));
  }

  #proposal(title: string): DemoProposal {
    const found = proposals.find((proposal) => proposal.title.startsWith(title));
    if (found === undefined) throw new Error(`no proposal begins with ${title}`);
    return found;
  }

  #proposalId(title: string): string {
    return this.#id(`proposal ${this.#proposal(title).title}`);
  }

  /** The same name gives the same id, in every run. */
  #id(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const made = demoId(name);
    this.#ids.set(name, made);
    return made;
  }
}

/** The third Tuesday of each month, in November the fourth. */
const meetingDays = [20, 17, 17, 21, 19, 16, 21, 18, 15, 20, 24, 15];
const monthNames = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];
const reasons = {
  awarded: '',
  partly_awarded: 'De commissie betaalt het materiaal; het eten betalen de deelnemers zelf.',
  refused: 'Het plan komt maar één huishouden of bedrijf ten goede.',
  deferred: 'De commissie vraagt eerst advies aan het jongerenwerk over de eindtijd.',
} as const;

const nameOf = (key: PersonKey): string => people.find((person) => person.key === key)?.name ?? key;
const dayOf = (month: number, day: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
/** What is prepared for a meeting; December's is prepared in November, since the story ends on the 25th. */
const before = (month: number, day: number): string => (month === 12 ? dayOf(11, day + 12) : dayOf(month, day));
function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('the demo has an empty list');
  return found;
}
const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

const vatOf = (totalCents: number): number => Math.round((totalCents * 21) / 121);

function receiptLines(
  shop: string,
  what: string,
  totalCents: number,
  boughtOn: string,
  number: number,
): readonly string[] {
  const depositCents = number % 9 === 0 ? -250 : 0;
  const [year, month, day] = boughtOn.split('-');
  return [
    ' '.repeat(Math.max(0, Math.floor((34 - shop.length) / 2))) + shop,
    `          BON ${String(1_000 + number * 17)}`,
    '',
    priced(what, euros(totalCents - depositCents)),
    ...(depositCents === 0 ? [] : [priced('Statiegeld retour', euros(depositCents))]),
    '',
    priced('TOTAAL EUR', euros(totalCents)),
    priced('BTW 21 %', euros(vatOf(totalCents))),
    priced('PIN', euros(totalCents)),
    '',
    `${day}-${month}-${year}  ${String(9 + (number % 9)).padStart(2, '0')}:${String((number * 7) % 60).padStart(2, '0')}`,
    'Bedankt en tot ziens',
  ];
}

/** The committee's own account over the year, in the layout of ING's download. */
function bankCsv(lines: readonly BankLine[]): string {
  const header = [
    'Datum',
    'Naam / Omschrijving',
    'Rekening',
    'Tegenrekening',
    'Code',
    'Af Bij',
    'Bedrag (EUR)',
    'Mutatiesoort',
    'Mededelingen',
    'Saldo na mutatie',
    'Tag',
  ];
  const quoted = (fields: readonly string[]): string =>
    fields.map((field) => `"${field.replaceAll('"', "'")}"`).join(';');
  let balance = openingCents;
  const rows = [...lines]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, name, cents, text }) => {
      balance += cents;
      return quoted([
        date.replaceAll('-', ''),
        name,
        'NL20INGB0001234567',
        name === '' ? '' : accountOf(name),
        'OV',
        cents < 0 ? 'Af' : 'Bij',
        euros(Math.abs(cents)),
        'Overschrijving',
        text,
        euros(balance),
        '',
      ]);
    });
  return `${[quoted(header), ...rows.reverse()].join('\r\n')}\r\n`;
}
