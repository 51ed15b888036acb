/** What the committees on this server show of themselves to each other (S18). Reckoned when it is asked, and kept until
 *  something changes in that committee. */
import { setImmediate } from 'node:timers/promises';
import { type BodyFigures, bodyFigures, showsFigures } from '../src/domain/insight/bodyFigures.ts';
import { currentBody } from '../src/domain/rowShapes.ts';
import type { Committee, Rows, RowType } from '../src/domain/rows.ts';
import { listCommittees } from './db/committees.ts';
import type { Services } from './services.ts';

type Sources = Pick<Services, 'database' | 'store'>;

/** Every founded committee on this server. */
export async function listBodies({ database, store }: Sources): Promise<readonly Committee[]> {
  const bodies: Committee[] = [];
  for (const { id } of await listCommittees(database)) {
    const record = await store.read((snapshot) => snapshot.row(id, `committee/${id}`));
    if (record !== undefined) bodies.push(currentBody(record) as Committee);
  }
  return bodies;
}

export class BodyShelf {
  readonly #sources: Sources;
  /** By committee; `head` is of the last log entry that was reckoned with. */
  readonly #kept = new Map<string, { readonly head: string; readonly figures: Promise<BodyFigures> }>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Of the committees in these cities that show their figures. */
  async figures(cities: ReadonlySet<string>): Promise<readonly BodyFigures[]> {
    const shown = (await listBodies(this.#sources)).filter((body) => cities.has(body.city) && showsFigures(body));
    const figures: BodyFigures[] = [];
    for (const { id } of shown) {
      figures.push(await this.#of(id));
      await setImmediate(); // others are served in between
    }
    return figures;
  }

  async #of(id: string): Promise<BodyFigures> {
    const { store } = this.#sources;
    const head = (await store.read((snapshot) => snapshot.committee(id)))?.head ?? '';
    const kept = this.#kept.get(id);
    if (kept?.head === head) return kept.figures;
    const figures = this.#reckon(id);
    this.#kept.set(id, { head, figures });
    figures.catch(() => this.#kept.delete(id));
    return figures;
  }

  async #reckon(id: string): Promise<BodyFigures> {
    const records = await this.#sources.store.read((snapshot) => snapshot.allRows(id));
    const all = <T extends RowType>(type: T): readonly Rows[T][] =>
      records.filter((record) => record.type === type).map((record) => currentBody(record) as Rows[T]);
    const [committee] = all('committee');
    if (committee === undefined) throw new Error(`committee ${id} was never founded`);
    return bodyFigures({
      ...{ committee, budgetYears: all('budgetYear'), rules: all('rule'), proposals: all('proposal') },
      ...{ decisions: all('decision'), claims: all('claim'), payments: all('payment'), lines: all('ledgerLine') },
      ...{ sheets: all('supportSheet'), counts: all('supportCount'), indications: all('supportIndication') },
    });
  }
}
