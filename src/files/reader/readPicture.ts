// One picture, looked at in a few ways until what a receipt says is clear.
import type { Found } from '../receipt/found.ts';
import { better, isSure, type ReceiptReading, receiptOf } from '../receipt/read.ts';
import type { Page, Place } from '../receipt/words.ts';
import type { Engine, Progress } from './engine.ts';
import { type Rgba, turned } from './picture.ts';

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
  const rising = onlyUp(progress);
  const found = await everyWay(engine, picture, today, rising);
  const { quarters = 0 } = found.page;
  if (quarters !== 0) {
    const upright = await everyWay(engine, turned(picture, quarters), today, rising);
    if (upright.page.words.length > 0) return asItWas(upright, picture, quarters);
  }
  if ((found.reading.total?.confidence ?? 0) >= nothingBelow) return found;
  return (await onItsSide(engine, picture, today)) ?? found;
}

/** Until the reading is sure, or the engine sees that the picture does not stand upright. */
async function everyWay(engine: Engine, picture: Rgba, today: string, progress: Progress): Promise<PictureRead> {
  let found: PictureRead | undefined;
  for (let way = 0; way < engine.ways; way += 1) {
    const page = await engine.read(picture, way, (share) => progress((way + share) / engine.ways));
    const reading = receiptOf(page, today);
    found = found === undefined ? { reading, page } : { reading: better(found.reading, reading), page: found.page };
    if (isSure(found.reading) || page.quarters !== undefined) break;
  }
  if (found === undefined) throw new Error('an engine without ways');
  return found;
}

/** A second look never seems to go back. */
function onlyUp(progress: Progress): Progress {
  let most = 0;
  return (share) => {
    if (share <= most) return;
    most = share;
    progress(share);
  };
}

const nothingBelow = 0.3;
const clearFrom = 0.5;

/** Quarter turns to the right, the likeliest first. */
const turns = [1, 3, 2] as const;

/** A scan can lie on its side or upside down: the first turn that makes a receipt of it. */
async function onItsSide(engine: Engine, picture: Rgba, today: string): Promise<PictureRead | undefined> {
  for (const quarters of turns) {
    const page = await engine.read(turned(picture, quarters), 0, () => {});
    const reading = receiptOf(page, today);
    if ((reading.total?.confidence ?? 0) < clearFrom) continue;
    return asItWas({ reading, page }, picture, quarters);
  }
  return undefined;
}

/** With its places on the picture as it was before the turn. */
function asItWas({ reading, page }: PictureRead, picture: Rgba, quarters: number): PictureRead {
  const back = (place: Place): Place => turnedBack(place, page, quarters);
  return {
    reading: placed(reading, back),
    page: { ...page, ...sizeOf(picture), words: wordsBack(page, back), slope: 0 },
  };
}

const sizeOf = ({ width, height }: Rgba) => ({ width, height });

const wordsBack = ({ words }: Page, back: (place: Place) => Place): Page['words'] =>
  words.map((word) => ({ ...word, place: back(word.place) }));

function placed(reading: ReceiptReading, back: (place: Place) => Place): ReceiptReading {
  const moved = <T>(found: Found<T> | undefined): Found<T> | undefined =>
    found && { ...found, place: back(found.place) };
  const { total, date, shop, vat, iban } = reading;
  return {
    ...reading,
    total: moved(total),
    date: moved(date),
    shop: moved(shop),
    vat: moved(vat),
    iban: moved(iban),
  };
}

/** Where a place of the turned picture lies on the picture as it was. */
function turnedBack(place: Place, { width, height }: Pick<Page, 'width' | 'height'>, quarters: number): Place {
  if (quarters === 0) return place;
  const before = { x: place.y, y: width - place.x - place.width, width: place.height, height: place.width };
  return turnedBack(before, { width: height, height: width }, quarters - 1);
}
