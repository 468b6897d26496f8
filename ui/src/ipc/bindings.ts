// Generated from the Rust types by the test `bindings`; do not edit.

export type AnsichtSpeichern = { 
/**
 * Which page or list, e.g. `fachaufsicht.liste`.
 */
schluessel: string, 
/**
 * Any JSON up to 20,000 characters.
 */
wert: unknown, };

export type Ansichten = { 
/**
 * Key to JSON.
 */
werte: Record<string, unknown>, };

export type Ausgabe = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Kind, e.g. `pruefbericht`.
 */
art: string, 
/**
 * Id of the object it is about.
 */
objekt: string, 
/**
 * What people read in the list.
 */
titel: string, 
/**
 * SHA-256 of the file, hexadecimal.
 */
sha256: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Head of the chain that it printed, hexadecimal.
 */
kopf: string | null, 
/**
 * UTC.
 */
zeit: string, 
/**
 * Id of the person who exported.
 */
benutzer_id: string, };

export type AusgabeBefund = { 
/**
 * Hash of the given file.
 */
sha256: string, 
/**
 * The entry of the register with that hash.
 */
ausgabe: Ausgabe | null, };

export type AusgabeListe = { 
/**
 * Which rows.
 */
blatt: Blatt, };

export type AusgabePruefen = { 
/**
 * Path.
 */
datei: string, };

export type Benutzer = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name for signing in, normalised.
 */
benutzername: string, 
/**
 * Full name for colleagues; never in a report.
 */
anzeigename: string, 
/**
 * Stable sign in reports, e.g. `QM-1`.
 */
zeichen: string, 
/**
 * At least one.
 */
rollen: Array<Rolle>, 
/**
 * Area of a Bereichsleitung.
 */
bereich_id: string | null, 
/**
 * Teams of a Teamleitung.
 */
teams: Array<string>, 
/**
 * Whether she can sign in.
 */
aktiv: boolean, 
/**
 * Set when Administration chose the password.
 */
passwort_wechseln: boolean, 
/**
 * For optimistic locking.
 */
version: number, };

export type BenutzerAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Full name.
 */
anzeigename: string, 
/**
 * At least one.
 */
rollen: Array<Rolle>, 
/**
 * Area of a Bereichsleitung.
 */
bereich_id: string | null, 
/**
 * Teams of a Teamleitung.
 */
teams: Array<string>, 
/**
 * A deactivated user cannot sign in; what she did stays.
 */
aktiv: boolean, };

export type BenutzerAnlegen = { 
/**
 * Name for signing in.
 */
benutzername: string, 
/**
 * Full name.
 */
anzeigename: string, 
/**
 * At least one.
 */
rollen: Array<Rolle>, 
/**
 * Area of a Bereichsleitung.
 */
bereich_id: string | null, 
/**
 * Teams of a Teamleitung.
 */
teams: Array<string>, 
/**
 * First password.
 */
passwort: string, };

export type Bereich = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type BereichSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Name.
 */
name: string, 
/**
 * Dates.
 */
gueltigkeit: Gueltigkeit, };

export type Bezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type Blatt = { 
/**
 * First row, from 0.
 */
ab: number, 
/**
 * Rows wanted; at most 500.
 */
anzahl: number, };

export type EinrichtenAnfrage = { 
/**
 * Name of the house.
 */
haus: string, 
/**
 * Land whose holidays count.
 */
land: Land, 
/**
 * Municipal holidays.
 */
feiertage: OrtsFeiertage, 
/**
 * First administrator.
 */
benutzername: string, 
/**
 * Full name.
 */
anzeigename: string, 
/**
 * Password.
 */
passwort: string, };

export type Fehler = { 
/**
 * Closed code.
 */
code: FehlerCode, 
/**
 * German sentence that says what happened and what to do.
 */
text: string, 
/**
 * Fields concerned, if any.
 */
felder: Array<Feldfehler>, 
/**
 * For `konflikt`: the present state of the record.
 */
stand: unknown, };

export type FehlerCode = "eingabe" | "recht" | "konflikt" | "nicht_gefunden" | "regel" | "vier_augen" | "anmeldung" | "gedrosselt" | "nicht_angemeldet" | "datei" | "haus" | "beschaedigt" | "abgebrochen" | "intern";

export type Feldfehler = { 
/**
 * Name of the field as in the request type, dotted for nested ones.
 */
feld: string, 
/**
 * German sentence.
 */
text: string, };

export type FortschrittStand = { 
/**
 * Whether something runs.
 */
laeuft: boolean, 
/**
 * What it is doing.
 */
text: string, 
/**
 * 0 to 1, unknown where the end cannot be seen.
 */
anteil: number | null, };

export type Geaendert = { 
/**
 * What was created, changed or deleted.
 */
objekte: Array<Objekt>, 
/**
 * Sentences for the person.
 */
hinweise: Array<string>, };

export type Gueltigkeit = { 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type HausSpeichern = { 
/**
 * Expected version.
 */
version: number, 
/**
 * Name, 3 to 120 characters.
 */
name: string, 
/**
 * Land whose holidays count.
 */
land: Land, 
/**
 * Municipal holidays.
 */
feiertage: OrtsFeiertage, 
/**
 * Minutes until the window locks, 1 to 60.
 */
sperre_minuten: number, };

export type Hausdaten = { 
/**
 * Name, printed on every report.
 */
name: string, 
/**
 * Land whose holidays count.
 */
land: Land, 
/**
 * Municipal holidays.
 */
feiertage: OrtsFeiertage, 
/**
 * Minutes without input until the window locks.
 */
sperre_minuten: number, 
/**
 * Demo data, clearly marked everywhere.
 */
demo: boolean, 
/**
 * For optimistic locking.
 */
version: number, };

export type Katalog = "sachgebiet" | "ursache";

export type KatalogSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Catalogue.
 */
katalog: Katalog, 
/**
 * Stable short name: small letters, digits, hyphen.
 */
kennung: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * What belongs here.
 */
erlaeuterung: string, 
/**
 * Dates.
 */
gueltigkeit: Gueltigkeit, };

export type Katalogeintrag = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Catalogue.
 */
katalog: Katalog, 
/**
 * Stable short name, the same over all years.
 */
kennung: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * One or two sentences on what belongs here.
 */
erlaeuterung: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type Land = "BW" | "BY" | "BE" | "BB" | "HB" | "HH" | "HE" | "MV" | "NI" | "NW" | "RP" | "SL" | "SN" | "ST" | "SH" | "TH";

export type Leer = Record<symbol, never>;

export type Mitzeichnung = { 
/**
 * Name of the second person.
 */
benutzername: string, 
/**
 * Her password.
 */
passwort: string, };

export type Objekt = { 
/**
 * Kind.
 */
art: string, 
/**
 * Id.
 */
id: string, 
/**
 * Version to expect at the next change; 0 when it is gone.
 */
version: number, };

export type OrganisationUebersicht = { 
/**
 * Sites.
 */
standorte: Array<Standort>, 
/**
 * Areas.
 */
bereiche: Array<Bereich>, 
/**
 * Teams.
 */
teams: Array<Team>, };

export type OrtsFeiertage = { 
/**
 * Fronleichnam (TH, SN: only in some municipalities).
 */
fronleichnam: boolean, 
/**
 * Mariä Himmelfahrt (BY: predominantly catholic municipalities).
 */
mariae_himmelfahrt: boolean, 
/**
 * Augsburger Friedensfest (city of Augsburg).
 */
friedensfest: boolean, 
/**
 * One-off statutory days.
 */
weitere: string[], };

export type PasswortAendern = { 
/**
 * The present one.
 */
alt: string, 
/**
 * The new one.
 */
neu: string, };

export type PasswortZuruecksetzen = { 
/**
 * Whose.
 */
id: string, 
/**
 * The new one; to be changed at the next sign-in.
 */
passwort: string, };

export type Passwortstaerke = { 
/**
 * 0 (guessed at once) to 4 (very strong), after zxcvbn.
 */
stufe: number, 
/**
 * German sentence beside the meter.
 */
hinweis: string, 
/**
 * Whether the house accepts it.
 */
ausreichend: boolean, };

export type Person = { 
/**
 * Id.
 */
id: string, 
/**
 * Name for signing in.
 */
benutzername: string, 
/**
 * Full name.
 */
anzeigename: string, 
/**
 * Stable sign.
 */
zeichen: string, 
/**
 * Roles.
 */
rollen: Array<Rolle>, 
/**
 * German names of the roles.
 */
rollen_titel: Array<string>, 
/**
 * A new password is due before anything else.
 */
passwort_wechseln: boolean, };

export type PersonAuswahl = { 
/**
 * Id.
 */
id: string, 
/**
 * Full name.
 */
anzeigename: string, 
/**
 * Stable sign.
 */
zeichen: string, 
/**
 * Roles.
 */
rollen: Array<Rolle>, 
/**
 * Whether she can sign in.
 */
aktiv: boolean, };

export type ProtokollSeite = { 
/**
 * Which rows.
 */
blatt: Blatt, 
/**
 * First day.
 */
von: string | null, 
/**
 * Last day.
 */
bis: string | null, 
/**
 * Beginning of the operation's name, e.g. `organisation.`.
 */
operation: string | null, 
/**
 * Id of the acting person.
 */
benutzer: string | null, 
/**
 * Id of the object.
 */
objekt: string | null, };

export type ProtokollZeile = { 
/**
 * Number in the chain.
 */
folge: number, 
/**
 * UTC.
 */
zeit: string, 
/**
 * Name of the operation.
 */
operation: string, 
/**
 * Its German label.
 */
titel: string, 
/**
 * Kind of the object in German.
 */
art: string, 
/**
 * Id of the object.
 */
objekt: string, 
/**
 * Stable sign of the person, empty for the system.
 */
zeichen: string, 
/**
 * Role in which she acted.
 */
rolle: string, 
/**
 * Hash of the entry.
 */
hash: string, };

export type Pruefergebnis = { 
/**
 * Entries in the chain.
 */
eintraege: number, 
/**
 * Hash of the last one.
 */
kopf: string, 
/**
 * Number of the entry whose hash was asked for; `None` if none was, or if it is not in the chain.
 */
gesuchte_folge: number | null, 
/**
 * German sentences, the first broken place first; empty when everything agrees.
 */
befunde: Array<string>, };

export type RechteZeile = { 
/**
 * Name of the operation or query.
 */
name: string, 
/**
 * German label.
 */
titel: string, 
/**
 * Whether it changes something.
 */
aendert: boolean, 
/**
 * Scope by role, in the order of [`Rechtetafel::rollen`].
 */
umfang: Array<Umfang>, };

export type Rechtetafel = { 
/**
 * German names of the roles.
 */
rollen: Array<string>, 
/**
 * Operations and queries.
 */
zeilen: Array<RechteZeile>, };

export type Rolle = "administration" | "qualitaetsmanagement" | "pruefkraft" | "teamleitung" | "bereichsleitung" | "widerspruchsstelle" | "kundenreaktionsmanagement" | "datenschutz" | "korruptionspraevention" | "geschaeftsfuehrung" | "revision";

export type Seite<T> = { 
/**
 * The rows of this page.
 */
zeilen: Array<T>, 
/**
 * How many rows there are in all.
 */
gesamt: number, };

export type SicherungErstellen = { 
/**
 * Path of the new file.
 */
datei: string, };

export type Sicherungen = { 
/**
 * Folder they lie in.
 */
ordner: string, 
/**
 * The files.
 */
dateien: Array<Sicherungsdatei>, };

export type Sicherungsbefund = { 
/**
 * Path of the file.
 */
datei: string, 
/**
 * UTC.
 */
erstellt: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Files in it.
 */
dateien: number, 
/**
 * Entries of the chain, if it was opened.
 */
protokoll_eintraege: number | null, 
/**
 * Head of the chain, if it was opened.
 */
protokoll_kopf: string | null, };

export type Sicherungsdatei = { 
/**
 * Name of the file.
 */
name: string, 
/**
 * Whole path.
 */
pfad: string, 
/**
 * Bytes.
 */
bytes: number, };

export type Standort = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type StandortSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Name.
 */
name: string, 
/**
 * Dates.
 */
gueltigkeit: Gueltigkeit, };

export type Team = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Name as in the lists of the specialist applications.
 */
name: string, 
/**
 * Area it belongs to.
 */
bereich_id: string, 
/**
 * Site it sits at.
 */
standort_id: string, 
/**
 * Fewer than five employees: results are merged into the area, so that nobody can be singled out.
 */
unter_fuenf: boolean, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type TeamSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Name as in the lists of the specialist applications.
 */
name: string, 
/**
 * Area.
 */
bereich_id: string, 
/**
 * Site.
 */
standort_id: string, 
/**
 * Fewer than five employees.
 */
unter_fuenf: boolean, 
/**
 * Dates.
 */
gueltigkeit: Gueltigkeit, };

export type Umfang = "kein" | "eigene" | "teams" | "bereich" | "haus";

export type Zustand = { 
/**
 * State.
 */
art: ZustandArt, 
/**
 * Name of the house, once open.
 */
haus: string | null, 
/**
 * Invented data.
 */
demo: boolean, 
/**
 * Who is signed in or locked out.
 */
person: Person | null, 
/**
 * The house is damaged.
 */
nur_lesen: boolean, 
/**
 * Minutes without input until the window locks.
 */
sperre_minuten: number, 
/**
 * Main navigation, in order, as far as the roles may see it.
 */
navigation: Array<string>, 
/**
 * Operations and queries that the person may use.
 */
rechte: Array<string>, 
/**
 * Folder of the house.
 */
ordner: string, 
/**
 * Version of the program.
 */
programmversion: string, };

export type ZustandArt = "kein_haus" | "geschlossen" | "gesperrt" | "offen";

/** Every operation by name, with its request. */
export interface Operationen {
  "haus.speichern": HausSpeichern;
  "benutzer.anlegen": BenutzerAnlegen;
  "benutzer.aendern": BenutzerAendern;
  "benutzer.passwort_zuruecksetzen": PasswortZuruecksetzen;
  "benutzer.passwort_aendern": PasswortAendern;
  "benutzer.ansicht_speichern": AnsichtSpeichern;
  "organisation.standort_speichern": StandortSpeichern;
  "organisation.bereich_speichern": BereichSpeichern;
  "organisation.team_speichern": TeamSpeichern;
  "katalog.speichern": KatalogSpeichern;
  "sicherung.erstellen": SicherungErstellen;
}

/** Every query by name, with request and answer. */
export interface Abfragen {
  "haus.lesen": { anfrage: Leer; antwort: Hausdaten };
  "haus.rechte": { anfrage: Leer; antwort: Rechtetafel };
  "benutzer.liste": { anfrage: Leer; antwort: Array<Benutzer> };
  "benutzer.auswahl": { anfrage: Leer; antwort: Array<PersonAuswahl> };
  "benutzer.ansichten": { anfrage: Leer; antwort: Ansichten };
  "organisation.uebersicht": { anfrage: Leer; antwort: OrganisationUebersicht };
  "katalog.liste": { anfrage: Leer; antwort: Array<Katalogeintrag> };
  "protokoll.seite": { anfrage: ProtokollSeite; antwort: Seite<ProtokollZeile> };
  "protokoll.pruefe": { anfrage: Leer; antwort: Pruefergebnis };
  "sicherung.liste": { anfrage: Leer; antwort: Sicherungen };
  "ausgabe.liste": { anfrage: AusgabeListe; antwort: Seite<Ausgabe> };
  "ausgabe.pruefe_datei": { anfrage: AusgabePruefen; antwort: AusgabeBefund };
}
