// Short words for a theme: the plain one of the year, so that a chart can be read on a phone.
import type { BudgetYear } from '../../../domain/rows.ts';
import { nlAccountability } from '../../nl/accountability.ts';

export const themeName = (budgetYear: BudgetYear | undefined, number: number): string =>
  budgetYear?.themes.find((theme) => theme.number === number)?.plain ?? nlAccountability.themes.other(number);
