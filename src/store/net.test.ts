import { afterEach, describe, expect, test, vi } from 'vitest';
import { Outdated, SignedOut, Unreachable } from '../sync/ports.ts';
import type { Bundle, PullRequest, PushRequest } from '../sync/protocol.ts';
import { createNet, Refused } from './net.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const asked: { readonly path: string; readonly init: RequestInit }[] = [];
function answers(make: () => Response | Promise<Response>): ReturnType<typeof createNet> {
  asked.length = 0;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    return make();
  });
  return createNet();
}
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const push = {} as PushRequest;
const pull = {} as PullRequest;

describe('nothing is concluded from an answer that is not ours', () => {
  test.each([
    ['a login page with status 200', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    [
      'JSON that is cut off',
      () => new Response('{"deviceSeq":1,', { headers: { 'content-type': 'application/json' } }),
    ],
    ['JSON of somebody else', () => json({ hello: 'world' })],
    ['JSON that is no object', () => json(null)],
    ['an error of a proxy', () => new Response('bad gateway', { status: 502 })],
    ['a server error in JSON', () => json({ code: 'server_error' }, 500)],
    ['a limit', () => json({ code: 'too_many' }, 429)],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('%s', async (_name, make) => {
    const net = answers(make);
    await expect(net.push(push)).rejects.toBeInstanceOf(Unreachable);
    await expect(net.pull(pull)).rejects.toBeInstanceOf(Unreachable);
  });

  test('a redirect is not followed', async () => {
    await answers(() => json({ deviceSeq: 0, outcomes: [] })).push(push);
    expect(asked[0]?.init).toMatchObject({ redirect: 'error', credentials: 'same-origin', cache: 'no-store' });
  });
});

test('a time that the server names is kept; one of a proxy in another form is not', async () => {
  const net = answers(() => json({}, 503, { 'retry-after': '7' }));
  await expect(net.push(push)).rejects.toMatchObject({ retryAfterMs: 7_000 });
  const dated = answers(() => json({}, 503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }));
  await expect(dated.push(push)).rejects.toMatchObject({ retryAfterMs: null });
});

test('[W4] a server that is too new for this app says so', async () => {
  const tooOld = () => json({ code: 'upgrade' }, 426);
  await expect(answers(tooOld).pull(pull)).rejects.toBeInstanceOf(Outdated);
});

test('signed out and revoked are told apart from everything else', async () => {
  await expect(answers(() => json({ code: 'signed_out' }, 401)).push(push)).rejects.toBeInstanceOf(SignedOut);
  await expect(answers(() => json({ code: 'revoked' }, 403)).pull(pull)).rejects.toBeInstanceOf(SignedOut);
  expect(await answers(() => json({ code: 'not_member', wipe: true, lastDeviceSeq: 3 }, 403)).pull(pull)).toEqual({
    code: 'not_member',
    wipe: true,
    lastDeviceSeq: 3,
  });
  expect(await answers(() => json({ code: 'restart' }, 409)).pull(pull)).toEqual({ code: 'restart' });
  await expect(answers(() => json({ code: 'malformed' }, 400)).push(push)).rejects.toBeInstanceOf(Refused);
});

test('[H1] a bundle that will never be taken is an answer; what else is said of it is no failure for good', async () => {
  const bundle = {} as Bundle;
  expect(await answers(() => json({ result: 'waiting' })).relay(bundle)).toEqual({ result: 'waiting' });
  for (const status of [400, 413]) {
    expect(await answers(() => json({ code: 'malformed' }, status)).relay(bundle)).toMatchObject({ result: 'refused' });
  }
  await expect(answers(() => json({ code: 'not_found' }, 404)).relay(bundle)).rejects.toBeInstanceOf(Unreachable);
  await expect(answers(() => json({ code: 'too_many' }, 429)).relay(bundle)).rejects.toBeInstanceOf(Unreachable);
  await expect(answers(() => json({ code: 'signed_out' }, 401)).relay(bundle)).rejects.toBeInstanceOf(SignedOut);
});

describe('photos', () => {
  const send = (net: ReturnType<typeof createNet>) => net.blobSend('c', 'h', 4, new ArrayBuffer(4), 12, 'image/jpeg');
  const empty = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers });

  test.each([
    ['stored', () => empty(204, { 'upload-offset': '12' }), 'stored'],
    ['the next offset', () => json({ offset: 8 }, 200, { 'upload-offset': '8' }), 8],
    ['another offset', () => json({ code: 'wrong_offset' }, 409, { 'upload-offset': '0' }), 0],
    ['a difference', () => json({ code: 'mismatch' }, 460, { 'upload-offset': '0' }), 'mismatch'],
    ['no photo', () => json({ code: 'not_a_photo' }, 415), 'refused'],
    ['too large', () => json({ code: 'too_large' }, 413), 'refused'],
  ])('[B2] %s', async (_name, make, expected) => {
    expect(await send(answers(make))).toBe(expected);
    expect(asked[0]?.init.headers).toMatchObject({ 'upload-offset': '4', 'upload-length': '12' });
  });

  test('[B2] success without an offset comes from somebody else', async () => {
    await expect(send(answers(() => new Response('<html>')))).rejects.toBeInstanceOf(Unreachable);
    // A login page, and the bare answer by which phones look for one.
    for (const make of [() => new Response('<html>'), () => empty(204)]) {
      await expect(answers(make).blobOffset('c', 'h')).rejects.toBeInstanceOf(Unreachable);
      await expect(send(answers(make))).rejects.toBeInstanceOf(Unreachable);
    }
    expect(await answers(() => empty(204, { 'upload-offset': '12' })).blobOffset('c', 'h')).toBe('stored');
  });

  test('[B4] bytes are asked by the row that shows them', async () => {
    const net = answers(() => new Response(new Uint8Array([1, 2]), { headers: { 'content-type': 'image/jpeg' } }));
    expect(new Uint8Array(await net.blobGet('c', 'h', 'supportSheet/p:1'))).toEqual(new Uint8Array([1, 2]));
    expect(asked[0]?.path).toBe('/api/blobs/c/h?t=supportSheet&id=p%3A1');
    await expect(answers(() => json({ code: 'not_found' }, 404)).blobGet('c', 'h', 'receipt/x')).rejects.toThrow(
      'not_found',
    );
  });
});
