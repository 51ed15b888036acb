/** Takes a city's past projects in through the engine, as commands of the server itself (docs/domain.md, "Past projects"). */
import { canonical } from '../../src/domain/canonical.ts';
import { currentBody } from '../../src/domain/rowShapes.ts';
import type { Committee } from '../../src/domain/rows.ts';
import { type BadLine, type PastProject, readPastProjects } from '../../src/files/pastProjects.ts';
import { sha256 } from '../codes.ts';
import { listCommittees } from '../db/committees.ts';
import type { OwnCommand, OwnOutcome } from '../engine/index.ts';
import { Transient } from '../engine/ports.ts';
import type { Services } from '../services.ts';

type Part = Pick<Services, 'database' | 'store' | 'engine'>;

export interface ImportOptions {
  readonly city: string; // of committees that the import founds
  readonly allOrNothing: boolean;
}
export interface ImportReport {
  readonly imported: number;
  readonly known: number; // were there already
  readonly bad: readonly BadLine[];
  readonly founded: readonly FoundedCommittee[];
}
export interface FoundedCommittee {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  readonly chairId: string;
}

const batchCommands = 200; // in one transaction

export async function importProjects(part: Part, text: string, options: ImportOptions): Promise<ImportReport> {
  const { projects, bad } = readPastProjects(text);
  if (options.allOrNothing && bad.length > 0) return { imported: 0, known: 0, bad, founded: [] };
  const places = new Places(part, options.city, await knownPlaces(part));
  const refused: BadLine[] = [];
  const founded: FoundedCommittee[] = [];
  let [imported, known] = [0, 0];
  for (const group of byCommittee(projects)) {
    const place = await places.placeFor(group);
    if (place.founded !== undefined) founded.push(place.founded);
    for (let from = 0; from < group.length; from += batchCommands) {
      const some = group.slice(from, from + batchCommands);
      const outcomes = await run(
        part,
        place.id,
        some.map(({ project, key }) => recordCommand(project, key)),
      );
      outcomes.forEach((outcome, n) => {
        if (outcome.kind === 'applied') imported += 1;
        else if (outcome.kind === 'known') known += 1;
        else refused.push({ line: some[n]?.project.line ?? 0, reason: `refused: ${reasonOf(outcome)}` });
      });
    }
  }
  return { imported, known, bad: [...bad, ...refused].sort((a, b) => a.line - b.line), founded };
}

interface Keyed {
  readonly project: PastProject;
  /** What the line says and how many equal ones came before it: the same file again makes the same ids. */
  readonly key: string;
}

function byCommittee(projects: readonly PastProject[]): readonly (readonly [Keyed, ...Keyed[]])[] {
  const groups = new Map<string, [Keyed, ...Keyed[]]>();
  const seen = new Map<string, number>();
  for (const project of projects) {
    const { line: _, ...said } = project;
    const text = canonical(said);
    const ordinal = (seen.get(text) ?? 0) + 1;
    seen.set(text, ordinal);
    const keyed = { project, key: `${text} ${ordinal}` };
    const name = nameOf(project.district, project.committee);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [keyed]);
    else group.push(keyed);
  }
  return [...groups.values()];
}

function recordCommand({ year, title, theme, amountCents }: PastProject, key: string): OwnCommand {
  const themeShares = [{ theme, percent: 100 }];
  const args = { proposalId: idFrom('proposal', key), year, title, themeShares, amountCents };
  return { commandId: idFrom('proposal.record', key), name: 'proposal.record', args };
}

/** A committee is known by its name and district; one without a district is taken when only its name fits. */
class Places {
  readonly #part: Part;
  readonly #city: string;
  readonly #known: ReadonlyMap<string, string>; // name -> id

  constructor(part: Part, city: string, known: ReadonlyMap<string, string>) {
    this.#part = part;
    this.#city = city;
    this.#known = known;
  }

  async placeFor(
    group: readonly [Keyed, ...Keyed[]],
  ): Promise<{ readonly id: string; readonly founded?: FoundedCommittee }> {
    const { district, committee: name } = group[0].project;
    const known = this.#known.get(nameOf(district, name));
    if (known !== undefined) return { id: known };
    const without = this.#known.get(nameOf('', name));
    if (without !== undefined) {
      await this.#must(without, {
        ...{ commandId: idFrom('committee.change', nameOf(district, name)), name: 'committee.change' },
        args: { fields: { district }, seen: { district: '' } },
      });
      return { id: without };
    }
    return this.#found(district, name, Math.max(...group.map(({ project }) => project.year)));
  }

  /** The last year of the list is the one that is open; the projects make the others. */
  async #found(district: string, name: string, year: number) {
    const id = idFrom('committee', nameOf(district, name));
    const chairId = idFrom('chair', nameOf(district, name));
    const exists = (await listCommittees(this.#part.database)).some((committee) => committee.id === id);
    if (!exists) await this.#part.engine.createCommittee(id, chairId); // else an import that was cut off made it
    await this.#must(id, {
      ...{ commandId: idFrom('committee.found', nameOf(district, name)), name: 'committee.found', founderId: chairId },
      args: {
        ...{ name, district, bodyWord: 'commissie wijkbudgetten', city: this.#city, founderName: 'Voorzitter' },
        ...{ year, grantCents: 0, smallLimitCents: 0, quorum: { kind: 'more_than_half' }, foundedOn: `${year}-01-01` },
      },
    });
    return { id, founded: { id, name, district, chairId } };
  }

  async #must(committeeId: string, command: OwnCommand): Promise<void> {
    const [outcome] = await run(this.#part, committeeId, [command]);
    if (outcome === undefined || outcome.kind === 'applied' || outcome.kind === 'known') return;
    throw new Error(`${command.name} for ${committeeId}: ${reasonOf(outcome)}`);
  }
}

async function knownPlaces({ database, store }: Part): Promise<ReadonlyMap<string, string>> {
  const places = new Map<string, string>();
  for (const { id } of await listCommittees(database)) {
    const record = await store.read((snapshot) => snapshot.row(id, `committee/${id}`));
    if (record === undefined) continue; // invited and not founded yet
    const { name, district = '' } = currentBody(record) as Committee;
    places.set(nameOf(district, name), id);
  }
  return places;
}

/** A running server may hold the database for a moment. */
async function run(
  { engine }: Part,
  committeeId: string,
  commands: readonly OwnCommand[],
): Promise<readonly OwnOutcome[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await engine.runOwn(committeeId, commands);
    } catch (error) {
      if (!(error instanceof Transient) || tries === 10) throw error;
    }
  }
}

const reasonOf = (outcome: OwnOutcome): string =>
  outcome.kind === 'refused' ? outcome.code : outcome.kind === 'waits' ? `waits for ${outcome.key}` : outcome.kind;

const nameOf = (district: string, committee: string): string =>
  canonical([district.toLowerCase(), committee.toLowerCase()]);

/** A UUID (version 8: of our own making) out of what it is about. */
function idFrom(kind: string, about: string): string {
  const hex = sha256(`${kind}\n${about}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
