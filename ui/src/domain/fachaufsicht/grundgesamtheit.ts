/** The mapping of a list while it is being made: every column gets one use. */
import type { Auswahleinheit, Spalte, Zuordnung } from '../../ipc/bindings';
import type { Option } from '../../shared/feld';

export type Verwendung =
  'nicht' | 'nummer' | 'schluessel' | 'team' | 'betrag' | 'datum' | 'schicht' | 'anzeige';

export const VERWENDUNG: Option[] = [
  { wert: 'nicht', text: 'wird nicht gespeichert' },
  { wert: 'nummer', text: 'Nummer' },
  { wert: 'schluessel', text: 'weiterer Teil der Nummer' },
  { wert: 'team', text: 'Team' },
  { wert: 'betrag', text: 'Betrag' },
  { wert: 'datum', text: 'Datum, das den Zeitraum begrenzt' },
  { wert: 'schicht', text: 'Schicht' },
  { wert: 'anzeige', text: 'Anzeige beim Prüfen' },
];

/** Uses that only one column can have. */
const EINMALIG: Verwendung[] = ['nummer', 'team', 'betrag', 'datum'];

/** Use of each column, in the order of the columns. */
export function verwendungen(spalten: Spalte[], z: Zuordnung | null): Verwendung[] {
  return spalten.map(({ name }) => {
    if (z === null) return 'nicht';
    if (z.nummer === name) return 'nummer';
    if (z.team === name) return 'team';
    if (z.betrag === name) return 'betrag';
    if (z.datum?.spalte === name) return 'datum';
    if (z.schluessel.includes(name)) return 'schluessel';
    if (z.schichten.includes(name)) return 'schicht';
    return z.anzeige.some((a) => a.spalte === name) ? 'anzeige' : 'nicht';
  });
}

/** The mapping, or a sentence about what is missing. */
export function zuordnungAus(
  einheit: Auswahleinheit,
  spalten: Spalte[],
  verwendung: Verwendung[],
  zeitraum: { von: string; bis: string },
): Zuordnung | string {
  const mit = (v: Verwendung) => spalten.filter((_, i) => verwendung[i] === v).map((s) => s.name);
  const doppelt = EINMALIG.find((v) => mit(v).length > 1);
  if (doppelt !== undefined) {
    const text = VERWENDUNG.find((o) => o.wert === doppelt)?.text ?? '';
    return `„${text}“ ist mehreren Spalten zugeordnet. Bitte wählen Sie eine davon.`;
  }
  const [nummer] = mit('nummer');
  if (nummer === undefined) return 'Bitte ordnen Sie die Spalte mit der Nummer zu.';
  const [datum] = mit('datum');
  return {
    auswahleinheit: einheit,
    nummer,
    schluessel: mit('schluessel'),
    team: mit('team')[0] ?? null,
    betrag: mit('betrag')[0] ?? null,
    datum: datum === undefined ? null : { spalte: datum, ...zeitraum },
    schichten: mit('schicht'),
    anzeige: mit('anzeige').map((spalte) => ({ spalte, titel: spalte.slice(0, 80) })),
  };
}
