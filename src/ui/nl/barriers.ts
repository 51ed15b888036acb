// Why a theme is hard to spend money of the wijkbudget on.
import type { BarrierKind } from '../../domain/rows.ts';

const kinds: Readonly<Record<BarrierKind, string>> = {
  other_pot: 'Er is een andere subsidie voor',
  statutory_rule: 'De wet of de gemeente bepaalt het',
  professional_needed: 'Er is een vakman of deskundige nodig',
  private_gain: 'Iemand zou er zelf aan verdienen',
};

export const nlBarriers = {
  title: 'Drempels per thema',
  lead: 'Wat maakt een plan bij dit thema lastig? Wie een plan toetst, leest dit.',
  none: 'Nog geen drempels opgeschreven.',
  kinds,
  edit: 'Wijzig de drempels',
  one: (at: number) => `Drempel ${at}`,
  theme: 'Thema',
  kind: 'Soort drempel',
  text: 'Welke?',
  textHint: 'Bijvoorbeeld: het sportfonds van de gemeente',
  add: 'Voeg een drempel toe',
  remove: 'Verwijder',
  save: 'Bewaar de drempels',
} as const;
