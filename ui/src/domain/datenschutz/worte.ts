/** What people read for the closed words of data protection; the same as the core's own titles. */
import type {
  Anfrageart,
  Anfrageergebnis,
  Anfrageschrittart,
  Anfragestand,
  Benachrichtigungsausnahme,
  Datenkategorie,
  Identitaetsnachweis,
  Risiko,
  Verletzung,
  Vorfallschrittart,
  Vorfallstand,
} from '../../ipc/bindings';
import type { Marke } from '../../shared/marke';

export const VERLETZUNG: Record<Verletzung, string> = {
  vertraulichkeit: 'Vertraulichkeit',
  integritaet: 'Integrität',
  verfuegbarkeit: 'Verfügbarkeit',
};

/** By what the three are told apart. */
export const VERLETZUNG_MEINT: Record<Verletzung, string> = {
  vertraulichkeit: 'Jemand hat Daten gesehen oder erhalten, der es nicht durfte.',
  integritaet: 'Daten wurden unbefugt oder versehentlich verändert.',
  verfuegbarkeit: 'Daten sind verloren, vernichtet oder nicht erreichbar.',
};

export const DATEN: Record<Datenkategorie, string> = {
  stammdaten: 'Name und Kontakt',
  bankdaten: 'Bankverbindung',
  leistungsdaten: 'Leistung und Bescheide',
  einkommen: 'Einkommen, Vermögen, Wohnung',
  vermittlung: 'Vermittlung und Lebenslauf',
  familie: 'Familie und Haushalt',
  gesundheit: 'Gesundheit (Art. 9 DSGVO)',
  besondere_art: 'andere besondere Kategorien (Art. 9 DSGVO)',
  ausweise: 'Ausweiskopien',
  beschaeftigte: 'Daten von Beschäftigten',
  sonstige: 'sonstige',
};

export const RISIKO: Record<Risiko, Marke> = {
  kein: { text: 'kein Risiko', art: 'neutral' },
  gering: { text: 'geringes Risiko', art: 'neutral' },
  risiko: { text: 'Risiko', art: 'warnung' },
  hoch: { text: 'hohes Risiko', art: 'gefahr' },
};

/** What follows from the answer. */
export const RISIKO_FOLGE: Record<Risiko, string> = {
  kein: 'Keine Meldung nötig; die Begründung kommt ins Verzeichnis.',
  gering: 'Keine Meldung nötig; die Begründung kommt ins Verzeichnis.',
  risiko: 'Meldung an den BfDI (Art. 33 DSGVO); bei Sozialdaten auch an die Aufsicht (§ 83a SGB X).',
  hoch: 'Meldung wie bei einem Risiko; dazu erfahren es die betroffenen Personen (Art. 34 DSGVO).',
};

export const STAND: Record<Vorfallstand, Marke> = {
  erfasst: { text: 'zu bewerten', art: 'warnung' },
  bewertet: { text: 'Meldung zu entscheiden', art: 'warnung' },
  bearbeitung: { text: 'in Bearbeitung', art: 'info' },
  abgeschlossen: { text: 'abgeschlossen', art: 'erfolg' },
};

export const SCHRITT: Record<Vorfallschrittart, string> = {
  bewerten: 'Risiko bewerten',
  melden: 'Meldung an den BfDI eintragen',
  nicht_melden: 'Keine Meldung begründen',
  aufsicht_unterrichten: 'Unterrichtung der Aufsicht eintragen',
  benachrichtigen: 'Benachrichtigung der Betroffenen eintragen',
  nicht_benachrichtigen: 'Ausnahme von der Benachrichtigung begründen',
  massnahme_ableiten: 'Maßnahme eintragen',
  nachmelden: 'Nachmeldung eintragen',
  abschliessen: 'Abschließen',
  wiederaufnehmen: 'Wieder aufnehmen',
  berichtigen: 'Angaben berichtigen',
};

export const AUSNAHME: Record<Benachrichtigungsausnahme, string> = {
  vorkehrungen: 'Daten waren geschützt, etwa verschlüsselt (Buchst. a)',
  massnahmen: 'hohes Risiko besteht nach Maßnahmen nicht mehr (Buchst. b)',
  aufwand: 'unverhältnismäßiger Aufwand, öffentliche Bekanntmachung (Buchst. c)',
};

export const ANFRAGEART: Record<Anfrageart, string> = {
  auskunft: 'Auskunft (Art. 15 DSGVO, § 83 SGB X)',
  berichtigung: 'Berichtigung (Art. 16 DSGVO, § 84 SGB X)',
  loeschung: 'Löschung (Art. 17 DSGVO, § 84 SGB X)',
  einschraenkung: 'Einschränkung (Art. 18 DSGVO, § 84 SGB X)',
  uebertragung: 'Datenübertragbarkeit (Art. 20 DSGVO)',
  widerspruch: 'Widerspruch (Art. 21 DSGVO, § 84 SGB X)',
  beschwerde: 'Beschwerde zum Datenschutz (Art. 38 Abs. 4 DSGVO)',
};

/** Without the paragraphs, for rows and headings. */
export const anfrageartKurz = (art: Anfrageart) => ANFRAGEART[art].replace(/ \(.*\)$/, '');

export const ANFRAGESTAND: Record<Anfragestand, Marke> = {
  eingegangen: { text: 'Identität zu prüfen', art: 'warnung' },
  bearbeitung: { text: 'in Bearbeitung', art: 'info' },
  erledigt: { text: 'erledigt', art: 'erfolg' },
};

export const ERGEBNIS: Record<Anfrageergebnis, string> = {
  erfuellt: 'erfüllt',
  teilweise: 'teilweise erfüllt',
  abgelehnt: 'abgelehnt',
  abgegeben: 'abgegeben',
  zurueckgezogen: 'zurückgezogen',
};

export const IDENTITAET: Record<Identitaetsnachweis, string> = {
  ausweis: 'Ausweis vor Ort',
  aktenabgleich: 'Abgleich mit der Akte',
  bekannte_anschrift: 'Antwort an die bekannte Anschrift',
  portal: 'Anmeldung im Portal',
  vollmacht: 'Vollmacht',
};

export const ANFRAGESCHRITT: Record<Anfrageschrittart, string> = {
  identitaet_pruefen: 'Identität prüfen',
  verlaengern: 'Frist verlängern',
  beantworten: 'Beantworten',
  abgeben: 'Abgeben',
  zurueckziehen: 'Rücknahme eintragen',
  wiederaufnehmen: 'Wieder aufnehmen',
  berichtigen: 'Angaben berichtigen',
};
