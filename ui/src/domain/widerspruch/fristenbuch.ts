/** Periods and days of the Fristenbuch. */
import type { Fristenbuchzeile } from '../../ipc/bindings';
import { verschiebe } from '../../shared/eingabe';
import { zeitpunkt } from '../../shared/format';
import { wochenbeginn } from '../../shared/kalender';
import type { Schnellwahl } from '../zeitraum';

/** Both ends are included; what is still to come has no entries. */
export function schnellwahlen(heute: string): Schnellwahl[] {
  const gestern = verschiebe(heute, -1, 'T');
  return [
    { text: 'Heute', zeitraum: { von: heute, bis: heute } },
    { text: 'Gestern', zeitraum: { von: gestern, bis: gestern } },
    { text: 'Diese Woche', zeitraum: { von: wochenbeginn(heute), bis: heute } },
    { text: 'Dieser Monat', zeitraum: { von: `${heute.slice(0, 7)}-01`, bis: heute } },
  ];
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
