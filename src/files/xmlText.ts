/** The little XML that we write: elements in order, texts made safe. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly (XmlElement | null)[]; // null: left out
}

export const element = (
  name: string,
  content: XmlElement['content'],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement => ({ name, content, attributes });

/** With declaration, two spaces a level. */
export const xmlOf = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '').join('\n')}\n`;

function lines({ name, attributes = {}, content }: XmlElement, indent: string): readonly string[] {
  const open = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${safe(value)}"`)
    .join('')}`;
  if (typeof content === 'string') return [`${indent}<${open}>${safe(content)}</${name}>`];
  const inside = content.flatMap((child) => (child === null ? [] : lines(child, `${indent}  `)));
  return [`${indent}<${open}>`, ...inside, `${indent}</${name}>`];
}

/** What XML 1.0 has no way to write: control characters, halves of a character. */
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

const safe = (text: string): string =>
  text
    .replace(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
