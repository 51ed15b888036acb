// Which channel brings ideas, and which of them become something (S3).
import { useState } from 'preact/hooks';
import { yearOf } from '../../../domain/dates.ts';
import { type ChannelYield, channelYields } from '../../../domain/ideas.ts';
import { mayI, type Seen, useRows } from '../../data.ts';
import { whole } from '../../format.ts';
import { PencilLine } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { Button } from '../../parts/button.tsx';
import { Columns, Section, Stack } from '../../parts/card.tsx';
import { Table } from '../../parts/table.tsx';
import { YearPick } from '../../year-choice.tsx';
import { ChannelsSheet } from './channels-sheet.tsx';

const words = nlIdeas.yield;

/** Of one year: a channel that brought much long ago says nothing about where to stand next summer. */
export function YieldCards({ ideas: all }: { readonly ideas: readonly Seen<'idea'>[] }) {
  const proposals = useRows('proposal');
  const [open, setOpen] = useState(false);
  const years = [...new Set(all.map(({ caughtOn }) => yearOf(caughtOn)))].sort((a, b) => b - a);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const year = chosen ?? years[0] ?? 0;
  const ideas = all.filter(({ caughtOn }) => yearOf(caughtOn) === year);
  const byHeard = channelYields(
    ideas.map((idea) => ({ ...idea, channel: idea.heardOf })),
    proposals,
  );
  return (
    <Section id="opbrengst" title={words.title(year)}>
      <p class="bk-soft">{words.text}</p>
      <YearPick years={years} value={year} onValue={setChosen} />
      <Columns kind="even">
        <Stack gap={3}>
          <h3>{words.byChannel}</h3>
          <Yields caption={words.caption} first={words.channel} rows={channelYields(ideas, proposals)} />
        </Stack>
        <Stack gap={3}>
          <h3>{words.byHeard}</h3>
          <Yields caption={words.heardCaption} first={words.heard} rows={byHeard} />
        </Stack>
      </Columns>
      {mayI('ideaChannels.change') && (
        <div>
          <Button icon={PencilLine} onClick={() => setOpen(true)}>
            {nlIdeas.channels.change}
          </Button>
          {open && <ChannelsSheet onClose={() => setOpen(false)} />}
        </div>
      )}
    </Section>
  );
}

interface YieldsProps {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly ChannelYield[];
}

function Yields({ caption, first, rows }: YieldsProps) {
  const number = (id: 'ideas' | 'aside' | 'proposals' | 'awarded', count: (row: ChannelYield) => number) => ({
    ...{ id, label: words[id], end: true, cell: (row: ChannelYield) => whole(count(row)) },
  });
  return (
    <Table
      caption={caption}
      columns={[
        {
          id: 'channel',
          label: first,
          rowHead: true,
          cell: ({ channel }) => (channel === '' ? words.unknown : channel),
        },
        number('ideas', ({ ideas }) => ideas),
        number('aside', ({ asideIdeas }) => asideIdeas),
        number('proposals', ({ proposals }) => proposals),
        number('awarded', ({ awarded }) => awarded),
      ]}
      rows={rows}
      rowKey={({ channel }) => channel}
      counts
    />
  );
}
