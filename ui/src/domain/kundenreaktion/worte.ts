/** What people read for the closed words of a Kundenreaktion; the same as the core's own titles. */
import type {
  Anliegenart,
  Antwortweg,
  Eskalationsstufe,
  Kanal,
  Pausengrund,
  Reaktionsart,
  Reaktionsergebnis,
  Reaktionsschrittart,
  Reaktionsstand,
  Rueckmeldung,
  Reaktionsurteil,
} from '../../ipc/bindings';
import type { Statusart } from '../../shared/Status.svelte';

export const ART: Record<Reaktionsart, string> = {
  lob: 'Lob',
  beschwerde: 'Beschwerde',
  kritik: 'Kritik',
  anregung: 'Anregung',
  dienstaufsichtsbeschwerde: 'Dienstaufsichtsbeschwerde',
  fachaufsichtsbeschwerde: 'Fachaufsichtsbeschwerde',
  petition: 'Petition',
  abgeordnete: 'Anfrage von Abgeordneten',
  presse: 'Presseanfrage',
  ombudsstelle: 'Ombudsstelle',
  schlichtung: 'Schlichtung',
};

/** Only handed on: no text, no Anliegen, no answer of the house. */
export const nurAbgabe = (art: string) => art === 'dienstaufsichtsbeschwerde';

/** Goes to the Geschäftsführung on the day of receipt. */
export const sofort = (art: string) => art === 'petition' || art === 'presse';

const BEURTEILT: string[] = [
  'beschwerde',
  'kritik',
  'fachaufsichtsbeschwerde',
  'petition',
  'ombudsstelle',
  'schlichtung',
] satisfies Reaktionsart[];

/** Two persons judge whether it is justified. */
export const beurteilt = (art: string) => BEURTEILT.includes(art);

export const KANAL: Record<Kanal, string> = {
  schriftlich: 'schriftlich',
  telefonisch: 'telefonisch',
  persoenlich: 'persönlich',
  online: 'online',
  e_mail: 'E-Mail',
  meinungskarte: 'Meinungskarte',
  andere_stelle: 'über andere Stelle',
};

export const ANLIEGENART: Record<Anliegenart, string> = {
  sachanliegen: 'Sachanliegen',
  verhalten: 'Verhalten',
  organisation: 'Organisation und Ablauf',
  infrastruktur: 'Erreichbarkeit und Ausstattung',
};

export const STAND: Record<Reaktionsstand, { text: string; art: Statusart }> = {
  eingegangen: { text: 'zu sichten', art: 'warnung' },
  offen: { text: 'in Bearbeitung', art: 'info' },
  wartet: { text: 'pausiert', art: 'neutral' },
  beantwortet: { text: 'beantwortet', art: 'info' },
  erledigt: { text: 'abgeschlossen', art: 'erfolg' },
};

export const ERGEBNIS: Record<Reaktionsergebnis, string> = {
  beantwortet: 'beantwortet',
  ohne_antwort: 'ohne Antwort beendet',
  abgegeben: 'abgegeben',
  zusammengefuehrt: 'zusammengeführt',
};

export const URTEIL: Record<Reaktionsurteil, string> = {
  berechtigt: 'berechtigt',
  teilweise: 'teilweise berechtigt',
  unberechtigt: 'unberechtigt',
};

export const ANTWORTWEG: Record<Antwortweg, string> = {
  brief: 'Brief',
  telefonisch: 'telefonisch',
  persoenlich: 'persönlich',
  online: 'online',
  e_mail: 'E-Mail',
};

export const RUECKMELDUNG: Record<Rueckmeldung, string> = {
  geholfen: 'hat geholfen',
  nicht_geholfen: 'hat nicht geholfen',
  ohne_antwort: 'keine Rückmeldung',
};

export const PAUSENGRUND: Record<Pausengrund, string> = {
  kunde: 'wartet auf die Person',
  andere_stelle: 'wartet auf eine andere Stelle',
};

export const STUFE: Record<Eskalationsstufe, string> = {
  team: 'Team',
  krm: 'Kundenreaktionsmanagement',
  bereichsleitung: 'Bereichsleitung',
  geschaeftsfuehrung: 'Geschäftsführung',
};

export const SCHRITT: Record<Reaktionsschrittart, string> = {
  sichten: 'Sichten',
  eingang_bestaetigen: 'Eingang bestätigen',
  beantworten: 'Beantworten',
  ohne_antwort: 'Ohne Antwort beenden',
  pausieren: 'Pausieren',
  fortsetzen: 'Fortsetzen',
  beurteilen: 'Beurteilen',
  beurteilung_bestaetigen: 'Beurteilung bestätigen',
  beurteilung_zurueckgeben: 'Beurteilung zurückgeben',
  abgeben: 'Abgeben',
  zusammenfuehren: 'Mit anderer Reaktion zusammenführen',
  massnahme_ableiten: 'Maßnahme ableiten',
  nachfragen: 'Nachfrage eintragen',
  abschliessen: 'Abschließen',
  wieder_oeffnen: 'Wieder öffnen',
  berichtigen: 'Angaben berichtigen',
};
