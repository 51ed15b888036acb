import { encode } from 'uqr';

export interface QrProps {
  readonly text: string;
  /** What it leads to, for who cannot see it. */
  readonly label: string;
}

const quietZone = 4; // modules of white around it, as the standard asks
const widthPx = 220;

/** A QR code as one path. Always black on white, also in the dark: cameras read it best, and print needs it. */
export function Qr({ text, label }: QrProps) {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={widthPx} height={widthPx} role="img" aria-label={label}>
      <rect width={size} height={size} rx="2" fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
