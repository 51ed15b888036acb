import type { ComponentChildren } from 'preact';
import { EmptyStreet } from './roofline.tsx';

export interface EmptyProps {
  /** What is not there yet: "Nog geen aanvragen dit jaar". */
  readonly title: string;
  /** What you can do about it. */
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren | undefined;
}

export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div class="bk-card bk-empty">
      <EmptyStreet />
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </div>
  );
}
