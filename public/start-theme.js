// Before the first paint, as a blocking script of its own: the content security policy allows no inline script, and a
// white flash in a dim hall is felt. src/ui/theme.ts does the same later; keep the two alike.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let theme = null;
  try {
    theme = localStorage.getItem('bk-theme');
  } catch {
    // Storage can be forbidden: then the system decides.
  }
  if (theme !== 'zaal' && theme !== 'light') theme = dark ? 'zaal' : 'light';
  if (theme === 'zaal') document.documentElement.dataset.theme = 'zaal';
  const bar = document.querySelector('meta[name="theme-color"]');
  if (bar) bar.setAttribute('content', theme === 'zaal' ? '#0d1719' : '#f4f3ec');
})();
