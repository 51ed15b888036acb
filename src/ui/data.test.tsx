import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Access } from '../domain/access.ts';
import type { BudgetYear, Member } from '../domain/rows.ts';
import { StorageFull } from '../sync/ports.ts';
import { type App, AppProvider } from './app-context.tsx';
import { type CommandUse, mayI, Refusal, useCommand, useMe } from './data.ts';
import { showYear } from './year-store.ts';

afterEach(cleanup);

const seen = { v: 1, pending: false };
type Dispatch = (name: string, args: unknown, options: { readonly accept?: boolean }) => Promise<unknown>;

function appWith(parts: {
  readonly role?: Access['role'];
  readonly self?: Partial<Member>;
  readonly years?: readonly number[];
  readonly dispatch?: Dispatch;
}): App {
  const { role = 'chair', self, years = [], dispatch = async () => ({}) } = parts;
  const all: Record<string, unknown> = {
    budgetYear: years.map((year) => ({ id: String(year), year, ...seen }) as unknown as BudgetYear),
  };
  const app = {
    engine: { dispatch: (_: string, name: string, args: unknown, options: object) => dispatch(name, args, options) },
    rows: {
      byId: async (type: string) =>
        type === 'member' && self !== undefined ? { active: true, ...self, ...seen } : undefined,
      by: async () => [],
      all: async (type: string) => all[type] ?? [],
    },
    queue: {},
    personId: 'me',
    committeeId: 'c',
    access: { personId: 'me', role, proposalIds: [], v: 1 },
  };
  return app as unknown as App;
}

/** The rows have been read and the screen stands. */
const stands = () => expect.poll(() => screen.queryByRole('status')).not.toBeNull();

test('the year on screen is this one when it is open, else the latest', async () => {
  const Year = () => <output>{useMe().year}</output>;
  render(
    <AppProvider app={appWith({ years: [2001, 2003, 2002] })}>
      <Year />
    </AppProvider>,
  );
  await stands();
  expect(screen.getByRole('status').textContent).toBe('2003');
});

test('a year that is chosen is the one on screen until it is given back; one that was never opened is not', async () => {
  const Year = () => {
    const { year, yearNow, years } = useMe();
    return <output>{`${year} of ${years.join(' ')}, now ${yearNow}`}</output>;
  };
  render(
    <AppProvider app={appWith({ years: [2001, 2003, 2002] })}>
      <Year />
    </AppProvider>,
  );
  await stands();
  const shown = async (choice: number | null) => {
    await act(() => showYear(choice));
    return screen.getByRole('status').textContent;
  };
  expect(await shown(2002)).toBe('2002 of 2003 2002 2001, now 2003');
  expect(await shown(1999)).toBe('2003 of 2003 2002 2001, now 2003');
  expect(await shown(null)).toBe('2003 of 2003 2002 2001, now 2003');
});

test('[D12] who founded the committee without a connection goes on as its chair', async () => {
  const Role = () => (
    <output>
      {useMe().access.role} {String(mayI('member.add'))}
    </output>
  );
  render(
    <AppProvider app={appWith({ role: 'founder', self: { role: 'chair', proposalIds: [] } })}>
      <Role />
    </AppProvider>,
  );
  await stands();
  expect(screen.getByRole('status').textContent).toBe('chair true');
});

function formWith(dispatch: Dispatch): {
  readonly command: () => CommandUse<'meeting.open'>;
  readonly saved: () => number;
} {
  let command: CommandUse<'meeting.open'> | undefined;
  let saved = 0;
  const Form = () => {
    command = useCommand('meeting.open');
    return (
      <>
        <output />
        <Refusal
          command={command}
          onSaved={() => {
            saved += 1;
          }}
        />
      </>
    );
  };
  render(
    <AppProvider app={appWith({ dispatch })}>
      <Form />
    </AppProvider>,
  );
  return {
    command: () => {
      if (command === undefined) throw new Error('not rendered');
      return command;
    },
    saved: () => saved,
  };
}

test('[D3] a forecast can be saved all the same: the same arguments again, with accept', async () => {
  const asked: unknown[] = [];
  const form = formWith(async (name, args, { accept = false }) => {
    asked.push({ name, args, accept });
    return accept
      ? { saved: true, commandId: 'x', forecast: 'doubtful' }
      : { saved: false, code: 'wrong_state', params: {}, final: false };
  });
  await stands();
  await act(async () => {
    await form.command().send({ meetingId: 'm' });
  });
  await act(async () => screen.getByRole('button', { name: 'Toch bewaren' }).click());
  await expect.poll(form.saved).toBe(1);
  expect(asked).toEqual([
    { name: 'meeting.open', args: { meetingId: 'm' }, accept: false },
    { name: 'meeting.open', args: { meetingId: 'm' }, accept: true },
  ]);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('[D3] a final refusal says why and offers no way around it', async () => {
  const form = formWith(async () => ({ saved: false, code: 'not_permitted', params: {}, final: true }));
  await stands();
  await act(async () => {
    await form.command().send({ meetingId: 'm' });
  });
  expect(screen.getByRole('alert').textContent).toContain('Met uw rol');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a full device is an answer at the form, not a crash', async () => {
  const form = formWith(async () => {
    throw new StorageFull();
  });
  await stands();
  await act(async () => {
    await form.command().send({ meetingId: 'm' });
  });
  expect(screen.getByRole('alert').textContent).toContain('Dit toestel is vol');
  expect(form.command().busy).toBe(false);
});
