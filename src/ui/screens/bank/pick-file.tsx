// Choosing a bank's files: by a button, which a keyboard reaches too, or by dropping it.
import { useRef, useState } from 'preact/hooks';
import { Upload } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';

const words = nlBank.pick;

export interface PickFileProps {
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** No line waits: then this is what to do. */
  readonly next: boolean;
}

export function PickFile({ busy, onFiles, next }: PickFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files != null && files.length > 0) onFiles([...files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a help; the button inside does the same.
    <div
      class={classes('bk-card bk-first bk-stack bk-gap-2', over && 'bk-card--tint')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Button kind={next ? 'primary' : 'plain'} icon={Upload} busy={busy} onClick={() => picker.current?.click()}>
        {words.button}
      </Button>
      <p class="bk-small bk-soft">{words.which}</p>
      <p class="bk-small bk-soft bk-only-wide">{words.drop}</p>
      <input
        ref={picker}
        type="file"
        aria-label={words.button}
        accept=".940,.sta,.mt940,.swi,.xml,.csv,.tab,.txt,.zip,text/csv,text/plain,application/xml,text/xml,application/zip"
        multiple
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </div>
  );
}
