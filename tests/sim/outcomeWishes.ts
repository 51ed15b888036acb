/** What people want with what came of a project, with who guides it and with the years it runs. */
import { toldIn } from '../../src/domain/commands/outcome.ts';
import { proposalGuideId } from '../../src/domain/rows.ts';
import { type Desk, day, type Maker, photoOf, pickRow, proposalId, type Wish, wish, word } from './desk.ts';

export const outcomeWish: Maker = (desk) => {
  const id = proposalId(desk);
  return id === undefined
    ? undefined
    : desk.random.weighted<(desk: Desk, of: string) => Wish | undefined>([
        [3, tell],
        [2, tellYear],
        [2, addPhotos],
        [4, showPhoto],
        [4, publish],
        [3, takeBack],
        [1, guide],
        [1, years],
      ])(desk, id);
};

function tell(desk: Desk, of: string): Wish {
  const { random } = desk;
  const now = desk.rows('outcome').find(({ id }) => id === of);
  const visitors = random.between(20, 200);
  return random.chance(0.5)
    ? wish('outcome.change', {
        ...{ proposalId: of, fields: { visitors, nicer: random.pick(['yes', 'partly'] as const) } },
        seen: { visitors: now?.visitors ?? null, nicer: now?.nicer ?? null },
      })
    : wish('outcome.change', { proposalId: of, fields: { story: word(desk) }, seen: { story: now?.story ?? '' } });
}

/** Now and then of a year in which no plan runs. */
function tellYear(desk: Desk, of: string): Wish {
  const { random } = desk;
  const year = random.chance(0.05) ? 2040 : random.pick([2026, 2027]);
  const now = desk
    .rows('outcome')
    .find(({ id }) => id === of)
    ?.years?.find((one) => one.year === year);
  const seen = { visitors: now?.visitors ?? null, story: now?.story ?? '' };
  const fields = random.chance(0.5) ? { visitors: random.between(20, 200) } : { story: word(desk) };
  return wish('outcome.tellYear', { proposalId: of, year, fields, seen });
}

function addPhotos(desk: Desk, of: string): Wish {
  const photo = desk.newPhoto();
  const sight = desk.random.pick(['published', 'committee'] as const);
  return wish('outcome.addPhotos', { proposalId: of, photos: [photoOf(photo)], sight }, [photo]);
}

function showPhoto(desk: Desk): Wish | undefined {
  const { random } = desk;
  const outcome = pickRow(desk, 'outcome', ({ photos }) => photos.length > 0);
  const shown = random.pickOr(outcome?.photos ?? []);
  if (outcome === undefined || shown === undefined) return undefined;
  return wish('outcome.showPhoto', {
    ...{ proposalId: outcome.id, sha256: shown.photo.sha256, seen: shown.sight },
    sight: random.pick(['published', 'committee', 'nobody'] as const),
  });
}

/** With everything that stands there on this phone. */
function publish(desk: Desk): Wish | undefined {
  const outcome = pickRow(desk, 'outcome');
  if (outcome === undefined) return undefined;
  const { id, photos, volunteers: _, ...facts } = outcome;
  const before = desk.rows('publishedOutcome').find((one) => one.id === id);
  return wish('outcome.publish', {
    ...{ proposalId: id, told: { title: word(desk), ...facts }, publishedOn: day(desk) },
    photoHashes: photos.map(({ photo }) => photo.sha256),
    seen: before?.published === true ? toldIn(before) : null,
  });
}

function takeBack(desk: Desk): Wish | undefined {
  const known = pickRow(desk, 'publishedOutcome');
  return known && wish('outcome.takeBack', { proposalId: known.id });
}

function guide(desk: Desk, of: string): Wish {
  const kind = desk.random.pick(['guide', 'ambassador'] as const);
  const now = desk.rows('proposalGuide').find(({ id }) => id === proposalGuideId(of, kind));
  const fields = { name: desk.random.pick(['Joke', 'Karim', '']), helpsWith: word(desk) };
  const seen = { name: now?.name ?? '', helpsWith: now?.helpsWith ?? '' };
  return wish('proposalGuide.change', { proposalId: of, kind, fields, seen });
}

function years(desk: Desk, of: string): Wish {
  const seen = desk.rows('proposal').find(({ id }) => id === of)?.untilYear ?? null;
  return wish('proposal.setYears', { proposalId: of, untilYear: desk.random.pick([2027, 2028, null, 2040]), seen });
}
