// What a theme is called: in plain words, so that a chart can be read on a phone, or as the city says it where nobody wrote
// down a plainer one.
import type { Theme } from '../../domain/rows.ts';

export const themeLabel = ({ plain, name }: Pick<Theme, 'plain' | 'name'>): string => plain || name;

/** Of a year. A project may still name a theme that its year no longer has. */
export function themeName(themes: readonly Theme[] | undefined, number: number): string {
  const theme = themes?.find((one) => one.number === number);
  return theme === undefined ? `Thema ${number}` : themeLabel(theme);
}
