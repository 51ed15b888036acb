// Where somebody can go from here: each place with its picture and a line that says what is there.
import { Icon, type IconData } from './icon.tsx';
import { Item, List } from './list.tsx';
import { Disc } from './status.tsx';

export interface Place {
  readonly href: string;
  readonly icon: IconData;
  readonly title: string;
  readonly note: string;
}

export function Places({ label, places }: { readonly label?: string | undefined; readonly places: readonly Place[] }) {
  return (
    <List label={label}>
      {places.map(({ href, icon, title, note }) => (
        <Item
          key={href}
          title={title}
          lines={[note]}
          href={href}
          disc={
            <Disc>
              <Icon of={icon} />
            </Disc>
          }
        />
      ))}
    </List>
  );
}
