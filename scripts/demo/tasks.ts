/** Tasks of the demo: some written down, one of them late and one done, and one that follows from a proposal and was handed
 *  over with what the next one has to know. */
import { taskKey } from '../../src/domain/tasks/kinds.ts';
import type { YearTools } from './street.ts';
import type { PersonKey } from './wijk.ts';

interface Written {
  readonly name: string;
  readonly by: PersonKey;
  readonly text: string;
  readonly addedOn: string;
  readonly dueOn: string | null;
  readonly of: string | null; // the start of a proposal's title
  readonly owner: PersonKey | null;
}

const written: readonly Written[] = [
  {
    ...{ name: 'permit', by: 'secretary', text: 'Vraag een vergunning voor de tent', addedOn: '2026-11-10' },
    ...{ dueOn: '2026-11-20', of: 'Lichtjestocht', owner: 'bleekveld' },
  },
  {
    ...{ name: 'hall', by: 'chair', text: 'Huur de zaal voor januari tot en met juni', addedOn: '2026-11-17' },
    ...{ dueOn: '2026-11-30', of: null, owner: 'secretary' },
  },
  {
    ...{ name: 'flyer', by: 'ververij', text: 'Maak een flyer over het wijkbudget van 2027', addedOn: '2026-11-18' },
    ...{ dueOn: '2026-12-10', of: null, owner: null },
  },
  {
    ...{ name: 'keys', by: 'chair', text: 'Breng de sleutel van De Spil terug', addedOn: '2026-11-17' },
    ...{ dueOn: '2026-11-22', of: null, owner: 'kettinghof' },
  },
];

/** What the district sees and ticks off. */
const asked = {
  name: 'posts',
  text: 'Plaats vier paaltjes, zodat er geen auto’s op het plein komen',
  addedOn: '2026-11-12',
  dueOn: '2026-12-04',
  of: 'Lichtjestocht',
} as const;

export function tasksYear({ send, id, proposalId }: YearTools): void {
  for (const { name, by, of, owner, addedOn, ...words } of written) {
    send(addedOn, '20:30', by, 'task.add', {
      ...{ taskId: id(`task ${name}`), addedOn, ...words },
      proposalId: of === null ? null : proposalId(of),
      ownerId: owner === null ? null : id(`person ${owner}`),
      district: null,
    });
  }
  const { name, of, ...words } = asked;
  send(asked.addedOn, '20:40', 'secretary', 'task.add', {
    ...{ taskId: id(`task ${name}`), ...words, proposalId: proposalId(of), ownerId: null },
    district: { about: 'Lichtjestocht met soep op het Klosplein' },
  });
  send('2026-11-22', '12:00', 'kettinghof', 'task.done', {
    ...{ taskId: id('task keys'), done: true, doneOn: '2026-11-22' },
  });
  send('2026-11-23', '20:00', 'bleekveld', 'task.handOver', {
    ...{ taskId: id('task permit'), toPersonId: id('person weversbuurt'), seenOwnerId: id('person bleekveld') },
    note: 'Het formulier is ingevuld en ligt in de map in De Spil. Alleen de tekening van het plein moet er nog bij.',
  });
  const correction = taskKey('correction_to_get', proposalId('Verkeersspiegel'));
  send('2026-11-24', '20:00', 'secretary', 'task.take', { taskId: correction, seenOwnerId: null });
}
