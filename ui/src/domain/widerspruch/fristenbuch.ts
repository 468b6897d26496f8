/** Periods and days of the Fristenbuch. */
import type { Fristenbuchzeile } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { zeitpunkt } from '../../shared/format';
import { wochenbeginn } from '../../shared/kalender';

export type Schnellwahl = 'heute' | 'gestern' | 'woche' | 'monat';

export const SCHNELLWAHL: { wert: Schnellwahl; text: string }[] = [
  { wert: 'heute', text: 'Heute' },
  { wert: 'gestern', text: 'Gestern' },
  { wert: 'woche', text: 'Diese Woche' },
  { wert: 'monat', text: 'Dieser Monat' },
];

export interface Zeitraum {
  von: string;
  bis: string;
}

/** Both ends are included; what is still to come has no entries. */
export function zeitraumVon(wahl: Schnellwahl, heute: string): Zeitraum {
  const gestern = verschiebe(heute, -1, 'T');
  switch (wahl) {
    case 'heute':
      return { von: heute, bis: heute };
    case 'gestern':
      return { von: gestern, bis: gestern };
    case 'woche':
      return { von: wochenbeginn(heute), bis: heute };
    case 'monat':
      return { von: `${heute.slice(0, 7)}-01`, bis: heute };
  }
}

/** The quick choices that mean this period; on a Monday "Heute" is also "Diese Woche". */
export function gewaehlteSchnellwahl(z: Zeitraum, heute: string): Schnellwahl | null {
  const treffer = SCHNELLWAHL.find(({ wert }) => {
    const w = zeitraumVon(wert, heute);
    return w.von === z.von && w.bis === z.bis;
  });
  return treffer?.wert ?? null;
}

export interface Tagesblatt {
  /** `23.11.2026`, in Berlin. */
  tag: string;
  zeilen: (Fristenbuchzeile & { uhrzeit: string })[];
}

/** Events by day, both in the order in which they came. */
export function nachTagen(zeilen: Fristenbuchzeile[]): Tagesblatt[] {
  const blaetter: Tagesblatt[] = [];
  for (const z of zeilen) {
    const [tag = '', uhrzeit = ''] = zeitpunkt(z.am).replace(' Uhr', '').split(', ');
    if (blaetter.at(-1)?.tag !== tag) blaetter.push({ tag, zeilen: [] });
    blaetter.at(-1)?.zeilen.push({ ...z, uhrzeit });
  }
  return blaetter;
}
