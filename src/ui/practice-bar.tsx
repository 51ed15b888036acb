// Above every screen while somebody practises, on paper too: that this is not real, the next step, and the way out.
import { endPractice } from '../store/app.ts';
import { LogOut } from './icons.ts';
import { nlPractice } from './nl/practice.ts';
import { Button } from './parts/button.tsx';
import { useLocation } from './router.tsx';
import { stepNames } from './screens/practice/practice-steps.ts';
import { useSteps } from './screens/practice/use-steps.ts';

/** What has no business in an invented wijk: the own device, the account, other people's rights. */
const notHere = ['/toestel', '/instellingen', '/meer', '/start', '/aanmelden', '/wijken'];
export const isInPractice = (path: string): boolean => !notHere.some((start) => path.startsWith(start));

export function PracticeBar() {
  const done = useSteps();
  const { route } = useLocation();
  const next = stepNames.find((name) => !done.has(name));
  const stop = async () => {
    route('/hulp', true);
    await endPractice();
  };
  return (
    <section class="bk-practice" aria-label={nlPractice.bar}>
      <p>
        <b>{nlPractice.bar}.</b> {nlPractice.barText}.{' '}
        <a href="/oefenen">{next === undefined ? nlPractice.steps : nlPractice.step[next].title}</a>
      </p>
      <Button icon={LogOut} onClick={() => void stop()}>
        {nlPractice.stop}
      </Button>
    </section>
  );
}
