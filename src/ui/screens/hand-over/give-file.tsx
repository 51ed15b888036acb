// Unsent work into a file: saved, or handed to the share sheet of the phone, which knows AirDrop and Quick Share.
import { useEngine, useMe, useToday } from '../../data.ts';
import { Download, Share2 } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Button } from '../../parts/button.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { saveFile } from './save-file.ts';

/** The two buttons, for a row of actions. */
export function GiveFile() {
  const engine = useEngine();
  const { committeeId } = useMe();
  const today = useToday();
  const { copy: words } = nlDevice;
  const makeFile = async (): Promise<File | undefined> => {
    const bundle = await engine.exportBundle(committeeId).catch(() => undefined);
    if (bundle === undefined) {
      showToast({ text: nlHandOver.codes.failed });
      return undefined;
    }
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
  return (
    <>
      <Button icon={Download} onClick={() => void save()}>
        {words.save}
      </Button>
      {canShareFiles() && (
        <Button icon={Share2} onClick={() => void share()}>
          {words.share}
        </Button>
      )}
    </>
  );
}

function canShareFiles(): boolean {
  const probe = new File(['{}'], 'buurtkas.json', { type: 'application/json' });
  return navigator.canShare?.({ files: [probe] }) ?? false;
}
