// What is wrong with a typed amount, and how to mend it. The same words in every form.
import type { AmountProblem } from '../../domain/money.ts';

const sentences: Readonly<Record<AmountProblem, string>> = {
  empty: 'Vul een bedrag in, bijvoorbeeld 1.250,00',
  letters: 'Vul alleen cijfers in, bijvoorbeeld 1.250,00',
  negative: 'Vul een bedrag in zonder min, bijvoorbeeld 1.250,00',
  too_many_decimals: 'Zet hoogstens twee cijfers achter de komma, bijvoorbeeld 12,50',
  ambiguous: 'Schrijf 1.250 voor twaalfhonderdvijftig euro, of 1,25 voor één euro vijfentwintig',
  too_large: 'Dit bedrag is te groot. Kijk na of er geen cijfer te veel staat',
};

export function amountSentence(problem: AmountProblem): string {
  return sentences[problem];
}
