/** What came up in one world, counted at its end from the logs: what was never there was not tested. */
import type { Rows } from '../../src/domain/rows.ts';
import type { LogOracle } from './logOracle.ts';
import type { World } from './world.ts';

export function countWhatPeopleDid(world: World): void {
  for (const oracle of world.committeeIds.map((id) => world.oracleOf(id))) {
    countOutcomes(world, oracle);
    countRights(world, oracle);
    countDecisions(world, oracle);
    countPublished(world, oracle);
    countPictures(world, oracle);
  }
}

/** `applied`, `rejected`, `held`, and what of it as `applied:claim.submit` or `rejected:own_claim`. */
function countOutcomes({ outcomes }: World, { entries }: LogOracle): void {
  for (const { name, outcome, code, settles } of entries) {
    if (name === 'photo.stored') continue;
    if (settles === null) outcomes.add(outcome);
    else outcomes.add(`settled_as_${outcome}`);
    outcomes.add(`${outcome}:${code ?? name}`);
  }
}

function countRights({ faults }: World, { rights, entries }: LogOracle): void {
  faults.add('F38', entries.filter(({ name, effects }) => name === 'person.erase' && effects.length > 0).length);
  for (const list of rights.values()) faults.add('F33', list.length - 1);
}

function countDecisions({ faults, outcomes }: World, { entries }: LogOracle): void {
  for (const { name, outcome, code, effects } of entries) {
    if (name !== 'decision.record') continue;
    const equal = outcome === 'applied' && effects.length === 0;
    if (equal) outcomes.add('same_decision_equal');
    if (code === 'already_decided') outcomes.add('same_decision_different');
    if (equal || code === 'already_decided') faults.add('F36');
  }
}

/** Decisions become public when their meeting closes; what came of a project can be taken back. */
function countPublished({ faults, outcomes }: World, { histories }: LogOracle): void {
  for (const { type, versions } of histories.values()) {
    if (type !== 'decision' && type !== 'publishedOutcome') continue;
    const published = versions.map(({ body }) => (body as Rows['decision' | 'publishedOutcome']).published);
    if (!published[0] && published.includes(true)) faults.add('F34');
    if (published.includes(true) && published.at(-1) === false) outcomes.add('private_again');
  }
}

function countPictures({ faults }: World, oracle: LogOracle): void {
  const seen = new Set<string>();
  for (const { photos } of oracle.now('receipt')) {
    for (const { sha256 } of photos) {
      if (seen.has(sha256)) faults.add('F35');
      seen.add(sha256);
    }
  }
}
