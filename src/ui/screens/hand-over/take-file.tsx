// A file of another phone into this one.
import { useRef } from 'preact/hooks';
import { Upload } from '../../icons.ts';
import { nlDevice } from '../../nl/device.ts';
import { Button } from '../../parts/button.tsx';

export function TakeFile({ onContent }: { readonly onContent: (content: unknown) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    onContent(
      await file
        .text()
        .then((text) => JSON.parse(text) as unknown)
        .catch(() => undefined),
    );
  };
  return (
    <>
      <Button icon={Upload} onClick={() => picker.current?.click()}>
        {nlDevice.copy.read}
      </Button>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json,text/plain,.txt"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) void read(file);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </>
  );
}
