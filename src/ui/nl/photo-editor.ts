// Mending a photo by hand.
import { whole } from '../format.ts';

export const nlPhotoEditor = {
  open: 'Bijsnijden',
  title: 'Zet de hoeken op de bon',
  hint: 'Sleep een hoek, of kies hem en gebruik de pijltjestoetsen.',
  proposed: 'Wij hebben de randen van de bon gezocht. Verschuif een hoek als het niet klopt.',
  notFound: 'Wij zien de randen van de bon niet. Verschuif de hoeken zelf, of laat de foto heel.',
  searching: 'We zoeken de randen van de bon',
  corner: ['Hoek linksboven', 'Hoek rechtsboven', 'Hoek rechtsonder', 'Hoek linksonder'] as const,
  cornerAt: ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${whole(Math.round(x * 100))} % van links, ${whole(Math.round(y * 100))} % van boven`,
  whole: 'Hele foto',
  turn: 'Draai',
  contrast: 'Meer contrast',
  apply: 'Gebruik deze foto',
  cancel: 'Terug',
  stop: 'Stop',
  busy: 'De foto wordt klaargemaakt',
  noSheet: 'De hoeken staan door elkaar of te dicht bij elkaar. Zet ze rond de bon, of kies Hele foto.',
  failed: 'Het bijsnijden lukte niet. De foto is nog zoals hij was.',
  done: 'De foto is bijgesneden',
  earlier: 'Eerder in de bon',
  later: 'Later in de bon',
  moved: (at: number, of: number) => `Dit is nu foto ${whole(at)} van ${whole(of)}`,
};
