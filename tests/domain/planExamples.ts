/** Examples of the commands about the spending plan, and for what reasons they are refused. */
import * as given from './committee.ts';
import { after, example } from './example.ts';
import { type Scene, scene } from './scene.ts';
import { uid } from './world.ts';

const line = {
  ...{ title: 'Straatfeest Klosplein', themeShares: [{ theme: 7, percent: 100 }], leftOut: false },
  ...{ lowCents: 30_000, expectedCents: 45_000, highCents: 60_000 },
};
const key = `recurring:${given.proposalId}`;
export const planChange = { year: 2027, key, line, seen: null };
const { leftOut: _, ...sent } = line;
export const plan = {
  ...{ planId: uid('plan'), year: 2027, finishedOn: '2026-09-24', grantCents: 1_000_000, carriedCents: 0 },
  lines: [{ kind: 'recurring', ...sent }],
} as const;
const changedWorld = after(given.foundedWorld, (world) => world.ok('member', 'planLine.change', planChange));
const sentWorld = after(given.foundedWorld, (world) => world.ok('secretary', 'spendingPlan.finish', plan));

export const planExamples = {
  'planLine.change': example('planLine.change', given.foundedWorld, 'member', planChange),
  'spendingPlan.finish': example('spendingPlan.finish', given.foundedWorld, 'treasurer', plan),
} as const;

export const planScenes: readonly Scene[] = [
  scene('planLine.change', 'changed_meanwhile', 'the line is not the one that the author saw', changedWorld, 'chair', {
    ...{ ...planChange, line: { ...line, leftOut: true } },
  }),
  scene('spendingPlan.finish', 'id_taken', 'the same id with other content', sentWorld, 'chair', {
    ...{ ...plan, grantCents: 1 },
  }),
];
