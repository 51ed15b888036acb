// How a committee votes, in Instellingen.
import type { TieRule } from '../../domain/rows.ts';

const ties: Readonly<Record<TieRule, { readonly label: string; readonly note: string }>> = {
  postponed: {
    label: 'De aanvraag komt terug in de volgende vergadering',
    note: 'Zo doen gemeenteraden het ook. Dit geldt zolang u niets anders kiest',
  },
  rejected: { label: 'De aanvraag is afgewezen', note: 'Er is geen meerderheid voor' },
  chair: {
    label: 'De voorzitter beslist',
    note: 'Is de voorzitter er niet, of doet die niet mee? Dan komt de aanvraag terug',
  },
  lot: { label: 'Het lot beslist', note: 'U schrijft op wie het lot trok, of laat het toestel loten' },
};

export const nlVotingRules = {
  edit: 'Zo stemt u',
  lead: 'Dit geldt voor besluiten die u hierna vastlegt. Eerdere besluiten blijven zoals ze zijn.',
  tie: 'Als de stemmen staken',
  tieHint: 'De stemmen staken als er evenveel stemmen voor zijn als tegen.',
  ties,
  byName: 'Stemmen op naam',
  byNameHint: 'Bij elk punt kunt u daarvan afwijken, bijvoorbeeld om geheim te stemmen.',
  byNameChoices: {
    no: { label: 'U telt handen', note: 'Alleen de aantallen worden bewaard' },
    yes: { label: 'U noteert van iedereen de stem', note: 'U ziet dan ook wie nog niet gestemd heeft' },
  },
  byNameShort: { no: 'Nee, u telt handen', yes: 'Ja, van iedereen de stem' },
  save: 'Bewaar hoe u stemt',
  changed: 'Hoe u stemt, is gewijzigd op dit toestel',
};
