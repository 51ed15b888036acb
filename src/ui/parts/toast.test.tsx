import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { LocationProvider, useLocation } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ToastRegion, toastTimeMs } from './toast.tsx';
import { dismissToast, showToast } from './toast-store.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  act(dismissToast);
  cleanup();
  vi.useRealTimers();
});

const later = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

describe('a toast', () => {
  test('is said in a region that was there before, and leaves after ten seconds', () => {
    render(<ToastRegion />);
    const region = screen.getByRole('status');
    act(() => void showToast({ text: 'Besluit 3 vastgelegd op dit toestel' }));
    expect(region.textContent).toContain('Besluit 3 vastgelegd');
    later(toastTimeMs - 1);
    expect(region.textContent).not.toBe('');
    later(1);
    expect(region.textContent).toBe('');
  });

  test('undoes the act once and is gone', () => {
    const undo = vi.fn();
    render(<ToastRegion />);
    act(() => void showToast({ text: 'Bon verwijderd', undo }));
    fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Bon verwijderd')).toBeNull();
  });

  test('stays as long as it has the focus or the pointer, then its time starts anew', () => {
    render(<ToastRegion />);
    act(() => void showToast({ text: 'Bon verwijderd', undo: () => {} }));
    const button = screen.getByRole('button', { name: 'Ongedaan maken' });
    act(() => button.focus());
    later(toastTimeMs * 3);
    expect(screen.getByText('Bon verwijderd')).toBeDefined();
    act(() => button.blur());
    later(toastTimeMs);
    expect(screen.queryByText('Bon verwijderd')).toBeNull();
  });

  test('about what is not over yet stays until that is over, and takes no other one along', () => {
    render(<ToastRegion />);
    let waiting = 0;
    act(() => {
      waiting = showToast({ text: 'Bewaren duurt lang', stays: true });
    });
    later(toastTimeMs * 3);
    expect(screen.getByText('Bewaren duurt lang')).toBeDefined();
    act(() => dismissToast(waiting));
    expect(screen.queryByText('Bewaren duurt lang')).toBeNull();
    act(() => void showToast({ text: 'Bewaard' }));
    act(() => dismissToast(waiting));
    expect(screen.getByText('Bewaard')).toBeDefined();
  });

  test('makes room for the next act, which gets its full time', () => {
    render(<ToastRegion />);
    act(() => void showToast({ text: 'Eerste' }));
    later(toastTimeMs - 100);
    act(() => void showToast({ text: 'Tweede' }));
    expect(screen.queryByText('Eerste')).toBeNull();
    later(toastTimeMs - 100);
    expect(screen.getByText('Tweede')).toBeDefined();
  });

  describe('when the screen changes', () => {
    let go: (path: string) => void = () => {};
    function Here() {
      go = useLocation().route;
      return <ToastRegion />;
    }
    const open = () =>
      render(
        <LocationProvider>
          <Here />
        </LocationProvider>,
      );

    test('leaves with the screen it was said on', () => {
      open();
      act(() => void showToast({ text: 'De naam is gewijzigd' }));
      act(() => go('/elders'));
      expect(screen.queryByText('De naam is gewijzigd')).toBeNull();
    });

    test('is read on the next screen when the act led there', () => {
      open();
      act(() => {
        showToast({ text: 'Aanvraag ingediend' });
        go('/aanvragen/1');
      });
      expect(screen.getByText('Aanvraag ingediend')).toBeDefined();
      act(() => go('/'));
      expect(screen.queryByText('Aanvraag ingediend')).toBeNull();
    });

    test('stays while it offers to undo', () => {
      open();
      act(() => void showToast({ text: 'Bon verwijderd', undo: () => {} }));
      act(() => go('/elders'));
      expect(screen.getByText('Bon verwijderd')).toBeDefined();
    });
  });

  test('leaves the focus on the heading when its own button is gone', async () => {
    render(
      <>
        <main>
          <h1 tabIndex={-1}>Kas</h1>
        </main>
        <ToastRegion />
      </>,
    );
    act(() => void showToast({ text: 'Bon verwijderd', undo: () => {} }));
    const button = screen.getByRole('button', { name: 'Ongedaan maken' });
    button.focus();
    fireEvent.click(button);
    await vi.advanceTimersByTimeAsync(1);
    expect(document.activeElement?.textContent).toBe('Kas');
  });
});
