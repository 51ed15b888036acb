// The paper that people vote on in a neighbourhood consultation.
import type { Cents, ConsultationMethod } from '../../domain/rows.ts';
import { counted, euro } from '../format.ts';

const asks: Readonly<Record<ConsultationMethod, (choicesMax: number) => string>> = {
  for_against: () => 'Zet bij elk plan één kruisje.',
  approval: (max) => choose(max),
  equal_shares: (max) => choose(max),
};
const choose = (max: number): string =>
  max === 0
    ? 'Zet een kruisje bij elk plan dat u goed vindt.'
    : `Zet een kruisje bij hoogstens ${counted(max, 'plan', 'plannen')}.`;

export const nlBallot = {
  title: 'Stembriefje',
  page: 'Stembriefjes om te knippen',
  hint: 'Er staan twee briefjes op elk vel. Kies in het venster van de printer hoeveel vellen u wilt, en knip ze door.',
  asks,
  for: 'Voor',
  against: 'Tegen',
  abstained: 'Onthouding',
  plan: 'Plan',
  cost: (cents: Cents) => `Kost ${euro(cents)}`,
  choice: 'Uw keuze',
  secret: 'Schrijf uw naam niet op dit briefje.',
  copy: (number: number) => `Briefje ${number} op dit vel`,
  link: 'Druk stembriefjes af',
};
