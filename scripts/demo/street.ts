/** What the demo's people heard on the street, and what belongs to some of its proposals besides their own fields. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { Photo } from '../../src/domain/rows.ts';
import { type DrawnPhoto, drawReceipt } from './receiptImage.ts';
import { toneVoice } from './voice.ts';
import type { PersonKey } from './wijk.ts';

/** What the year lends: its way of sending, its ids and its photos. */
export interface YearTools {
  readonly send: <N extends CommandName>(
    day: string,
    time: string,
    by: PersonKey,
    name: N,
    args: CommandArgs<N>,
  ) => void;
  readonly id: (name: string) => string;
  readonly proposalId: (title: string) => string;
  readonly keep: (photo: DrawnPhoto) => Photo;
}

type Heard = readonly [text: string, quarter: string, channel: string, heardOf: string, ledTo: string | null];

const heard: readonly Heard[] = [
  ['Met de hele straat een lichtjestocht, met soep na afloop', 'Klosplein', 'IJscokar', 'Buren', 'Lichtjestocht'],
  ['Iets met lampionnen voor de kleintjes', 'Klosplein', 'IJscokar', 'Nog nooit', 'Lichtjestocht'],
  ['Kapotte spullen maken in plaats van weggooien', 'Bleekveld', 'Vragenlijst', 'Wijkkrant', 'Repair'],
  ['Een bankje bij de bushalte', 'Weversbuurt', 'IJscokar', 'Nog nooit', null],
  ['Schaduw bij de speeltuin', 'Klosplein', 'Op straat', 'Buren', null],
  ['Een jeu-de-boulesbaan achter het buurthuis', 'Kettinghof', 'Vragenlijst', 'Wijkkrant', null],
  ['Minder hard rijden in de Spinstraat', 'Weversbuurt', 'Telefoon', 'Flyer of poster', null],
];

export function streetYear(tools: YearTools): void {
  ideas(tools);
  lantern(tools);
  repair(tools);
}

function ideas({ send, id, proposalId }: YearTools): void {
  for (const [n, [text, quarter, channel, heardOf, ledTo]] of heard.entries()) {
    const day = `2026-0${n < 3 ? 1 : 6}-1${n}`;
    const ideaId = id(`idea ${n}`);
    const where = { quarter, channel, heardOf, caughtOn: day };
    send(day, '14:00', 'bleekveld', 'idea.add', { ideaId, text, voice: null, photos: [], ...where });
    if (ledTo === null) continue;
    const into = { ideaId, proposalId: proposalId(ledTo), seenProposalId: null };
    send('2026-11-05', '21:00', 'secretary', 'idea.join', into);
  }
  send('2026-06-17', '10:00', 'secretary', 'idea.setAside', {
    ideaId: id('idea 6'),
    reason: 'De weg is van de gemeente. Doorgegeven aan het stadsdeel.',
  });
  const spoken = { quarter: 'De Ververij', channel: 'Op straat', heardOf: 'Facebook', caughtOn: '2026-11-21' };
  send('2026-11-21', '15:00', 'ververij', 'idea.add', {
    ...{ ideaId: id('idea spoken'), text: '', voice: toneVoice, photos: [], ...spoken },
  });
}

/** A plan with everything: promised and delivered, paid along by others, followed by somebody. */
function lantern({ send, id, proposalId, keep }: YearTools): void {
  const of = proposalId('Lichtjestocht');
  const report = id('return report');
  const paper = keep(drawReceipt(['WIJKKRANT NOVEMBER', '', 'Lichtjestocht trekt hele buurt', 'Bladzijde 3']));
  send('2026-11-05', '20:00', 'lantern', 'counterContribution.add', {
    ...{ counterContributionId: report, proposalId: of, what: 'Verslag met foto voor de wijkkrant' },
    dueOn: '2026-11-20',
  });
  send('2026-11-22', '20:00', 'lantern', 'counterContribution.deliver', {
    ...{ counterContributionId: report, deliveredOn: '2026-11-20', proof: 'Wijkkrant van november, bladzijde 3' },
    photos: [paper],
  });
  send('2026-11-05', '20:05', 'lantern', 'counterContribution.add', {
    ...{ counterContributionId: id('return help'), proposalId: of, what: 'Helpen opruimen na Koningsdag' },
    dueOn: '2027-04-28',
  });
  const gift = id('money of the housing company');
  send('2026-11-05', '20:10', 'lantern', 'coFinancing.add', {
    ...{ coFinancingId: gift, proposalId: of, source: 'Woningcorporatie De Schakel', promisedCents: 250_00 },
  });
  send('2026-11-18', '20:00', 'treasurer', 'coFinancing.change', {
    coFinancingId: gift,
    fields: { receivedCents: 200_00, receivedOn: '2026-11-17' },
    seen: { receivedCents: 0, receivedOn: null },
  });
  const quote = keep(drawReceipt(['OFFERTE', '', '80 lantaarns', 'EUR 312,00']));
  send('2026-11-05', '20:20', 'lantern', 'proposalDocument.add', {
    ...{ documentId: id('quote lanterns'), proposalId: of, kind: 'quote', label: 'Offerte lantaarns', photos: [quote] },
  });
  send('2026-11-06', '09:00', 'secretary', 'proposalComment.add', {
    ...{ commentId: id('question'), proposalId: of, text: 'Hoe laat is de tocht klaar?' },
  });
  send('2026-11-06', '19:00', 'lantern', 'proposalComment.add', {
    ...{ commentId: id('answer'), proposalId: of, text: 'Om acht uur zijn we weer op het Klosplein.' },
  });
  send('2026-11-07', '09:00', 'secretary', 'proposalOwner.change', {
    proposalId: of,
    fields: { ownerId: id('person kettinghof'), nextStep: 'Bel over de afzetting', dueOn: '2026-11-30' },
    seen: { ownerId: null, nextStep: '', dueOn: null },
  });
}

/** One that was told twice, and lessons for who does it again. */
function repair({ send, id, proposalId }: YearTools): void {
  const of = proposalId('Repair');
  send('2026-11-20', '20:00', 'repair', 'lesson.add', {
    ...{ lessonId: id('lesson repair'), proposalId: of, text: 'Vraag twee mensen meer voor de naaimachines.' },
  });
  const twice = id('proposal told twice');
  send('2026-11-12', '20:00', 'bleekveld', 'proposal.create', {
    ...{ proposalId: twice, year: 2026, title: 'Samen spullen repareren', summary: 'Verteld aan de deur.' },
    ...{ applicant: 'Bewoner Bleekveld', kind: 'unique_project', themeShares: [], quarters: ['Bleekveld'] },
    ...{ budgetLines: [], requestedCents: 150_00, intake: 'spoken', language: 'ar', streets: 'Bleekstraat' },
    period: { from: '2026-12-05', until: '2026-12-05' },
  });
  send('2026-11-13', '20:00', 'secretary', 'proposal.merge', { proposalId: twice, intoId: of });
}
