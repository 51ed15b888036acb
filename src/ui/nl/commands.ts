// One line for every command a person can send, for Toestel and the history: what was done, about what, with the amount.
import type { CommandArgs } from '../../domain/commands/index.ts';
import type { CommandName } from '../../domain/permissions.ts';
import type { DecisionOutcome, Role } from '../../domain/rows.ts';
import { beginOf, counted, day, euro, time } from '../format.ts';
import { roleNames } from './roles.ts';
import { adviceViews } from './ruling.ts';
import { nlIndications } from './support-evidence.ts';

/** Names for ids, as far as this phone knows them. Each falls back to a plain word ("een aanvraag"). */
export interface Names {
  project(proposalId: string): string;
  person(personId: string): string;
  meeting(meetingId: string): string;
  /** The project of a claim, a receipt. */
  projectOfClaim(claimId: string): string;
  projectOfReceipt(receiptId: string): string;
}

const outcomes: Readonly<Record<DecisionOutcome, string>> = {
  awarded: 'toegekend',
  partly_awarded: 'deels toegekend',
  refused: 'afgewezen',
  deferred: 'aangehouden',
};

export function outcomeWords(outcome: DecisionOutcome, awardedCents: number): string {
  if (outcome === 'awarded') return `${euro(awardedCents)} toegekend`;
  if (outcome === 'partly_awarded') return `${euro(awardedCents)} toegekend, deels`;
  return outcomes[outcome];
}

type Line<N extends CommandName> = (args: CommandArgs<N>, names: Names) => string;

/** The proposal in an id that is made of others: agenda item, decision, sheet. */
const second = (id: string): string => id.split(':')[1] ?? '';
const first = (id: string): string => id.split(':')[0] ?? '';
const sumOf = (parts: readonly { readonly amountCents: number }[]): number =>
  parts.reduce((sum, { amountCents }) => sum + amountCents, 0);
const role = (name: Role): string => roleNames[name];

const lines: { readonly [N in CommandName]: Line<N> } = {
  'committee.found': ({ name }) => `Wijkbudget ${name} begonnen`,
  'committee.change': () => 'Gegevens van de commissie gewijzigd',
  'budgetYear.open': ({ year }) => `Het jaar ${year} geopend`,
  'budgetYear.change': ({ year }) => `Regels van ${year} gewijzigd`,
  'grant.add': ({ amountCents, year }) => `Budget ${year} gewijzigd met ${euro(amountCents)}`,
  'member.add': (args) => `${args.name} toegevoegd als ${role(args.role)}`,
  'member.changeRole': (args, names) => `${names.person(args.personId)} werd ${role(args.role)}`,
  'member.remove': ({ personId }, names) => `${names.person(personId)} doet niet meer mee`,
  'person.rename': ({ name }) => `Naam gewijzigd in ${name}`,
  'person.erase': () => 'Naam gewist van iemand die niet meer meedoet',
  'proposal.create': ({ title }) => `Nieuwe aanvraag: ${title}`,
  'proposal.change': ({ proposalId }, names) => `Aanvraag gewijzigd: ${names.project(proposalId)}`,
  'proposal.submit': ({ proposalId }, names) => `Aanvraag ingediend: ${names.project(proposalId)}`,
  'proposal.return': ({ proposalId }, names) => `Aanvraag teruggegeven: ${names.project(proposalId)}`,
  'proposal.withdraw': ({ proposalId }, names) => `Aanvraag ingetrokken: ${names.project(proposalId)}`,
  'proposal.finish': ({ proposalId }, names) => `Aanvraag afgerond: ${names.project(proposalId)}`,
  'proposal.record': ({ title, year }) => `Project van ${year} overgenomen: ${title}`,
  'proposalNote.add': ({ proposalId }, names) => `Notitie bij ${names.project(proposalId)}`,
  'support.count': ({ proposalId, sheetNumber }, names) => `Lijst ${sheetNumber} geteld: ${names.project(proposalId)}`,
  'support.settle': ({ sheetId }, names) =>
    `Telling gekozen: lijst ${second(sheetId)}, ${names.project(first(sheetId))}`,
  'support.destroySheets': ({ sheetIds }) =>
    `${counted(sheetIds.length, 'handtekeningenlijst', 'handtekeningenlijsten')} vernietigd`,
  'support.describeArea': ({ proposalId }, names) => `Straten van ${names.project(proposalId)} beschreven`,
  'support.note': ({ kind, proposalId }, names) => `${nlIndications[kind].one} bij ${names.project(proposalId)}`,
  'support.answer': () => 'Bezwaar beantwoord',
  'support.withdraw': () => 'Aanwijzing weggestreept',
  'support.judge': ({ proposalId }, names) => `Oordeel over draagvlak: ${names.project(proposalId)}`,
  'meeting.plan': ({ title, plannedOn }) => `Vergadering gepland: ${title}, ${day(plannedOn)}`,
  'meeting.change': ({ meetingId }, names) => `Vergadering gewijzigd: ${names.meeting(meetingId)}`,
  'meeting.enter': ({ title, plannedOn }) => `Achteraf ingevoerd: ${title}, ${day(plannedOn)}`,
  'meeting.open': ({ meetingId }, names) => `Vergadering geopend: ${names.meeting(meetingId)}`,
  'meeting.close': ({ meetingId }, names) => `Vergadering gesloten: ${names.meeting(meetingId)}`,
  'meeting.takePen': ({ meetingId }, names) => `U schrijft de besluiten op: ${names.meeting(meetingId)}`,
  'agenda.add': ({ title, proposalId }, names) =>
    `Op de agenda: ${proposalId === null ? title : names.project(proposalId)}`,
  'agenda.move': ({ itemId }, names) => `Andere plaats op de agenda: ${names.project(second(itemId))}`,
  'agenda.remove': ({ itemId }, names) => `Van de agenda: ${names.project(second(itemId))}`,
  'presence.set': ({ personId }, names) => `Aanwezigheid van ${names.person(personId)}`,
  'presence.mark': ({ personId, state, at }, names) =>
    `${names.person(personId)} ${state === 'present' ? 'is er sinds' : state === 'absent' ? 'is weg sinds' : 'heeft zich afgemeld,'} ${time(at)}`,
  'presence.unmark': ({ markId }, names) => `Komen of gaan teruggenomen: ${names.person(second(markId))}`,
  'guest.add': ({ who, count }) => `${counted(count, 'gast', 'gasten')}: ${who}`,
  'guest.remove': () => 'Gasten weggehaald',
  'recusal.set': ({ personId, recused, itemId }, names) =>
    `${names.person(personId)} beslist ${recused ? 'niet ' : ''}mee over ${names.project(second(itemId))}`,
  'decision.record': ({ itemId, outcome, awardedCents }, names) =>
    `Besluit: ${names.project(second(itemId))}, ${outcomeWords(outcome, awardedCents)}`,
  'decision.withdraw': ({ decisionId }, names) => `Besluit teruggenomen: ${names.project(second(decisionId))}`,
  'decision.correct': ({ decisionId, outcome, awardedCents }, names) =>
    `Besluit hersteld: ${names.project(second(decisionId))}, ${outcomeWords(outcome, awardedCents)}`,
  'minutes.take': ({ meetingId }, names) => `U maakt de notulen: ${names.meeting(meetingId)}`,
  'minutes.write': ({ meetingId }, names) => `Notulen: ${names.meeting(meetingId)}`,
  'decisionList.adopt': ({ meetingId }, names) => `Besluitenlijst goedgekeurd: ${names.meeting(meetingId)}`,
  'decisionList.reopen': ({ meetingId }, names) => `Goedkeuring teruggenomen: ${names.meeting(meetingId)}`,
  'meetingRules.change': () => 'Regels voor het stemmen gewijzigd',
  'consultation.announce': ({ title, heldOn }) => `Wijkraadpleging aangekondigd: ${title}, ${day(heldOn)}`,
  'consultation.change': () => 'Aankondiging van de wijkraadpleging gewijzigd',
  'consultation.cancel': () => 'Wijkraadpleging afgelast',
  'consultation.attend': ({ presentCount }) => `Wijkraadpleging: ${counted(presentCount, 'mens', 'mensen')} in de zaal`,
  'ballotStack.count': ({ stackNumber }) => `Stapel ${stackNumber} met stembriefjes geteld`,
  'ballotStack.settle': ({ stackId }) => `Telling gekozen: stapel ${second(stackId)} met stembriefjes`,
  'consultation.close': ({ steps }) => `Uitslag wijkraadpleging: ${counted(steps.length, 'plan', 'plannen')} gekozen`,
  'claim.submit': ({ proposalId, receipts }, names) =>
    `Declaratie van ${euro(receipts.reduce((sum, { amountCents }) => sum + amountCents, 0))}: ${names.project(proposalId)}`,
  'claim.approve': ({ claimId, approvedCents }, names) =>
    `Declaratie goedgekeurd: ${euro(approvedCents)}, ${names.projectOfClaim(claimId)}`,
  'claim.return': ({ claimId }, names) => `Declaratie teruggegeven: ${names.projectOfClaim(claimId)}`,
  'claim.reject': ({ claimId }, names) => `Declaratie afgewezen: ${names.projectOfClaim(claimId)}`,
  'receipt.addPhoto': ({ receiptId }, names) => `Foto bij een bon: ${names.projectOfReceipt(receiptId)}`,
  'claim.approveSecond': ({ claimId }, names) => `Tweede goedkeuring: ${names.projectOfClaim(claimId)}`,
  'claim.countersign': ({ seenAmountCents, signs }) =>
    `${signs ? 'Getekend' : 'Niet getekend'} voor een declaratie van ${euro(seenAmountCents)}`,
  'double.dismiss': ({ claimId }, names) => `Geen dubbele bon: ${names.projectOfClaim(claimId)}`,
  'advance.ask': ({ proposalId, amountCents }, names) =>
    `Voorschot van ${euro(amountCents)} gevraagd: ${names.project(proposalId)}`,
  'advance.handIn': ({ claimId, receipts }, names) =>
    `Voorschot afgerekend met ${counted(receipts.length, 'bon', 'bonnen')}: ${names.projectOfClaim(claimId)}`,
  'advance.settle': ({ claimId, acceptedCents }, names) =>
    `Afrekening van ${euro(acceptedCents)} akkoord: ${names.projectOfClaim(claimId)}`,
  'advance.refund': ({ claimId, amountCents }, names) =>
    `${euro(amountCents)} van een voorschot terug: ${names.projectOfClaim(claimId)}`,
  'payment.record': ({ claimId, amountCents }, names) =>
    `Betaling van ${euro(amountCents)}: ${names.projectOfClaim(claimId)}`,
  'payment.reverse': ({ paymentId }, names) => `Betaling teruggedraaid: ${names.projectOfClaim(first(paymentId))}`,
  'budgetYear.close': ({ year }) => `Het jaar ${year} afgesloten`,
  'rule.add': (args) => `Nieuwe regel voor ${args.year}: ${args.text}`,
  'rule.change': () => 'Regel gewijzigd',
  'rule.retire': ({ retired }) => (retired ? 'Regel vervallen' : 'Regel geldt weer'),
  'rule.copy': ({ fromYear, toYear }) => `Regels van ${fromYear} overgenomen naar ${toYear}`,
  'quarter.add': ({ quarters }) => `${counted(quarters.length, 'buurt', 'buurten')} ingelezen`,
  'bankAccount.add': ({ name }) => `Bankrekening toegevoegd: ${name}`,
  'bankAccount.change': () => 'Gegevens van een bankrekening gewijzigd',
  'bankImport.begin': ({ fileName, lineCount }) => `Bankbestand ${fileName}: ${counted(lineCount, 'regel', 'regels')}`,
  'bankImport.addLines': ({ lines, known, part }) =>
    `Deel ${part} van een bankbestand: ${counted(lines.length + known.length, 'regel', 'regels')}`,
  'bankImport.undo': () => 'Een bankbestand teruggedraaid',
  'bankMatch.make': ({ parts }) => `Bankregel gekoppeld: ${euro(sumOf(parts))}`,
  'bankMatch.undo': () => 'Koppeling van een bankregel losgemaakt',
  'matchRule.learn': ({ name }) => `Onthouden voor de bank: ${name}`,
  'matchRule.forget': () => 'Vergeten voor de bank: een vaste koppeling',
  'savings.start': ({ goal }) => `Sparen voor: ${goal}`,
  'savings.put': ({ amountCents }) => `${euro(amountCents)} gespaard`,
  'savings.take': ({ amountCents }) => `${euro(amountCents)} van het spaargeld teruggehaald`,
  'organisation.reserve': ({ amountCents }) =>
    amountCents < 0
      ? `${euro(-amountCents)} minder voor eigen kosten`
      : `${euro(amountCents)} opzij gezet voor eigen kosten`,
  'organisationCost.record': ({ amountCents, what }) => `Eigen kosten van ${euro(amountCents)}: ${what}`,
  'organisationCost.reverse': () => 'Eigen kosten teruggedraaid',
  'paymentFile.make': ({ transfers }) =>
    `Betaalbestand met ${counted(transfers.length, 'betaling', 'betalingen')}: ${euro(transfers.reduce((sum, { amountCents }) => sum + amountCents, 0))}`,
  'paymentFile.drop': () => 'Betaalbestand vervallen',
  'auditCheck.record': ({ claimId, verdict }, names) =>
    `Kascontrole, ${verdict === 'right' ? 'klopt' : 'vraag'}: ${names.projectOfClaim(claimId)}`,
  'task.take': () => 'Een taak op u genomen',
  'task.handOver': ({ toPersonId }, names) => `Een taak doorgegeven aan ${names.person(toPersonId)}`,
  'task.release': () => 'Een taak teruggelegd',
  'task.add': ({ text }) => `Nieuwe taak: ${beginOf(text, 60)}`,
  'task.change': ({ fields: { text } }) =>
    text === undefined ? 'Dag van een taak gewijzigd' : `Taak gewijzigd: ${beginOf(text, 60)}`,
  'task.done': ({ done }) => (done ? 'Een taak afgevinkt' : 'Een taak weer geopend'),
  'finding.record': ({ text }) => `Vraag van de kascommissie: ${beginOf(text, 60)}`,
  'finding.answer': ({ answer }) => `Antwoord aan de kascommissie: ${beginOf(answer, 60)}`,
  'finding.settle': ({ settled }) =>
    settled ? 'Vraag van de kascommissie afgehandeld' : 'Vraag van de kascommissie weer open',
  'statement.sign': ({ year }) => `Verklaring over ${year} getekend`,
  'statement.withdraw': ({ year }) => `Verklaring over ${year} ingetrokken`,
  'opening.book': ({ year, amountCents }) => `Beginstand van ${year}: ${euro(amountCents)}`,
  'ledger.correct': ({ amountCents, reason }) => `Correctie van ${euro(amountCents)}: ${beginOf(reason, 60)}`,
  'transfer.send': ({ amountCents, toName }) => `${euro(amountCents)} overgemaakt naar ${toName}`,
  'transfer.receive': ({ amountCents, fromName }) => `${euro(amountCents)} ontvangen van ${fromName}`,
  'transfer.settle': ({ result }) =>
    result === 'arrived' ? 'Overgemaakt geld kwam aan' : 'Overgemaakt geld kwam terug',
  'idea.add': ({ text }) => (text.trim() === '' ? 'Idee vastgelegd' : `Idee: ${beginOf(text, 60)}`),
  'idea.change': ({ fields: { text } }) =>
    text === undefined || text.trim() === '' ? 'Idee gewijzigd' : `Idee gewijzigd: ${beginOf(text, 60)}`,
  'idea.join': ({ proposalId }, names) =>
    proposalId === null ? 'Idee losgemaakt van een aanvraag' : `Idee hoort bij ${names.project(proposalId)}`,
  'idea.setAside': ({ reason }) => (reason === null ? 'Idee weer opgepakt' : 'Idee weggelegd'),
  'ideaChannels.change': () => 'Lijst van kanalen gewijzigd',
  'proposal.merge': ({ proposalId, intoId }, names) =>
    `Samengevoegd: ${names.project(proposalId)} met ${names.project(intoId)}`,
  'proposal.split': ({ proposalId }, names) => `Weer los: ${names.project(proposalId)}`,
  'proposalComment.add': ({ proposalId }, names) => `Bericht bij ${names.project(proposalId)}`,
  'proposalDocument.add': ({ proposalId }, names) => `Document bij ${names.project(proposalId)}`,
  'proposalDocument.remove': () => 'Document verwijderd',
  'proposalOwner.change': ({ proposalId, fields: { ownerId } }, names) =>
    typeof ownerId === 'string'
      ? `${names.person(ownerId)} volgt ${names.project(proposalId)}`
      : `Volgende stap bij ${names.project(proposalId)}`,
  'lesson.add': ({ proposalId }, names) => `Les voor volgende keer: ${names.project(proposalId)}`,
  'coFinancing.add': ({ source, promisedCents }) => `Bijdrage toegezegd: ${euro(promisedCents)} van ${source}`,
  'coFinancing.change': ({ fields: { receivedCents } }) =>
    receivedCents === undefined ? 'Bijdrage van anderen gewijzigd' : `Bijdrage ontvangen: ${euro(receivedCents)}`,
  'counterContribution.add': ({ what }) => `Tegenprestatie afgesproken: ${what}`,
  'counterContribution.change': () => 'Tegenprestatie gewijzigd',
  'counterContribution.deliver': ({ deliveredOn }) =>
    deliveredOn === null ? 'Tegenprestatie toch niet geleverd' : `Tegenprestatie geleverd op ${day(deliveredOn)}`,
  'ruleCheck.record': ({ proposalId }, names) => `Regel getoetst: ${names.project(proposalId)}`,
  'proposal.publish': ({ proposalId, publication }, names) =>
    `Bekendgemaakt op ${day(publication.on)}: ${names.project(proposalId)}`,
  'advice.ask': ({ about }) => `Advies gevraagd aan het stadsdeel: ${about.title}`,
  'advice.withdraw': () => 'Vraag aan het stadsdeel teruggenomen',
  'advice.answer': ({ view }) => `Advies gegeven: ${adviceViews[view].toLowerCase()}`,
  'planLine.change': ({ year, line }) =>
    line === null
      ? `Plan ${year}: regel teruggezet`
      : `Plan ${year}: ${line.title}, ${line.leftOut ? 'weggelaten' : euro(line.expectedCents)}`,
  'spendingPlan.finish': ({ year }) => `Bestedingsplan ${year} vastgesteld`,
  'outcome.change': ({ proposalId }, names) => `Verteld hoe het ging: ${names.project(proposalId)}`,
  'outcome.tellYear': ({ proposalId, year }, names) => `Verteld hoe ${year} ging: ${names.project(proposalId)}`,
  'outcome.addPhotos': ({ proposalId, photos }, names) =>
    `${counted(photos.length, 'foto', 'foto’s')} bij ${names.project(proposalId)}`,
  'outcome.showPhoto': ({ sight, proposalId }, names) =>
    sight === 'nobody'
      ? `Foto verwijderd bij ${names.project(proposalId)}`
      : `Gekozen wie een foto mag zien bij ${names.project(proposalId)}`,
  'outcome.publish': ({ told }) => `Verhaal gepubliceerd: ${told.title}`,
  'outcome.takeBack': ({ proposalId }, names) => `Verhaal niet meer openbaar: ${names.project(proposalId)}`,
  'proposalGuide.change': ({ proposalId }, names) => `Begeleiding van ${names.project(proposalId)} gewijzigd`,
  'proposal.setYears': ({ proposalId, untilYear }, names) =>
    untilYear === null
      ? `${names.project(proposalId)} duurt één jaar`
      : `${names.project(proposalId)} loopt door tot en met ${untilYear}`,
  'volunteerHours.add': ({ hours, what }) => `${counted(hours, 'uur', 'uur')} van vrijwilligers: ${what}`,
  'volunteerHours.withdraw': () => 'Uren van vrijwilligers doorgestreept',
  'familiarityCount.add': ({ askedCount, knewCount }) => `${knewCount} van ${askedCount} mensen kenden het wijkbudget`,
  'familiarityCount.withdraw': () => 'Telling van bekendheid doorgestreept',
  'held.drop': () => 'Iets dat wachtte, laten vallen',
  'refused.settle': ({ as }) =>
    as === 'taken_over' ? 'Werk van een ander overgenomen' : 'Werk van een ander opzij gelegd',
};

const newerCommand = 'Iets van een nieuwere versie van de app';

export function commandLine(name: string, args: unknown, names: Names): string {
  if (!Object.hasOwn(lines, name)) return newerCommand;
  // The pair was checked by the command's schema when it was saved.
  return (lines[name as CommandName] as Line<never>)(args as never, names);
}

/** Several of one kind in a row are one line. */
export const commandGroups: Readonly<Partial<Record<CommandName, (count: number) => string>>> = {
  'presence.set': (count) => `Aanwezigheid van ${counted(count, 'lid', 'leden')}`,
  'presence.mark': (count) => `Aanwezigheid van ${counted(count, 'lid', 'leden')}`,
  'agenda.move': (count) => `Volgorde van ${counted(count, 'punt', 'punten')} gewijzigd`,
  'agenda.add': (count) => `${counted(count, 'punt', 'punten')} op de agenda`,
};

export const fallbackNames = {
  project: 'een aanvraag',
  person: 'een lid',
  meeting: 'de vergadering',
} as const;
