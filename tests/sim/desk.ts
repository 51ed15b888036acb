/** What people do belongs to one of these. Each seed is mostly about two of them, so that it comes to the end of what takes
 *  many steps one after another. */
export const subjects = [
  ...([
    'dossier',
    'support',
    'meeting',
    'hall',
    'money',
    'bank',
    'audit',
    'year',
    'street',
    'outcome',
    'people',
  ] as const),
];
export type Subject = (typeof subjects)[number];

/** What one person has before her when she decides what to do, and small choices that many wishes share. */
import { hash } from 'node:crypto';
import type { Access } from '../../src/domain/access.ts';
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { Photo, Role, Rows, RowType } from '../../src/domain/rows.ts';
import type { Random } from './random.ts';

/** A photo by its number: the same number is the same picture. */
export interface PhotoBytes extends Photo {
  readonly number: number;
  readonly bytes: ArrayBuffer;
}

export function photoBytes(number: number): PhotoBytes {
  const bytes = Uint8Array.from({ length: 20 + (number % 7) * 16 }, (_, n) => (number * 31 + n * 7) % 256);
  const sha256 = hash('sha256', bytes);
  const made = { number, bytes: bytes.buffer, size: bytes.byteLength };
  return { ...made, sha256, originalSha256: sha256, mime: 'image/jpeg', width: 10, height: 10 };
}

export interface Wish {
  readonly name: CommandName;
  readonly args: unknown;
  readonly photos: readonly PhotoBytes[];
}

/** What one person has before her when she decides what to do. */
export interface Desk {
  readonly random: Random;
  readonly personId: string;
  readonly role: Access['role'] | null; // null: this device knows no rights
  readonly peopleIds: readonly string[];
  readonly committeeIds: readonly string[];
  readonly busyWith: ReadonlySet<Subject>;
  /** Weight of changes of rights (F33). */
  readonly rightsWeight: number;
  readonly rows: <T extends RowType>(type: T) => readonly Rows[T][];
  /** Ids heard in the room, of things that this device may not have. */
  readonly heard: { readonly proposals: readonly string[]; readonly meetings: readonly string[] };
  readonly heldCommandIds: readonly string[];
  readonly refusedCommandIds: () => readonly string[];
  readonly newPhoto: () => PhotoBytes;
}

export type Maker = (desk: Desk) => Wish | undefined;
export const wish = <N extends CommandName>(
  name: N,
  args: CommandArgs<N>,
  photos: readonly PhotoBytes[] = [],
): Wish => ({
  name,
  args,
  photos,
});

export function newUuid(random: Random): string {
  const [a, b, c, d] = [random.hex8(), random.hex8(), random.hex8(), random.hex8()];
  return `${a}-${b.slice(0, 4)}-7${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
}

export const days = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-04-13'] as const;
export const amounts = [5_000, 10_000, 25_000, 45_000, 100_000] as const;
export const words = ['straatfeest', 'bankje', 'moestuin', 'zomerkamp', 'lichtjes'] as const;
export const roles: readonly Role[] = [
  'chair',
  'secretary',
  'treasurer',
  'member',
  'auditor',
  'district_manager',
  'initiator',
];

export const day = ({ random }: Desk): string => random.pick(days);
export const amount = ({ random }: Desk): number => random.pick(amounts);
export const word = ({ random }: Desk): string => random.pick(words);

/** Mostly something on the screen, sometimes something that was only heard of. */
export function proposalId(desk: Desk): string | undefined {
  const { random, heard } = desk;
  const known = random.chance(0.12) ? heard.proposals : desk.rows('proposal').map(({ id }) => id);
  return random.pickOr(known) ?? random.pickOr(heard.proposals);
}
export function meetingId(desk: Desk): string | undefined {
  const { random, heard } = desk;
  const meetings = random.chance(0.12) ? heard.meetings : desk.rows('meeting').map(({ id }) => id);
  return random.pickOr(meetings) ?? random.pickOr(heard.meetings);
}
export const pickRow = <T extends RowType>(desk: Desk, type: T, fits: (row: Rows[T]) => boolean = () => true) =>
  desk.random.pickOr(desk.rows(type).filter(fits));

export const photoOf = ({ bytes: _, number: __, ...photo }: PhotoBytes): Photo => photo;
