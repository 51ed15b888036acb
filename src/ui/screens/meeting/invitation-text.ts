// The invitation as plain text, made from what is planned: nothing is typed twice.
import type { Committee, Meeting } from '../../../domain/rows.ts';
import { nlInvitation as words } from '../../nl/meeting-around.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import type { AgendaEntry } from './agenda-model.ts';

export interface InvitationInput {
  readonly committee: Pick<Committee, 'bodyWord' | 'name'> | undefined;
  readonly meeting: Pick<Meeting, 'title' | 'place' | 'plannedOn' | 'startTime'>;
  readonly agenda: readonly AgendaEntry[];
  readonly own: string;
}

export function invitationText({ committee, meeting, agenda, own }: InvitationInput): string {
  const { title, place, plannedOn, startTime } = meeting;
  const body = committee === undefined ? '' : nlPrint.committee(committee.bodyWord, committee.name);
  const items = agenda.map(({ number, item, proposal }) => words.item(number, item.title, proposal?.requestedCents));
  const parts = [
    words.hello,
    [...(body === '' ? [title] : [words.come(body, title)]), words.when(plannedOn, startTime), words.where(place)].join(
      '\n',
    ),
    own.trim(),
    items.length === 0 ? words.agendaEmpty : [words.agenda, ...items].join('\n'),
    words.excuse,
    [words.bye, body].join('\n'),
  ];
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
