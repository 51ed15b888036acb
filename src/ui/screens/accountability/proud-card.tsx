// The presentation that stands ready, and which projects it shows in which order.
import { useState } from 'preact/hooks';
import { ArrowDown, ArrowUp, ListChecks, Play, RotateCcw, X } from '../../icons.ts';
import { nlAccountability } from '../../nl/accountability.ts';
import { nlPlan } from '../../nl/meeting-plan.ts';
import { titleOr } from '../../nl/proposals.ts';
import { Button, IconButton, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Sheet } from '../../parts/dialog.tsx';
import { Item, List } from '../../parts/list.tsx';
import { MoneyText } from '../../parts/money.tsx';
import { showToast } from '../../parts/toast-store.ts';
import { type SlideChoice, slidesOf, useSlideChoice } from './slides.ts';
import type { YearInsight } from './use-insight.ts';

const { proud: words } = nlAccountability;

export function ProudCard({ data }: { readonly data: YearInsight }) {
  const choice = useSlideChoice(data);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Card kind="brand" roof gap={3} labelledBy="trots">
        <p class="bk-strong">{words.kicker}</p>
        <h2 id="trots">{words.title}</h2>
        <p>{words.text(slidesOf(data, choice.chosen).length)}</p>
        <LinkButton kind="primary" wide icon={Play} href={`/presentatie/${data.year}`}>
          {words.action}
        </LinkButton>
        <Button wide icon={ListChecks} onClick={() => setOpen(true)}>
          {words.choose}
        </Button>
      </Card>
      <Sheet open={open} onClose={() => setOpen(false)} title={words.choose} closable>
        <Choose choice={choice} />
      </Sheet>
    </>
  );
}

/** Arrows and not dragging: it works with a keyboard and a shaky hand. */
function Choose({ choice: { chosen, left, choose } }: { readonly choice: SlideChoice }) {
  const ids = chosen.map(({ id }) => id);
  const swap = (at: number, by: 1 | -1, title: string): void => {
    const [one, other] = [ids[at], ids[at + by]];
    choose(ids.map((id, n) => (n === at ? (other ?? id) : n === at + by ? (one ?? id) : id)));
    showToast({ text: words.moved(title, at + by + 1) });
  };
  return (
    <>
      <p class="bk-soft">{words.kept}</p>
      <h3>{words.shown(chosen.length)}</h3>
      <List label={words.shown(chosen.length)} ordered>
        {chosen.map(({ id, title }, at) => (
          <li class="bk-item" key={id}>
            <span class="bk-grow">
              <b>{`${at + 1}. ${titleOr(title)}`}</b>
            </span>
            <span class="bk-row bk-gap-1">
              {at > 0 && <IconButton icon={ArrowUp} label={nlPlan.up(title)} onClick={() => swap(at, -1, title)} />}
              {at < chosen.length - 1 && (
                <IconButton icon={ArrowDown} label={nlPlan.down(title)} onClick={() => swap(at, 1, title)} />
              )}
              <IconButton icon={X} label={words.drop(title)} onClick={() => choose(ids.filter((one) => one !== id))} />
            </span>
          </li>
        ))}
      </List>
      <Button icon={RotateCcw} onClick={() => choose(null)}>
        {words.proposed}
      </Button>
      {left.length > 0 && (
        <>
          <h3>{words.left}</h3>
          <List label={words.left}>
            {left.map(({ id, title, awardedCents }) => (
              <Item
                key={id}
                title={titleOr(title)}
                lines={[<MoneyText key="cents" cents={awardedCents} />]}
                onClick={() => choose([...ids, id])}
                end={<span class="bk-link">{words.add}</span>}
              />
            ))}
          </List>
        </>
      )}
    </>
  );
}
