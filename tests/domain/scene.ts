/** One scene: a command that is refused, where, and why. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { RejectionCode } from '../../src/domain/rejections.ts';
import type { Result, Who, World } from './world.ts';

export interface Scene {
  readonly command: CommandName;
  readonly code: RejectionCode;
  readonly when: string;
  readonly world: () => World;
  readonly act: (world: World) => Result;
}

export function scene<N extends CommandName>(
  command: N,
  code: RejectionCode,
  when: string,
  world: () => World,
  who: Who,
  args: CommandArgs<N>,
): Scene {
  return { command, code, when, world, act: (at) => at.send(who, command, args) };
}
