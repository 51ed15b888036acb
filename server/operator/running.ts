/** A note in the data folder that a server works on it: the command line must not replace its files then. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const noteFile = (dataDir: string): string => join(dataDir, 'server.pid');

export function noteRunning(dataDir: string): void {
  writeFileSync(noteFile(dataDir), String(process.pid));
}

/** Only the own note: a server that could not start, because another one has its port, leaves that one's. */
export function noteStopped(dataDir: string): void {
  if (notedPid(dataDir) === process.pid) rmSync(noteFile(dataDir), { force: true });
}

function notedPid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(noteFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The process id of a server that works on this folder. A note that a crash left behind counts for nothing. */
export function runningServer(dataDir: string): number | undefined {
  const pid = notedPid(dataDir);
  if (pid === undefined || !Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0); // asks only whether it is there
    return pid;
  } catch {
    return undefined;
  }
}
