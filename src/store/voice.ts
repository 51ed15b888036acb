/** Records what somebody says, in the form that this phone gives, and makes it ready to be kept and sent (B1). */
import type { Voice } from '../domain/rows.ts';
import type { NewPhoto } from '../sync/outbox.ts';
import { hashOf } from './photo.ts';

export type VoiceCode = 'denied' | 'none' | 'busy' | 'insecure' | 'unsupported' | 'empty';

/** Why nothing is recorded; the screens have a sentence for every code. */
export class VoiceProblem extends Error {
  readonly code: VoiceCode;
  constructor(code: VoiceCode) {
    super(code);
    this.code = code;
  }
}

/** What was said so far. */
export interface Sound {
  readonly bytes: ArrayBuffer;
  readonly mime: Voice['mime'];
  readonly seconds: number;
}

export interface Recorder {
  /** Resolves when the last bytes are there; undefined when nothing came. */
  stop(): Promise<Sound | undefined>;
  /** Ends it; what was said is thrown away. */
  cancel(): void;
}

export const secondsMax = 180; // three minutes are about 700 kB
const bitsPerSecond = 32_000; // speech stays clear
const partMs = 5_000; // what a crash may cost

/** Chromium and Firefox write WebM, Safari writes MPEG-4. The server knows both. */
const forms: readonly (readonly [string, Voice['mime']])[] = [
  ['audio/webm;codecs=opus', 'audio/webm'],
  ['audio/webm', 'audio/webm'],
  ['audio/mp4', 'audio/mp4'],
];

/** `onSound` gets everything so far every few seconds, so that it can be kept. Throws `VoiceProblem`. */
export async function startRecorder(onSound: (sound: Sound) => void): Promise<Recorder> {
  const form =
    typeof MediaRecorder === 'undefined' ? undefined : forms.find(([type]) => MediaRecorder.isTypeSupported(type));
  if (form === undefined) throw new VoiceProblem('unsupported');
  const [mimeType, mime] = form;
  const stream = await openMicrophone();
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
  const parts: Blob[] = [];
  const began = performance.now();
  let cancelled = false;
  const soundNow = async (): Promise<Sound | undefined> => {
    const bytes = await new Blob(parts).arrayBuffer();
    const seconds = Math.min(secondsMax, Math.max(1, Math.round((performance.now() - began) / 1_000)));
    return bytes.byteLength === 0 ? undefined : { bytes, mime, seconds };
  };
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size === 0 || cancelled) return;
    parts.push(data);
    void soundNow().then((sound) => sound !== undefined && !cancelled && onSound(sound));
  });
  const ended = new Promise<void>((resolve) => recorder.addEventListener('stop', () => resolve(), { once: true }));
  recorder.start(partMs);
  const end = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: async () => {
      end();
      await ended;
      return soundNow();
    },
    cancel: () => {
      cancelled = true;
      end();
    },
  };
}

async function openMicrophone(): Promise<MediaStream> {
  if (navigator.mediaDevices?.getUserMedia === undefined) throw new VoiceProblem('insecure');
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true } });
  } catch (error) {
    const { name } = error as Error;
    if (name === 'NotAllowedError' || name === 'SecurityError') throw new VoiceProblem('denied');
    throw new VoiceProblem(name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'busy');
  }
}

export interface PreparedVoice extends NewPhoto {
  readonly photo: Voice;
}

export async function prepareVoice({ bytes, mime, seconds }: Sound): Promise<PreparedVoice> {
  const sha256 = await hashOf(bytes);
  return { photo: { sha256, size: bytes.byteLength, mime, seconds }, bytes, thumbnail: null };
}
