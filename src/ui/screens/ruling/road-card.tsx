// Which road the proposal takes, why, and how far it is.
import { waitsForDecision } from '../../../domain/ruleCheck/road.ts';
import { mayI } from '../../data.ts';
import { Calendar, Check, Clock, Gavel, Info } from '../../icons.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card, CardHead } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { PlanNotes } from '../consultation/plan-notes.tsx';
import { rulingHref } from './href.ts';
import type { RulesCardProps } from './rules-card.tsx';

const words = nlRuling.road;
const icons = { free: Gavel, to_publish: Info, term_running: Clock, to_consult: Info, gone: Check } as const;

export function RoadCard({ proposal, data: { road, step }, editable }: RulesCardProps) {
  const { publication, requestedCents, id } = proposal;
  const waiting = waitsForDecision(proposal) || proposal.state === 'draft' || proposal.state === 'returned';
  const mayPublish =
    editable && mayI('proposal.publish') && (road.road === 'publish_first' || publication !== undefined);
  return (
    <Card gap={3} labelledBy="weg">
      <CardHead id="weg" title={words.title} />
      <p class="bk-strong">{words.names[road.road]}</p>
      <p class="bk-soft">{words.because(road.because, requestedCents, road.limitCents)}</p>
      {waiting && (
        <Note icon={icons[step]} tone={step === 'to_publish' || step === 'to_consult' ? 'look' : 'quiet'}>
          {words.step(step, road.road === 'publish_first' ? publication : undefined)}
        </Note>
      )}
      {publication !== undefined && <p>{words.published(publication)}</p>}
      <PlanNotes proposalId={id} />
      {mayPublish && (
        <LinkButton wide href={`${rulingHref(id)}?doe=bekendmaken`} icon={Calendar}>
          {publication === undefined ? words.publish : words.change}
        </LinkButton>
      )}
      {editable && step === 'to_consult' && mayI('consultation.announce') && (
        <LinkButton wide href={`/raadpleging/nieuw?aanvraag=${id}`}>
          {words.consult}
        </LinkButton>
      )}
    </Card>
  );
}
