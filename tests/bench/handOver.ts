/** Ten kilobytes from one screen to one camera, in real pixels: the shipped codes, drawn as they are shown and at the speed
 *  that people begin with; a picture of them, tilted, in perspective, unevenly lit, blurred and noisy, and one in five
 *  codes never seen; and the shipped reader in its worker. */
import { codeIn, startReader } from '../../src/store/camera.ts';
import { readCode } from '../../src/store/handOver.ts';
import { FrameReader, frame, pieceCount } from '../../src/sync/frames.ts';
import { codesPerSecond, drawCode } from '../../src/ui/screens/hand-over/draw-code.ts';

const payloadBytes = 10 * 1024; // after compression: about 200 decisions
const missed = 0.2;
const width = 640;
const height = 480;

export async function handOver() {
  const payload = await payloadOf(payloadBytes);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', payload));
  const screen = document.createElement('canvas');
  const camera = newCamera();
  const worker = startReader();
  await codeIn(worker, new ImageData(1, 1)); // the reader itself is on the phone already
  const reader = new FrameReader();
  const readMs: number[] = [];
  const first = Math.floor(Math.random() * 1_000); // a camera begins anywhere
  let shown = 0;
  let seen = true;
  let readable = 0;
  const show = (): void => {
    drawCode(screen, frame(payload, hash, first + shown));
    seen = Math.random() >= missed;
    shown += 1;
  };
  const begin = performance.now();
  show();
  const timer = setInterval(show, 1_000 / codesPerSecond.normal);
  try {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (!seen) continue;
      const picture = photograph(screen, camera);
      const asked = performance.now();
      const text = await codeIn(worker, picture);
      readMs.push(performance.now() - asked);
      if (text !== null) readable += 1;
      const read = text === null ? undefined : await readCode(reader, text);
      if (read !== undefined && 'content' in read) break;
    }
  } finally {
    clearInterval(timer);
    worker.terminate();
  }
  const ours = performance.now() - begin;
  const pieces = pieceCount(payload.length);
  const floor = (pieces / codesPerSecond.normal) * 1_000;
  return { ours, floor, bytes: payload.length, pieces, shown, missed, readMs, readShare: readable / readMs.length };
}

/** JSON of text that cannot be made smaller, until the payload is as large as asked. */
async function payloadOf(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const random = crypto.getRandomValues(new Uint8Array(size * 2));
  const text = btoa(String.fromCharCode(...random));
  for (let length = size; ; length += 16) {
    const squeezed = new Blob([JSON.stringify(text.slice(0, length))])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(squeezed).arrayBuffer());
    if (bytes.length >= size) return bytes;
  }
}

/** What a camera in a hand makes of it. */
function photograph(screen: HTMLCanvasElement, camera: Camera): ImageData {
  const { plain, blurred } = camera;
  plain.setTransform(1, 0, 0, 1, 0, 0);
  plain.fillStyle = '#666';
  plain.fillRect(0, 0, width, height);
  plain.translate(width / 2, height / 2);
  plain.rotate((Math.random() - 0.5) * 0.3);
  const side = height * (0.75 + Math.random() * 0.15);
  const lean = 0.12 * Math.random(); // the upper edge is further away
  const rows = 48;
  for (let row = 0; row < rows; row += 1) {
    const wide = side * (1 - lean * (1 - row / rows));
    const [from, part] = [(row * screen.height) / rows, screen.height / rows];
    plain.drawImage(screen, 0, from, screen.width, part, -wide / 2, (row / rows - 0.5) * side, wide, side / rows + 0.5);
  }
  blurred.filter = 'blur(0.7px)';
  blurred.drawImage(plain.canvas, 0, 0);
  const picture = blurred.getImageData(0, 0, width, height);
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const light = 1 - (0.3 * ((at / 4) % width)) / width;
    const grey = (data[at] ?? 0) * 0.8 * light + 25 + (Math.random() + Math.random() - 1) * 30;
    data[at] = data[at + 1] = data[at + 2] = grey;
  }
  return picture;
}

interface Camera {
  readonly plain: OffscreenCanvasRenderingContext2D;
  readonly blurred: OffscreenCanvasRenderingContext2D;
}

function newCamera(): Camera {
  const options = { willReadFrequently: true };
  const [plain, blurred] = [0, 1].map(() => new OffscreenCanvas(width, height).getContext('2d', options));
  if (plain == null || blurred == null) throw new Error('no 2d canvas');
  return { plain, blurred };
}
