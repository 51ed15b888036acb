// An invitation for one person: link, QR and short code. Needs a server once, and says so before you start.
import { useState } from 'preact/hooks';
import { useEngine, useMe } from '../../data.ts';
import { Copy, Info, QrCode, Share2, WifiOff } from '../../icons.ts';
import { nlSettings } from '../../nl/settings.ts';
import { Actions, Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Qr } from '../../parts/qr.tsx';
import { Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import { createInvite, type Invite } from '../../server-api.ts';

export interface InvitePersonProps {
  /** Must be a member already, if only on this device. */
  readonly personId: string;
  readonly name: string;
}

export function InvitePerson({ personId, name }: InvitePersonProps) {
  const { committeeId, committee } = useMe();
  const engine = useEngine();
  const [state, setState] = useState<'idle' | 'busy' | 'offline' | 'not_yet' | 'refused'>('idle');
  const [invite, setInvite] = useState<Invite | undefined>(undefined);
  const { invite: words } = nlSettings;
  const make = async () => {
    setState('busy');
    // The server invites members it knows: what this device made is sent first.
    await engine.sync(committeeId).catch(() => undefined);
    const answer = await createInvite(committeeId, personId);
    if (answer.ok) setInvite(answer.value);
    setState(answer.ok ? 'idle' : problemOf(answer.why, answer.code));
  };
  return (
    <Card gap={3} labelledBy="uitnodiging">
      <h2 id="uitnodiging">{words.title(name)}</h2>
      <p>{words.lead}</p>
      {invite === undefined ? (
        <p class="bk-small bk-soft">{words.needsServer}</p>
      ) : (
        <ShownInvite invite={invite} name={name} committeeName={committee?.name ?? ''} />
      )}
      {state === 'offline' && (
        <Note icon={WifiOff} tone="look" live="alert">
          {words.offline}
        </Note>
      )}
      {state === 'not_yet' && (
        <Note icon={Info} tone="look" live="alert">
          {words.notYet}
        </Note>
      )}
      {state === 'refused' && (
        <Note icon={Info} tone="bad" live="alert">
          {words.refused}
        </Note>
      )}
      <Actions>
        <Button
          kind={invite === undefined ? 'primary' : 'plain'}
          icon={QrCode}
          busy={state === 'busy'}
          onClick={() => void make()}
        >
          {invite === undefined ? words.make : words.again}
        </Button>
      </Actions>
    </Card>
  );
}

function problemOf(why: 'offline' | 'refused', code: string): 'offline' | 'not_yet' | 'refused' {
  if (why === 'offline') return 'offline';
  return code === 'no_such_member' ? 'not_yet' : 'refused';
}

interface ShownInviteProps {
  readonly invite: Invite;
  readonly name: string;
  readonly committeeName: string;
}

/** Also used for a further device of your own. */
export function ShownInvite({ invite, name, committeeName }: ShownInviteProps) {
  const { invite: words } = nlSettings;
  const link = linkFor(invite, committeeName);
  const share = { title: 'Buurtkas', text: words.shareText(committeeName), url: link };
  const { copy, failed } = useCopy(link, words.copied);
  return (
    <>
      <Qr text={link} label={words.qr(name)} />
      <p>{words.scan}</p>
      <p class="bk-figure bk-figure--m">
        <span class="bk-soft bk-small">{words.code}</span>
        <strong>{invite.code}</strong>
      </p>
      <p class="bk-small bk-soft">
        {words.codeUntil(invite.codeExpiresAt)} {words.linkUntil(invite.expiresAt)}
      </p>
      <Actions>
        {'share' in navigator && (
          <Button icon={Share2} onClick={() => void navigator.share(share).catch(() => undefined)}>
            {words.share}
          </Button>
        )}
        <Button icon={Copy} onClick={() => void copy()}>
          {words.copy}
        </Button>
      </Actions>
      {failed && <TextField label={words.link} hint={words.copyFailed} value={link} onValue={() => {}} />}
    </>
  );
}

/** The name of the committee rides along behind the token, so that the newcomer sees what the link is for. It is in the
 *  fragment, which no server sees, and is shown only as what the link says. */
export function linkFor(invite: Pick<Invite, 'url'>, committeeName: string): string {
  return committeeName === '' ? invite.url : `${invite.url}/${encodeURIComponent(committeeName)}`;
}
