// Unsent work out of this device, and that of another one into it (docs/sync.md, H1).
import { QrCode } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { GiveFile } from '../hand-over/give-file.tsx';
import { TakeFile } from '../hand-over/take-file.tsx';
import { TookNote, useTake } from '../hand-over/took.tsx';

export function CopyCard() {
  const { took, take } = useTake();
  const { copy: words } = nlDevice;
  return (
    <Card gap={3} labelledBy="kopie">
      <h2 id="kopie">{words.title}</h2>
      <p>{words.text}</p>
      <p class="bk-small bk-soft">{words.warn}</p>
      <Actions>
        <GiveFile />
        <TakeFile onContent={(content) => void take(content)} />
      </Actions>
      <TookNote took={took} />
      <Actions>
        <LinkButton icon={QrCode} href="/toestel/overnemen">
          {nlHandOver.take.link}
        </LinkButton>
      </Actions>
    </Card>
  );
}
