// Install help, once, after the first useful act; under Hulp it stays to be found.
import { useStore } from '../../hooks.ts';
import { Download, Smartphone } from '../../icons.ts';
import { dismissInstall, installHelp, installStore } from '../../install.ts';
import { nlInstall } from '../../nl/sign-in.ts';
import { Actions, Button, LinkButton } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';

export function InstallHint() {
  const prompt = useStore(installStore, (state) => state.prompt);
  const help = useStore(installStore, installHelp);
  if (help === undefined) return null;
  const install = async () => {
    await prompt?.prompt();
    dismissInstall();
  };
  return (
    <Card kind="well" gap={3} labelledBy="installeren">
      <h2 id="installeren">
        <Icon of={Smartphone} /> {nlInstall.title}
      </h2>
      <p>{help === 'ios' ? nlInstall.ios : nlInstall.android}</p>
      <Actions>
        {help === 'android' ? (
          <Button icon={Download} onClick={() => void install()}>
            {nlInstall.install}
          </Button>
        ) : (
          <LinkButton href="/hulp/iphone">{nlInstall.how}</LinkButton>
        )}
        <Button kind="quiet" onClick={dismissInstall}>
          {nlInstall.later}
        </Button>
      </Actions>
    </Card>
  );
}
