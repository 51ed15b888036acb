// Neem over: the work of another phone, to bring it to the server.
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, BackLink } from '../../parts/button.tsx';
import { Card, Stack } from '../../parts/card.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useNames } from '../device/names.ts';
import { Carried } from './carried.tsx';
import { Scan } from './scan.tsx';
import { TakeFile } from './take-file.tsx';
import { TookNote, useTake } from './took.tsx';

export function TakeScreen() {
  const names = useNames();
  const { took, take } = useTake();
  const { take: words } = nlHandOver;
  return (
    <>
      <BackLink href="/toestel">{nlDevice.title}</BackLink>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <Scan />
        <Card gap={3} labelledBy="bestand">
          <h2 id="bestand">{words.fileTitle}</h2>
          <p>{words.fileText}</p>
          <Actions>
            <TakeFile onContent={(content) => void take(content)} />
          </Actions>
          <TookNote took={took} />
        </Card>
        <Carried names={names} />
      </Stack>
    </>
  );
}
