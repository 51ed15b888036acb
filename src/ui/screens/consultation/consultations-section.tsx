// On Vergaderingen: what is asked of the neighbourhood, the next one first, and what came out.
import { mayI, type Seen, useRows } from '../../data.ts';
import { Check, Clock, Files, Plus, UsersRound, X } from '../../icons.ts';
import { nlConsultation } from '../../nl/consultation.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Section } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Item, List } from '../../parts/list.tsx';
import { Disc, LocalMark } from '../../parts/status.tsx';
import { consultationHref } from './use-consultation.ts';

const looks = {
  announced: { tone: undefined, icon: UsersRound },
  cancelled: { tone: 'later', icon: X },
  closed: { tone: 'ok', icon: Check },
} as const;

export function ConsultationsSection() {
  const consultations = [...useRows('consultation')].sort((a, b) => (a.heldOn < b.heldOn ? 1 : -1));
  const announce = mayI('consultation.announce');
  if (consultations.length === 0 && !announce) return null;
  return (
    <Section title={nlConsultation.many} id="raadplegingen">
      {consultations.length === 0 ? (
        <p class="bk-soft">{nlConsultation.none}</p>
      ) : (
        <List>
          {consultations.map((one) => (
            <Row key={one.id} consultation={one} />
          ))}
        </List>
      )}
      {announce && (
        <div class="bk-row bk-gap-2">
          <LinkButton icon={Plus} href="/raadpleging/nieuw">
            {nlConsultation.new}
          </LinkButton>
          <LinkButton kind="quiet" icon={Files} href="/raadpleging/bestand">
            {nlConsultation.fileLink}
          </LinkButton>
        </div>
      )}
    </Section>
  );
}

function Row({ consultation }: { readonly consultation: Seen<'consultation'> }) {
  const { id, title, heldOn, startTime, place, state, pending } = consultation;
  const look = looks[state];
  const when = nlConsultation.when(heldOn, startTime);
  return (
    <Item
      href={state === 'closed' ? `${consultationHref(id)}/uitslag` : consultationHref(id)}
      title={title}
      disc={
        <Disc tone={look.tone}>
          <Icon of={look.icon ?? Clock} />
        </Disc>
      }
      lines={[
        { strong: nlConsultation.state[state] },
        place === '' ? when : `${when}, ${place}`,
        ...(pending ? [<LocalMark key="local" />] : []),
      ]}
    />
  );
}
