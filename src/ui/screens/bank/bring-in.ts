// A plan in commands, one after the other. What stops halfway goes on with the same ids: nothing comes in twice.
import { type ImportPlan, partsOf } from '../../../domain/bank/importPlan.ts';
import { type App, dispatchOnce } from '../../data.ts';

export interface BringIn {
  readonly importId: string;
  readonly plan: ImportPlan;
  readonly fileName: string;
  readonly format: string;
  readonly today: string;
  /** Set for an account that is not here yet. */
  readonly account?: { readonly name: string; readonly kind: 'payment' | 'savings' } | undefined;
  readonly onPart: (done: number, total: number) => void;
}

const warningsMax = 50;

/** False when this device could not save all of it. */
export async function bringIn(
  app: App,
  { importId, plan, fileName, format, today, account, onPart }: BringIn,
): Promise<boolean> {
  const { accountId, from, until, opening, closing, fresh, known } = plan;
  if (account !== undefined) {
    const added = await dispatchOnce(app, 'bankAccount.add', { accountId, ...account, holder: '' });
    if (!added.saved) return false;
  }
  const parts = partsOf(plan);
  const begun = await dispatchOnce(app, 'bankImport.begin', {
    ...{ importId, accountId, fileName: fileName.slice(0, 200), format, from, until, opening, closing },
    ...{ lineCount: fresh.length + known.length, partCount: parts.length, importedOn: today },
    warnings: plan.warnings.slice(0, warningsMax),
  });
  if (!begun.saved) return false;
  for (const [n, part] of parts.entries()) {
    const sent = await dispatchOnce(app, 'bankImport.addLines', { importId, accountId, part: n + 1, ...part });
    if (!sent.saved) return false;
    onPart(n + 1, parts.length);
  }
  return true;
}
