import type { ComponentChildren } from 'preact';
import { PageHead } from './page-head.tsx';
import { EmptyStreet } from './roofline.tsx';

export interface EmptyProps {
  /** What is not there yet: "Nog geen aanvragen dit jaar". */
  readonly title: string;
  /** What you can do about it. */
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren | undefined;
  /** There is nothing else on the page: the title is its h1, and stands above the card. */
  readonly page?: boolean | undefined;
}

export function Empty({ title, children, action, page = false }: EmptyProps) {
  const card = (
    <div class="bk-card bk-empty">
      <EmptyStreet />
      {!page && <h3>{title}</h3>}
      <p>{children}</p>
      {action}
    </div>
  );
  if (!page) return card;
  return (
    <>
      <PageHead title={title} />
      {card}
    </>
  );
}
