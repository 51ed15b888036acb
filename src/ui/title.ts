// The title of the browser tab. Two parts write it: the page head its title, the error summary its "Fout: " in front,
// which is the first thing a screen reader says after a failed submit.

let pageTitle = '';
let errorSummaryCount = 0;

export function setPageTitle(title: string): void {
  pageTitle = title;
  write();
}

/** Puts "Fout: " in front until the returned function is called. */
export function markTitleWrong(): () => void {
  errorSummaryCount += 1;
  write();
  return () => {
    errorSummaryCount -= 1;
    write();
  };
}

function write(): void {
  const name = pageTitle === '' ? 'Buurtkas' : `${pageTitle} – Buurtkas`;
  document.title = errorSummaryCount > 0 ? `Fout: ${name}` : name;
}
