// Claims as a table on a laptop and as cards on a phone.
import { addCents } from '../../../domain/money.ts';
import type { Cents, Member } from '../../../domain/rows.ts';
import { useMe } from '../../data.ts';
import { day } from '../../format.ts';
import { BellRing, Check, CircleAlert, Files, ImageOff, UserRoundX } from '../../icons.ts';
import { nlClaim } from '../../nl/claim.ts';
import { nlMoney } from '../../nl/money.ts';
import { roleNames } from '../../nl/roles.ts';
import { Empty } from '../../parts/empty.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { Badge, LocalMark } from '../../parts/status.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { countPhotos, missingPhotos, type PhotoStands, usePhotoStands } from '../claim/photo-stand.ts';
import { StageBadge } from '../claim/stage.tsx';
import { judgeHref } from './hrefs.ts';
import type { ListedClaim } from './money-model.ts';

const words = nlMoney.claims;

export interface ClaimTableProps {
  readonly kind: 'judge' | 'pay' | 'done';
  readonly listed: readonly ListedClaim[];
  readonly members: ReadonlyMap<string, Member>;
  readonly amountOf: (one: ListedClaim) => Cents;
}

export function ClaimTable({ kind, listed, members, amountOf }: ClaimTableProps) {
  const standOf = usePhotoStands();
  const { access } = useMe();
  if (listed.length === 0) {
    const [title, text] = words.none[kind];
    return <Empty title={title}>{text}</Empty>;
  }
  const columns: readonly Column<ListedClaim>[] = [
    { id: 'what', label: words.columns.what, rowHead: true, cell: (one) => <Name one={one} /> },
    { id: 'amount', label: words.columns.amount, end: true, cell: (one) => <MoneyText cents={amountOf(one)} /> },
    {
      id: 'stand',
      label: words.columns.stand,
      quiet: true,
      cell: (one) => <Stand one={one} kind={kind} members={members} standOf={standOf} me={access.personId} />,
    },
  ];
  const sumCents = addCents(listed.map(amountOf));
  return (
    <>
      <Table
        framed={false}
        caption={words.caption[kind]}
        columns={columns}
        rows={listed}
        rowKey={({ claim }) => claim.id}
      />
      <p class="bk-strip bk-num">{words.sum(listed.length, sumCents)}</p>
    </>
  );
}

function Name({ one }: { readonly one: ListedClaim }) {
  const { claim, proposal, receipts } = one;
  return (
    <>
      <a href={judgeHref(claim.id)}>{proposal?.title ?? nlClaim.unknownProposal}</a>
      <small>{words.under(claim.payeeName, receipts.length, day(claim.submittedAt))}</small>
      {claim.pending && <LocalMark />}
    </>
  );
}

interface StandProps {
  readonly one: ListedClaim;
  readonly kind: ClaimTableProps['kind'];
  readonly members: ReadonlyMap<string, Member>;
  readonly standOf: PhotoStands;
  readonly me: string;
}

/** The one thing that stands in the way, else where the claim is. */
function Stand({ one, kind, members, standOf, me }: StandProps) {
  const { claim, stage, mine, above, receipts } = one;
  const missing = kind === 'done' ? 0 : missingPhotos(countPhotos(receipts, standOf));
  const judge = members.get(claim.judgedBy ?? '');
  return (
    <span class="bk-row bk-gap-1">
      {mine && (
        <Badge tone="turn" icon={BellRing}>
          {nlClaim.committee.to_judge}
        </Badge>
      )}
      {!mine && stage === 'to_judge' && claim.claimantId === me && <Badge icon={UserRoundX}>{words.own}</Badge>}
      {stage === 'to_pay' && judge !== undefined && (
        <Badge tone="ok" icon={Check}>
          {words.approvedBy(roleNames[judge.role])}
        </Badge>
      )}
      {showsStage(one, judge !== undefined, me) && <StageBadge stage={stage} own={false} />}
      {above && (
        <Badge tone="look" icon={CircleAlert}>
          {words.above}
        </Badge>
      )}
      {missing > 0 && (
        <Badge tone="look" icon={ImageOff}>
          {words.photosMissing(missing)}
        </Badge>
      )}
      {kind !== 'done' && one.double && (
        <Badge tone="look" icon={Files}>
          {words.double}
        </Badge>
      )}
    </span>
  );
}

function showsStage({ claim, stage, mine }: ListedClaim, judgeKnown: boolean, me: string): boolean {
  if (stage === 'to_judge') return !mine && claim.claimantId !== me;
  return stage !== 'to_pay' || !judgeKnown;
}
