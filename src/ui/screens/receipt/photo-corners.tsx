// The photo with a corner at each end of the paper. A corner is dragged, or chosen and moved with the arrow keys (WCAG 2.5.7).
import { useRef } from 'preact/hooks';
import { seenAt, seenCorner, stepFor } from '../../../files/photo/corners.ts';
import type { PhotoEdit } from '../../../files/photo/edit.ts';
import type { Point, Quad } from '../../../files/reader/geometry.ts';
import { nlPhotoEditor } from '../../nl/photo-editor.ts';

export interface PhotoCornersProps {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly corners: Quad; // shares of width and height
  /** As the photo is seen: names of corners and arrow keys follow it. */
  readonly quarterTurns: PhotoEdit['quarterTurns'];
  readonly onCorners: (corners: Quad) => void;
}

const step = 0.01;
const bigStep = 0.05;
const arrowWays: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function PhotoCorners({ url, width, height, corners, quarterTurns, onCorners }: PhotoCornersProps) {
  const picture = useRef<SVGSVGElement>(null);
  const radius = Math.max(width, height) * 0.042;
  const move = (index: number, { x, y }: Point) => {
    const inside = { x: Math.max(0, Math.min(1, x)), y: Math.max(0, Math.min(1, y)) };
    onCorners(withCorner(corners, index, inside));
  };
  const drag = (index: number, event: PointerEvent) => {
    const at = picture.current?.getScreenCTM()?.inverse();
    if (at === undefined || event.buttons === 0) return;
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(at);
    move(index, { x: point.x / width, y: point.y / height });
  };
  const points = corners.map(({ x, y }) => `${x * width},${y * height}`).join(' ');
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: what it shows is said by the corners in it.
    <svg ref={picture} class="bk-corners" viewBox={`0 0 ${width} ${height}`}>
      <image href={url} width={width} height={height} />
      <polygon points={points} />
      {corners.map((corner, index) => (
        <circle
          key={index}
          cx={corner.x * width}
          cy={corner.y * height}
          r={radius}
          role="slider"
          tabindex={0}
          aria-label={nlPhotoEditor.corner[seenCorner(index, quarterTurns)]}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(seenAt(corner, quarterTurns).x * 100)}
          aria-valuetext={nlPhotoEditor.cornerAt(seenAt(corner, quarterTurns))}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => drag(index, event)}
          onKeyDown={(event) => {
            const arrow = arrowWays[event.key];
            if (arrow === undefined) return;
            event.preventDefault();
            const way = stepFor(arrow, quarterTurns);
            const by = event.shiftKey ? bigStep : step;
            move(index, { x: corner.x + way.x * by, y: corner.y + way.y * by });
          }}
        />
      ))}
    </svg>
  );
}

const withCorner = ([a, b, c, d]: Quad, index: number, corner: Point): Quad => [
  index === 0 ? corner : a,
  index === 1 ? corner : b,
  index === 2 ? corner : c,
  index === 3 ? corner : d,
];
