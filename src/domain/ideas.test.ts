import { expect, test } from 'vitest';
import { channelsOf, channelYields, whereItWent } from './ideas.ts';

const idea = (channel: string, proposalId: string | null, setAside: string | null = null) => ({
  channel,
  proposalId,
  setAside,
});
const proposal = (id: string, awardedCents: number, mergedIntoId: string | null = null) => ({
  id,
  awardedCents,
  mergedIntoId,
});

test('[S3] a channel yields its ideas, the proposals they went on in, each once, and how many of these were awarded', () => {
  const ideas = [
    idea('IJscokar', 'bench'),
    idea('IJscokar', 'bench'),
    idea('IJscokar', null),
    idea('IJscokar', null, 'Dat doet de gemeente al'),
    idea('Vragenlijst', 'party'),
    idea('Vragenlijst', 'bench'),
    idea('Telefoon', null),
  ];
  expect(channelYields(ideas, [proposal('bench', 0), proposal('party', 45_000)])).toEqual([
    { channel: 'Vragenlijst', ideas: 2, asideIdeas: 0, proposals: 2, awarded: 1 },
    { channel: 'IJscokar', ideas: 4, asideIdeas: 1, proposals: 1, awarded: 0 },
    { channel: 'Telefoon', ideas: 1, asideIdeas: 0, proposals: 0, awarded: 0 },
  ]);
});

test('a proposal that was merged counts where it went, and once when both came from one channel', () => {
  const ideas = [idea('IJscokar', 'small'), idea('IJscokar', 'big')];
  expect(channelYields(ideas, [proposal('small', 0, 'big'), proposal('big', 10_000)])).toEqual([
    { channel: 'IJscokar', ideas: 2, asideIdeas: 0, proposals: 1, awarded: 1 },
  ]);
});

test('a proposal that this phone does not have counts all the same, and a ring of merges ends', () => {
  expect(channelYields([idea('', 'unknown')], [])).toMatchObject([{ proposals: 1, awarded: 0 }]);
  const ring = new Map([
    ['a', { mergedIntoId: 'b' }],
    ['b', { mergedIntoId: 'a' }],
  ]);
  expect(whereItWent('a', ring)).toBe('a');
});

test('a committee begins with the usual channels and then has its own', () => {
  expect(channelsOf(undefined).names).toContain('IJscokar');
  expect(channelsOf({ id: 'channels', names: ['Braderie'], heardOf: [] }).names).toEqual(['Braderie']);
});
