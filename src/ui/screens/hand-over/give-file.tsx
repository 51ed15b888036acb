// Unsent work into a file: saved, or handed to the share sheet of the phone, which knows AirDrop and Quick Share.
import { useEngine, useMe, useToday } from '../../data.ts';
import { Download, Share2 } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Button } from '../../parts/button.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { canShareFile, saveFile, shareFile } from './save-file.ts';

interface FileKind {
  readonly ending: string;
  readonly type: string;
}
const saved: FileKind = { ending: '.json', type: 'application/json' };
const shared: FileKind = { ending: '.txt', type: 'text/plain' }; // Chrome on Android shares no JSON

/** The two buttons, for a row of actions. */
export function GiveFile() {
  const engine = useEngine();
  const { committeeId } = useMe();
  const today = useToday();
  const { copy: words } = nlDevice;
  const makeFile = async ({ ending, type }: FileKind): Promise<File | undefined> => {
    const bundle = await engine.exportBundle(committeeId).catch(() => undefined);
    if (bundle === undefined) {
      showToast({ text: nlHandOver.codes.failed });
      return undefined;
    }
    const count = bundle.commands.length + bundle.photos.length;
    showToast({ text: count === 0 ? words.empty : words.saved(bundle.commands.length) });
    if (count === 0) return undefined;
    return new File([JSON.stringify(bundle)], `${words.fileName(today)}${ending}`, { type });
  };
  const save = async () => {
    const file = await makeFile(saved);
    if (file !== undefined) saveFile(file);
  };
  const share = async () => {
    const file = await makeFile(shared);
    if (file === undefined) return;
    if ((await shareFile(file, file.name)) === 'saved') showToast({ text: words.savedInstead });
  };
  return (
    <>
      <Button icon={Download} onClick={() => void save()}>
        {words.save}
      </Button>
      {canShareFile(`buurtkas${shared.ending}`, shared.type) && (
        <Button icon={Share2} onClick={() => void share()}>
          {words.share}
        </Button>
      )}
    </>
  );
}
