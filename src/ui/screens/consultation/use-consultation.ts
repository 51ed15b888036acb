// One consultation with its papers and results, live. The second count is blind: a stack that is still this person's to
// count is left out of everything that shows numbers.
import { isVotingRole } from '../../../domain/access.ts';
import { type Papers, papersOf } from '../../../domain/consultation/stacks.ts';
import { type Seen, useMe, useRowFound, useRowsFound } from '../../data.ts';

export interface ConsultationData {
  readonly consultation: Seen<'consultation'>;
  readonly counts: readonly Seen<'ballotCount'>[];
  readonly stacks: readonly Seen<'ballotStack'>[];
  readonly attendances: readonly Seen<'consultationAttendance'>[];
  /** First round first; the last one holds. */
  readonly results: readonly Seen<'consultationResult'>[];
  readonly papers: Papers;
  /** Stacks that this person still has to count, by the number on the wrapper. */
  readonly toCount: readonly number[];
}

export function useConsultation(id: string): { readonly loaded: boolean; readonly data: ConsultationData | undefined } {
  const { access, personId } = useMe();
  const found = useRowFound('consultation', id);
  const stacks = useRowsFound('ballotStack', 'consultationId', id);
  const counts = useRowsFound('ballotCount', 'consultationId', id);
  const attendances = useRowsFound('consultationAttendance', 'consultationId', id);
  const results = useRowsFound('consultationResult', 'consultationId', id);
  const loaded = [found, stacks, counts, attendances, results].every((one) => one.loaded);
  const consultation = found.value;
  if (!loaded || consultation === undefined) return { loaded, data: undefined };
  const numbers = consultation.options.map(({ number }) => number);
  const papers = papersOf(stacks.value, counts.value, numbers);
  const mine = papers.stacks.filter(({ state, countedBy }) => state === 'one_count' && !countedBy.includes(personId));
  return {
    loaded,
    data: {
      consultation,
      stacks: stacks.value,
      counts: counts.value,
      attendances: attendances.value,
      results: [...results.value].sort((a, b) => a.round - b.round),
      papers,
      toCount: isVotingRole(access.role) ? mine.map(({ number }) => number) : [],
    },
  };
}

export const consultationHref = (id: string): string => `/raadpleging/${id}`;
export const countHref = (id: string, stack?: number): string =>
  `/raadpleging/${id}/tellen${stack === undefined ? '' : `?stapel=${stack}`}`;
