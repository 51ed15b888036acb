import type { ComponentChildren } from 'preact';
import { TabletSmartphone } from '../icons.ts';
import { Icon } from './icon.tsx';

export interface TimelineEvent {
  readonly id: string;
  readonly text: ComponentChildren;
  /** When, and where from: "22 november, 19.31 uur". */
  readonly when: string;
  /** Only on this device so far: double ring and the device mark. */
  readonly local?: boolean | undefined;
}

/** What happened, newest first. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  return (
    <ol class="bk-line">
      {events.map((event) => (
        <li key={event.id} data-local={event.local ? '' : undefined}>
          {event.text}
          <small>
            {event.local && (
              <>
                <Icon of={TabletSmartphone} size="in" />{' '}
              </>
            )}
            {event.when}
          </small>
        </li>
      ))}
    </ol>
  );
}
