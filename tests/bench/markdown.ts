/** The table of docs/benchmarks.md: what was measured, when and on what. */
import { cpus } from 'node:os';
import { type Peer, peers, titles } from './contenders.ts';
import type { BenchRow, Spread } from './stats.ts';

export function table(report: Readonly<Record<string, BenchRow>>): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
  const head = ['row', 'Buurtkas', ...peers.map((name) => titles[name]), 'ratio', 'bare', 'ratio to bare', 'bar'];
  const lines = Object.entries(report).map(([name, row]) => cells(name, row));
  const notes = Object.entries(report).flatMap(([name, row]) => (row.notes === undefined ? [] : [noteOf(name, row)]));
  return [
    `Measured ${new Date().toISOString().slice(0, 10)} on ${machine}.\n`,
    ...[head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`),
    '',
    ...notes,
  ].join('\n');
}

function cells(name: string, row: BenchRow): readonly string[] {
  const theirs = peers.map((peer: Peer) => shown(row.peers?.[peer]));
  const verdict = row.holds === null ? '' : row.holds ? ': holds' : ': **does not hold**';
  return [
    `\`${name}\`, ${row.unit}`,
    shown(row.ours),
    ...theirs,
    row.best === undefined ? '' : `${row.ratio} (${row.best})`,
    shown(row.floor),
    row.floorRatio === undefined ? '' : String(row.floorRatio),
    `${row.bar}${verdict}`,
  ];
}

function shown(spread: Spread | undefined): string {
  if (spread === undefined) return '';
  const { median, min, max } = spread;
  return min === max ? short(median) : `**${short(median)}** (${short(min)}-${short(max)})`;
}

const short = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : String(value));

function noteOf(name: string, { notes = {} }: BenchRow): string {
  return `- \`${name}\`: ${Object.entries(notes)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')}`;
}
