// What the neighbourhood said of one proposal, where the committee reads or decides it.
import { useRows } from '../../data.ts';
import { ChevronRight } from '../../icons.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Icon } from '../../parts/icon.tsx';
import { consultationHref } from './use-consultation.ts';

export function PlanNotes({ proposalId }: { readonly proposalId: string }) {
  const results = useRows('consultationResult');
  const asked = useRows('consultation').filter(({ options }) => options.some((one) => one.proposalId === proposalId));
  if (asked.length === 0) return null;
  return (
    <>
      {asked.map(({ id, title, heldOn, method, options, state }) => {
        const number = options.find((one) => one.proposalId === proposalId)?.number ?? 0;
        const [last] = results.filter(({ consultationId }) => consultationId === id).sort((a, b) => b.round - a.round);
        const votes = last?.votes.find((one) => one.number === number);
        const said =
          last === undefined || votes === undefined
            ? nlConsultationResult.result.noteOpen(heldOn, state)
            : nlConsultationResult.result.note(
                heldOn,
                nlConsultationResult.result.votes(votes, method),
                last.steps.some((step) => step.number === number),
              );
        return (
          <p key={id}>
            <a
              class="bk-link"
              href={last === undefined ? consultationHref(id) : `${consultationHref(id)}/uitslag`}
              title={title}
            >
              {said}
              <Icon of={ChevronRight} />
            </a>
          </p>
        );
      })}
    </>
  );
}
