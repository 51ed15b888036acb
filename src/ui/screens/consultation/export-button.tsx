import { useMe } from '../../data.ts';
import { Download } from '../../icons.ts';
import { nlConsultationResult } from '../../nl/consultation-result.ts';
import { Button } from '../../parts/button.tsx';
import { saveFile } from '../hand-over/save-file.ts';
import { pbOf } from './pb-export.ts';
import type { ConsultationData } from './use-consultation.ts';

export interface ExportButtonProps {
  readonly data: ConsultationData;
  readonly chosen: readonly number[];
}

/** Only where every paper was typed by itself: a file of votes holds single papers. */
export function ExportButton({ data: { consultation, papers }, chosen }: ExportButtonProps) {
  const { committee } = useMe();
  const possible = papers.everyPaperTyped && papers.ballots.length > 0 && consultation.method !== 'for_against';
  if (!possible) return <p class="bk-soft">{nlConsultationResult.result.exportNone}</p>;
  const save = () => {
    const bytes = pbOf(consultation, papers, committee, chosen);
    saveFile(new File([bytes as BlobPart], `wijkraadpleging-${consultation.heldOn}.pb`, { type: 'text/plain' }));
  };
  return (
    <Button icon={Download} onClick={save}>
      {nlConsultationResult.result.export}
    </Button>
  );
}
