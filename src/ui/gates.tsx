// The screens before there is a committee to show: storage that does not open, waiting for the first rows, no longer a
// member, a member of nothing. Each says what happened to the work on this device and what can be done.
import { useState } from 'preact/hooks';
import { openCommittee, type Session, signOut } from '../store/app.ts';
import type { Engine } from '../sync/engine.ts';
import { LogOut, RefreshCw, WifiOff } from './icons.ts';
import { nl } from './nl/index.ts';
import { nlGate } from './nl/sign-in.ts';
import { Actions, Button, LinkButton } from './parts/button.tsx';
import { Card, Stack } from './parts/card.tsx';
import { Item, List } from './parts/list.tsx';
import { PageHead } from './parts/page-head.tsx';
import { Disc, Note } from './parts/status.tsx';
import { BareShell, ThemeButton } from './shell/shell.tsx';
import { syncStore } from './sync-status.ts';
import { UpdateButton } from './update-button.tsx';
import { useStore } from './use-store.ts';

/** Also for `newer_version`: another window took the database to a new version, and this one must load again. */
export function StuckGate({ problem }: { readonly problem: string | null }) {
  const { stuck } = nlGate;
  const newer = problem === 'newer_version';
  return (
    <BareShell tools={<ThemeButton />}>
      <Stack gap={5}>
        <PageHead title={newer ? stuck.newer : stuck.title} lead={newer ? stuck.newerText : stuck.text} />
        {!newer && (
          <List ordered>
            {stuck.steps.map((step, index) => (
              <Item key={step} title={step} disc={<Disc>{index + 1}</Disc>} />
            ))}
          </List>
        )}
        <Actions>
          <Button kind="primary" big icon={RefreshCw} onClick={() => location.reload()}>
            {stuck.retry}
          </Button>
        </Actions>
      </Stack>
    </BareShell>
  );
}

/** The part of the app that works on the committee did not load: no connection at the very first visit, or an old page. */
export function NotLoadedGate() {
  return (
    <BareShell tools={<ThemeButton />}>
      <Stack gap={5}>
        <PageHead title={nl.crash.notLoadedTitle} lead={nl.crash.notLoadedText} />
        <Actions>
          <Button kind="primary" big icon={RefreshCw} onClick={() => location.reload()}>
            {nl.crash.reload}
          </Button>
        </Actions>
      </Stack>
    </BareShell>
  );
}

export interface GateProps {
  readonly engine: Engine;
  readonly session: Session;
}

/** Signed in, and the rights of the open committee have not arrived yet. */
export function WaitingGate({ engine, session }: GateProps) {
  const online = useStore(syncStore, (status) => status.online);
  const outdated = useStore(syncStore, (status) => status.problem === 'upgrade');
  const [busy, setBusy] = useState(false);
  const { waiting } = nlGate;
  const retry = async () => {
    setBusy(true);
    if (session.committeeId !== null) await engine.sync(session.committeeId).catch(() => undefined);
    setBusy(false);
  };
  return (
    <BareShell tools={<ThemeButton />}>
      <Stack gap={5}>
        <PageHead title={waiting.title} lead={waiting.text} />
        <div role="status">
          {online === 'no' && (
            <Note icon={WifiOff} tone="look">
              {waiting.offline}
            </Note>
          )}
          {outdated && <Note icon={RefreshCw}>{waiting.outdated}</Note>}
        </div>
        {online === 'no' && (
          <Actions>
            <Button kind="primary" icon={RefreshCw} busy={busy} onClick={() => void retry()}>
              {waiting.retry}
            </Button>
          </Actions>
        )}
        {outdated && (
          <Actions>
            <UpdateButton />
          </Actions>
        )}
        <OtherCommittees session={session} />
      </Stack>
    </BareShell>
  );
}

/** Emptied by the engine: no member any more, or the device was closed off from elsewhere. */
export function RemovedGate({ session }: Pick<GateProps, 'session'>) {
  const unsent = useStore(syncStore, (status) => status.unsentByCommittee[session.committeeId ?? '']?.commands ?? 0);
  const problem = useStore(syncStore, (status) => status.problem);
  const asked = useStore(syncStore, (status) => status.online === 'yes');
  const { removed, closed, emptied } = nlGate;
  const isClosed = problem === 'revoked' || problem === 'signed_out';
  const words = isClosed ? closed : asked ? removed : emptied;
  return (
    <BareShell tools={<ThemeButton />}>
      <Stack gap={5}>
        <PageHead title={words.title} lead={words.text} />
        {unsent > 0 && <Note icon={WifiOff}>{(isClosed ? closed : removed).unsent(unsent)}</Note>}
        {words === removed && <p>{removed.ask}</p>}
        <OtherCommittees session={session} />
        <Actions>
          {isClosed && (
            <LinkButton kind="primary" href="/aanmelden">
              {closed.signIn}
            </LinkButton>
          )}
          <Button icon={LogOut} onClick={() => void signOut()}>
            {removed.signOut}
          </Button>
        </Actions>
      </Stack>
    </BareShell>
  );
}

export function NowhereGate() {
  const { nowhere } = nlGate;
  return (
    <BareShell tools={<ThemeButton />}>
      <Stack gap={5}>
        <PageHead title={nowhere.title} lead={nowhere.text} />
        <Actions>
          <LinkButton kind="primary" href="/aanmelden">
            {nowhere.button}
          </LinkButton>
        </Actions>
      </Stack>
    </BareShell>
  );
}

/** Who belongs to several committees goes from one to another here. */
export function OtherCommittees({ session }: Pick<GateProps, 'session'>) {
  const others = session.committees.filter(({ committeeId }) => committeeId !== session.committeeId);
  if (others.length === 0) return null;
  return (
    <Card gap={3} labelledBy="andere">
      <h2 id="andere">{nlGate.switchTo}</h2>
      <List kind="bleed">
        {others.map(({ committeeId, name }) => (
          <Item key={committeeId} title={name === '' ? nl.app : name} onClick={() => void openCommittee(committeeId)} />
        ))}
      </List>
    </Card>
  );
}
