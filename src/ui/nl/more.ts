// Meer: what has no place in the bottom bar of a phone.
export const nlMore = {
  title: 'Meer',
  accountability: { title: 'Verantwoording', note: 'Besloten, betaald en bewezen, per project' },
  neighbourhoods: { title: 'Andere wijken', note: 'Wat andere wijken met hun budget deden' },
  ideas: { title: 'Ideeën', note: 'Vastleggen op straat, en wat ervan komt' },
  advice: { title: 'Adviezen', note: 'Wat de commissie u vroeg, en wat u antwoordde' },
  device: { title: 'Dit toestel', note: 'Wat nog verstuurd wordt, ruimte, uw andere toestellen' },
  members: { title: 'Leden', note: 'Wie meedoet, uitnodigen' },
  settings: { title: 'Instellingen', note: 'De commissie, het jaar, grenzen' },
  help: { title: 'Hulp', note: 'Uitleg per klus, ook zonder internet' },
} as const;
