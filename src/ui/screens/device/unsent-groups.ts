import type { OutboxItem } from '../../../sync/ports.ts';
import { commandGroups } from '../../nl/commands.ts';

export interface UnsentGroup {
  readonly key: string;
  readonly items: readonly [OutboxItem, ...OutboxItem[]];
}

/** Neighbours of one kind in one meeting are one line: seven taps of attendance are one thing to a person. */
export function grouped(unsent: readonly OutboxItem[]): readonly UnsentGroup[] {
  const groups: {
    readonly key: string;
    readonly kind: string | undefined;
    readonly items: [OutboxItem, ...OutboxItem[]];
  }[] = [];
  for (const item of unsent) {
    const kind = kindOf(item);
    const last = groups.at(-1);
    if (kind !== undefined && last?.kind === kind) last.items.push(item);
    else groups.push({ key: item.commandId, kind, items: [item] });
  }
  return groups;
}

function kindOf({ name, args, decided }: OutboxItem): string | undefined {
  if (!Object.hasOwn(commandGroups, name)) return undefined;
  const { meetingId } = args as { readonly meetingId?: string };
  return `${name} ${meetingId} ${decided}`;
}
