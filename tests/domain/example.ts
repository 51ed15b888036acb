/** What an example of a command is: one that works, where it works, and what sending the same thing once more does. */
import type { CommandArgs } from '../../src/domain/commands/index.ts';
import type { CommandName } from '../../src/domain/permissions.ts';
import type { Result, Who, World } from './world.ts';

export interface Example {
  readonly who: Who;
  readonly args: unknown;
  readonly world: () => World;
  readonly send: (world: World) => Result;
  /** nothing: the second one writes nothing · again: it has its effect once more · or the code it is refused with */
  readonly repeat: 'nothing' | 'again' | 'not_permitted' | 'changed_meanwhile';
}

export function example<N extends CommandName>(
  name: N,
  world: () => World,
  who: Who,
  args: CommandArgs<N>,
  repeat: Example['repeat'] = 'nothing',
): Example {
  return { who, args, world, send: (at) => at.send(who, name, args), repeat };
}

export function after(world: () => World, change: (world: World) => void): () => World {
  return () => {
    const made = world();
    change(made);
    return made;
  };
}
