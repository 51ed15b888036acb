// Runs before the first paint (a plain script in the head), so that a dark hall is not lit by a white page.
// Same rule as src/ui/theme.ts: the stored choice of this device, else what the device prefers.
(() => {
  let stored = null;
  try {
    stored = localStorage.getItem('bk-theme');
  } catch {
    // No storage: follow the device.
  }
  const dark = stored === 'zaal' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  if (dark) document.documentElement.dataset.theme = 'zaal';
})();
