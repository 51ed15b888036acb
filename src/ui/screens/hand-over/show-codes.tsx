// The codes, one after the other, as fast as the other camera can follow (docs/sync.md, H11).
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Codes, codesOf } from '../../../store/handOver.ts';
import { pieceCount } from '../../../sync/frames.ts';
import { useEngine, useMe } from '../../data.ts';
import { CircleAlert, Pause, QrCode } from '../../icons.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Seg } from '../../parts/choice.tsx';
import { Note } from '../../parts/status.tsx';
import { codesPerSecond, drawCode } from './draw-code.ts';

const words = nlHandOver.codes;
type Speed = keyof typeof codesPerSecond;
const speeds = [
  { value: 'slow', label: words.slow },
  { value: 'normal', label: words.normal },
  { value: 'fast', label: words.fast },
] as const;

type Shown = { readonly codes: Codes; readonly photos: number } | 'too_much' | 'failed' | undefined;

export function ShowCodes({ nothing }: { readonly nothing: boolean }) {
  const engine = useEngine();
  const { committeeId } = useMe();
  const [shown, setShown] = useState<Shown>(undefined);
  const [speed, setSpeed] = useState<Speed>('normal');
  const show = async () => {
    try {
      const bundle = await engine.exportBundle(committeeId);
      const codes = await codesOf(bundle);
      setShown(codes === undefined ? 'too_much' : { codes, photos: bundle.photos.length });
    } catch {
      setShown('failed');
    }
  };
  // What is being shown stays, also when the server got it meanwhile: the other camera is at it.
  if (nothing && shown === undefined) return null;
  return (
    <Card gap={3} labelledBy="codes">
      <h2 id="codes">{words.title}</h2>
      <p>{typeof shown === 'object' ? words.hold : words.text}</p>
      {typeof shown === 'object' && <ShownCodes {...shown} speed={speed} onSpeed={setSpeed} />}
      {typeof shown === 'string' && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {shown === 'failed' ? words.failed : words.tooMuch}
        </Note>
      )}
      <Actions>
        {typeof shown === 'object' ? (
          <Button icon={Pause} onClick={() => setShown(undefined)}>
            {words.stop}
          </Button>
        ) : (
          <Button kind="primary" icon={QrCode} onClick={() => void show()}>
            {words.show}
          </Button>
        )}
      </Actions>
    </Card>
  );
}

interface ShownCodesProps {
  readonly codes: Codes;
  readonly photos: number;
  readonly speed: Speed;
  readonly onSpeed: (speed: Speed) => void;
}

function ShownCodes({ codes, photos, speed, onSpeed }: ShownCodesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const number = useRef(0);
  useEffect(() => {
    const next = () => {
      if (canvas.current !== null) drawCode(canvas.current, codes.code(number.current));
      number.current += 1;
    };
    next();
    const timer = setInterval(next, 1_000 / codesPerSecond[speed]);
    return () => clearInterval(timer);
  }, [codes, speed]);
  useScreenOn();
  const count = pieceCount(codes.bytes);
  return (
    <>
      <canvas ref={canvas} class="bk-codes" role="img" aria-label={words.picture} />
      <p class="bk-small bk-soft">{words.size(count, Math.ceil((count / codesPerSecond[speed]) * 1.3))}</p>
      <Seg legend={words.speed} options={speeds} value={speed} onValue={onSpeed} />
      <p class="bk-small bk-soft">{words.slower}</p>
      {photos > 0 && <p class="bk-small">{words.photos(photos)}</p>}
    </>
  );
}

/** A screen that goes dark halfway is the end of it. Not every browser can; then the person taps now and then. */
export function useScreenOn(): void {
  useEffect(() => {
    const lock = navigator.wakeLock?.request('screen').catch(() => undefined);
    return () => void lock?.then((held) => held?.release());
  }, []);
}
