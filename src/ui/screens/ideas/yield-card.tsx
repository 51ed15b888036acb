// Which channel brings ideas, and which of them become something (S3).
import { useState } from 'preact/hooks';
import { type ChannelYield, channelYields } from '../../../domain/ideas.ts';
import { mayI, type Seen, useRows } from '../../data.ts';
import { whole } from '../../format.ts';
import { PencilLine } from '../../icons.ts';
import { nlIdeas } from '../../nl/ideas.ts';
import { Button } from '../../parts/button.tsx';
import { Columns, Section, Stack } from '../../parts/card.tsx';
import { Table } from '../../parts/table.tsx';
import { ChannelsSheet } from './channels-sheet.tsx';

const words = nlIdeas.yield;

export function YieldCards({ ideas }: { readonly ideas: readonly Seen<'idea'>[] }) {
  const proposals = useRows('proposal');
  const [open, setOpen] = useState(false);
  const byHeard = channelYields(
    ideas.map((idea) => ({ ...idea, channel: idea.heardOf })),
    proposals,
  );
  return (
    <Section id="opbrengst" title={words.title}>
      <p class="bk-soft">{words.text}</p>
      <Columns kind="even">
        <Stack>
          <Yields caption={words.caption} first={words.channel} rows={channelYields(ideas, proposals)} />
        </Stack>
        <Stack>
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
  const number = (id: keyof typeof words & ('ideas' | 'proposals' | 'awarded')) => ({
    id,
    label: words[id],
    end: true,
    cell: (row: ChannelYield) => whole(row[id]),
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
        number('ideas'),
        number('proposals'),
        number('awarded'),
      ]}
      rows={rows}
      rowKey={({ channel }) => channel}
    />
  );
}
