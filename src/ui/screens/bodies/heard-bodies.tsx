// The figures of all wijken as the server told them, now or before, and the sentence that says when.
import type { ComponentChildren } from 'preact';
import type { BodyFigures } from '../../../domain/insight/bodyFigures.ts';
import { type HeardUse, useHeard } from '../../heard.ts';
import { WifiOff } from '../../icons.ts';
import { nlBodies } from '../../nl/bodies.ts';
import { Stack } from '../../parts/card.tsx';
import { Empty } from '../../parts/empty.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { bodyFiguresShape, readBodyFigures } from '../../server-api.ts';

export type Bodies = readonly BodyFigures[];

export interface HeardBodiesProps {
  /** The h1 while there are no figures, for a page whose name is among them. */
  readonly title?: string | undefined;
  /** `told` says of when the figures are. */
  readonly children: (bodies: Bodies, told: ComponentChildren) => ComponentChildren;
}

export function HeardBodies({ title, children }: HeardBodiesProps) {
  const heard = useHeard('bodies', bodyFiguresShape, readBodyFigures);
  if (heard.value === undefined) {
    return (
      <>
        {title !== undefined && <PageHead title={title} />}
        {heard.state === 'asking' ? (
          <p class="bk-soft">{nlBodies.asking}</p>
        ) : (
          <Empty title={nlBodies.never.title}>{nlBodies.never.text}</Empty>
        )}
      </>
    );
  }
  const sorted = [...heard.value].sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return <Stack gap={5}>{children(sorted, <ToldAt heard={heard} />)}</Stack>;
}

function ToldAt({ heard: { at, state } }: { readonly heard: HeardUse<Bodies> }) {
  const iso = at?.toISOString() ?? '';
  if (state === 'offline' || state === 'refused') return <Note icon={WifiOff}>{nlBodies.offline(iso)}</Note>;
  return <p class="bk-small bk-soft">{nlBodies.told(iso)}</p>;
}

export const yearsOf = (bodies: Bodies): readonly number[] =>
  [...new Set(bodies.flatMap(({ years }) => years.map(({ year }) => year)))].sort((a, b) => b - a);

export const yearOf = ({ years }: BodyFigures, year: number) => years.find((one) => one.year === year);
