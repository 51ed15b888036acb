// Choosing a bank's file: by a button, which a keyboard reaches too, or by dropping it.
import { useRef, useState } from 'preact/hooks';
import { Upload } from '../../icons.ts';
import { nlBank } from '../../nl/bank.ts';
import { Button } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';

const words = nlBank.pick;

export interface PickFileProps {
  readonly busy: boolean;
  readonly onFile: (file: File) => void;
  /** No line waits: then this is what to do. */
  readonly next: boolean;
}

export function PickFile({ busy, onFile, next }: PickFileProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
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
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) onFile(file);
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
        accept=".940,.sta,.mt940,.swi,.xml,.csv,.tab,.txt,text/csv,text/plain,application/xml,text/xml"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
    </div>
  );
}
