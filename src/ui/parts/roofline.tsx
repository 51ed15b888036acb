// The skyline of a textile town: gables, tall gables, saw-tooth roofs. A quiet edge, never more than one a screen.

type Window = readonly [x: number, y: number, width: number, height: number];

interface Skyline {
  readonly viewBox: string;
  readonly path: string;
  readonly windows: readonly Window[];
}

const rail: Skyline = {
  viewBox: '0 0 230 56',
  path: 'M0 56V40L17 25L34 40H34V36h6v-7h6v-7h8v7h6v7h6H66V24l26 11H92V24l26 11H118V24l26 11H144V43L165 28L185 43H185V27h40H225V34h12V4h8V34h10H255V41L272 26L289 41H289V41L308 26L328 41H328V56z',
  windows: [],
};

const sun: Skyline = {
  viewBox: '0 0 760 60',
  path: 'M0 60V33L20 18L41 33H41V39h6v-7h6v-7h8v7h6v7h6H73V25l26 12H99V25l26 12H125V25l26 12H151V35L172 20L193 35H193V29h40H233V36h12V4h8V36h10H263V37L284 22L305 37H305V46L324 31L343 46H343V45h6v-7h6v-7h8v7h6v7h6H375V25l26 12H401V25l26 12H427V41L446 26L464 41H464V34h40H504V42h6v-7h6v-7h8v7h6v7h6H536V43L555 28L574 43H574V37L595 22L615 37H615V40h6v-7h6v-7h8v7h6v7h6H647V25l26 12H673V25l26 12H699V25l26 12H725V38L745 23L766 38H766V26h40H806V36h12V4h8V36h10H836V60z',
  windows: [
    [16, 35, 8, 10],
    [168, 37, 8, 10],
    [217, 38, 8, 9],
    [320, 48, 8, 10],
    [442, 43, 8, 10],
    [488, 43, 8, 9],
    [551, 45, 8, 10],
    [626, 39, 9, 11],
    [774, 35, 8, 9],
  ],
};

const brand: Skyline = {
  viewBox: '0 0 420 60',
  path: 'M0 60V41L17 26L34 41H34V32h6v-7h6v-7h8v7h6v7h6H66V25l26 12H92V25l26 12H118V25l26 12H144V40L163 25L182 40H182V28h40H222V36h12V4h8V36h10H252V36L272 21L292 36H292V37L313 22L334 37H334V45h6v-7h6v-7h8v7h6v7h6H366V25l26 12H392V25l26 12H418V42L436 27L454 42H454V34h40H494V60z',
  windows: [
    [13, 43, 8, 10],
    [159, 42, 8, 10],
    [206, 37, 8, 9],
    [309, 39, 8, 10],
    [432, 44, 8, 10],
    [478, 43, 8, 9],
  ],
};

/** Roof and lit windows on the ground they stand on. */
const looks = {
  rail: { skyline: rail, roof: 'currentColor', window: 'none' },
  sun: { skyline: sun, roof: '#eeb022', window: '#fff3cf' },
  brand: { skyline: brand, roof: '#1c5b65', window: '#ffc845' },
} as const;

export interface RooflineProps {
  /** `rail` is the foot of the menu, `sun` and `brand` stand at the foot of a card with that ground and `roof`. */
  readonly kind: keyof typeof looks;
}

export function Roofline({ kind }: RooflineProps) {
  const { skyline, roof, window } = looks[kind];
  return (
    <svg
      class={kind === 'rail' ? undefined : 'bk-roofs'}
      viewBox={skyline.viewBox}
      preserveAspectRatio="xMinYMax slice"
      aria-hidden="true"
    >
      <path d={skyline.path} fill={roof} />
      {skyline.windows.map(([x, y, width, height]) => (
        <rect key={x} x={x} y={y} width={width} height={height} fill={window} />
      ))}
    </svg>
  );
}

/** The dashed street of an empty state: one window is already lit. */
export function EmptyStreet() {
  return (
    <svg
      viewBox="0 0 220 90"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path
        d="M6 84V46l22-20 22 20v38M50 84V40h8v-9h8v-9h14v9h8v9h8v44M96 84V50l24 14V50l24 14V50l24 14v20M168 84V36l23-22 23 22v48M2 84h216"
        stroke-dasharray="7 6"
      />
      <rect x="184" y="46" width="14" height="16" fill="var(--bk-sun)" stroke="none" />
    </svg>
  );
}
