// The words of "Net gebeurd". The project stands in bold beside them.
export const nlHappened = {
  aProject: 'een aanvraag',
  newProposal: 'Nieuwe aanvraag:',
  gets: 'krijgt',
  refused: 'is afgewezen',
  deferred: 'is aangehouden',
  claim: 'Declaratie van',
  for: 'voor',
  paid: 'Betaald:',
  closed: 'Vergadering gesloten:',
  counted: (sheetNumber: number | undefined) =>
    sheetNumber === undefined ? 'Handtekeningen geteld voor' : `Lijst ${sheetNumber} geteld voor`,
} as const;
