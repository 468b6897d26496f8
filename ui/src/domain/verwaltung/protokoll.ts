/** Words for the page "Protokoll". */
import type { ProtokollZeile, Pruefergebnis, RechteZeile } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';
import { anzahl } from '../../shared/format';
import { MODULE, modul } from './rechte';

/** The verdict of a verification as one sentence. */
export function ergebnissatz(e: Pruefergebnis): string {
  return e.befunde.length === 0
    ? `Das Protokoll ist unversehrt: ${anzahl(e.eintraege, 'Eintrag stimmt', 'Einträge stimmen')} untereinander und mit den Datensätzen überein.`
    : `Das Protokoll oder die Datensätze wurden außerhalb der Anwendung verändert: ${anzahl(e.befunde.length, 'Stelle', 'Stellen')}.`;
}

/** Filter by the beginning of the operation's name: whole modules first, then single operations. */
export function vorgangswahl(zeilen: RechteZeile[]): Option[] {
  const operationen = zeilen.filter((z) => z.aendert);
  const module = [...new Set(operationen.map((z) => modul(z.name)))];
  return [
    { wert: 'abgelehnt:', text: 'Abgelehnte Vorgänge' },
    ...module.map((m) => ({ wert: `${m}.`, text: `${MODULE[m] ?? m} (alle)` })),
    ...operationen
      .map((z) => ({ wert: z.name, text: z.titel }))
      .sort((a, b) => a.text.localeCompare(b.text, 'de')),
  ];
}

/** The kind of record, for entries without one (restore, refusal) a word of its own. */
export const datensatz = (z: ProtokollZeile): string => z.art || 'Vorgang ohne Datensatz';
export const person = (z: ProtokollZeile): string => z.zeichen || 'System';
