// My own version of a decision that another phone wrote down differently: still unsent on this phone, or refused by the
// server and not yet looked at.
import type { CommandArgs } from '../../../domain/commands/index.ts';
import type { Decision } from '../../../domain/rows.ts';
import { useAttentionItems, useUnsent } from '../../data.ts';

export interface MyVersion {
  readonly commandId: string;
  readonly args: CommandArgs<'decision.record'>;
  /** Refused by the server: then it can be laid aside. While it is unsent the server has still to answer. */
  readonly refused: boolean;
}

interface Candidate {
  readonly commandId: string;
  readonly name: string;
  readonly args: unknown;
  readonly refused: boolean;
}

export function useMyVersion(decision: Decision): MyVersion | undefined {
  const unsent = useUnsent()
    .filter(({ forecastCode }) => forecastCode === 'already_decided')
    .map(({ commandId, name, args }): Candidate => ({ commandId, name, args, refused: false }));
  const refused = useAttentionItems().flatMap(({ handled, code, command }): Candidate[] =>
    handled === 1 || code !== 'already_decided' || command === undefined
      ? []
      : [{ commandId: command.commandId, name: command.name, args: command.args, refused: true }],
  );
  return myVersionOf(decision, [...refused, ...unsent]);
}

/** The newest one about this item that says something else than what stands. */
export function myVersionOf(decision: Decision, candidates: readonly Candidate[]): MyVersion | undefined {
  const found = candidates.find(({ name, args }) => name === 'decision.record' && isAbout(args, decision));
  if (found === undefined) return undefined;
  const { commandId, args, refused } = found;
  return { commandId, args: args as CommandArgs<'decision.record'>, refused };
}

/** Commands come from storage as they were saved; their shape was checked then. */
function isAbout(args: unknown, { itemId, round }: Decision): boolean {
  const recorded = args as Partial<CommandArgs<'decision.record'>>;
  return recorded.itemId === itemId && recorded.round === round;
}
