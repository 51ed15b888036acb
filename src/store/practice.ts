/** The invented wijk of a practice evening: rows that the real commands made, in a database of its own that is thrown away.
 *  Loaded when somebody begins to practise. */
import { scopeOf } from '../domain/access.ts';
import type { Context } from '../domain/command.ts';
import { type CommandArgs, commands, upcast } from '../domain/commands/index.ts';
import type { CommandName } from '../domain/permissions.ts';
import { shapeVersion } from '../domain/rowShapes.ts';
import type { IsoDate, Role, Row } from '../domain/rows.ts';
import { WorkingSet } from '../domain/run.ts';
import type { ClientStore, StoredRow } from '../sync/ports.ts';
import type { Account } from './account.ts';
import { newId } from './ports.ts';
import { practicePersonId } from './practicePerson.ts';

export function practiceAccount(name: string): Account {
  const committeeId = newId();
  const committees = [{ committeeId, name, role: 'chair' as const }];
  return { personId: practicePersonId, deviceId: newId(), deviceName: name, committees, committeeId };
}

/** The words of the invented wijk come from the screens: this room has no Dutch of its own. */
export interface PracticeWords {
  readonly name: string;
  readonly bodyWord: string;
  readonly city: string;
  readonly you: string;
  readonly members: readonly (readonly [name: string, role: Role])[];
  readonly proposals: readonly (readonly [title: string, applicant: string, cents: number])[];
  readonly meeting: string;
  readonly place: string;
}

/** Puts the rows there as if a server had confirmed them: nothing of it waits to be sent. */
export async function seedPractice(
  store: ClientStore,
  committeeId: string,
  words: PracticeWords,
  today: IsoDate,
): Promise<void> {
  const rows = await rowsOf(committeeId, words, today);
  await store.write(async (tx) => {
    for (const row of rows) await tx.rows(row.type).put(row);
  });
}

async function rowsOf(committeeId: string, words: PracticeWords, today: IsoDate): Promise<readonly StoredRow[]> {
  const set = new WorkingSet({ get: async (keys) => keys.map(() => null), list: async () => [] });
  const made = new Map<string, StoredRow>();
  const year = Number(today.slice(0, 4));
  let role: Role | 'founder' = 'founder';
  const run = async <N extends CommandName>(name: N, args: CommandArgs<N>): Promise<void> => {
    const known = upcast(name, commands[name].v, args);
    if (known === undefined) throw new Error(`${name} is not known`);
    const actor = { personId: practicePersonId, role, proposalIds: [], v: 1 };
    const ctx: Context = { commandId: newId(), committeeId, actor, at: `${today}T12:00:00.000Z` };
    const result = await set.run(known.command, known.args as never, ctx);
    if (result.kind !== 'applied') throw new Error(`${name}: ${JSON.stringify(result)}`);
    for (const { type, id, body } of result.writes) made.set(`${type}/${id}`, storedRow(committeeId, type, id, body));
  };
  await run('committee.found', {
    ...{ name: words.name, bodyWord: words.bodyWord, city: words.city, founderName: words.you, year },
    ...{ grantCents: 2_000_000, smallLimitCents: 250_000, quorum: { kind: 'more_than_half' }, foundedOn: today },
  });
  role = 'chair';
  for (const [name, memberRole] of words.members)
    await run('member.add', { personId: newId(), name, role: memberRole, proposalIds: [] });
  const meetingId = newId();
  await run('meeting.plan', {
    ...{ meetingId, title: words.meeting, place: words.place, plannedOn: today, startTime: '19:30' },
  });
  for (const [n, [title, applicant, requestedCents]] of words.proposals.entries()) {
    const proposalId = newId();
    await run('proposal.create', {
      ...{ proposalId, year, title, applicant, summary: title, kind: 'unique_project', requestedCents },
      ...{ themeShares: [{ theme: 6, percent: 100 }], quarters: [words.name] },
      budgetLines: [{ id: newId(), label: title, amountCents: requestedCents }],
    });
    await run('proposal.submit', { proposalId, submittedOn: today });
    await run('agenda.add', { meetingId, proposalId, title, position: n + 1 });
  }
  return [...made.values()];
}

function storedRow(committeeId: string, type: StoredRow['type'], id: string, body: Row): StoredRow {
  const scope = scopeOf(type, body as never);
  return { committeeId, type, id, v: 1, sv: shapeVersion(type), scope, pending: 0, body };
}
