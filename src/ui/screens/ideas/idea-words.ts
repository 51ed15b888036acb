// How an idea is called in a list: its text, or what else there is.
import type { Idea } from '../../../domain/rows.ts';
import { beginOf, day } from '../../format.ts';
import { nlIdeas } from '../../nl/ideas.ts';

const titleMax = 120;

export function ideaTitle({ text, voice }: Pick<Idea, 'text' | 'voice'>): string {
  const written = beginOf(text, titleMax);
  if (written !== '') return written;
  return voice === null ? nlIdeas.photoOnly : nlIdeas.spoken(voice.seconds);
}

export const ideaWhere = ({ quarter, channel, caughtOn }: Pick<Idea, 'quarter' | 'channel' | 'caughtOn'>): string =>
  [quarter, channel, day(caughtOn)].filter((part) => part !== '').join(', ');
