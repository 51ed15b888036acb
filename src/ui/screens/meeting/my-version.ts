import type { CommandArgs } from '../../../domain/commands/index.ts';

export interface MyVersion {
  readonly commandId: string;
  readonly args: CommandArgs<'decision.record'>;
}

export function useMyVersion(_decisionId: string): MyVersion | undefined {
  return undefined;
}
