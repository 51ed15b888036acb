// The camera reads the codes of the other screen. Progress is told; a picture is never kept.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type CameraCode, CameraProblem, watchCodes } from '../../../store/camera.ts';
import { readCode } from '../../../store/handOver.ts';
import { FrameReader, type Progress } from '../../../sync/frames.ts';
import { Camera, CircleAlert, Pause } from '../../icons.ts';
import { nlHandOver } from '../../nl/hand-over.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Bar, Note } from '../../parts/status.tsx';
import { useScreenOn } from './show-codes.tsx';
import { TookNote, useTake } from './took.tsx';

const words = nlHandOver.scan;

export function Scan() {
  const [on, setOn] = useState(false);
  const [problem, setProblem] = useState<CameraCode | 'reader' | undefined>(undefined);
  const { took, take, forget } = useTake();
  const begin = () => {
    setProblem(undefined);
    forget();
    setOn(true);
  };
  const end = (code?: CameraCode | 'reader') => {
    setProblem(code);
    setOn(false);
  };
  return (
    <Card gap={3} labelledBy="camera">
      <h2 id="camera">{words.title}</h2>
      <p>{on ? words.aim : words.text}</p>
      {on && (
        <Watching
          onContent={async (content) => {
            await take(content);
            end();
          }}
          onProblem={end}
        />
      )}
      {problem !== undefined && (
        <Note tone="bad" icon={CircleAlert} live="alert">
          {words.problem[problem]}
        </Note>
      )}
      <TookNote took={took} />
      <Actions>
        {on ? (
          <Button icon={Pause} onClick={() => end()}>
            {words.stop}
          </Button>
        ) : (
          <Button kind={took === undefined ? 'primary' : 'plain'} icon={Camera} onClick={begin}>
            {took === undefined ? words.start : words.again}
          </Button>
        )}
      </Actions>
    </Card>
  );
}

interface WatchingProps {
  readonly onContent: (content: unknown) => Promise<void>;
  readonly onProblem: (code: CameraCode | 'reader') => void;
}

function Watching({ onContent, onProblem }: WatchingProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  useScreenOn();
  useEffect(() => {
    const stop = new AbortController();
    const reader = new FrameReader();
    const onCode = async (text: string) => {
      const read = await readCode(reader, text);
      if (read === undefined || stop.signal.aborted) return;
      if ('progress' in read) return setProgress(read.progress);
      stop.abort();
      await onContent(read.content);
    };
    if (video.current !== null) {
      watchCodes(video.current, stop.signal, onCode).catch((error: unknown) => {
        if (!stop.signal.aborted) onProblem(error instanceof CameraProblem ? error.code : 'reader');
      });
    }
    return () => stop.abort();
    // Once: what the callbacks close over does not change what they do.
  }, []);
  return (
    <>
      <video ref={video} class="bk-camera" playsInline muted aria-label={words.picture} />
      <div class="bk-stack bk-gap-1" role="status">
        {progress !== undefined && (
          <>
            <b>{words.progress(progress.have, progress.of)}</b>
            <Bar share={progress.have / progress.of} />
          </>
        )}
      </div>
    </>
  );
}
