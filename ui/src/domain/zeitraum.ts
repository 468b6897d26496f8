/** Periods that a page may show. */
export interface Zeitraum {
  von: string;
  bis: string;
}

/** A period with the word people call it by. */
export interface Schnellwahl {
  text: string;
  zeitraum: Zeitraum;
}

/** The choice that means this period; on a Monday "Heute" is also "Diese Woche". */
export function gewaehlt(wahl: Schnellwahl[], z: Zeitraum): Schnellwahl | undefined {
  return wahl.find(({ zeitraum }) => zeitraum.von === z.von && zeitraum.bis === z.bis);
}

/** This year until today, and whole years before it. */
export function jahre(heute: string, anzahl: number): Schnellwahl[] {
  const dieses = Number(heute.slice(0, 4));
  return Array.from({ length: anzahl }, (_, i) => {
    const jahr = String(dieses - i);
    return { text: jahr, zeitraum: { von: `${jahr}-01-01`, bis: i === 0 ? heute : `${jahr}-12-31` } };
  });
}
