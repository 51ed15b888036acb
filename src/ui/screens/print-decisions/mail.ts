// The decision list as HTML for a mail: plain tags with their own look, because mail programs keep nothing else; and as a
// file that a mail program opens as a letter still to be sent.
import type { DecisionList, ListedItem } from './decision-list.ts';
import { peopleLines } from './decision-list.ts';

const font = 'font-family:Verdana,Arial,sans-serif;font-size:15px;line-height:1.5;color:#17201f';

/** `foot`: groups of lines, each its own paragraph. */
export function decisionListHtml(
  head: readonly string[],
  list: DecisionList,
  foot: readonly (readonly string[])[],
): string {
  const [title = '', ...where] = head;
  return [
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="${font}">`,
    `<h1 style="font-size:24px;margin:0 0 4px">${escaped(title)}</h1>`,
    paragraph(where),
    paragraph(peopleLines(list)),
    ...list.items.map(itemHtml),
    ...foot.filter((lines) => lines.length > 0).map((lines) => paragraph(lines)),
    '</body></html>',
  ].join('\n');
}

function itemHtml({ heading, verdict, lines, small, corrections }: ListedItem): string {
  const word = verdict === undefined ? [] : [`<b>${escaped(verdict.word)}</b> ${escaped(verdict.amount)}`.trim()];
  const body = [...word, ...lines.map(escaped)].join('<br>');
  return [
    `<h2 style="font-size:18px;margin:20px 0 4px">${escaped(heading)}</h2>`,
    body === '' ? '' : `<p style="margin:0">${body}</p>`,
    small === '' ? '' : `<p style="margin:4px 0 0;font-size:13px;color:#4a5553">${escaped(small)}</p>`,
    ...corrections.map((one) => `<p style="margin:4px 0 0"><b>${escaped(one.heading)}</b> ${escaped(one.reason)}</p>`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const paragraph = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<p style="margin:12px 0 0">${lines.map(escaped).join('<br>')}</p>`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const boundary = 'buurtkas-besluitenlijst';
const lineBytesMax = 76; // RFC 2045

/** RFC 5322 with both forms of the text (RFC 2046). `X-Unsent` makes Outlook open it as a draft; others show it. */
export function mailFile({ subject, text, html }: Mail): string {
  const part = (type: string, content: string): readonly string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...(base64(content).match(new RegExp(`.{1,${lineBytesMax}}`, 'g')) ?? []),
  ];
  return [
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text.replaceAll('\n', '\r\n')),
    ...part('text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** RFC 2047: of at most 75 characters each, and never a letter cut in two. Ten letters are at most 40 bytes. */
function encodedWords(text: string): string {
  const parts = text.match(/.{1,10}/gu) ?? [];
  return parts.map((part) => `=?utf-8?B?${base64(part)}?=`).join('\r\n ');
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
