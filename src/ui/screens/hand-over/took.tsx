// What became of taking something in, said where it was asked.
import { useState } from 'preact/hooks';
import { StorageFull, StorageLost } from '../../../sync/ports.ts';
import { useEngine } from '../../data.ts';
import { CircleAlert, CircleCheckBig } from '../../icons.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Note } from '../../parts/status.tsx';

export type Took = keyof typeof nlHandOver.took;

export function useTake() {
  const engine = useEngine();
  const [took, setTook] = useState<Took | undefined>(undefined);
  const take = async (content: unknown): Promise<void> => {
    try {
      setTook(await engine.importBundle(content));
    } catch (error) {
      if (!(error instanceof StorageFull || error instanceof StorageLost)) throw error;
      setTook(error instanceof StorageFull ? 'no_room' : 'lost');
    }
  };
  return { took, take, forget: () => setTook(undefined) };
}

export function TookNote({ took }: { readonly took: Took | undefined }) {
  const good = took === 'kept' || took === 'own';
  return (
    <div role="status">
      {took !== undefined && (
        <Note tone={good ? 'ok' : 'bad'} icon={good ? CircleCheckBig : CircleAlert}>
          {nlHandOver.took[took]}
        </Note>
      )}
    </div>
  );
}
