/** What people read for the closed words of the registers against corruption; the same as the core's own titles. */
import type {
  Annahme,
  Geberart,
  Gefaehrdungsgrad,
  Gefaehrdungsmerkmal,
  Gefaehrdungsort,
  Gefaehrdungsschrittart,
  Gefaehrdungsstand,
  Sicherung,
  Zuwendungsart,
  Zuwendungsschrittart,
  Zuwendungsstand,
} from '../../ipc/bindings';
import type { Marke } from '../../shared/marke';

export const ZUWENDUNGSART: Record<Zuwendungsart, string> = {
  sachgeschenk: 'Sachgeschenk',
  bewirtung: 'Bewirtung',
  einladung: 'Einladung',
  geld: 'Geld oder Gutschein',
  rabatt: 'Rabatt oder Vergünstigung',
  sonstige: 'sonstige',
};

export const GEBER: Record<Geberart, string> = {
  kunde: 'Kundin oder Kunde',
  bildungstraeger: 'Bildungs- oder Maßnahmeträger',
  vermieter: 'Vermieter',
  firma: 'Firma oder Arbeitgeber',
  stelle: 'andere Stelle oder Verein',
  unbekannt: 'unbekannt',
};

export const ZUWENDUNGSSTAND: Record<Zuwendungsstand, Marke> = {
  angezeigt: { text: 'zu entscheiden', art: 'warnung' },
  vorgeschlagen: { text: 'wartet auf zweite Person', art: 'warnung' },
  entschieden: { text: 'entschieden', art: 'info' },
  abgeschlossen: { text: 'abgeschlossen', art: 'erfolg' },
};

export const ANNAHME: Record<Annahme, string> = {
  angenommen: 'angenommen',
  abgelehnt: 'abgelehnt',
  zurueckgegeben: 'zurückgegeben',
  gespendet: 'an karitativen Zweck gegeben',
};

/** What the answer means in practice. */
export const ANNAHME_MEINT: Record<Annahme, string> = {
  angenommen: 'Mit Zustimmung; nur im Ausnahmefall und nie bei Geld oder Gutscheinen.',
  abgelehnt: 'Sie wurde nicht angenommen.',
  zurueckgegeben: 'Sie war schon im Haus und geht an den Absender zurück.',
  gespendet: 'Wenn eine Rückgabe nicht möglich ist.',
};

export const ZUWENDUNGSSCHRITT: Record<Zuwendungsschrittart, string> = {
  vorschlagen: 'Entscheidung vorschlagen',
  bestaetigen: 'Entscheidung bestätigen',
  zurueckgeben: 'Entscheidung zurückgeben',
  abschliessen: 'Abschließen',
  wiederaufnehmen: 'Wieder aufnehmen',
};

export const ORT: Record<Gefaehrdungsort, string> = {
  dienstposten: 'Dienstposten',
  arbeitsgebiet: 'Arbeitsgebiet',
};

export const ORT_MEINT: Record<Gefaehrdungsort, string> = {
  dienstposten: 'Eine Stelle, gleich wer sie innehat; die Verwendung ist ab „hoch“ auf fünf Jahre begrenzt.',
  arbeitsgebiet: 'Aufgaben, die mehrere Stellen wahrnehmen.',
};

export const GRAD: Record<Gefaehrdungsgrad, Marke> = {
  gering: { text: 'gering', art: 'neutral' },
  mittel: { text: 'mittel', art: 'info' },
  hoch: { text: 'hoch', art: 'warnung' },
  besonders: { text: 'besonders gefährdet', art: 'gefahr' },
};

/** What follows from the answer. */
export const GRAD_FOLGE: Record<Gefaehrdungsgrad, string> = {
  gering: 'Keine weiteren Angaben nötig.',
  mittel: 'Mit den Merkmalen, die das Gebiet gefährden.',
  hoch: 'Mit Risikoanalyse und Sicherungen; Dienstposten mit begrenzter Verwendung.',
  besonders: 'Wie „hoch“, mit Vorrang bei Prüfung und Rotation.',
};

export const MERKMAL: Record<Gefaehrdungsmerkmal, string> = {
  zahlungen: 'entscheidet über Zahlungen oder ihre Höhe',
  vergabe: 'vergibt Aufträge, Gutscheine oder Maßnahmen',
  ermessen: 'bewilligt mit weitem Ermessen',
  aussenkontakte: 'hat häufig Kontakte nach außen',
  kontrolle: 'kontrolliert oder beaufsichtigt andere',
  informationen: 'kennt vertrauliche Angaben, die für Dritte wertvoll sind',
  berechtigungen: 'hat weitreichende IT-Berechtigungen',
  allein: 'entscheidet allein oder ohne Vertretung',
  dauerhafte_kontakte: 'hat dauerhaft mit denselben Dritten zu tun',
  wertgegenstaende: 'geht mit Bargeld oder Sachwerten um',
};

export const SICHERUNG: Record<Sicherung, string> = {
  vier_augen: 'Mehr-Augen-Prinzip (Nr. 3.1)',
  stichproben: 'Stichproben',
  trennung: 'Trennung von Planung, Vergabe und Abrechnung',
  dokumentation: 'nachvollziehbare Dokumentation (Nr. 3.2)',
  rotation: 'Personalrotation (Nr. 4.2)',
  fallwechsel: 'Wechsel der Zuständigkeit für Fälle',
  berechtigungen: 'jährliche Bestätigung der IT-Rechte',
  belehrung: 'Belehrung und Schulung (Nr. 7, 8)',
  aufsicht: 'verstärkte Dienst- und Fachaufsicht (Nr. 9)',
  auffaelligkeiten: 'Auswertung von Auffälligkeiten',
};

export const GEFAEHRDUNGSSTAND: Record<Gefaehrdungsstand, Marke> = {
  vorgeschlagen: { text: 'wartet auf zweite Person', art: 'warnung' },
  zurueckgegeben: { text: 'zurückgegeben', art: 'warnung' },
  gueltig: { text: 'gültig', art: 'erfolg' },
  aufgehoben: { text: 'aufgehoben', art: 'neutral' },
};

export const GEFAEHRDUNGSSCHRITT: Record<Gefaehrdungsschrittart, string> = {
  fassen: 'Neue Fassung vorschlagen',
  bestaetigen: 'Vorschlag bestätigen',
  zurueckgeben: 'Vorschlag zurückgeben',
  ueberpruefen: 'Überprüfung eintragen',
  aufhebung_vorschlagen: 'Aufhebung vorschlagen',
  aufheben: 'Eintrag aufheben',
};
