/** Files of banks, drawn from a list of transactions: one writer a layout, so that a reader can be asked whether it gives
 *  back what was put in. Parties and numbers are invented; no real file is needed. */
import { camt053 } from './drawCamt.ts';
import { mt940Layouts } from './drawMt940.ts';
import type { DrawnLayout } from './drawn.ts';
import { tableLayouts } from './drawTables.ts';

export const layouts: Readonly<Record<string, DrawnLayout>> = {
  ...mt940Layouts,
  ...Object.fromEntries(
    [2, 3, 4, 5, 6, 7, 8].map((version) => [
      `camt.053.001.0${version}`,
      { ...camt053, write: camt053.writeIn(version) },
    ]),
  ),
  ...tableLayouts,
};
