/** The other wijken of the invented city, for who compares: what a city would take in of them, and nothing of their people. */

import type { Services } from '../../server/services.ts';
import { recordPast } from './lastYear.ts';

interface Neighbour {
  readonly key: string;
  readonly name: string;
  readonly district: string;
  readonly bodyWord: string;
  readonly grantCents: number;
  readonly smallLimitCents: number;
  /** Projects by year; each a theme and whole euros. */
  readonly projects: Readonly<Record<string, readonly (readonly [theme: number, euros: number])[]>>;
}

const neighbours: readonly Neighbour[] = [
  {
    ...{ key: 'neighbours', name: 'Dolphia', district: 'Oost', bodyWord: 'wijkraad' },
    ...{ grantCents: 18_000_00, smallLimitCents: 1_000_00 },
    projects: {
      2025: [
        ...([
          [1, 450],
          [3, 1_200],
          [6, 800],
          [6, 350],
        ] as const),
        ...([
          [7, 2_500],
          [7, 1_750],
          [2, 600],
        ] as const),
      ],
      2026: [
        ...([
          [1, 500],
          [3, 900],
          [6, 1_100],
          [6, 420],
          [6, 275],
        ] as const),
        ...([
          [7, 2_250],
          [7, 3_000],
          [4, 650],
        ] as const),
      ],
    },
  },
  {
    ...{ key: 'Lindenes', name: 'Lindenes', district: 'Noord', bodyWord: 'bewonerscommissie' },
    ...{ grantCents: 31_500_00, smallLimitCents: 2_500_00 },
    projects: {
      2025: [
        ...([
          [5, 3_900],
          [6, 1_500],
          [6, 900],
          [7, 4_200],
          [7, 1_250],
        ] as const),
        ...([
          [3, 2_000],
          [3, 750],
          [1, 1_100],
        ] as const),
      ],
      2026: [
        ...([
          [5, 2_800],
          [6, 1_650],
          [6, 720],
          [6, 1_300],
          [7, 4_600],
        ] as const),
        ...([
          [7, 980],
          [7, 1_400],
          [3, 2_350],
          [2, 1_950],
          [1, 840],
        ] as const),
      ],
    },
  },
  {
    ...{ key: 'Havenkade', name: 'Havenkade', district: 'West', bodyWord: 'wijkteam' },
    ...{ grantCents: 22_400_00, smallLimitCents: 5_000_00 },
    projects: {
      2025: [
        [7, 5_000],
        [7, 3_300],
        [4, 2_100],
        [6, 4_000],
      ],
      2026: [
        [7, 4_800],
        [4, 2_600],
        [4, 1_150],
        [6, 3_700],
        [2, 2_900],
      ],
    },
  },
  {
    ...{ key: 'Buursermarke', name: 'Buursermarke', district: 'Zuid', bodyWord: 'dorpsraad' },
    ...{ grantCents: 9_600_00, smallLimitCents: 1_500_00 },
    projects: {
      2025: [
        [7, 1_200],
        [7, 900],
        [3, 650],
        [6, 480],
      ],
      2026: [
        [7, 1_350],
        [7, 1_050],
        [7, 400],
        [3, 875],
        [6, 520],
      ],
    },
  },
];

/** `idOf` names a committee, a person or a project the same way each time. */
export async function foundNeighbours(services: Services, idOf: (name: string) => string): Promise<void> {
  const { engine } = services;
  for (const { key, projects, ...place } of neighbours) {
    const [committeeId, founderId] = [idOf(key), idOf(`chair of ${key}`)];
    const args = {
      ...{ ...place, city: 'Enschede', founderName: 'Voorzitter', year: 2026, foundedOn: '2026-01-02' },
      quorum: { kind: 'more_than_half' },
    } as const;
    await engine.createCommittee(committeeId, founderId);
    await engine.runOwn(committeeId, [{ commandId: `demo:${key}`, name: 'committee.found', founderId, args }]);
    const past = Object.entries(projects).flatMap(([year, list]) =>
      list.map(([theme, euros], n) => ({
        ...{ proposalId: idOf(`project ${key} ${year} ${n}`), year: Number(year), theme, euros },
        title: `Project ${n + 1} van ${place.name}`,
      })),
    );
    await recordPast(services, committeeId, past);
  }
}
