/** What a picture looks like, in 256 bits: small when it is the same thing in other light, size or quality. Each bit says
 *  whether one field of a 17 by 16 grid is lighter than the one on its right (the difference hash of Neal Krawetz, 2013). */

const rows = 16;
const columns = rows + 1;

/** 64 hex digits, from RGBA pixels. */
export function lookOf(pixels: Uint8ClampedArray, width: number, height: number): string {
  const grey = fields(pixels, width, height);
  let look = '';
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < rows; x += 4) {
      const bits = [0, 1, 2, 3].map((n) => {
        const at = y * columns + x + n;
        return (grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1 : 0;
      });
      look += bits.reduce((sum: number, bit) => sum * 2 + bit, 0).toString(16);
    }
  }
  return look;
}

/** The mean grey value of every field of the grid. */
function fields(pixels: Uint8ClampedArray, width: number, height: number): Float64Array {
  const sums = new Float64Array(columns * rows);
  const counts = new Float64Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x += 1) {
      const field = row + Math.floor((x * columns) / width);
      const at = 4 * (y * width + x);
      const value = 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
      sums[field] = (sums[field] ?? 0) + value;
      counts[field] = (counts[field] ?? 0) + 1;
    }
  }
  return sums.map((sum, field) => sum / Math.max(1, counts[field] ?? 0));
}
