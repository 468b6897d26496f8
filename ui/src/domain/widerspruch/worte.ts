/** What people read for the closed words of the register; the same as the core's own titles. */
import type {
  AufschiebendeWirkung,
  Bescheidergebnis,
  Eingangsform,
  Ereignis,
  Fristart,
  Gerichtsausgang,
  Kontrolle,
  Rechtsbehelfsbelehrung,
  Rechtsmittel,
  Schrittart,
  Stattgabegrund,
  Verfahrensart,
  Verfahrensergebnis,
  Verfahrensstand,
} from '../../ipc/bindings';
import type { Statusart } from '../../shared/Status.svelte';

export const ART: Record<Verfahrensart, string> = {
  widerspruch: 'Widerspruch',
  ueberpruefung: 'Überprüfungsantrag',
  klage: 'Klage',
  eilverfahren: 'Einstweiliger Rechtsschutz',
};

/** Whether a court decides. */
export const gerichtlich = (art: Verfahrensart) => art === 'klage' || art === 'eilverfahren';

export const STAND: Record<Verfahrensstand, { text: string; art: Statusart }> = {
  eingegangen: { text: 'eingegangen', art: 'info' },
  bestaetigt: { text: 'Eingang bestätigt', art: 'info' },
  abhilfepruefung: { text: 'in Abhilfeprüfung', art: 'info' },
  abgeholfen: { text: 'abgeholfen', art: 'info' },
  teilweise_abgeholfen: { text: 'teilweise abgeholfen', art: 'info' },
  nicht_abgeholfen: { text: 'nicht abgeholfen', art: 'info' },
  entwurf: { text: 'im Entwurf', art: 'info' },
  zeichnung: { text: 'zur Zeichnung', art: 'warnung' },
  gezeichnet: { text: 'gezeichnet', art: 'info' },
  abgesandt: { text: 'abgesandt', art: 'neutral' },
  klage: { text: 'Klage anhängig', art: 'neutral' },
  anhaengig: { text: 'beim Gericht anhängig', art: 'neutral' },
  entschieden: { text: 'gerichtlich beendet', art: 'info' },
  umsetzung: { text: 'umzusetzen', art: 'warnung' },
  ruht: { text: 'ruht', art: 'neutral' },
  erledigt: { text: 'erledigt', art: 'erfolg' },
};

export const ERGEBNIS: Record<Verfahrensergebnis, string> = {
  abhilfe: 'Abhilfe',
  teilabhilfe: 'Teilabhilfe',
  stattgegeben: 'stattgegeben',
  teilweise_stattgegeben: 'teilweise stattgegeben',
  zurueckgewiesen: 'zurückgewiesen',
  verworfen: 'als unzulässig verworfen',
  zuruecknahme: 'zurückgenommen',
  erledigt_86: 'durch neuen Bescheid erledigt (§ 86 SGG)',
  abgegeben: 'abgegeben',
  klage_abgewiesen: 'Klage abgewiesen',
  anerkenntnis: 'Anerkenntnis',
  vergleich: 'Vergleich',
  sonstiges: 'sonstige Erledigung',
};

export const BESCHEIDERGEBNIS: Record<Bescheidergebnis, string> = {
  stattgeben: 'stattgeben',
  teilweise_stattgeben: 'teilweise stattgeben',
  zurueckweisen: 'zurückweisen',
  verwerfen_verfristet: 'als unzulässig verwerfen (verfristet)',
  verwerfen_sonst: 'als unzulässig verwerfen (anderer Grund)',
};

export const STATTGABEGRUND: Record<Stattgabegrund, string> = {
  rechtsanwendung: 'fehlerhafte Rechtsanwendung',
  sachverhalt: 'unzureichende Sachverhaltsaufklärung',
  nachgereicht: 'nachgereichte Unterlagen oder neuer Vortrag',
  ermessen: 'Ermessen',
  rechtslage: 'geänderte Rechtslage oder Rechtsprechung',
  verfahrensfehler: 'Verfahrensfehler',
  dokumentation: 'Dokumentation',
  sonstiges: 'Sonstiges',
};

export const GERICHTSAUSGANG: Record<Gerichtsausgang, string> = {
  abgewiesen: 'abgewiesen',
  stattgegeben: 'stattgegeben',
  teilweise_stattgegeben: 'teilweise stattgegeben',
  anerkenntnis: 'Anerkenntnis',
  vergleich: 'Vergleich',
  sonstiges: 'sonstige Erledigung',
};

export const RECHTSMITTEL: Record<Rechtsmittel, string> = {
  berufung: 'Berufung',
  nichtzulassungsbeschwerde: 'Nichtzulassungsbeschwerde',
  beschwerde: 'Beschwerde',
};

export const FRISTART: Record<Fristart, string> = {
  widerspruchsfrist: 'Widerspruchsfrist',
  untaetigkeit: 'Entscheiden und absenden bis (§ 88 SGG)',
  klagefrist: 'Klagefrist',
  begruendung: 'Frist zur Begründung',
  ruhensende: 'Ende des Ruhens',
  aeusserung: 'Äußerungsfrist des Gerichts',
  berufung: 'Berufung',
  nichtzulassungsbeschwerde: 'Nichtzulassungsbeschwerde',
  beschwerde: 'Beschwerde',
  frei: 'Sonstige Frist',
};

/** Kinds that a person enters; all others follow from the procedure. */
export const VON_HAND: Fristart[] = ['aeusserung', 'frei'];

export const KONTROLLE: Record<Kontrolle, string> = {
  unbestaetigt: 'unbestätigt',
  bestaetigt: 'bestätigt',
  abweichend: 'abweichend',
};

export const EREIGNIS: Record<Ereignis, string> = {
  eingetragen: 'eingetragen',
  neu_berechnet: 'neu berechnet',
  geaendert: 'geändert',
  bestaetigt: 'bestätigt',
  abweichend: 'abweichend geprüft',
  begruendet: 'Abweichung begründet',
  geklaert: 'Abweichung geklärt',
  uebersteuerung_vorgeschlagen: 'anderer Tag vorgeschlagen',
  uebersteuert: 'anderer Tag festgelegt',
  uebersteuerung_abgelehnt: 'anderer Tag abgelehnt',
  erledigt: 'erledigt',
  wieder_offen: 'läuft wieder',
  gegenstandslos: 'gegenstandslos geworden',
};

export const FORM: Record<Eingangsform, string> = {
  schriftlich: 'schriftlich',
  elektronisch: 'elektronisch in zulässiger Form',
  niederschrift: 'zur Niederschrift',
  einfache_mail: 'einfache E-Mail',
  telefonisch: 'telefonisch',
};

/** Whether the form is enough by itself (§ 84 Abs. 1 SGG). */
export const formGenuegt = (form: Eingangsform) => form !== 'einfache_mail' && form !== 'telefonisch';

export const AUFSCHUB: Record<AufschiebendeWirkung, string> = {
  offen: 'noch nicht geprüft',
  ja: 'ja',
  teilweise: 'teilweise',
  nein: 'nein (§ 39 SGB II)',
};

export const BELEHRUNG: Record<Rechtsbehelfsbelehrung, string> = {
  ordnungsgemaess: 'ordnungsgemäß',
  fehlt: 'fehlt',
  fehlerhaft: 'unrichtig oder unvollständig',
};

export const SCHRITT: Record<Schrittart, string> = {
  eingang_bestaetigen: 'Eingang bestätigen',
  abhilfe_pruefen: 'Abhilfeprüfung beginnen',
  abhelfen: 'Abhelfen',
  teilweise_abhelfen: 'Teilweise abhelfen',
  nicht_abhelfen: 'Nicht abhelfen',
  entwerfen: 'Bescheid entwerfen',
  vorlegen: 'Zur Zeichnung vorlegen',
  zeichnen: 'Zeichnen',
  zurueckgeben: 'Zur Überarbeitung zurückgeben',
  absenden: 'Bescheid absenden',
  klage_erheben: 'Klage eingegangen',
  klage_beendet: 'Klage beendet',
  erwidern: 'Dem Gericht erwidern',
  gericht_entscheidet: 'Ausgang des Gerichtsverfahrens',
  rechtsmittel_einlegen: 'Rechtsmittel eingelegt',
  umsetzen: 'Umsetzung eintragen',
  kosten_festsetzen: 'Kosten festsetzen',
  abschliessen: 'Verfahren abschließen',
  zuruecknehmen: 'Rücknahme eintragen',
  erledigt_durch_bescheid: 'Durch neuen Bescheid erledigt (§ 86 SGG)',
  abgeben: 'Abgeben',
  uebernehmen: 'Aus früherer Liste übernommen',
  ruhen: 'Ruhen lassen',
  fortsetzen: 'Fortsetzen',
};

/** A review has its own word for the beginning of the examination. */
export const schritttitel = (schritt: Schrittart, art: Verfahrensart) =>
  schritt === 'abhilfe_pruefen' && art === 'ueberpruefung' ? 'Überprüfung beginnen' : SCHRITT[schritt];

/** The steps as they read once they are done. */
const GETAN: Record<Schrittart, string> = {
  eingang_bestaetigen: 'Eingang bestätigt',
  abhilfe_pruefen: 'Abhilfeprüfung begonnen',
  abhelfen: 'Abgeholfen',
  teilweise_abhelfen: 'Teilweise abgeholfen',
  nicht_abhelfen: 'Nicht abgeholfen',
  entwerfen: 'Bescheid entworfen',
  vorlegen: 'Zur Zeichnung vorgelegt',
  zeichnen: 'Gezeichnet',
  zurueckgeben: 'Zur Überarbeitung zurückgegeben',
  absenden: 'Bescheid abgesandt',
  klage_erheben: 'Klage eingegangen',
  klage_beendet: 'Klage beendet',
  erwidern: 'Dem Gericht erwidert',
  gericht_entscheidet: 'Gerichtsverfahren beendet',
  rechtsmittel_einlegen: 'Rechtsmittel eingelegt',
  umsetzen: 'Umgesetzt',
  kosten_festsetzen: 'Kosten festgesetzt',
  abschliessen: 'Abgeschlossen',
  zuruecknehmen: 'Zurückgenommen von der Person',
  erledigt_durch_bescheid: 'Durch neuen Bescheid erledigt (§ 86 SGG)',
  abgeben: 'Abgegeben',
  uebernehmen: 'Aus früherer Liste übernommen',
  ruhen: 'Zum Ruhen gebracht',
  fortsetzen: 'Fortgesetzt',
};

export const getan = (schritt: Schrittart, art: Verfahrensart) =>
  schritt === 'abhilfe_pruefen' && art === 'ueberpruefung' ? 'Überprüfung begonnen' : GETAN[schritt];

export { alsOptionen } from '../../shared/feld';
