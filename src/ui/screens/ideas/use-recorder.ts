// The microphone of a form: what is said so far is handed on every few seconds, so that a phone that closes the page costs
// little.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Recorder,
  type Sound,
  secondsMax,
  startRecorder,
  type VoiceCode,
  VoiceProblem,
} from '../../../store/voice.ts';

export interface Recording {
  readonly state: 'off' | 'starting' | 'on';
  readonly seconds: number;
  readonly problem: VoiceCode | undefined;
  start(): Promise<void>;
  /** What was said; undefined when nothing was. */
  stop(): Promise<Sound | undefined>;
  cancel(): void;
}

/** `onFull` is called when the longest time is reached: recording goes no further. */
export function useRecorder(onSound: (sound: Sound) => void, onFull: () => void): Recording {
  const [state, setState] = useState<Recording['state']>('off');
  const [seconds, setSeconds] = useState(0);
  const [problem, setProblem] = useState<VoiceCode | undefined>(undefined);
  const recorder = useRef<Recorder | undefined>(undefined);
  const left = useRef(false);
  const latest = useRef({ onSound, onFull });
  latest.current = { onSound, onFull };
  useEffect(
    () => () => {
      left.current = true;
      recorder.current?.cancel();
    },
    [],
  );
  useEffect(() => {
    if (state !== 'on') return;
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(() => {
    if (state === 'on' && seconds >= secondsMax) latest.current.onFull();
  }, [state, seconds]);
  const off = (): Recorder | undefined => {
    const was = recorder.current;
    recorder.current = undefined;
    setState('off');
    return was;
  };
  return {
    state,
    seconds,
    problem,
    start: async () => {
      if (state !== 'off') return;
      setProblem(undefined);
      setSeconds(0);
      setState('starting');
      try {
        const started = await startRecorder((sound) => latest.current.onSound(sound));
        // The person went elsewhere while the phone asked for the microphone.
        if (left.current) return started.cancel();
        recorder.current = started;
        setState('on');
      } catch (error) {
        setState('off');
        if (!(error instanceof VoiceProblem)) throw error;
        setProblem(error.code);
      }
    },
    stop: async () => {
      const sound = await off()?.stop();
      if (sound === undefined) setProblem('empty');
      return sound;
    },
    cancel: () => off()?.cancel(),
  };
}
