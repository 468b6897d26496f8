/** Two texts beside each other. */

/** Both texts with what is the same at the beginning and at the end of them, word by word. */
export function gegenueber(
  vorher: string,
  nachher: string,
): { anfang: string; vorher: string; nachher: string; ende: string } {
  const [a, b] = [vorher, nachher].map((t) => t.split(/(?<=\s)/)) as [string[], string[]];
  const kurz = Math.min(a.length, b.length);
  let vorn = 0;
  while (vorn < kurz && a[vorn] === b[vorn]) vorn += 1;
  let hinten = 0;
  while (hinten < kurz - vorn && a.at(-1 - hinten) === b.at(-1 - hinten)) hinten += 1;
  const mitte = (t: string[]) => t.slice(vorn, t.length - hinten).join('');
  return {
    anfang: a.slice(0, vorn).join(''),
    vorher: mitte(a),
    nachher: mitte(b),
    ende: a.slice(a.length - hinten).join(''),
  };
}
