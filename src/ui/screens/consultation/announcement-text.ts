// The announcement as plain text, for the paper, a message or the notice board: nothing is typed twice.
import type { Committee, Consultation } from '../../../domain/rows.ts';
import { euro } from '../../format.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { nlPrint } from '../../nl/print-decisions.ts';

const { text: words, page } = nlConsultation;

export function announcementText(
  consultation: Consultation,
  committee: Pick<Committee, 'bodyWord' | 'name'> | undefined,
): string {
  const { title, text, heldOn, startTime, place, whoMayVote, options, method, budgetCents, choicesMax } = consultation;
  const body = committee === undefined ? '' : nlPrint.committee(committee.bodyWord, committee.name);
  const divides = method !== 'for_against';
  return [
    title,
    [
      `${page.when}: ${nlConsultation.when(heldOn, startTime)}`,
      `${page.where}: ${place}`,
      `${page.who}: ${whoMayVote}`,
    ].join('\n'),
    text,
    [words.plans, ...options.map((one) => words.plan(one.number, one.title, one.costCents))].join('\n'),
    [
      `${page.method}: ${nlConsultation.methods[method]}. ${nlConsultation.methodNotes[method]}`,
      ...(divides ? [`${page.budget}: ${euro(budgetCents)}`] : []),
      ...(divides && choicesMax > 0 ? [`${page.choices}: ${page.choicesMax(choicesMax)}`] : []),
    ].join('\n'),
    body,
  ]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
