// Unsent work out of this device as a file, and a file of another device into this one (docs/sync.md, H1).
import { useRef, useState } from 'preact/hooks';
import { useEngine, useMe, useToday } from '../../data.ts';
import { CircleAlert, CircleCheckBig, Download, Share2, Upload } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { saveFile } from './save-file.ts';

type Imported = keyof typeof nlDevice.copy.imported;

export function CopyCard() {
  const engine = useEngine();
  const { committeeId } = useMe();
  const today = useToday();
  const [imported, setImported] = useState<Imported | undefined>(undefined);
  const picker = useRef<HTMLInputElement>(null);
  const { copy: words } = nlDevice;
  const makeFile = async (): Promise<File | undefined> => {
    const bundle = await engine.exportBundle(committeeId);
    const count = bundle.commands.length + bundle.photos.length;
    showToast({ text: count === 0 ? words.empty : words.saved(bundle.commands.length) });
    if (count === 0) return undefined;
    return new File([JSON.stringify(bundle)], words.fileName(today), { type: 'application/json' });
  };
  const save = async () => {
    const file = await makeFile();
    if (file !== undefined) saveFile(file);
  };
  const share = async () => {
    const file = await makeFile();
    // Closing the sheet of the phone is no error.
    if (file !== undefined) await navigator.share({ files: [file], title: file.name }).catch(() => undefined);
  };
  const read = async (file: File) => {
    const content: unknown = await file
      .text()
      .then((text) => JSON.parse(text) as unknown)
      .catch(() => undefined);
    setImported(await engine.importBundle(content));
  };
  return (
    <Card gap={3} labelledBy="kopie">
      <h2 id="kopie">{words.title}</h2>
      <p>{words.text}</p>
      <p class="bk-small bk-soft">{words.warn}</p>
      <Actions>
        <Button icon={Download} onClick={() => void save()}>
          {words.save}
        </Button>
        {canShareFiles() && (
          <Button icon={Share2} onClick={() => void share()}>
            {words.share}
          </Button>
        )}
        <Button icon={Upload} onClick={() => picker.current?.click()}>
          {words.read}
        </Button>
      </Actions>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void read(file);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
      <div role="status">
        {imported !== undefined && (
          <Note tone={refused(imported) ? 'bad' : 'ok'} icon={refused(imported) ? CircleAlert : CircleCheckBig}>
            {words.imported[imported]}
          </Note>
        )}
      </div>
    </Card>
  );
}

const refused = (imported: Imported): boolean => imported === 'not_a_bundle' || imported === 'other_committee';

function canShareFiles(): boolean {
  const probe = new File(['{}'], 'buurtkas.json', { type: 'application/json' });
  return navigator.canShare?.({ files: [probe] }) ?? false;
}
