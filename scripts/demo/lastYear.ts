/** What the wijk did in the year before Buurtkas, as the city's list has it: so that years stand side by side, and who asks
 *  again can begin with what was asked then. Invented, as all of the demo. */
import type { Services } from '../../server/services.ts';

interface PastProject {
  readonly title: string;
  readonly theme: number;
  readonly euros: number;
}

const lastYear: readonly PastProject[] = [
  { title: 'Nieuwjaarsreceptie in De Schering', theme: 7, euros: 600 },
  { title: 'Zwerfvuilronde met de school', theme: 2, euros: 380 },
  { title: 'Paaseieren zoeken', theme: 7, euros: 325 },
  { title: 'Koningsdag op het Klosplein', theme: 7, euros: 2_050 },
  { title: 'Lopend buffet Bleekveld', theme: 7, euros: 600 },
  { title: 'Meimarkt', theme: 6, euros: 1_500 },
  { title: 'Burendag', theme: 7, euros: 1_150 },
  { title: 'Lichtjestocht met soep op het Klosplein', theme: 7, euros: 900 },
  { title: 'Kerstdiner voor wie alleen is', theme: 4, euros: 875 },
  { title: 'Zebrapad in vrolijke kleuren', theme: 3, euros: 1_240 },
  { title: 'Cursus sollicitatiebrief', theme: 1, euros: 540 },
  { title: 'Regentonnen voor twintig huizen', theme: 5, euros: 1_100 },
];

export const lastYearOf = (idOf: (name: string) => string) =>
  lastYear.map((one, n) => ({ ...one, proposalId: idOf(`project 2025 ${n}`), year: 2025 }));

/** As `admin import-projects` does it: by the server, in no ledger. */
export async function recordPast(
  { engine }: Pick<Services, 'engine'>,
  committeeId: string,
  projects: readonly (PastProject & { readonly proposalId: string; readonly year: number })[],
): Promise<void> {
  const past = projects.map(({ proposalId, year, title, theme, euros }) => ({
    ...{ commandId: `demo:${proposalId}`, name: 'proposal.record' as const },
    args: { proposalId, year, title, amountCents: euros * 100, themeShares: [{ theme, percent: 100 }] },
  }));
  const outcomes = await engine.runOwn(committeeId, past);
  const odd = outcomes.find(({ kind }) => kind !== 'applied');
  if (odd !== undefined) throw new Error(`a project of before in ${committeeId}: ${JSON.stringify(odd)}`);
}
