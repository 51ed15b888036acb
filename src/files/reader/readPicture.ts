// One picture, looked at in a few ways until what a receipt says is clear.
import { better, isSure, type ReceiptReading, receiptOf } from '../receipt/read.ts';
import type { Page } from '../receipt/words.ts';
import type { Engine, Progress } from './engine.ts';
import type { Rgba } from './picture.ts';

export interface PictureRead {
  readonly reading: ReceiptReading;
  readonly page: Page;
}

export async function readPicture(
  engine: Engine,
  picture: Rgba,
  today: string,
  progress: Progress,
): Promise<PictureRead> {
  let found: PictureRead | undefined;
  for (let way = 0; way < engine.ways; way += 1) {
    const page = await engine.read(picture, way, (share) => progress((way + share) / engine.ways));
    const reading = receiptOf(page, today);
    found = found === undefined ? { reading, page } : { reading: better(found.reading, reading), page: found.page };
    if (isSure(found.reading)) break;
  }
  if (found === undefined) throw new Error('an engine without ways');
  return found;
}
