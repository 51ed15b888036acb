// The brand: three houses that are also a cash box. Colours come from the CSS of the place where it stands.

export function Mark() {
  return (
    <svg class="bk-mark" viewBox="0 0 48 48" aria-hidden="true">
      <circle class="c" cx="39.4" cy="11.6" r="6.6" />
      <path class="m" d="M4.5 43V28l7.5-7 6 5.6V18l8.5-9.5L35 18v10l8.5-6.5V43z" />
      <path class="l" d="M26.5 21.6a4 4 0 0 1 2 7.46L29.8 37h-6.6l1.3-7.94a4 4 0 0 1 2-7.46z" />
    </svg>
  );
}

export interface BrandProps {
  readonly href: string;
  /** Second line under the name: the neighbourhood, the year, the subject of a form. */
  readonly sub?: string | undefined;
  readonly narrowOnly?: boolean | undefined;
}

export function Brand({ href, sub, narrowOnly = false }: BrandProps) {
  return (
    <a class={narrowOnly ? 'bk-brand bk-only-narrow' : 'bk-brand'} href={href}>
      <Mark />
      <span>
        Buurtkas
        {sub !== undefined && <small>{sub}</small>}
      </span>
    </a>
  );
}
