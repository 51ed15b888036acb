// Every rule of the year with what was found, or what the app proposes and why.
import { useState } from 'preact/hooks';
import type { RuleLine } from '../../../domain/ruleCheck/check.ts';
import { dispatchOnce, mayI, Refusal, type Seen, useApp, useCommand, useRows, useToday } from '../../data.ts';
import { CheckCheck, Clock, RotateCcw } from '../../icons.ts';
import { nlDossier } from '../../nl/dossier.ts';
import { nlRuling } from '../../nl/ruling.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { Card, Section } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Badge } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { ReasonSheet } from '../dossier/reason-sheet.tsx';
import { rulingHref } from './href.ts';
import { verdictLooks } from './looks.ts';
import type { CheckData } from './use-check.ts';

const words = nlRuling.rules;

export interface RulesCardProps {
  readonly proposal: Seen<'proposal'>;
  readonly data: CheckData;
  readonly editable: boolean;
}

export function RulesCard({ proposal, data, editable }: RulesCardProps) {
  const { lines, open } = data.checked;
  if (lines.length === 0) {
    return (
      <Section id="regels" title={words.title}>
        <Empty
          title={words.none}
          action={mayI('rule.add') ? <LinkButton href="/instellingen/regels">{words.toRules}</LinkButton> : undefined}
        >
          {words.noneText}
        </Empty>
      </Section>
    );
  }
  const mayCheck = editable && mayI('ruleCheck.record');
  return (
    <Section
      id="regels"
      title={words.title}
      aside={<span class="bk-soft bk-small">{words.progress(open, lines.length)}</span>}
    >
      {mayCheck && <AgreeButton proposalId={proposal.id} lines={lines} />}
      {lines.map((line) => (
        <RuleArticle key={line.rule.id} proposalId={proposal.id} line={line} mayCheck={mayCheck} />
      ))}
      <MendButton proposal={proposal} missed={data.checked.missed} />
    </Section>
  );
}

interface RuleArticleProps {
  readonly proposalId: string;
  readonly line: RuleLine;
  readonly mayCheck: boolean;
}

function RuleArticle({ proposalId, line: { rule, proposed, recorded }, mayCheck }: RuleArticleProps) {
  const people = useRows('person');
  const headingId = `regel-${rule.key}`;
  const seen = words.because(proposed.because, proposed.found, proposed.limit);
  const differs = recorded !== undefined && proposed.verdict !== null && proposed.verdict !== recorded.verdict;
  return (
    <Card as="article" gap={2} labelledBy={headingId}>
      <div class="bk-row bk-between">
        <h3 id={headingId}>{rule.text}</h3>
        {recorded === undefined ? (
          <Badge icon={Clock}>{words.open}</Badge>
        ) : (
          <Badge {...verdictLooks[recorded.verdict]}>{nlRuling.form.verdicts[recorded.verdict]}</Badge>
        )}
      </div>
      {recorded === undefined ? (
        <p>
          {proposed.verdict !== null && `${words.proposed(proposed.verdict)} `}
          {seen}
        </p>
      ) : (
        <>
          {recorded.barrier !== null && <p>{nlRuling.form.barriers[recorded.barrier]}</p>}
          {recorded.note !== '' && <p>{recorded.note}</p>}
          {differs && proposed.verdict !== null && (
            <p class="bk-small">
              {words.differs(proposed.verdict)} {seen}
            </p>
          )}
        </>
      )}
      <p class="bk-soft bk-small">
        {words.owner[rule.owner]}
        {rule.retired && `. ${words.retired}`}
        {recorded !== undefined &&
          `. ${words.by(people.find(({ id }) => id === recorded.checkedBy)?.name, recorded.checkedOn)}`}
      </p>
      {mayCheck && !rule.retired && (
        <div>
          <LinkButton href={`${rulingHref(proposalId)}?regel=${encodeURIComponent(rule.id)}`}>
            {recorded === undefined ? words.check : words.change}
            <span class="bk-hidden">: {rule.text}</span>
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

/** The app proposes; one tap of a person makes it a finding. What it cannot see stays open. */
function AgreeButton({
  proposalId,
  lines,
}: Pick<RuleArticleProps, 'proposalId'> & { readonly lines: readonly RuleLine[] }) {
  const app = useApp();
  const today = useToday();
  const [busy, setBusy] = useState(false);
  const ready = lines.filter(({ rule, recorded, proposed }) => !rule.retired && !recorded && proposed.verdict !== null);
  if (ready.length === 0) return null;
  const agree = async () => {
    setBusy(true);
    let saved = true;
    for (const { rule, proposed } of ready) {
      if (proposed.verdict === null) continue;
      const note = nlRuling.ready(proposed.verdict, null, proposed) ?? '';
      const sent = await dispatchOnce(app, 'ruleCheck.record', {
        ...{ proposalId, ruleId: rule.id, seen: null, checkedOn: today },
        finding: { verdict: proposed.verdict, barrier: null, note },
      });
      saved &&= sent.saved;
    }
    setBusy(false);
    showToast({ text: saved ? words.saved : words.notSaved });
  };
  return (
    <Button icon={CheckCheck} busy={busy} onClick={() => void agree()}>
      {words.agreeAll(ready.length)}
    </Button>
  );
}

/** Gives the proposal back with the sentences of what can be mended; they can be changed before they go. */
function MendButton({
  proposal,
  missed,
}: {
  readonly proposal: Seen<'proposal'>;
  readonly missed: readonly RuleLine[];
}) {
  const command = useCommand('proposal.return');
  const [open, setOpen] = useState(false);
  const notes = missed
    .filter(({ recorded }) => recorded?.verdict === 'can_be_mended')
    .map(({ rule, recorded }) => (recorded?.note ? recorded.note : rule.text));
  if (notes.length === 0 || proposal.state !== 'submitted' || !mayI('proposal.return')) return null;
  return (
    <>
      <Button icon={RotateCcw} onClick={() => setOpen(true)}>
        {words.ask}
      </Button>
      {open && (
        <ReasonSheet
          open
          onClose={() => setOpen(false)}
          words={nlDossier.giveBack}
          hint={nlDossier.giveBack.hint}
          start={notes.join('\n')}
          draftKey={`ruling.return:${proposal.id}`}
          command={command}
          send={(reason) => command.send({ proposalId: proposal.id, reason })}
        />
      )}
      <Refusal command={command} />
    </>
  );
}
