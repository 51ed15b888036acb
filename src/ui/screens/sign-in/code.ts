// A short code as people type or paste it, read as the server reads it: no I, L, O or U in the alphabet of Crockford.
const shape = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** `K7QM-2XF9`, or undefined when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replace(/[\s\-\u2010-\u2015\u2212._]/g, '') // any kind of hyphen that a phone may make of it
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return shape.test(text) ? `${text.slice(0, 4)}-${text.slice(4)}` : undefined;
}
