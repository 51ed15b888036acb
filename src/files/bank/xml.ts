/** XML as far as a statement needs it: elements with their text, attributes and line. fast-xml-parser reads it, because it
 *  works in a browser and in Node alike; entities other than the five of XML are not expanded, and a DTD is refused before. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { BankFileError } from './error.ts';

export interface Element {
  readonly line: number;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly Element[]>;
}

const textKey = '#text';
const attributeKey = '@';

/** camt.053 is twelve deep. */
const depthMax = 40;

/** The document as an element without a name, around its root. */
export function readXml(text: string): Element {
  const lines = lineStarts(text);
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const cut = isCut(text);
    throw new BankFileError(cut ? 'cut_off' : 'broken', cut ? lines.length : valid.err.line);
  }
  try {
    return elementOf(parser.parse(text), lines, 0);
  } catch (error) {
    if (error instanceof BankFileError) throw error;
    throw new BankFileError('broken');
  }
}

/** The end tag of the document is the last thing in a whole file. */
const isCut = (text: string): boolean => !/<\/(?:[\w.-]+:)?Document\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/.test(text);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: attributeKey,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  textNodeName: textKey,
  alwaysCreateTextNode: true,
  captureMetaData: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  isArray: (_name, _path, _leaf, isAttribute) => !isAttribute,
});

const place = XMLParser.getMetaDataSymbol() as unknown as symbol;

function elementOf(node: unknown, lines: readonly number[], depth: number): Element {
  if (depth > depthMax) throw new BankFileError('broken');
  const children = new Map<string, readonly Element[]>();
  const attributes = new Map<string, string>();
  let text = '';
  for (const [name, value] of Object.entries(Object(node))) {
    if (name === textKey) text = [value].flat().map(String).join('');
    else if (name.startsWith(attributeKey)) attributes.set(name.slice(attributeKey.length), decoded(String(value)));
    else
      children.set(
        name,
        [value].flat().map((each) => elementOf(each, lines, depth + 1)),
      );
  }
  const start: unknown = Object(node)[place]?.startIndex;
  return {
    line: lineOf(lines, typeof start === 'number' ? start : 0),
    text: decoded(text).trim(),
    attributes,
    children,
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Numbers and the five names; anything else stays as it is written. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? all : String.fromCodePoint(code);
    },
  );

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** By halving: a file of a year has a hundred thousand lines. */
function lineOf(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle;
    else high = middle;
  }
  return low + 1;
}

export const all = (element: Element, name: string): readonly Element[] => element.children.get(name) ?? [];
export const one = (element: Element, name: string): Element | null => all(element, name)[0] ?? null;

/** The text at the end of this path, or ''. */
export function textAt(element: Element, ...path: readonly string[]): string {
  let at: Element | null = element;
  for (const name of path) at = at === null ? null : one(at, name);
  return at?.text ?? '';
}

/** All elements of this name, however deep: some banks put the document in an envelope of their own. */
export function within(element: Element, name: string): readonly Element[] {
  return [...element.children].flatMap(([each, elements]) =>
    each === name ? elements : elements.flatMap((child) => within(child, name)),
  );
}
