// Before the first paint, as a blocking script of its own: the content security policy allows no inline script, and a
// white flash in a dim hall is felt. "zaal" is the dark theme; the choice is kept by the app in localStorage.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    let theme = null;
    try {
      theme = localStorage.getItem('theme');
    } catch {
      // Storage can be forbidden: then the system decides.
    }
    if (theme !== 'zaal' && theme !== 'licht') theme = dark.matches ? 'zaal' : 'licht';
    if (theme === 'zaal') document.documentElement.dataset.theme = 'zaal';
    else delete document.documentElement.dataset.theme;
  };
  apply();
  dark.addEventListener('change', apply);
  // Chosen in another tab.
  addEventListener('storage', apply);
})();
