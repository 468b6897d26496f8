/** A number of the start page and the list it opens. */
export interface Kennzahl {
  zahl: number;
  wort: string;
  ziel: string;
  art?: 'gefahr' | 'warnung';
}
