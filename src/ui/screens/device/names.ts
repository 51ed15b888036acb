// Names for the ids in a command, from the rows on this phone.
import { useRows } from '../../data.ts';
import { fallbackNames, type Names } from '../../nl/commands.ts';

export function useNames(): Names {
  const projects = byId(useRows('proposal'), ({ title }) => title);
  const people = byId(useRows('person'), ({ name }) => name);
  const meetings = byId(useRows('meeting'), ({ title }) => title);
  const claims = byId(useRows('claim'), ({ proposalId }) => proposalId);
  const receipts = byId(useRows('receipt'), ({ proposalId }) => proposalId);
  const project = (id: string): string => projects.get(id) || fallbackNames.project;
  return {
    project,
    person: (id) => people.get(id) ?? fallbackNames.person,
    meeting: (id) => meetings.get(id) ?? fallbackNames.meeting,
    projectOfClaim: (id) => project(claims.get(id) ?? ''),
    projectOfReceipt: (id) => project(receipts.get(id) ?? ''),
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[], value: (row: T) => string): Map<string, string> {
  return new Map(rows.map((row) => [row.id, value(row)]));
}
