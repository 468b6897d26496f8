/** Case numbers as people paste them: one a line, or the first column of a table. */
export const nummernAus = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map((zeile) => (zeile.split('\t')[0] ?? '').trim())
    .filter((n) => n !== '');
