// The opening balance out of another bookkeeping program: which of its accounts hold the money that comes along.
import { useRef, useState } from 'preact/hooks';
import { addCents } from '../../../domain/money.ts';
import type { Cents, IsoDate } from '../../../domain/rows.ts';
import type { OtherBooks, OtherBooksErrorCode } from '../../../files/otherBooks.ts';
import { euro } from '../../format.ts';
import { CircleAlert, Upload } from '../../icons.ts';
import { nlBooks } from '../../nl/books.ts';
import { Button } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { CheckboxGroup } from '../../parts/choice-fields.tsx';
import { Note } from '../../parts/status.tsx';

const { other: words } = nlBooks.byHand;

export interface OtherBooksProps {
  /** What the chosen accounts hold together, on the last day of the file where it has days. */
  readonly onTake: (cents: Cents, on: IsoDate | null) => void;
}

export function OtherBooksChoice({ onTake }: OtherBooksProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [books, setBooks] = useState<OtherBooks | undefined>(undefined);
  const [refused, setRefused] = useState<OtherBooksErrorCode | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setBooks(undefined);
    setRefused(undefined);
    const { readOtherBooks, OtherBooksError } = await import('../../../files/otherBooks.ts');
    try {
      const read = readOtherBooks(new Uint8Array(await file.arrayBuffer()));
      setBooks(read);
      setChosen(read.accounts.filter(({ isMoney }) => isMoney).map(({ number }) => number));
    } catch (error) {
      setRefused(error instanceof OtherBooksError ? error.code : 'damaged');
    }
  };
  const cents = addCents((books?.accounts ?? []).flatMap((one) => (chosen.includes(one.number) ? [one.cents] : [])));
  return (
    <Stack gap={3}>
      <Button kind="quiet" icon={Upload} onClick={() => picker.current?.click()}>
        {words.pick}
      </Button>
      <input
        ref={picker}
        type="file"
        aria-label={words.pick}
        accept=".xaf,.xml,.csv,.txt,application/xml,text/xml,text/csv"
        hidden
        onChange={(event) => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = ''; // the same file can be chosen again
        }}
      />
      {refused !== undefined && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.refused[refused]}
        </Note>
      )}
      {books !== undefined && (
        <>
          <CheckboxGroup
            {...{ id: 'otherAccounts', label: words.which, hint: words.whichHint }}
            options={books.accounts.map(({ number, name, cents: held }) => ({
              ...{ value: number, label: name, note: `${number}, ${euro(held)}` },
            }))}
            values={chosen}
            onValues={setChosen}
          />
          {cents > 0 ? (
            <Button onClick={() => onTake(cents, books.until)}>{words.take(cents)}</Button>
          ) : (
            <p class="bk-soft" role="status">
              {words.noMoney}
            </p>
          )}
        </>
      )}
    </Stack>
  );
}
