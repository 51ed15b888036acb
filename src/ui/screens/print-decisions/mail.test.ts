import { expect, test } from 'vitest';
import type { DecisionList } from './decision-list.ts';
import { decisionListHtml, mailFile } from './mail.ts';

const list: DecisionList = {
  ...{ present: 'voorzitter', excused: 'niemand', quorum: 'Het quorum is gehaald.', around: ['Er waren 3 gasten.'] },
  items: [
    {
      heading: '1. Muziek <op> het "plein" & meer',
      verdict: { word: 'Toegekend', amount: '€ 450,00' },
      lines: ['Gevraagd is € 450,00.'],
      small: '3 voor, 0 tegen.',
      corrections: [{ heading: 'Hersteld op 1 december:', reason: 'Eén cijfer' }],
    },
  ],
};

test('what people typed is text in the HTML, whatever is in it', () => {
  const html = decisionListHtml(['Besluitenlijst', 'dinsdag'], list, [
    ['Nog vrij: € 1,00'],
    [],
    ['Deze lijst is openbaar.'],
  ]);
  expect(html).toContain('1. Muziek &lt;op&gt; het &quot;plein&quot; &amp; meer');
  expect(html).not.toContain('<op>');
  expect(html).toContain('<b>Toegekend</b> € 450,00<br>Gevraagd is € 450,00.');
  expect(html).toContain('Er waren 3 gasten.');
  expect(html.match(/<p /g)).toHaveLength(7);
});

test('the file is a mail with the text and the HTML, whole after decoding, in short lines', () => {
  const subject = 'Besluitenlijst Vergadering november: één lange naam met 🎉 en nog veel meer woorden erbij';
  const mail = mailFile({ subject, text: 'Één\nregel', html: '<p>Één</p>' });
  const lines = mail.split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(84);
  const decoded = (text: string): string =>
    new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  const words = [...mail.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([word, content]) => {
    expect(word.length).toBeLessThanOrEqual(75);
    return decoded(content ?? '');
  });
  expect(words.join('')).toBe(subject);
  const parts = mail.split('--buurtkas-besluitenlijst\r\n').slice(1);
  const contents = parts.map((part) => decoded((part.split('\r\n\r\n')[1] ?? '').replace(/--buurtkas.*|\r\n/gs, '')));
  expect(contents).toEqual(['Één\r\nregel', '<p>Één</p>']);
  expect(parts.map((part) => part.split('\r\n')[0])).toEqual([
    'Content-Type: text/plain; charset=utf-8',
    'Content-Type: text/html; charset=utf-8',
  ]);
});
