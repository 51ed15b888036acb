/** Receipts drawn in code, as a phone might have photographed them. No photo of a real receipt is part of the project. */

export interface Drawing {
  readonly lines: readonly string[];
  readonly turnDegrees?: number;
  /** Grey of the letters, 0 (black) to 255. */
  readonly ink?: number;
  readonly shadow?: boolean;
}

export const hardware: readonly string[] = [
  'BOUWMARKT DE KLOS',
  'Spoelweg 12  Enschede',
  '',
  'Lampion papier 24x      47,76',
  'Wasknijper hout 3x       8,97',
  'Lichtsnoer 20 m 2x      31,90',
  'Touw jute 50 m           4,02',
  'Statiegeld retour       -6,25',
  '',
  'TOTAAL EUR              86,40',
  'PIN                     86,40',
  '',
  'BTW 21%    71,40        15,00',
  '05-11-2026              16:41',
];

export const bakery: readonly string[] = [
  'BAKKERIJ HET HOEKJE',
  'Marktstraat 3  Enschede',
  '',
  'Krentenbol 20x          11,00',
  'Soepbroodje 4x           9,40',
  '',
  'Subtotaal               20,40',
  'Korting                 -2,40',
  'TE BETALEN              18,00',
  'Contant                 50,00',
  'Wisselgeld              32,00',
  '',
  'Waarvan BTW 9%           1,49',
  'Datum 24-10-2026  10:12',
];

export const cardSlip: readonly string[] = [
  'BLOEMEN VAN DAM B.V.',
  'Stationsplein 8  Hengelo',
  '',
  'Boeket klein             7,50',
  'Boeket groot            15,00',
  '',
  'Totaal                  22,50',
  '',
  'Maestro   xxxxxxxxxxxx1234',
  'Bedrag          EUR     22,50',
  'Datum 03/09/2026   Tijd 15:22',
];

/** Cash is rounded to 5 cents, and the name of the shop stands in the address of its site only. */
export const butcher: readonly string[] = [
  '***',
  'Dorpsstraat 4  Losser',
  '',
  'Gehakt 1 kg              9,94',
  'Worst 2x                 5,99',
  '',
  'TOTAAL                  15,93',
  'Afronding                0,02',
  'TE BETALEN              15,95',
  'Contant                 20,00',
  'Wisselgeld               4,05',
  '',
  'BTW 9%     14,61         1,32',
  '21.11.26           09:01',
  'www.slagerijvos.nl',
];

/** A JPEG of the receipt on a brown table. Uses nothing outside itself: the bench sends it into a page as text. */
export async function drawReceipt({ lines, turnDegrees = 0, ink = 30, shadow = false }: Drawing): Promise<Blob> {
  const [paperWidth, lineHeight, letterSize, margin] = [620, 34, 26, 24];
  const paperHeight = lines.length * lineHeight + 2 * margin;
  const canvas = new OffscreenCanvas(paperWidth + 300, paperHeight + 300);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = '#6b4f3a';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turnDegrees * Math.PI) / 180);
  pen.translate(-paperWidth / 2, -paperHeight / 2);
  pen.fillStyle = '#f7f5ee';
  pen.fillRect(0, 0, paperWidth, paperHeight);
  pen.fillStyle = `rgb(${ink} ${ink} ${ink})`;
  pen.font = `${letterSize}px "DejaVu Sans Mono", "Liberation Mono", monospace`;
  pen.textBaseline = 'top';
  for (const [n, line] of lines.entries()) pen.fillText(line, margin, margin + n * lineHeight, paperWidth - 2 * margin);
  if (shadow) {
    const dark = pen.createLinearGradient(0, 0, paperWidth, paperHeight);
    dark.addColorStop(0.35, 'rgb(0 0 0 / 0%)');
    dark.addColorStop(0.75, 'rgb(0 0 0 / 55%)');
    pen.fillStyle = dark;
    pen.fillRect(0, 0, paperWidth, paperHeight);
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}
