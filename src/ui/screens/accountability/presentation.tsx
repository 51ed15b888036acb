// /presentatie/:jaar: one idea a slide, full screen, by keys or taps; on paper every slide is a page.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { noOutcome, toldOfYear } from '../../../domain/outcome.ts';
import { useMe, useRow, useRows } from '../../data.ts';
import { euro } from '../../format.ts';
import { ArrowLeft, ArrowRight, Maximize, Printer, X } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlPrint } from '../../nl/print-decisions.ts';
import { titleOr } from '../../nl/proposals.ts';
import { IconButton, LinkButton } from '../../parts/button.tsx';
import { classes } from '../../parts/classes.ts';
import { Mark } from '../../parts/mark.tsx';
import { usePageTitle } from '../../parts/page-head.tsx';
import { Roofline } from '../../parts/roofline.tsx';
import { useParam } from '../../router.tsx';
import { RowPhotos } from '../../row-photos-view.tsx';
import { forCommittee } from './for-committee.tsx';
import { isPerHead, QuarterTiles } from './quarters-card.tsx';
import { type Slide, slidesOf, useSlideChoice } from './slides.ts';
import { sumOf } from './sources.ts';
import { barsOf, ThemeChart } from './theme-card.tsx';
import { homeHref, useInsight, type YearInsight } from './use-insight.ts';

const words = nlAccountability.slides;

export const PresentationScreen = forCommittee(PresentationOfCommittee, { bare: true });

function PresentationOfCommittee() {
  const data = useInsight(Number(useParam('jaar')));
  return data === undefined ? null : <Presentation data={data} />;
}

function Presentation({ data }: { readonly data: YearInsight }) {
  const slides = slidesOf(data, useSlideChoice(data).chosen);
  const [at, setAt] = useState(0);
  const stage = useRef<HTMLElement>(null);
  const heading = usePageTitle(words.cover(data.year), at);
  /** From the slide that will be there: two quick presses are two slides. */
  const go = (to: (from: number) => number) => setAt((from) => Math.min(slides.length - 1, Math.max(0, to(from))));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('dialog') !== null) return; // a photo that was opened has its own keys
      const onButton = target.closest('button, a') !== null && (event.key === ' ' || event.key === 'Enter');
      const by = onButton ? undefined : steps[event.key];
      if (by === undefined) return;
      event.preventDefault();
      go((from) => (by === 'first' ? 0 : by === 'last' ? slides.length - 1 : from + by));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  return (
    <main class="bk-slides" id="inhoud" tabIndex={-1} ref={stage}>
      {slides.map((slide, n) => (
        <section
          key={keyOf(slide)}
          class={classes('bk-slide', n !== at && 'bk-slide--away')}
          aria-label={words.label(n + 1, slides.length)}
          aria-hidden={n !== at}
        >
          <SlideBody data={data} slide={slide} heading={n === at ? heading : undefined} />
        </section>
      ))}
      <footer class="bk-slide-tools bk-noprint">
        <LinkButton icon={X} href={homeHref(data.year)}>
          {words.close}
        </LinkButton>
        <span class="bk-row bk-gap-2">
          <IconButton icon={ArrowLeft} label={words.previous} onClick={() => go((from) => from - 1)} />
          <span aria-live="polite">{words.label(at + 1, slides.length)}</span>
          <IconButton icon={ArrowRight} label={words.next} onClick={() => go((from) => from + 1)} />
        </span>
        <span class="bk-row bk-gap-2 bk-only-wide">
          <IconButton icon={Printer} label={nlPrint.print} onClick={() => print()} />
          <IconButton icon={Maximize} label={words.full} onClick={() => void toggleFull(stage.current)} />
        </span>
      </footer>
    </main>
  );
}

const steps: Readonly<Record<string, number | 'first' | 'last'>> = {
  ...{ ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 },
  ...{ Home: 'first', End: 'last' },
};

async function toggleFull(stage: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await stage?.requestFullscreen?.();
}

const keyOf = (slide: Slide): string => (slide.kind === 'project' ? slide.project.id : slide.kind);

interface BodyProps {
  readonly data: YearInsight;
  readonly slide: Slide;
  readonly heading: ReturnType<typeof usePageTitle> | undefined;
}

function SlideBody({ data, slide, heading }: BodyProps) {
  const { committee } = useMe();
  const { insight, year } = data;
  const title = (text: string) =>
    heading === undefined ? (
      <h2 class="bk-slide-title">{text}</h2>
    ) : (
      <h1 ref={heading} tabIndex={-1} class="bk-slide-title">
        {text}
      </h1>
    );
  const { low, high } = insight.support.households;
  const hours = data.volunteers.ownHours + sumOf(insight.results.hours);
  const newcomers = insight.newness.find(({ key }) => key === 'new')?.ids.length ?? 0;
  switch (slide.kind) {
    case 'title':
      return (
        <>
          <Mark />
          {committee !== undefined && <p>{nlPrint.committee(committee.bodyWord, committee.name)}</p>}
          {title(words.cover(year))}
          <p class="bk-noprint bk-small">{words.keys}</p>
          <Roofline kind="brand" />
        </>
      );
    case 'sum':
      return (
        <>
          {title(insight.projects.length === 1 ? words.sumOne : words.sum(insight.projects.length))}
          <p class="bk-slide-sum">
            {euro(insight.awardedCents)} <small>{words.awarded}</small>
          </p>
          {insight.paidCents > 0 && <p>{words.paid(insight.paidCents)}</p>}
          {newcomers > 0 && <p>{words.newcomers(newcomers)}</p>}
          {high > 0 && <p>{words.asked(low, high)}</p>}
          {hours > 0 && <p>{words.hours(hours)}</p>}
        </>
      );
    case 'themes':
      return (
        <>
          {title(nlAccountability.themes.title)}
          <div class="bk-slide-sheet">
            <ThemeChart bars={barsOf(data)} count={insight.projects.length} cents={insight.awardedCents} />
          </div>
        </>
      );
    case 'quarters': {
      const groups = insight.quarters.filter(({ key }) => key !== '');
      return (
        <>
          {title(nlAccountability.quarters.title)}
          <div class="bk-slide-sheet">
            <QuarterTiles groups={groups} year={year} />
          </div>
          <p>{isPerHead(groups) ? nlAccountability.quarters.lead : nlAccountability.quarters.leadShort}</p>
        </>
      );
    }
    case 'project':
      return <ProjectSlide project={slide.project} year={year} title={title(titleOr(slide.project.title))} />;
    case 'thanks':
      return (
        <>
          <Mark />
          {title(words.thanks)}
          <Roofline kind="brand" />
        </>
      );
  }
}

interface ProjectSlideProps {
  readonly project: Extract<Slide, { readonly kind: 'project' }>['project'];
  readonly year: number;
  readonly title: ComponentChildren;
}

function ProjectSlide({ project, year, title }: ProjectSlideProps) {
  const { id, summary, applicant, awardedCents, year: first, untilYear = first } = project;
  const told = useRow('publishedOutcome', id);
  const proof = useRows('counterContribution', 'proposalId', id).find(({ photos }) => photos.length > 0);
  const outcome = told?.published === true ? told : undefined;
  // Of a project of more years: what this year brought, where that is published.
  const { story, visitors } = toldOfYear(project, outcome, year) ?? outcome ?? noOutcome(id);
  const shown =
    outcome !== undefined && outcome.photos.length > 0
      ? ({ key: `publishedOutcome/${id}`, photos: outcome.photos } as const)
      : proof && ({ key: `counterContribution/${proof.id}`, photos: proof.photos } as const);
  return (
    <>
      {title}
      <p class="bk-slide-sum">
        {euro(awardedCents)} <small>{words.awarded}</small>
      </p>
      {untilYear > first && <p>{words.place(year - first + 1, untilYear - first + 1)}</p>}
      {applicant !== '' && <p>{words.by(applicant)}</p>}
      {(story || summary) !== '' && <p>{story || summary}</p>}
      {visitors !== null && visitors > 0 && <p>{words.visitors(visitors)}</p>}
      {shown !== undefined && (
        <RowPhotos
          shownBy={shown.key}
          photos={shown.photos.slice(0, 2)}
          alt={() => words.photo(titleOr(project.title))}
          notHere=""
        />
      )}
    </>
  );
}
