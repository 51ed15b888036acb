// Geef door: unsent work to another phone that may meet the internet before this one does.
import { useStore } from '../../hooks.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, BackLink } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { syncStore } from '../../sync-status.ts';
import { GiveFile } from './give-file.tsx';
import { ShowCodes } from './show-codes.tsx';

export function GiveScreen() {
  const unsent = useStore(syncStore, ({ unsent: { commands, photos } }) => commands + photos);
  const commands = useStore(syncStore, (status) => status.unsent.commands);
  const { give: words, file } = nlHandOver;
  return (
    <>
      <BackLink href="/toestel">{nlDevice.title}</BackLink>
      <PageHead title={words.title} lead={words.lead(unsent)} />
      <Stack gap={6}>
        <ShowCodes nothing={commands === 0} />
        <Card gap={3} labelledBy="bestand">
          <h2 id="bestand">{file.title}</h2>
          <p>{file.text}</p>
          <p class="bk-small bk-soft">{nlDevice.copy.warn}</p>
          <Actions>
            <GiveFile />
          </Actions>
        </Card>
        <p class="bk-small bk-soft">{words.safe}</p>
      </Stack>
    </>
  );
}
