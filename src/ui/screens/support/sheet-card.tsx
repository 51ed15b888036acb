// One sheet of paper: who counted it, what is on it, its photos, and what can be done with it now.
import { isVotingRole } from '../../../domain/access.ts';
import type { SheetDestruction } from '../../../domain/rows.ts';
import type { SheetState, SheetSummary } from '../../../domain/support.ts';
import { mayI, type Seen, useMe } from '../../data.ts';
import { Check, CheckCheck, EyeOff, ListChecks, PencilLine, Scale, Split, Trash2 } from '../../icons.ts';
import { theRole } from '../../nl/roles.ts';
import { nlSupport } from '../../nl/support.ts';
import { LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import type { IconData } from '../../parts/icon.tsx';
import { Badge, type BadgeTone, LocalMark, Note } from '../../parts/status.tsx';
import { SettleForm } from './settle-form.tsx';
import { SheetPhotos } from './sheet-photos.tsx';
import type { SupportData } from './use-support.ts';

const words = nlSupport.sheets;
const looks: Readonly<Record<SheetState, { readonly tone: BadgeTone; readonly icon: IconData }>> = {
  one_count: { tone: 'quiet', icon: Check },
  agreed: { tone: 'ok', icon: CheckCheck },
  differs: { tone: 'look', icon: Split },
  settled: { tone: 'ok', icon: Scale },
};

export interface SheetCardProps {
  readonly data: SupportData;
  readonly sheet: Seen<'supportSheet'>;
  /** Undefined: this person still has to count it, and sees no numbers. */
  readonly summary: SheetSummary | undefined;
  readonly editable: boolean;
}

export function SheetCard({ data, sheet, summary, editable }: SheetCardProps) {
  const { personId, access } = useMe();
  const state = summary?.state ?? 'one_count';
  const { tone, icon } = looks[state];
  const titleId = `lijst-${sheet.number}`;
  const ownCount = data.counts.some((count) => count.sheetId === sheet.id && count.countedBy === personId);
  const pending = sheet.pending || data.counts.some((count) => count.sheetId === sheet.id && count.pending);
  const kept = sheet.destroyed === undefined;
  const mayCount = editable && kept && isVotingRole(access.role) && mayI('support.count');
  return (
    <Card as="article" gap={3} labelledBy={titleId}>
      <div class="bk-head">
        <h3 id={titleId}>{words.sheet(sheet.number)}</h3>
        <Badge tone={tone} icon={icon}>
          {words.states[state]}
        </Badge>
      </div>
      <p class="bk-soft bk-small">{sheet.area === '' ? words.noArea : sheet.area}</p>
      {summary === undefined ? (
        <Note icon={EyeOff}>{words.hidden}</Note>
      ) : (
        <p class="bk-num">{words.numbers(summary)}</p>
      )}
      {pending && (
        <p>
          <LocalMark />
        </p>
      )}
      {state === 'one_count' && ownCount && <p class="bk-soft bk-small">{words.oneOwn}</p>}
      {state === 'settled' && <p class="bk-soft bk-small">{settledText(sheet, data)}</p>}
      {sheet.destroyed !== undefined && <Note icon={Trash2}>{destroyedText(sheet.destroyed, data)}</Note>}
      <SheetPhotos sheetId={sheet.id} number={sheet.number} photos={sheet.photos} />
      {summary?.state === 'differs' && <SettleForm data={data} sheet={sheet} editable={editable} />}
      {mayCount && <CountLinks sheet={sheet} ownCount={ownCount} first={summary === undefined} />}
    </Card>
  );
}

interface CountLinksProps {
  readonly sheet: Seen<'supportSheet'>;
  readonly ownCount: boolean;
  readonly first: boolean;
}

function CountLinks({ sheet, ownCount, first }: CountLinksProps) {
  if (!first && !ownCount) return null;
  return (
    <LinkButton icon={ownCount ? PencilLine : ListChecks} href={countHref(sheet.proposalId, sheet.number)}>
      {ownCount ? words.recount(sheet.number) : words.countIt(sheet.number)}
    </LinkButton>
  );
}

export const countHref = (proposalId: string, number?: number): string =>
  `/aanvragen/${proposalId}/draagvlak/tellen${number === undefined ? '' : `?lijst=${number}`}`;

function destroyedText({ destroyedOn, destroyedBy }: SheetDestruction, { roleOf }: SupportData): string {
  const role = roleOf(destroyedBy);
  return words.destroyed(destroyedOn, role === undefined ? '' : theRole(role));
}

function settledText({ settledBy, settledReason }: Seen<'supportSheet'>, { roleOf }: SupportData): string {
  const role = settledBy === null ? undefined : roleOf(settledBy);
  return role === undefined
    ? words.settledUnknown(settledReason ?? '')
    : words.settled(theRole(role), settledReason ?? '');
}
