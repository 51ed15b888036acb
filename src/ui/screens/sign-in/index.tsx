// Aanmelden: with the link one button, without it a short code. The only screen that cannot do without a connection.
import { useEffect, useState } from 'preact/hooks';
import { type SignInResult, sessionStore, signIn } from '../../../store/app.ts';
import { CircleAlert, Info, LogIn } from '../../icons.ts';
import { currentInvitation, forgetInvitation, type Invitation, takeInvitation } from '../../invitation.ts';
import { nlSignIn } from '../../nl/sign-in.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Stack } from '../../parts/card.tsx';
import { ErrorSummary, useFormErrors } from '../../parts/error-summary.tsx';
import { Form } from '../../parts/form.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Note } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-fields.tsx';
import { useLocation } from '../../router.tsx';
import { BareShell, ThemeButton } from '../../shell/shell.tsx';
import { deviceNameGuess, isInstalled, isIos, mayBePrivateWindow } from '../../this-device.ts';
import { useStore } from '../../use-store.ts';
import { readCode } from './code.ts';

export function SignInScreen() {
  return (
    <BareShell sub={nlSignIn.sub} brandHref="/aanmelden" tools={<ThemeButton />}>
      <SignIn />
    </BareShell>
  );
}

function SignIn() {
  const { route } = useLocation();
  const [invitation, setInvitation] = useState(currentInvitation);
  const form = useFormErrors();
  const [code, setCode] = useState('');
  const [deviceName, setDeviceName] = useState(deviceNameGuess);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  /** With another link or with a code: what was said about the way before is gone. */
  const begin = (next: Invitation | undefined) => {
    setInvitation(next);
    setProblem(undefined);
    form.check([]);
  };
  useEffect(() => {
    // A link that is pasted while this screen is open changes only what stands behind the #: the page is not loaded again.
    const take = () => {
      takeInvitation();
      begin(currentInvitation());
    };
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, []);
  const send = async () => {
    const read = readCode(code);
    const errors = [
      ...(invitation === undefined && read === undefined ? [{ fieldId: 'code', sentence: nlSignIn.errors.code }] : []),
      ...(deviceName.trim() === '' ? [{ fieldId: 'deviceName', sentence: nlSignIn.errors.deviceName }] : []),
    ];
    if (!form.check(errors)) return;
    setBusy(true);
    const secret = invitation === undefined ? { code: read ?? '' } : { token: invitation.token };
    const result: SignInResult = await signIn({ ...secret, deviceName: deviceName.trim() });
    setBusy(false);
    setProblem(result.ok ? undefined : result.code);
    if (!result.ok) return;
    forgetInvitation();
    route('/', true);
  };
  return (
    <Form class="bk-stack bk-gap-5" onSend={send}>
      <ErrorSummary form={form} />
      <Head invitation={invitation} />
      <AlreadyHere />
      {problem !== undefined && <Problem code={problem} />}
      {invitation === undefined && (
        <TextField
          id="code"
          label={nlSignIn.codeLabel}
          hint={nlSignIn.codeHint}
          error={form.of('code')}
          value={code}
          onValue={setCode}
          autocomplete="one-time-code"
          short
          plain
        />
      )}
      <TextField
        id="deviceName"
        label={nlSignIn.deviceLabel}
        hint={nlSignIn.deviceHint}
        error={form.of('deviceName')}
        value={deviceName}
        onValue={setDeviceName}
        maxLength={60}
        plain
      />
      <Advice invited={invitation !== undefined} />
      <Actions>
        <Button kind="primary" big wide type="submit" icon={LogIn} busy={busy}>
          {invitation === undefined ? nlSignIn.codeButton : nlSignIn.joinButton}
        </Button>
        {invitation !== undefined && (
          <Button kind="quiet" wide onClick={() => begin(undefined)}>
            {nlSignIn.useCode}
          </Button>
        )}
      </Actions>
      <p class="bk-small">
        <a href="/hulp">{nlSignIn.help}</a>
      </p>
    </Form>
  );
}

function Head({ invitation }: { readonly invitation: Invitation | undefined }) {
  if (invitation === undefined) {
    return <PageHead title={nlSignIn.code} lead={nlSignIn.codeLead} tabTitle={nlSignIn.tab} focusKey="code" />;
  }
  const { committeeName } = invitation;
  const title = committeeName === undefined ? nlSignIn.join : nlSignIn.joinNamed(committeeName);
  return <PageHead title={title} lead={nlSignIn.joinLead} tabTitle={nlSignIn.tab} focusKey="link" />;
}

/** Somebody who is signed in may still join another committee; the way back stands here. */
function AlreadyHere() {
  const session = useStore(sessionStore, (state) => state);
  if (session.state !== 'ready') return null;
  const here = session.committees.find(({ committeeId }) => committeeId === session.committeeId);
  return (
    <Stack gap={3}>
      <Note icon={Info}>
        {here === undefined || here.name === '' ? nlSignIn.alreadyPlain : nlSignIn.already(here.name)}
      </Note>
      <Actions>
        <LinkButton href="/">{nlSignIn.toToday}</LinkButton>
      </Actions>
    </Stack>
  );
}

type Known = keyof typeof nlSignIn.errors;

function Problem({ code }: { readonly code: string }) {
  const found = Object.hasOwn(nlSignIn.errors, code) ? nlSignIn.errors[code as Known] : nlSignIn.errors.other;
  const { happened, youCan } = typeof found === 'string' ? nlSignIn.errors.other : found;
  return (
    <Note tone="bad" icon={CircleAlert} live="alert">
      <p>
        <b>{happened}</b>
      </p>
      <p>{youCan}</p>
    </Note>
  );
}

/** An iPhone keeps the app on the home screen apart from Safari; a private window forgets everything. */
function Advice({ invited }: { readonly invited: boolean }) {
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void mayBePrivateWindow().then(setPrivate), []);
  return (
    <>
      {isIos() && (isInstalled() ? !invited : invited) && (
        <Note icon={Info}>
          <p>{invited ? nlSignIn.ios.inBrowser : nlSignIn.ios.inApp}</p>
          {invited && <a href="/hulp/iphone">{nlSignIn.ios.how}</a>}
        </Note>
      )}
      {isPrivate && (
        <Note tone="look" icon={CircleAlert}>
          {nlSignIn.privateWindow}
        </Note>
      )}
    </>
  );
}
