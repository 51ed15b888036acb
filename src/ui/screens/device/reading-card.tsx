// Which way of reading receipts this device has: each a download of its own, with its size said before.
import { useEffect, useRef, useState } from 'preact/hooks';
import { keptBytes, wireBytes } from '../../../files/reader/downloads.ts';
import type { EngineName } from '../../../files/reader/engine.ts';
import { forget, isKept, keep } from '../../../files/reader/kept.ts';
import { CircleAlert, CircleCheckBig, CircleMinus, Download, Trash } from '../../icons.ts';
import { nlReading } from '../../nl/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Badge, Bar, Note } from '../../parts/status.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { lookForEngine, readingStore } from '../../reading.ts';
import { useStore } from '../../use-store.ts';

const words = nlReading.device;
const engines: readonly EngineName[] = ['tesseract', 'ppocr'];
const memoryMin = 4; // GB: a browser says no more than 8, and some say nothing

export function ReadingCard() {
  const inUse = useStore(readingStore, ({ engine }) => engine);
  useEffect(() => void lookForEngine(), []);
  return (
    <Card gap={4} labelledBy="bonnen-lezen">
      <h2 id="bonnen-lezen">{words.title}</h2>
      <p>{words.text}</p>
      {typeof caches === 'undefined' ? (
        <Note icon={CircleAlert}>{words.none}</Note>
      ) : (
        engines.map((engine) => <EngineRow key={engine} engine={engine} inUse={inUse === engine} />)
      )}
    </Card>
  );
}

type Problem = 'failed' | 'full';

function EngineRow({ engine, inUse }: { readonly engine: EngineName; readonly inUse: boolean }) {
  const [kept, setKept] = useState(false);
  const [share, setShare] = useState<number | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    void isKept(engine).then(setKept);
    return () => running.current?.abort();
  }, [engine]);
  const look = async () => {
    setKept(await isKept(engine));
    await lookForEngine();
  };
  const get = async () => {
    const stop = new AbortController();
    running.current = stop;
    setProblem(undefined);
    setShare(0);
    try {
      await keep(engine, setShare, stop.signal);
      showToast({ text: words.got(words[engine]) });
    } catch (error) {
      if (!stop.signal.aborted) setProblem(isFull(error) ? 'full' : 'failed');
    }
    setShare(undefined);
    await look();
  };
  const drop = async () => {
    await forget(engine);
    showToast({ text: words.dropped(words[engine]) });
    await look();
  };
  return (
    <section class="bk-stack bk-gap-2" aria-labelledby={`lezen-${engine}`}>
      <div class="bk-row bk-gap-2">
        <h3 id={`lezen-${engine}`}>{words[engine]}</h3>
        <Badge tone={kept ? 'ok' : 'quiet'} icon={kept ? CircleCheckBig : CircleMinus}>
          {kept ? (inUse ? words.inUse : words.kept) : words.notKept}
        </Badge>
      </div>
      <p>{words[`${engine}Text`]}</p>
      <p class="bk-small bk-soft">{words.size(wireBytes[engine], keptBytes(engine))}</p>
      {engine === 'ppocr' && !kept && isWeak() && <Note icon={CircleAlert}>{words.weak}</Note>}
      <div role="status">
        {share !== undefined && (
          <div class="bk-stack bk-gap-2">
            <p class="bk-small">{words.busy(share)}</p>
            <Bar share={share} />
          </div>
        )}
      </div>
      {problem !== undefined && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words[problem]}
        </Note>
      )}
      <span>
        {share !== undefined ? (
          <Button onClick={() => running.current?.abort()}>{words.cancel}</Button>
        ) : kept ? (
          <Button icon={Trash} onClick={() => void drop()}>
            {words.drop(words[engine])}
          </Button>
        ) : (
          <Button icon={Download} onClick={() => void get()}>
            {words.get(words[engine])}
          </Button>
        )}
      </span>
    </section>
  );
}

const isFull = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

function isWeak(): boolean {
  const { deviceMemory } = navigator as Navigator & { readonly deviceMemory?: number };
  return deviceMemory !== undefined && deviceMemory < memoryMin;
}
