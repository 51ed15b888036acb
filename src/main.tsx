// Start-up only: the theme, the invitation out of the address, the first render, and behind it the session and the service
// worker. Nothing here waits for the network.
import './ui/styles/index.css';
import { render } from 'preact';
import { openSession, sessionStore } from './store/app.ts';
import type { Engine } from './sync/engine.ts';
import { BuurtkasApp } from './ui/app.tsx';
import { noteFirstAct, watchInstall } from './ui/install.ts';
import { takeInvitation } from './ui/invitation.ts';
import { registerServiceWorker } from './ui/pwa.ts';
import { followStatus, syncStore } from './ui/sync-status.ts';
import { startTheme } from './ui/theme.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

takeInvitation();
startTheme();
watchInstall();
followSession();
render(<BuurtkasApp />, root);
void openSession();
void registerServiceWorker({ onWake: () => sessionStore.getState().opened?.engine.wake() });

/** The status line follows the engine of whoever is signed in, and the first saved work is remembered for install help. */
function followSession(): void {
  let followed: Engine | undefined;
  let stop: () => void = () => {};
  sessionStore.subscribe(({ opened }) => {
    if (opened?.engine === followed) return;
    stop();
    followed = opened?.engine;
    stop = followed === undefined ? () => {} : followStatus(followed, () => Date.now());
  });
  syncStore.subscribe(({ unsent }) => {
    if (unsent.commands > 0 && !sessionStore.getState().practice) noteFirstAct();
  });
}
