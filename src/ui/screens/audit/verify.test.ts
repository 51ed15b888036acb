import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainText } from '../../../domain/chainText.ts';
import type { LogPage } from '../../server-api.ts';
import { verifyChain } from './verify.ts';

type Link = LogPage['entries'][number];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A log as the server writes it. */
function chain(count: number): Link[] {
  const links: Link[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const prevHash = links.at(-1)?.hash ?? '';
    const entry: Omit<Link, 'prevHash' | 'hash'> = {
      ...{
        seq,
        commandId: `c${seq}`,
        deviceId: 'd',
        deviceSeq: seq,
        actorId: 'a',
        role: 'chair',
        name: 'grant.add',
        v: 1,
      },
      ...{ payloadDigest: sha256(String(seq)), outcome: 'applied', code: null, serverTime: '2026-11-26T12:00:00.000Z' },
    };
    links.push({ ...entry, prevHash, hash: sha256(chainText(prevHash, entry)) });
  }
  return links;
}

function verify(links: readonly Link[], known?: { readonly seq: number; readonly head: string }) {
  const page = 3;
  const read = async (from: number) => {
    const entries = links.slice(from - 1, from - 1 + page);
    return { ok: true, value: { entries, more: entries.length === page } } as const;
  };
  return verifyChain({ read, known, onProgress: () => undefined });
}

const links = chain(7);
const head = links.at(-1)?.hash ?? '';

test('a whole log is right, over pages, with the mark that this device knew somewhere in it', async () => {
  expect(await verify(links)).toEqual({ kind: 'right', count: 7, head });
  expect(await verify(links, { seq: 4, head: links[3]?.hash ?? '' })).toEqual({ kind: 'right', count: 7, head });
  expect(await verify([])).toEqual({ kind: 'right', count: 0, head: '' });
});

test('whoever changes one link must change all that follow, and then the device knows another mark', async () => {
  const changed = (n: number, over: Partial<Link>) => links.map((link, at) => (at === n ? { ...link, ...over } : link));
  expect(await verify(changed(4, { actorId: 'b' }))).toEqual({ kind: 'broken', seq: 5 });
  expect(await verify(changed(4, { hash: sha256('x') }))).toEqual({ kind: 'broken', seq: 5 });
  expect(await verify(links.filter((_, n) => n !== 2))).toEqual({ kind: 'broken', seq: 3 });
  const rewritten = chain(7).map((link) => ({ ...link, payloadDigest: sha256('other') }));
  for (const [n, link] of rewritten.entries()) {
    link.prevHash = rewritten[n - 1]?.hash ?? '';
    link.hash = sha256(chainText(link.prevHash, link));
  }
  expect(await verify(rewritten)).toMatchObject({ kind: 'right' });
  expect(await verify(rewritten, { seq: 4, head: links[3]?.hash ?? '' })).toEqual({ kind: 'another_log' });
});

test('a log that is shorter than what this device knew is another one', async () => {
  expect(await verify(links.slice(0, 5), { seq: 7, head })).toEqual({ kind: 'another_log' });
});

test('no answer is no verdict', async () => {
  const read = async () => ({ ok: false, why: 'offline', code: 'offline' }) as const;
  expect(await verifyChain({ read, known: undefined, onProgress: () => undefined })).toEqual({
    ...{ kind: 'no_answer', why: 'offline' },
  });
});
