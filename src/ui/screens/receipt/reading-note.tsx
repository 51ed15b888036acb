// How far reading the photos is, and where on them stands what was read.
import { CircleAlert, ScanText } from '../../icons.ts';
import { nlReading } from '../../nl/reading.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Bar, Note } from '../../parts/status.tsx';
import { readPhoto, stopReading } from '../../reading.ts';
import type { DraftPhoto } from './photo-draft.ts';
import type { Mark, Proposals } from './proposals.ts';

export interface ReadingNoteProps {
  readonly proposals: Proposals;
  readonly photos: readonly DraftPhoto[];
  readonly urls: ReadonlyMap<string, string>;
  readonly today: string;
}

export function ReadingNote({ proposals, photos, urls, today }: ReadingNoteProps) {
  const { state, at, share } = proposals;
  const stop = () => {
    for (const { photo } of photos) stopReading(photo.sha256);
  };
  const again = () => {
    for (const { photo, bytes } of photos)
      void readPhoto({ sha256: photo.sha256, bytes, mime: photo.mime }, today, true);
  };
  return (
    <>
      <div role="status">
        {state === 'reading' && (
          <div class="bk-stack bk-gap-2">
            <p class="bk-small">{nlReading.busy(at, photos.length)}</p>
            <Bar share={share} />
          </div>
        )}
        {state === 'done' && (
          <p class="bk-row bk-gap-2 bk-small">
            <Icon of={ScanText} />
            {nlReading.done}
          </p>
        )}
        {(state === 'nothing' || state === 'failed' || state === 'stopped') && (
          <Note icon={CircleAlert}>{nlReading[state]}</Note>
        )}
      </div>
      {state === 'reading' && (
        <span>
          <Button kind="quiet" onClick={stop}>
            {nlReading.stop}
          </Button>
        </span>
      )}
      {(state === 'failed' || state === 'stopped') && (
        <Button icon={ScanText} onClick={again}>
          {nlReading.again}
        </Button>
      )}
      {proposals.marks.length > 0 && <Places proposals={proposals} photos={photos} urls={urls} />}
    </>
  );
}

/** The photos with what was read marked on them. */
function Places({ proposals, photos, urls }: Omit<ReadingNoteProps, 'today'>) {
  return (
    <details>
      <summary>{nlReading.where}</summary>
      <div class="bk-stack bk-gap-3">
        {photos.map(({ photo }) => {
          const [page, url] = [proposals.pages.get(photo.sha256), urls.get(photo.sha256)];
          const marks = proposals.marks.filter(({ sha256 }) => sha256 === photo.sha256);
          if (page === undefined || url === undefined || marks.length === 0) return null;
          return <Marked key={photo.sha256} page={page} url={url} marks={marks} />;
        })}
      </div>
    </details>
  );
}

function Marked(props: {
  readonly page: { readonly width: number; readonly height: number };
  readonly url: string;
  readonly marks: readonly Mark[];
}) {
  const { page, url, marks } = props;
  const edge = page.width / 100;
  return (
    <svg
      class="bk-marked"
      viewBox={`0 0 ${page.width} ${page.height}`}
      role="img"
      aria-label={nlReading.placeAlt(marks.map(({ what }) => nlReading.fields[what]))}
    >
      <image href={url} width={page.width} height={page.height} />
      {marks.map(({ what, place }) => (
        <rect
          key={what}
          x={place.x - edge}
          y={place.y - edge}
          width={place.width + 2 * edge}
          height={place.height + 2 * edge}
          rx={edge}
        />
      ))}
    </svg>
  );
}
