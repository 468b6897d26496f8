// Generated from the Rust types by the test `bindings`; do not edit.

export type AbgeschlossenePruefungen = { 
/**
 * Finished since.
 */
von: string | null, 
/**
 * Finished until.
 */
bis: string | null, 
/**
 * How units were chosen; none: all.
 */
auswahlen: Array<Auswahl>, 
/**
 * Kennung of the Sachgebiet of the theme.
 */
sachgebiet: string | null, };

export type Abgleich = { 
/**
 * Numbers, if one was given.
 */
anzahl: Abgleichszeile | null, 
/**
 * Sums in cents, if one was given.
 */
summe_cent: Abgleichszeile | null, 
/**
 * Whether everything given agrees; `false` also if nothing was given.
 */
stimmt: boolean, 
/**
 * German sentences for page and report.
 */
saetze: Array<string>, };

export type Abgleichszeile = { 
/**
 * As the source system says.
 */
soll: number, 
/**
 * As taken.
 */
ist: number, 
/**
 * `ist` less `soll`.
 */
differenz: number, };

export type Ablehnungsgrund = { 
/**
 * German label.
 */
bezeichnung: string, 
/**
 * Rows.
 */
anzahl: number, };

export type Abschnitt = { 
/**
 * Heading.
 */
titel: string, 
/**
 * Items in their order.
 */
merkmale: Array<Merkmal>, };

export type Abseits = { 
/**
 * Handed to who is competent.
 */
abgegeben: number, 
/**
 * Go on in another ticket.
 */
zusammengefuehrt: number, 
/**
 * Ended without an answer until the promised day.
 */
ohne_antwort: number, 
/**
 * The person wishes no answer.
 */
ohne_wunsch: number, 
/**
 * Dienstaufsichtsbeschwerden: handed on, never answered here.
 */
dienstaufsicht: number, };

export type Absendung = { 
/**
 * The way.
 */
bekanntgabe: Bekanntgabe, 
/**
 * Abroad.
 */
ausland: boolean, 
/**
 * Its instruction on remedies.
 */
belehrung: Rechtsbehelfsbelehrung, };

export type AbwesenheitLoeschen = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type AbwesenheitSpeichern = { 
/**
 * Id and expected version; `None` for a new one.
 */
bezug: AbwesenheitLoeschen | null, 
/**
 * Who is away (user id).
 */
benutzer_id: string, 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * Who stands in (user id).
 */
vertretung_id: string | null, };

export type Abwesenheitszeile = { 
/**
 * Who is away, by name.
 */
person: string, 
/**
 * Who stands in, by name.
 */
vertretung: string | null, 
/**
 * The person may change it.
 */
darf_aendern: boolean, 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Who is away (user id).
 */
benutzer_id: string, 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * Who stands in (user id).
 */
vertretung_id: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type Adressat = { 
/**
 * How the decision reached this person.
 */
bekanntgabe: Bekanntgabe, 
/**
 * When this person's remedy came in; `None`: with the others.
 */
eingang: string | null, };

export type AndereZiehung = { 
/**
 * Number of the check.
 */
pruefung: string, 
/**
 * State of the check.
 */
stand: Stand, 
/**
 * 1, or more for an extension.
 */
nummer: number, 
/**
 * How units were selected.
 */
art: Auswahl, 
/**
 * The very same list of case numbers.
 */
gleiche_liste: boolean, 
/**
 * Same theme, overlapping period.
 */
gleiches_thema: boolean, 
/**
 * Population hash (under the key of that draw).
 */
population_hash: string, 
/**
 * Seed, once whole.
 */
startwert: string | null, 
/**
 * Units that take part.
 */
grundgesamtheit: number, 
/**
 * Units of the draw.
 */
anzahl: number, 
/**
 * Drawn units that were checked.
 */
geprueft: number, 
/**
 * Drawn units with at least one Feststellung that was not taken back.
 */
mit_feststellung: number, 
/**
 * UTC; none while it is only sealed.
 */
gezogen_am: string | null, };

export type AnfrageAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What every reader of the request may see.
 */
angaben: Anfrageinhalt, 
/**
 * Who asks.
 */
klar: Anfrageklar, 
/**
 * Why the day of receipt is another one, 5 to 500 characters then; stays visible.
 */
begruendung: string, };

export type AnfrageAnlegen = { 
/**
 * What every reader of the request may see.
 */
angaben: Anfrageinhalt, 
/**
 * Who asks.
 */
klar: Anfrageklar, 
/**
 * The Kundenreaktion in which it came; it must touch data protection.
 */
aus_reaktion: string | null, };

export type AnfrageDetail = { 
/**
 * The request.
 */
anfrage: Betroffenenanfrage, 
/**
 * Who asks; only for the Datenschutz.
 */
klar: Anfrageklar | null, 
/**
 * Day on which that was removed by rule.
 */
entfernt_am: string | null, 
/**
 * Its clock with the reasons.
 */
uhr: Monatsfrist, 
/**
 * Last day on which the person may be told of an extension.
 */
verlaengerung_bis: string, 
/**
 * Not answered, and the time is over.
 */
ueberfaellig: boolean, 
/**
 * Answered after the time.
 */
verspaetet: boolean, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Anfrageschrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * The person may change what was entered.
 */
darf_aendern: boolean, 
/**
 * The person may take the last step back.
 */
darf_zuruecknehmen: boolean, 
/**
 * Other requests of the same person, newest first; only for the Datenschutz.
 */
dieselbe_person: Array<Eintragsverweis>, 
/**
 * The Kundenreaktion in which it came.
 */
reaktion: Eintragsverweis | null, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type AnfrageFilter = { 
/**
 * Words; all must occur. Names are found only by the Datenschutz.
 */
suche: string, 
/**
 * Rights; none: all.
 */
arten: Array<Anfrageart>, 
/**
 * States; none: all.
 */
staende: Array<Anfragestand>, 
/**
 * Results; none: all.
 */
ergebnisse: Array<Anfrageergebnis>, 
/**
 * Not answered.
 */
nur_offene: boolean, 
/**
 * Not answered, and the time is over.
 */
ueberfaellig: boolean, 
/**
 * Not answered, and due until that day.
 */
faellig_bis: string | null, 
/**
 * Received since.
 */
eingang_von: string | null, 
/**
 * Received until.
 */
eingang_bis: string | null, };

export type AnfrageSchritt = { 
/**
 * Which request.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Anfrageschritt, };

export type Anfrageabschluss = { 
/**
 * Day.
 */
am: string, 
/**
 * How.
 */
ergebnis: Anfrageergebnis, 
/**
 * Why, or to whom; may be empty.
 */
grund: string, };

export type Anfrageart = "auskunft" | "berichtigung" | "loeschung" | "einschraenkung" | "uebertragung" | "widerspruch" | "beschwerde";

export type Anfrageergebnis = "erfuellt" | "teilweise" | "abgelehnt" | "abgegeben" | "zurueckgezogen";

export type Anfrageinhalt = { 
/**
 * Which right.
 */
art: Anfrageart, 
/**
 * How it came in.
 */
kanal: Kanal, 
/**
 * Day of receipt; starts the month.
 */
eingang: string, 
/**
 * What it is about, without names, 3 to 120 characters.
 */
betreff: string, 
/**
 * More about it, without names, at most 1,000 characters.
 */
vermerk: string, };

export type Anfrageklar = { 
/**
 * Name, 2 to 120 characters.
 */
name: string, 
/**
 * How to reach the person, at most 200 characters.
 */
kontakt: string, 
/**
 * Case number, at most 40 characters.
 */
fallnummer: string, };

export type Anfragelage = { 
/**
 * State.
 */
stand: Anfragestand, 
/**
 * From when the clock runs, if not from the receipt: the person had taken it back and returned.
 */
uhr_ab: string | null, 
/**
 * Who asks is known.
 */
identitaet: Identitaet | null, 
/**
 * Two months more.
 */
verlaengerung: Fristverlaengerung | null, 
/**
 * How it ended.
 */
abschluss: Anfrageabschluss | null, };

export type AnfragenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: AnfragenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type AnfragenListe = { 
/**
 * What to leave out.
 */
filter: AnfrageFilter, 
/**
 * Order.
 */
sortierung: Anfragesortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Anfrageschritt = { "art": "identitaet_pruefen", 
/**
 * Day.
 */
am: string, 
/**
 * How.
 */
wie: Identitaetsnachweis, } | { "art": "verlaengern", 
/**
 * Day on which she was told.
 */
unterrichtet_am: string, 
/**
 * Why: how complex, how many; 10 to 500 characters.
 */
grund: string, } | { "art": "beantworten", 
/**
 * Day.
 */
am: string, 
/**
 * `erfuellt`, `teilweise` or `abgelehnt`.
 */
ergebnis: Anfrageergebnis, 
/**
 * Why not or not all, 10 to 500 characters then.
 */
grund: string, } | { "art": "abgeben", 
/**
 * Day.
 */
am: string, 
/**
 * To whom, 3 to 120 characters.
 */
an: string, } | { "art": "zurueckziehen", 
/**
 * Day.
 */
am: string, } | { "art": "wiederaufnehmen", 
/**
 * Day on which she came back.
 */
am: string, 
/**
 * With what, 5 to 300 characters.
 */
grund: string, } | { "art": "berichtigen", 
/**
 * What it says now, and what stood there before.
 */
was: string, 
/**
 * Why, 5 to 500 characters.
 */
begruendung: string, };

export type Anfrageschrittart = "identitaet_pruefen" | "verlaengern" | "beantworten" | "abgeben" | "zurueckziehen" | "wiederaufnehmen" | "berichtigen";

export type Anfragesortierung = "dringlichkeit" | "nummer" | "eingang" | "art" | "stand" | "frist";

export type Anfragestand = "eingegangen" | "bearbeitung" | "erledigt";

export type Anfrageuebersicht = { 
/**
 * Not answered.
 */
offen: number, 
/**
 * Nobody has made sure who asks.
 */
identitaet_offen: number, 
/**
 * Due within seven days.
 */
bald: number, 
/**
 * The time is over.
 */
ueberfaellig: number, 
/**
 * Last day of the one that is due first.
 */
naechste_frist: string | null, };

export type Anfragezeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * Which right.
 */
art: Anfrageart, 
/**
 * Channel.
 */
kanal: Kanal, 
/**
 * Day of receipt.
 */
eingang: string, 
/**
 * What it is about.
 */
betreff: string, 
/**
 * Name; only for the Datenschutz.
 */
name: string | null, 
/**
 * State.
 */
stand: Anfragestand, 
/**
 * Last day for the answer.
 */
frist_bis: string, 
/**
 * Two months more.
 */
verlaengert: boolean, 
/**
 * Not answered, and the time is over.
 */
ueberfaellig: boolean, 
/**
 * Answered after the time.
 */
verspaetet: boolean, 
/**
 * How it ended.
 */
ergebnis: Anfrageergebnis | null, 
/**
 * When.
 */
erledigt_am: string | null, 
/**
 * Other requests of the same person.
 */
wiederholungen: number, };

export type Angabe = { 
/**
 * Name.
 */
name: string, 
/**
 * Value as text.
 */
wert: string, };

export type Anhang = { 
/**
 * UUIDv7; also the name of the encrypted file.
 */
id: string, 
/**
 * Name as it was attached, without what a file system could misread.
 */
name: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * SHA-256 of the file as it was attached, hexadecimal.
 */
sha256: string, };

export type AnhangSpeichern = { 
/**
 * Evidence that it belongs to.
 */
nachweis_id: string, 
/**
 * Path with the ending of the attached file.
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

export type AnhangVernichten = { 
/**
 * Evidence.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why.
 */
grund: string, };

export type Anliegen = { 
/**
 * Category.
 */
art: Anliegenart, 
/**
 * Kennung of the shared catalogue; needed for a Sachanliegen.
 */
sachgebiet: string | null, 
/**
 * Team it is about.
 */
team_id: string | null, 
/**
 * Kennung of the organisational cause, once it is known.
 */
ursache: string | null, };

export type Anliegenart = "sachanliegen" | "verhalten" | "organisation" | "infrastruktur";

export type Anliegentafel = { 
/**
 * Its rows.
 */
zeilen: Array<Reaktionsgruppe>, 
/**
 * Anliegen that belong into no row, for instance without a team. They are no group of people, so they are
 * told as they are, and the rows protect each other without them.
 */
daneben: Array<Restzeile>, };

export type Annahme = "angenommen" | "abgelehnt" | "zurueckgegeben" | "gespendet";

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

export type Anteil = { 
/**
 * Those that count.
 */
zaehler: number, 
/**
 * Of so many.
 */
nenner: number, };

export type Antwort = { 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * Answer.
 */
wert: Antwortwert, 
/**
 * Set by "restliche offene auf Ja".
 */
sammel: boolean, 
/**
 * Id of the person who gave it.
 */
von: string, 
/**
 * For optimistic locking; 0 before the first.
 */
version: number, };

export type AntwortAusgeben = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Which text.
 */
beitrag_id: string, 
/**
 * Function of who signs, 3 to 120 characters; no name.
 */
unterzeichner: string, 
/**
 * Path, ending in `.pdf`.
 */
datei: string, 
/**
 * An existing file may be replaced.
 */
ueberschreiben: boolean, };

export type Antwortpaar = { 
/**
 * One answer, the earlier in the order of the sheet.
 */
eine: Antwortwert, 
/**
 * The other.
 */
andere: Antwortwert, 
/**
 * In how many cases, whoever gave which.
 */
anzahl: number, };

export type Antwortweg = "brief" | "telefonisch" | "persoenlich" | "online" | "e_mail";

export type Antwortwert = "ja" | "nein" | "teilweise" | "nicht_anwendbar" | "nicht_pruefbar";

export type Anzeigespalte = { 
/**
 * Column by name.
 */
spalte: string, 
/**
 * Heading shown in IKS.
 */
titel: string, };

export type Anzeigewert = { 
/**
 * Title of the column.
 */
titel: string, 
/**
 * Value.
 */
wert: string, };

export type Arbeitsaufwand = { 
/**
 * People who check.
 */
personen: number, 
/**
 * Minutes of each in a week.
 */
minuten_woche: number, 
/**
 * Working weeks of a year, without leave and illness.
 */
wochen: number, 
/**
 * Minutes for one case with everything that follows.
 */
minuten_je_fall: number, 
/**
 * Cases that could be checked in the year.
 */
grundgesamtheit: number, 
/**
 * Confidence, e.g. 0.95.
 */
konfidenz: Dezimal, };

export type Art = "materiell" | "formell" | "dokumentation" | "datenerfassung" | "datenschutz";

export type Artauswertung = { 
/**
 * Kind.
 */
art: Verfahrensart, 
/**
 * Its German name in the plural.
 */
titel: string, 
/**
 * Open before the first day.
 */
bestand_vorher: number, 
/**
 * Came in.
 */
zugang: number, 
/**
 * Decided, withdrawn, handed over.
 */
abgang: number, 
/**
 * Open after the last day.
 */
bestand: number, 
/**
 * Month by month; a month of which the period holds only a part counts that part.
 */
monate: Array<Bestandsmonat>, 
/**
 * Abgang in our finer words; only those that occur.
 */
ergebnisse: Array<Ergebniszeile>, 
/**
 * The same in the categories of the federal statistics.
 */
ba: Array<BaZeile>, 
/**
 * How many of the decided brought the person something.
 */
erfolg: Anteil, 
/**
 * Success by Sachgebiet (small-group rules applied).
 */
sachgebiete: Array<Erfolgszeile>, 
/**
 * Success by team whose decision was challenged (small-group rules applied).
 */
teams: Array<Erfolgszeile>, 
/**
 * Why remedies succeeded (small-group rules applied).
 */
gruende: Array<Grundzeile>, 
/**
 * Organisational cause of the successful ones (small-group rules applied).
 */
ursachen: Array<Ursachenzeile>, 
/**
 * Days from receipt to decision; nothing without a decision.
 */
dauer: Tagedauer | null, 
/**
 * Decided before an action for failure to act is admissible (§ 88 SGG); nothing for court procedures.
 */
fristgerecht: Anteil | null, 
/**
 * Costs the house bears.
 */
kosten: Verfahrenskosten, };

export type AufbewahrungEntfernen = { 
/**
 * Kind.
 */
art: Aufbewahrungsart, 
/**
 * Cut-off day that was shown.
 */
stichtag: string, 
/**
 * Number that was shown.
 */
anzahl: number, };

export type AufbewahrungSpeichern = { 
/**
 * Kind.
 */
art: Aufbewahrungsart, 
/**
 * Expected version; 0 for the first change.
 */
version: number, 
/**
 * Years, 1 to 30.
 */
jahre: number, };

export type AufbewahrungVorschau = { 
/**
 * Kind.
 */
art: Aufbewahrungsart, 
/**
 * Years, 1 to 30.
 */
jahre: number, };

export type Aufbewahrungsart = "widerspruch" | "kundenreaktion" | "betroffenenanfrage" | "fachaufsicht" | "pruefliste";

export type Aufbewahrungsuebersicht = { 
/**
 * One for each kind.
 */
regeln: Array<Aufbewahrungszeile>, 
/**
 * Registers from which nothing is removed.
 */
bleibendes: Array<Bleibendeszeile>, 
/**
 * Removals, newest first.
 */
loeschungen: Array<Loeschungszeile>, 
/**
 * The person may remove; a second one signs with her.
 */
darf_entfernen: boolean, };

export type Aufbewahrungsvorschau = { 
/**
 * What ended before this day.
 */
stichtag: string, 
/**
 * How many.
 */
faellig: number, };

export type Aufbewahrungszeile = { 
/**
 * Kind.
 */
art: Aufbewahrungsart, 
/**
 * Its German name.
 */
titel: string, 
/**
 * Years that hold now.
 */
jahre: number, 
/**
 * Years that the program proposes.
 */
vorgabe: number, 
/**
 * From when they count.
 */
beginn: string, 
/**
 * Why the program proposes so many, as it goes on after the number: "weil …".
 */
warum: string, 
/**
 * In a word, what goes.
 */
was: string, 
/**
 * What goes.
 */
entfernt: string, 
/**
 * What stays.
 */
bleibt: string, 
/**
 * Who set them (sign and name); `None` while the proposal holds.
 */
geaendert_von: string | null, 
/**
 * Since when.
 */
geaendert_am: string | null, 
/**
 * For optimistic locking; 0 while the proposal holds.
 */
version: number, 
/**
 * What ended before this day is due.
 */
stichtag: string, 
/**
 * How many are due.
 */
faellig: number, 
/**
 * How many are held back.
 */
gehalten: Array<Haltezeile>, };

export type Aufgabe = { 
/**
 * What is to be done.
 */
art: Aufgabenart, 
/**
 * The same as a heading.
 */
titel: string, 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * How many.
 */
anzahl: number, 
/**
 * The nearest date.
 */
faellig_am: string | null, 
/**
 * The first unit.
 */
prueffall_id: string, 
/**
 * The first Feststellung, where it is about those.
 */
feststellung_id: string | null, };

export type Aufgabenart = "zuweisen" | "pruefen" | "nacharbeiten" | "zweitpruefen" | "gegenpruefen" | "beantworten" | "entscheiden" | "feststellen" | "korrigieren" | "korrektur_bestaetigen";

export type AufschiebendeWirkung = "ja" | "nein" | "teilweise" | "offen";

export type Aufsichtsnachricht = { 
/**
 * Day.
 */
am: string, 
/**
 * Authority.
 */
stelle: string, };

export type AufwandFrage = { 
/**
 * What the house can spend.
 */
aufwand: Arbeitsaufwand, };

export type Aufwandsantwort = { 
/**
 * Cases in the year.
 */
im_jahr: number, 
/**
 * Cases in a month, rounded down.
 */
im_monat: number, 
/**
 * `2 Personen mit je 6 Stunden in der Woche prüfen in 42 Wochen 1.008 Fälle, 84 im Monat.`
 */
satz: string, 
/**
 * What the result would say, for several numbers of errors.
 */
aussagen: Array<string>, 
/**
 * What to bear in mind.
 */
hinweis: string, };

export type AusfallAufheben = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type AusfallErfassen = { 
/**
 * Year.
 */
jahr: number, 
/**
 * From 1.
 */
monat: number, 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, 
/**
 * Teams, at least one.
 */
teams: Array<string>, 
/**
 * Why.
 */
grund: string, };

export type Ausfallzeile = { 
/**
 * From 1.
 */
monat: number, 
/**
 * Name of the team.
 */
team: string, 
/**
 * Why.
 */
grund: string, };

export type AusgabeBefund = { 
/**
 * Hash of the given file.
 */
sha256: string, 
/**
 * The entry of the register with that hash.
 */
ausgabe: Ausgabezeile | null, };

export type AusgabeExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: AusgabeListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type AusgabeListe = { 
/**
 * Which rows.
 */
blatt: Blatt, 
/**
 * Part of the title, or beginning of the hash.
 */
suche: string | null, 
/**
 * Kind.
 */
art: Ausgabeart | null, 
/**
 * First day.
 */
von: string | null, 
/**
 * Last day.
 */
bis: string | null, 
/**
 * Column; `None` is newest first.
 */
sortierung: Ausgabesortierung | null, 
/**
 * Largest or last first.
 */
absteigend: boolean, };

export type AusgabePruefen = { 
/**
 * Path.
 */
datei: string, };

export type Ausgabeart = "pruefbericht" | "pruefvermerk" | "rueckmeldeliste" | "blankobogen" | "programmbericht" | "widerspruchsbericht" | "fristenbuch" | "krm_bericht" | "prueflistenbericht" | "anhang" | "massnahmenliste" | "vorfallverzeichnis" | "protokollauszug" | "ziehungsprotokoll" | "ziehungsprotokoll_pdf" | "ziehungsliste" | "rechenanfragen" | "importbefunde" | "antwortschreiben" | "liste";

export type Ausgabesortierung = "zeit" | "titel" | "art" | "groesse";

export type Ausgabezeile = { 
/**
 * Sign of the person.
 */
zeichen: string, 
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

export type Auskunftsangaben = { 
/**
 * Receipt.
 */
eingang: string, 
/**
 * Extended by two months, with notice in the first month.
 */
verlaengert: boolean, };

export type Ausschliessen = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Numbers as in the list. Where the key has several parts, the first part alone means all its units.
 */
nummern: Array<string>, 
/**
 * Reason.
 */
grund: string, };

export type AusschlussAufheben = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Exclusion with its expected version.
 */
ausschluss: Bezug, };

export type Ausschlusszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Pseudonym, 64 hex digits.
 */
pseudonym: string, 
/**
 * Case number, while the population still holds it and the person may see it.
 */
nummer: string | null, 
/**
 * Reason.
 */
grund: string, 
/**
 * Sign of the person.
 */
von: string, 
/**
 * UTC.
 */
am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Auswahl = "zufall" | "bewusst" | "voll";

export type Auswahleinheit = "fall" | "bescheid" | "zahlung" | "massnahme";

export type AuswertungAntwort = { 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Everything that is computed.
 */
auswertung: Pruefungsauswertung, 
/**
 * Rates of this and earlier checks; nothing with fewer than two.
 */
verlauf: Quotenverlauf | null, 
/**
 * Rows of other teams are left out for this person.
 */
nur_eigene_teams: boolean, };

export type AuswertungFrage = { 
/**
 * Id of the check.
 */
id: string, };

export type Auswertungsrate = { 
/**
 * Every unit was drawn.
 */
vollpruefung: boolean, 
/**
 * Point estimate in tenths of a percent, half up; none while the check runs.
 */
quote: Zehntelprozent | null, 
/**
 * At most so many erroneous units.
 */
hoechstens: number, 
/**
 * At least so many.
 */
mindestens: number, 
/**
 * Upper bound in tenths of a percent, rounded up.
 */
quote_hoechstens: Zehntelprozent, 
/**
 * Lower bound in tenths of a percent, rounded down.
 */
quote_mindestens: Zehntelprozent, 
/**
 * Korn-Graubard, one-sided, tenths of a percent, rounded up: approximate.
 */
naeherung_hoechstens: Zehntelprozent | null, 
/**
 * Confidence as text, e.g. "95 %".
 */
sicherheit: string, 
/**
 * Goal as text, e.g. "10 %".
 */
ziel: string | null, 
/**
 * Goal in tenths of a percent, for charts.
 */
ziel_zehntel: number | null, 
/**
 * Verdict, if a goal was set.
 */
urteil: Urteil | null, };

export type Auswertungszahlen = { 
/**
 * N.
 */
grundgesamtheit: number, 
/**
 * Drawn or selected.
 */
gezogen: number, 
/**
 * Checked: neither open nor without a file.
 */
geprueft: number, 
/**
 * Erroneous by the fixed definition.
 */
fehlerhaft: number, 
/**
 * All unresolved ones, the next four together.
 */
ungeklaert: number, 
/**
 * Not checked yet.
 */
offen: number, 
/**
 * Missing file or the like.
 */
nicht_pruefbar: number, 
/**
 * A decisive item could not be checked.
 */
merkmal_nicht_pruefbar: number, 
/**
 * The deviation is not described, or its effect could not be put into figures.
 */
wirkung_unbekannt: number, 
/**
 * Feststellungen on which the last word is not spoken.
 */
strittig: number, };

export type Auswertungszeitraum = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, };

export type BaKategorie = "stattgegeben" | "teilweise_stattgegeben" | "zurueckgewiesen" | "sonstige_erledigung" | "klage_abgewiesen" | "klage_ohne_nachgeben" | "klage_stattgegeben" | "klage_teilweise" | "klage_nachgeben" | "klage_teilweise_nachgeben";

export type BaZeile = { 
/**
 * Category.
 */
kategorie: BaKategorie, 
/**
 * In German.
 */
titel: string, 
/**
 * Procedures.
 */
anzahl: number, 
/**
 * Our results in it.
 */
ergebnisse: Array<Verfahrensergebnis>, };

export type BausteinEinsetzen = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Which block.
 */
baustein_id: string, };

export type Bausteintext = { 
/**
 * The text; what is missing stands in brackets.
 */
text: string, 
/**
 * What is missing, by its German name.
 */
offen: Array<string>, };

export type Bedingung = { 
/**
 * Kennung of an earlier item.
 */
merkmal: string, 
/**
 * One of these answers must have been given.
 */
antwort: Array<Antwortwert>, };

export type BefundeExportieren = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Path of the new file (.csv).
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

export type BefundeSeite = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Rejected lines; else those taken with a warning.
 */
abgelehnt: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Beitragsart = "notiz" | "zwischennachricht" | "antwort";

export type Bekanntgabe = { "art": "post_inland", 
/**
 * Day on which it was handed to the post; needed where a note proves it.
 */
aufgabe_zur_post: string | null, 
/**
 * A note in the file proves that day. Without it the fiction does not start (BSG B 4 AS 37/08 R).
 */
vermerk: boolean, 
/**
 * Proven day of receipt. A later one wins, an earlier one has no effect.
 */
zugang: string | null, } | { "art": "elektronisch", 
/**
 * Day of sending.
 */
absendung: string, 
/**
 * Proven day of receipt; a later one wins.
 */
zugang: string | null, } | { "art": "zustellung", 
/**
 * That day.
 */
datum: string, } | { "art": "uebergabe_einschreiben", 
/**
 * Day on which it was handed to the post.
 */
aufgabe_zur_post: string, 
/**
 * Proven day of receipt; a later one wins.
 */
zugang: string | null, } | { "art": "post_ausland", 
/**
 * Day of receipt.
 */
zugang: string, };

export type Bekanntgabeweg = "post_inland" | "elektronisch" | "zustellung" | "uebergabe_einschreiben" | "post_ausland";

export type Benachrichtigungsausnahme = "vorkehrungen" | "massnahmen" | "aufwand";

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

export type Berechnung = { "art": "berechnet", 
/**
 * The day that counts for the work: the end of the period, or the last day for posting (§ 88 SGG).
 */
tag: string, 
/**
 * The end by the calendar.
 */
nominal: string, 
/**
 * The end moved by § 64 Abs. 3 SGG.
 */
fristende: string, 
/**
 * The event from which it counts.
 */
beginn: string, 
/**
 * One sentence or two a step.
 */
schritte: Array<string>, } | { "art": "gesetzt", 
/**
 * The day.
 */
tag: string, } | { "art": "nicht_berechenbar", 
/**
 * Why, and the way out.
 */
grund: string, };

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

export type BerichtExportieren = { 
/**
 * Which report.
 */
name: Berichtsname, 
/**
 * Number of the check, e.g. `FA-2026-001`; of a unit with its place, e.g. `FA-2026-001/7`; of a
 * team with its name, e.g. `FA-2026-001/Leistung 1`; kennung of a theme for its empty sheet. Up to 160 characters.
 */
nummer: string | null, 
/**
 * First day.
 */
von: string | null, 
/**
 * Last day.
 */
bis: string | null, 
/**
 * Path of the file.
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

export type BerichtVorschau = { 
/**
 * Which report.
 */
name: Berichtsname, 
/**
 * Number of the check, e.g. `FA-2026-001`.
 */
nummer: string | null, 
/**
 * First day.
 */
von: string | null, 
/**
 * Last day.
 */
bis: string | null, 
/**
 * Which pages; at most 4 at a time.
 */
blatt: Blatt, };

export type BerichteSpeichern = { 
/**
 * Expected version; 0 for the first change.
 */
version: number, 
/**
 * Mark on every page, up to 60 characters; empty for none.
 */
vertraulichkeit: string, 
/**
 * Line of the house in the footer, up to 80 characters.
 */
fusszeile: string, 
/**
 * Up to 200 characters; without a sign it is not asked for.
 */
alternativtext: string | null, };

export type Berichtsangaben = { 
/**
 * Mark on every page; empty for none.
 */
vertraulichkeit: string, 
/**
 * Line of the house in the footer.
 */
fusszeile: string, 
/**
 * The sign.
 */
logo: Logoangaben | null, 
/**
 * For optimistic locking; 0 as long as nothing was ever changed.
 */
version: number, };

export type Berichtsart = { 
/**
 * What `bericht.exportieren` and the command line call it.
 */
name: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * One sentence.
 */
beschreibung: string, 
/**
 * Ending of the file.
 */
format: string, 
/**
 * Further endings under which the same content can be had as a list.
 */
auch_als: Array<string>, 
/**
 * It is about one check or run, named by its number.
 */
mit_nummer: boolean, 
/**
 * It is about a period.
 */
mit_zeitraum: boolean, };

export type Berichtsname = "pruefung" | "pruefkoffer" | "pruefvermerk" | "rueckmeldung" | "pruefbogen" | "pruefprogramm" | "widerspruch" | "fristenbuch" | "kundenreaktion" | "pruefliste" | "massnahmen" | "datenschutzvorfaelle" | "protokoll";

export type Berichtsvorschau = { 
/**
 * Title of the document.
 */
titel: string, 
/**
 * Pages of the whole report.
 */
seiten: number, 
/**
 * The pages asked for; none behind the last one.
 */
bilder: Array<Seitenbild>, 
/**
 * Headings of the whole report with their pages.
 */
gliederung: Array<Gliederungspunkt>, };

export type Bescheidangaben = { 
/**
 * How it was sent.
 */
weg: Bekanntgabeweg, 
/**
 * Posted or sent on this day.
 */
abgang: string | null, 
/**
 * A note in the file proves the posting of a letter.
 */
vermerk: boolean, 
/**
 * Proven day of receipt, or the day of Zustellung.
 */
zugang: string | null, 
/**
 * It became known abroad.
 */
ausland: boolean, 
/**
 * Instruction on remedies.
 */
belehrung: Rechtsbehelfsbelehrung, };

export type Bescheidergebnis = "stattgeben" | "teilweise_stattgeben" | "zurueckweisen" | "verwerfen_verfristet" | "verwerfen_sonst";

export type Bestandsmonat = { 
/**
 * `2026-11`.
 */
monat: string, 
/**
 * Came in.
 */
zugang: number, 
/**
 * Went out.
 */
abgang: number, 
/**
 * Open at its end.
 */
bestand: number, };

export type Betraege = { 
/**
 * Too much was paid.
 */
ueberzahlung: Betragssumme, 
/**
 * Too little was paid.
 */
unterzahlung: Betragssumme, 
/**
 * Feststellungen whose effect could not be put into figures.
 */
nicht_bezifferbar: number, 
/**
 * Sum of the amounts of the checked units, if the population has amounts.
 */
geprueft_cent: number | null, };

export type Betragssumme = { 
/**
 * Feststellungen.
 */
anzahl: number, 
/**
 * Once, share of the Bund.
 */
bund_einmalig_cent: number, 
/**
 * Once, share of the Kommune.
 */
kommune_einmalig_cent: number, 
/**
 * A month, share of the Bund.
 */
bund_monatlich_cent: number, 
/**
 * A month, share of the Kommune.
 */
kommune_monatlich_cent: number, 
/**
 * Once, and monthly amounts times the months of their period: share of the Bund.
 */
bund_gesamt_cent: number, 
/**
 * The same, share of the Kommune.
 */
kommune_gesamt_cent: number, 
/**
 * Monthly ones without a period; they are missing in the totals.
 */
ohne_zeitraum: number, };

export type Betroffenenanfrage = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `BA-2026-001`; never given twice.
 */
nummer: string, 
/**
 * What was entered.
 */
angaben: Anfrageinhalt, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Registerschritt<Anfrageschritt>>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Anfragelage, 
/**
 * Keyed pseudonym of the case number or the name, 64 hex digits.
 */
pseudonym: string, 
/**
 * The Kundenreaktion in which it came.
 */
reaktion_id: string | null, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Betroffenennachricht = { "art": "benachrichtigt", 
/**
 * Day.
 */
am: string, 
/**
 * How.
 */
wie: string, } | { "art": "ausnahme", 
/**
 * By which exception.
 */
ausnahme: Benachrichtigungsausnahme, 
/**
 * Why.
 */
begruendung: string, };

export type Beurteilung = { 
/**
 * How.
 */
urteil: Reaktionsurteil, 
/**
 * Why.
 */
begruendung: string, 
/**
 * Who (user id).
 */
von: string, 
/**
 * The second person (user id), once she agreed.
 */
bestaetigt_von: string | null, };

export type BeurteilungBestaetigen = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type BeurteilungZurueckgeben = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

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

export type Bleibendeszeile = { 
/**
 * Its German name.
 */
titel: string, 
/**
 * Why.
 */
warum: string, };

export type BoegenBestaetigen = { 
/**
 * Units with expected versions; at most 500.
 */
faelle: Array<Bezug>, };

export type BoegenZuweisen = { 
/**
 * Units with expected versions; at most 500.
 */
faelle: Array<Bezug>, 
/**
 * Id of the person; none: nobody.
 */
an: string | null, };

export type BogenAntworten = { 
/**
 * Unit.
 */
id: string, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * Answer; none takes it back.
 */
wert: Antwortwert | null, 
/**
 * Expected version of this answer; 0 for the first.
 */
version: number, };

export type BogenBemerkung = { 
/**
 * Unit.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * At most 2,000 characters.
 */
text: string, };

export type BogenBezug = { 
/**
 * Unit.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type BogenDarf = { 
/**
 * Answer, write Feststellungen, close.
 */
pruefen: boolean, 
/**
 * Open again what she closed.
 */
wieder_oeffnen: boolean, 
/**
 * Confirm or return as second person.
 */
gegenpruefen: boolean, 
/**
 * She had a hand in it herself: a second person may sign in a dialog.
 */
mitzeichnen: boolean, 
/**
 * Give it to someone.
 */
zuweisen: boolean, 
/**
 * She is Teamleitung of the unit's team.
 */
leitet: boolean, };

export type BogenDetail = { 
/**
 * The unit.
 */
fall: Fallstand, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * First day of the period.
 */
zeitraum_von: string, 
/**
 * Last day of the period.
 */
zeitraum_bis: string, 
/**
 * Day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What the checker reads first.
 */
einleitung: string, 
/**
 * "restliche offene auf Ja" is allowed.
 */
restliche_auf_ja: boolean, 
/**
 * "teilweise" counts as an error.
 */
teilweise_zaehlt: boolean, 
/**
 * Number, or short pseudonym.
 */
fallnummer: Fallnummer, 
/**
 * When the check lost its numbers and display columns by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Stratum.
 */
schicht: string, 
/**
 * Display columns, empty where they may not be shown.
 */
anzeige: Array<Anzeigewert>, 
/**
 * Stable sign of the person who is to check.
 */
zugewiesen: string | null, 
/**
 * Stable sign of the person who closed the sheet.
 */
geprueft_von: string | null, 
/**
 * Stable sign of the second person.
 */
gegengeprueft_von: string | null, 
/**
 * Sections with items.
 */
abschnitte: Array<Abschnitt>, 
/**
 * Kennungen of the items that apply after the present answers.
 */
gelten: Array<string>, 
/**
 * Saved answers.
 */
antworten: Array<Antwort>, 
/**
 * Feststellungen by number.
 */
feststellungen: Array<Feststellung>, 
/**
 * What is missing before the sheet can be closed.
 */
offen: Array<Luecke>, 
/**
 * What happened, oldest first.
 */
verlauf: Array<Verlauf>, 
/**
 * What she may do.
 */
darf: BogenDarf, 
/**
 * Unit before this one.
 */
vorheriger: string | null, 
/**
 * Unit after this one.
 */
naechster: string | null, 
/**
 * Units that she sees.
 */
anzahl: number, };

export type BogenLesen = { 
/**
 * Unit.
 */
id: string, };

export type BogenListe = { 
/**
 * Rows of this page.
 */
zeilen: Array<BogenZeile>, 
/**
 * Rows in all that the filter matches.
 */
gesamt: number, 
/**
 * States over the whole check.
 */
staende: Array<StandAnzahl>, };

export type BogenListeAnfrage = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Which rows.
 */
blatt: Blatt, 
/**
 * None: by place.
 */
sortierung: Bogensortierung | null, 
/**
 * From high to low.
 */
absteigend: boolean, 
/**
 * Empty: all.
 */
staende: Array<BogenStand>, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Id of the person who is to check.
 */
zugewiesen_an: string | null, 
/**
 * Only units that nobody was given.
 */
nicht_zugewiesen: boolean, 
/**
 * Only units with Feststellungen.
 */
nur_mit_feststellung: boolean, 
/**
 * Place, beginning of the pseudonym, or part of a visible number.
 */
suche: string | null, };

export type BogenNichtPruefbar = { 
/**
 * Unit.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why; 10 to 500 characters.
 */
grund: string, };

export type BogenStand = "offen" | "in_arbeit" | "geprueft" | "zurueckgegeben" | "bestaetigt" | "nicht_pruefbar";

export type BogenZeile = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Place over all draws of the check.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * Stratum.
 */
schicht: string, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Amount of the list, cents.
 */
betrag_cent: number | null, 
/**
 * State.
 */
stand: BogenStand, 
/**
 * Why it needs a second person.
 */
gegenpruefung: Gegenpruefung, 
/**
 * Id of the person who is to check.
 */
zugewiesen_an: string | null, 
/**
 * Her stable sign.
 */
zugewiesen: string | null, 
/**
 * Stable sign of the person who closed the sheet.
 */
geprueft_von: string | null, 
/**
 * Stable sign of the second person.
 */
gegengeprueft_von: string | null, 
/**
 * Answers saved.
 */
antworten: number, 
/**
 * Feststellungen that stand.
 */
feststellungen: number, };

export type BogenZurueckgeben = { 
/**
 * Unit.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why; 10 to 2,000 characters.
 */
grund: string, };

export type Bogensortierung = "position" | "schicht" | "team" | "betrag_cent" | "stand" | "zugewiesen" | "feststellungen";

export type Bogenvorlage = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Theme.
 */
thema_id: string, 
/**
 * 1, 2, 3 … within the theme.
 */
nummer: number, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What the checker reads first.
 */
einleitung: string, 
/**
 * Sections with items.
 */
abschnitte: Array<Abschnitt>, 
/**
 * Shipped or of the house.
 */
herkunft: Herkunft, 
/**
 * Who released it; none: "ungeprüft".
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * A check uses it.
 */
verwendet: boolean, 
/**
 * Who wrote it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Briefentwurf = { 
/**
 * What it is.
 */
titel: string, 
/**
 * The text; nothing in it but what the procedure says.
 */
text: string, };

export type Dateiformat = "csv" | "xlsx";

export type Datenkategorie = "stammdaten" | "bankdaten" | "leistungsdaten" | "einkommen" | "vermittlung" | "familie" | "gesundheit" | "besondere_art" | "ausweise" | "beschaeftigte" | "sonstige";

export type Datenschutzhinweis = { 
/**
 * The words as they stand in the text, with some of what stands around them.
 */
wort: string, 
/**
 * What it means, as a sentence.
 */
grund: string, };

export type Datenschutzvorfall = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `DV-2026-001`; never given twice.
 */
nummer: string, 
/**
 * What was entered.
 */
angaben: Vorfallinhalt, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Registerschritt<Vorfallschritt>>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Vorfalllage, 
/**
 * The Kundenreaktion through which it became known.
 */
reaktion_id: string | null, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Datumsspalte = { 
/**
 * Column by name.
 */
spalte: string, 
/**
 * First day taken.
 */
von: string | null, 
/**
 * Last day taken.
 */
bis: string | null, };

export type Definitionszeile = { 
/**
 * Which.
 */
art: Fehlerdefinition, 
/**
 * In words.
 */
titel: string, 
/**
 * The one that was fixed; the others only describe.
 */
festgelegt: boolean, 
/**
 * Erroneous units.
 */
fehlerhaft: number, 
/**
 * Unresolved units.
 */
ungeklaert: number, 
/**
 * Drawn units.
 */
gezogen: number, };

export type DerPruefung = { 
/**
 * Id of the check.
 */
pruefung_id: string, };

export type Dezimal = number;

export type DieZiehung = { 
/**
 * Id of the draw.
 */
ziehung_id: string, };

export type DoppelpruefungEinrichten = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Per cent of the units of each draw, rounded up; not below an earlier share.
 */
anteil: number, 
/**
 * Id of the person who is to check them; none: nobody yet.
 */
an: string | null, };

export type Doppelpruefungslage = { 
/**
 * Share in per cent; none: there is no double check.
 */
anteil: number | null, 
/**
 * Drawn units without a second sheet that the share would take now, after an extension of the draw.
 */
fehlende: number, 
/**
 * Second sheets.
 */
anzahl: number, 
/**
 * Of these: closed.
 */
abgeschlossen: number, 
/**
 * One by one, for those who give them to people.
 */
boegen: Array<Zweitbogenzeile>, 
/**
 * Both sheets side by side, by item; none without a double check.
 */
uebereinstimmung: Uebereinstimmung | null, 
/**
 * Where they differ, case by case, for the same people.
 */
unterschiede: Array<Fallunterschied>, 
/**
 * May set a share and give the sheets to people now.
 */
einrichten: boolean, };

export type DurchgaengeExportieren = { 
/**
 * Filter and order; its page does not count.
 */
liste: DurchgaengeListe, 
/**
 * Where to.
 */
ausgabe: Listenziel, };

export type DurchgaengeListe = { 
/**
 * What to leave out.
 */
filter: DurchgangFilter, 
/**
 * Column.
 */
sortierung: Durchgangssortierung, 
/**
 * Descending.
 */
absteigend: boolean, 
/**
 * Which page.
 */
blatt: Blatt, };

export type DurchgaengePlanen = { 
/**
 * 1 to 100.
 */
durchgaenge: Array<DurchgangAnlegen>, };

export type Durchgang = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * `PL-2026-001`.
 */
nummer: string, 
/**
 * 1, and one more with each correction.
 */
fassung: number, 
/**
 * The run that this one corrects.
 */
ersetzt: string | null, 
/**
 * Why it is corrected.
 */
berichtigung: string, 
/**
 * Catalogue.
 */
katalog_id: string, 
/**
 * Its version.
 */
katalogfassung_id: string, 
/**
 * Kennungen of the questions that are due in it.
 */
fragen: Array<string>, 
/**
 * State.
 */
stand: Durchgangsstand, 
/**
 * Reason of the last return, or why it was not done.
 */
grund: string, 
/**
 * Who presented it.
 */
vorgelegt_von: string | null, 
/**
 * When, UTC.
 */
vorgelegt_am: string | null, 
/**
 * Who released it.
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * Who planned it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Kind of the unit.
 */
ebene: Ebene, 
/**
 * Site or team; none for the house.
 */
einheit_id: string | null, 
/**
 * First day of the period that the answers are about.
 */
von: string, 
/**
 * Last day of it.
 */
bis: string, 
/**
 * Responsible function.
 */
rolle: Rolle, 
/**
 * By when it is presented for release.
 */
faellig_am: string, };

export type DurchgangAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Where and when.
 */
rahmen: Durchgangsrahmen, };

export type DurchgangAnlegen = { 
/**
 * Catalogue; its newest released version is taken.
 */
katalog_id: string, 
/**
 * Where and when.
 */
rahmen: Durchgangsrahmen, 
/**
 * Every question, also those whose interval has not passed.
 */
alle_fragen: boolean, };

export type DurchgangBegruendet = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why; 5 to 500 characters.
 */
grund: string, };

export type DurchgangBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type DurchgangDetail = { 
/**
 * The run.
 */
durchgang: Durchgang, 
/**
 * Its catalogue.
 */
katalog: Pruefkatalog, 
/**
 * Number of its version.
 */
katalogfassung: number, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What to read first.
 */
einleitung: string, 
/**
 * Name of the unit.
 */
einheit: string, 
/**
 * Chapters with the questions that are due in this run.
 */
kapitel: Array<Kapitel>, 
/**
 * Kennungen of the questions that are asked after the answers so far.
 */
gestellt: Array<string>, 
/**
 * Answers by question.
 */
antworten: Array<Pruefantwort>, 
/**
 * Evidence, also what was withdrawn.
 */
nachweise: Array<Nachweis>, 
/**
 * Ids of attached files that are missing in the folder of the house.
 */
fehlende_anhaenge: Array<string>, 
/**
 * When its attached files were removed by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Questions that read otherwise since they were answered, while nobody has confirmed the answer.
 */
geaendert: Array<Katalogunterschied>, 
/**
 * What is missing before it can be presented.
 */
luecken: Array<Durchgangsluecke>, 
/**
 * The result so far.
 */
ergebnis: Listenergebnis, 
/**
 * Against earlier runs of the same catalogue in the same unit, question by question.
 */
vergleich: Array<Fragenvergleich>, 
/**
 * What the result says.
 */
saetze: Array<string>, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Durchgangsschritt>, 
/**
 * The person may change answers and evidence now.
 */
bearbeitbar: boolean, 
/**
 * That it is not done would have to be decided by two persons.
 */
entfallen_zu_zweit: boolean, 
/**
 * Number of a newer released version of the catalogue that the run could use.
 */
neue_fassung: number | null, 
/**
 * The run that this one corrects.
 */
berichtigt: Durchgangsverweis | null, 
/**
 * A correction of this run.
 */
berichtigung: Durchgangsverweis | null, 
/**
 * The run before in the same unit.
 */
vorheriger: Durchgangsverweis | null, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type DurchgangFilter = { 
/**
 * Part of number, catalogue or unit.
 */
suche: string, 
/**
 * Kinds; none: all.
 */
gebiete: Array<Pruefgebiet>, 
/**
 * Catalogue.
 */
katalog_id: string | null, 
/**
 * States; none: all.
 */
staende: Array<Durchgangsstand>, 
/**
 * Planned, at work or presented.
 */
nur_offene: boolean, 
/**
 * Open, and its due day has passed.
 */
ueberfaellig: boolean, 
/**
 * Presented, and this person may release it.
 */
zur_freigabe: boolean, 
/**
 * Kind of the unit.
 */
ebene: Ebene | null, 
/**
 * Site or team.
 */
einheit_id: string | null, 
/**
 * Responsible functions; none: all.
 */
rollen: Array<Rolle>, 
/**
 * Its period ends on that day or later.
 */
zeitraum_von: string | null, 
/**
 * Its period begins on that day or earlier.
 */
zeitraum_bis: string | null, 
/**
 * Due on that day or later.
 */
faellig_von: string | null, 
/**
 * Due on that day or earlier.
 */
faellig_bis: string | null, 
/**
 * With those that a correction replaced.
 */
auch_ersetzte: boolean, };

export type DurchgangLesen = { 
/**
 * Id.
 */
id: string, };

export type Durchgangsluecke = { 
/**
 * Kennung of the question.
 */
frage: string, 
/**
 * What is missing.
 */
art: Listenluecke, };

export type Durchgangsrahmen = { 
/**
 * Kind of the unit.
 */
ebene: Ebene, 
/**
 * Site or team; none for the house.
 */
einheit_id: string | null, 
/**
 * First day of the period that the answers are about.
 */
von: string, 
/**
 * Last day of it.
 */
bis: string, 
/**
 * Responsible function.
 */
rolle: Rolle, 
/**
 * By when it is presented for release.
 */
faellig_am: string, };

export type Durchgangsschritt = "vorlegen" | "zurueckziehen" | "zurueckgeben" | "freigeben" | "entfallen" | "berichtigen";

export type Durchgangssortierung = "dringlichkeit" | "nummer" | "katalog" | "einheit" | "zeitraum" | "faellig" | "stand" | "ergebnis";

export type Durchgangsstand = "geplant" | "in_arbeit" | "vorgelegt" | "freigegeben" | "ersetzt" | "entfallen";

export type Durchgangsverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * Fassung.
 */
fassung: number, };

export type Durchgangszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * 1, and one more with each correction.
 */
fassung: number, 
/**
 * Title of the catalogue.
 */
katalog: string, 
/**
 * What it is about.
 */
gebiet: Pruefgebiet, 
/**
 * Version of the catalogue.
 */
katalogfassung: number, 
/**
 * Kind of the unit.
 */
ebene: Ebene, 
/**
 * Name of the unit.
 */
einheit: string, 
/**
 * First day of the period.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * Responsible function.
 */
rolle: Rolle, 
/**
 * By when it is presented.
 */
faellig_am: string, 
/**
 * State.
 */
stand: Durchgangsstand, 
/**
 * Questions that are asked in it after the answers so far, as its page counts them.
 */
fragen: number, 
/**
 * Answered ones of those.
 */
beantwortet: number, 
/**
 * Deviations among them.
 */
abweichungen: number, 
/**
 * Fulfilled ones, once released.
 */
erfuellt: number | null, 
/**
 * Applicable ones, once released.
 */
anwendbar: number | null, 
/**
 * When it was released, UTC.
 */
freigegeben_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type Ebene = "haus" | "standort" | "team";

export type Eingangsform = "schriftlich" | "elektronisch" | "niederschrift" | "einfache_mail" | "telefonisch";

export type EinheitenSeite = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Einlesen = { 
/**
 * Check with its expected version.
 */
pruefung: Bezug, 
/**
 * Path.
 */
datei: string, 
/**
 * Reading options and mapping.
 */
leseweise: Leseweise, 
/**
 * Specialist application.
 */
quellsystem: string, 
/**
 * Query in it.
 */
abfrage: string, 
/**
 * Day of the extraction.
 */
auszug_am: string, 
/**
 * What the source system names.
 */
kontrolle: Kontrollvorgabe, 
/**
 * Why a difference is acceptable; may be empty.
 */
kontroll_vermerk: string, 
/**
 * Rows that the preview counted, for the bar; none if unknown.
 */
zeilen_erwartet: number | null, };

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

export type Einrichtungsschritt = { 
/**
 * What.
 */
titel: string, 
/**
 * Why, or how it stands.
 */
text: string, 
/**
 * Done.
 */
erledigt: boolean, 
/**
 * Page of Verwaltung.
 */
seite: string, };

export type EintragBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type EintragLesen = { 
/**
 * Id.
 */
id: string, };

export type EintragZurueck = { 
/**
 * Which entry.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Eintragsverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, };

export type Entscheidung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Outcome.
 */
ergebnis: Entscheidungsergebnis, 
/**
 * Reasons.
 */
grund: string, 
/**
 * Stable sign of the person.
 */
von: string, 
/**
 * When, UTC.
 */
am: string, };

export type Entscheidungsergebnis = "aufrechterhalten" | "geaendert" | "zurueckgenommen";

export type Ereignis = "eingetragen" | "neu_berechnet" | "geaendert" | "bestaetigt" | "abweichend" | "begruendet" | "geklaert" | "uebersteuerung_vorgeschlagen" | "uebersteuert" | "uebersteuerung_abgelehnt" | "erledigt" | "wieder_offen" | "gegenstandslos";

export type Erfolgszeile = { 
/**
 * What people read.
 */
titel: string, 
/**
 * Several teams together (small-group rule).
 */
zusammengefasst: boolean, 
/**
 * Successful of the decided; nothing if the row must stay empty.
 */
werte: Anteil | null, 
/**
 * The rate in tenths of a percent.
 */
quote: Zehntelprozent | null, };

export type Ergebniszeile = { 
/**
 * Result.
 */
ergebnis: Verfahrensergebnis, 
/**
 * In German.
 */
titel: string, 
/**
 * Procedures.
 */
anzahl: number, };

export type Erweitern = { 
/**
 * Last draw of the check with its expected version.
 */
ziehung: Bezug, 
/**
 * Further units.
 */
anzahl: number, 
/**
 * By the rule that was fixed before the draw.
 */
planmaessig: boolean, 
/**
 * Why.
 */
begruendung: string, 
/**
 * The list again, if the draw is closed.
 */
datei: string | null, };

export type Eskalationsstufe = "team" | "krm" | "bereichsleitung" | "geschaeftsfuehrung";

export type Fallnummer = string;

export type Fallstand = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Place over all draws of the check.
 */
position: number, 
/**
 * 64 hex digits.
 */
pseudonym: string, 
/**
 * Amount of the list, cents.
 */
betrag_cent: number | null, 
/**
 * State.
 */
stand: BogenStand, 
/**
 * Id of the person who is to check.
 */
zugewiesen_an: string | null, 
/**
 * Remark of the checker.
 */
bemerkung: string, 
/**
 * Why it could not be checked at all.
 */
nicht_pruefbar_grund: string, 
/**
 * When the sheet was closed, UTC.
 */
geprueft_am: string | null, 
/**
 * Why it needs a second person.
 */
gegenpruefung: Gegenpruefung, 
/**
 * When the second person acted, UTC.
 */
gegengeprueft_am: string | null, 
/**
 * Why it was last returned.
 */
rueckgabe_grund: string, };

export type Fallunterschied = { 
/**
 * Id of the unit.
 */
prueffall_id: string, 
/**
 * Place over all draws of the check.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * Question.
 */
frage: string, 
/**
 * First sheet; none: not asked there.
 */
erste: Antwortwert | null, 
/**
 * Second sheet; none: not asked there.
 */
zweite: Antwortwert | null, };

export type Fassung = { 
/**
 * 1, 2, 3 …
 */
nummer: number, 
/**
 * What it said then.
 */
inhalt: FeststellungInhalt, 
/**
 * Why it was changed.
 */
grund: string, 
/**
 * Stable sign of the person who changed it.
 */
von: string, 
/**
 * When, UTC.
 */
am: string, };

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

export type Fehlerdefinition = "jede" | "wesentlich" | "finanziell";

export type Feiertagsangabe = { 
/**
 * Day.
 */
tag: string, 
/**
 * Name.
 */
name: string, };

export type Feldfehler = { 
/**
 * Name of the field as in the request type, dotted for nested ones.
 */
feld: string, 
/**
 * German sentence.
 */
text: string, };

export type Feldunterschied = { 
/**
 * Label of the field.
 */
feld: string, 
/**
 * In the older version.
 */
vorher: string, 
/**
 * In the newer one.
 */
nachher: string, };

export type Feststellen = { 
/**
 * Feststellungen with expected versions; at most 500.
 */
feststellungen: Array<Bezug>, };

export type Feststellung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Sheet.
 */
prueffall_id: string, 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * 1, 2, 3 … within the check.
 */
nummer: number, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * What it says.
 */
inhalt: FeststellungInhalt, 
/**
 * State.
 */
stand: FeststellungStand, 
/**
 * Last day for the answer of the Teamleitung.
 */
stellungnahme_bis: string | null, 
/**
 * Id of the person who wrote it.
 */
erfasst_von: string, 
/**
 * When, UTC.
 */
erfasst_am: string, 
/**
 * When it became final, UTC.
 */
festgestellt_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type FeststellungBerichtigen = { 
/**
 * Feststellung.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why; 10 to 2,000 characters.
 */
grund: string, 
/**
 * The new wording.
 */
inhalt: FeststellungInhalt, };

export type FeststellungBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type FeststellungDarf = { 
/**
 * Answer as Teamleitung.
 */
stellungnahme: boolean, 
/**
 * Enter the answer for the Teamleitung.
 */
uebertragen: boolean, 
/**
 * Set another date for the answer.
 */
frist: boolean, 
/**
 * Decide.
 */
entscheiden: boolean, 
/**
 * Make final.
 */
feststellen: boolean, 
/**
 * Correct the final wording.
 */
berichtigen: boolean, 
/**
 * Report the correction of the case as done.
 */
erledigen: boolean, 
/**
 * Confirm or give back the correction.
 */
korrektur_bestaetigen: boolean, };

export type FeststellungDetail = { 
/**
 * The Feststellung.
 */
feststellung: Feststellung, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Question of the item.
 */
frage: string, 
/**
 * Its legal basis.
 */
rechtsgrundlage: string, 
/**
 * Place in the draw.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * When the check lost its numbers by the rule of retention; nothing is corrected after that.
 */
entfernt_am: string | null, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Stable sign of the person who wrote it.
 */
erfasst_von: string, 
/**
 * The date has passed without an answer.
 */
ueberfaellig: boolean, 
/**
 * Answer of the Teamleitung.
 */
stellungnahme: Stellungnahme | null, 
/**
 * Decision.
 */
entscheidung: Entscheidung | null, 
/**
 * Correction of the case.
 */
korrektur: Korrektur | null, 
/**
 * Earlier wordings.
 */
fassungen: Array<Fassung>, 
/**
 * History of the sheet and its Feststellungen.
 */
verlauf: Array<Verlauf>, 
/**
 * What she may do.
 */
darf: FeststellungDarf, };

export type FeststellungEntscheiden = { 
/**
 * Feststellung.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Outcome.
 */
ergebnis: Entscheidungsergebnis, 
/**
 * Reasons; 10 to 4,000 characters.
 */
grund: string, 
/**
 * The new wording, for "geändert" only.
 */
inhalt: FeststellungInhalt | null, };

export type FeststellungExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: FeststellungListeAnfrage, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type FeststellungInhalt = { 
/**
 * Kind of error.
 */
art: Art, 
/**
 * Effect with direction.
 */
wirkung: Wirkung, 
/**
 * Amount of the Bund in cents, never negative.
 */
betrag_bund_cent: number, 
/**
 * Amount of the Kommune in cents, never negative.
 */
betrag_kommune_cent: number, 
/**
 * Once or monthly.
 */
haeufigkeit: Haeufigkeit, 
/**
 * First day of the period.
 */
zeitraum_von: string | null, 
/**
 * Last day of the period.
 */
zeitraum_bis: string | null, 
/**
 * How grave.
 */
schwere: Schwere, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string, 
/**
 * Kennung of the catalogue.
 */
ursache: string, 
/**
 * What was found.
 */
text: string, 
/**
 * By when the case is to be corrected; none: no correction needed.
 */
korrektur_bis: string | null, };

export type FeststellungLesen = { 
/**
 * Id.
 */
id: string, };

export type FeststellungListeAnfrage = { 
/**
 * None: of all checks.
 */
pruefung_id: string | null, 
/**
 * Which rows.
 */
blatt: Blatt, 
/**
 * None: by check and number.
 */
sortierung: Feststellungssortierung | null, 
/**
 * From high to low.
 */
absteigend: boolean, 
/**
 * Empty: all.
 */
staende: Array<FeststellungStand>, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Kind of error.
 */
art: Art | null, 
/**
 * Gravity.
 */
schwere: Schwere | null, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string | null, 
/**
 * Kennung of the catalogue.
 */
ursache: string | null, 
/**
 * Only those whose date has passed without an answer.
 */
nur_ueberfaellig: boolean, 
/**
 * Only of finished checks.
 */
abgeschlossene: AbgeschlossenePruefungen | null, };

export type FeststellungSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Sheet.
 */
prueffall_id: string, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * What it says.
 */
inhalt: FeststellungInhalt, };

export type FeststellungStand = "erfasst" | "zur_stellungnahme" | "beantwortet" | "strittig" | "festgestellt" | "zurueckgenommen";

export type FeststellungZeile = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Within the check.
 */
nummer: number, 
/**
 * Sheet.
 */
prueffall_id: string, 
/**
 * Place in the draw.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * When the check lost its numbers by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * Kind of error.
 */
art: Art, 
/**
 * Effect.
 */
wirkung: Wirkung, 
/**
 * Bund and Kommune together, cents.
 */
betrag_cent: number, 
/**
 * Gravity.
 */
schwere: Schwere, 
/**
 * Beginning of the text.
 */
text: string, 
/**
 * State.
 */
stand: FeststellungStand, 
/**
 * Last day for the answer.
 */
stellungnahme_bis: string | null, 
/**
 * The date has passed without an answer.
 */
ueberfaellig: boolean, 
/**
 * State of the correction, if one is needed.
 */
korrektur: KorrekturStand | null, };

export type Feststellungssortierung = "nummer" | "team" | "schwere" | "betrag" | "stand" | "stellungnahme_bis";

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

export type FrageBeantworten = { 
/**
 * Run.
 */
id: string, 
/**
 * Kennung of the question.
 */
frage: string, 
/**
 * Answer; none takes it back.
 */
wert: Listenantwort | null, 
/**
 * Why, or what is to be seen; at most 2,000 characters.
 */
bemerkung: string, 
/**
 * Expected version of this answer; 0 for the first.
 */
version: number, };

export type Frageantwort = { 
/**
 * Id of the run.
 */
durchgang_id: string, 
/**
 * What people call the run.
 */
bezeichnung: string, 
/**
 * Answered with "erfüllt".
 */
erfuellt: boolean, 
/**
 * The answer in German; empty where an older entry did not keep it.
 */
antwort: string, };

export type Fragebedingung = { 
/**
 * Kennung of an earlier question.
 */
frage: string, 
/**
 * One of these answers must have been given.
 */
antwort: Array<Listenantwort>, };

export type Fragenvergleich = { 
/**
 * Kennung.
 */
frage: string, 
/**
 * Answer of the run before.
 */
vorher: Listenantwort | null, 
/**
 * Answer of this run.
 */
jetzt: Listenantwort | null, 
/**
 * What became of it.
 */
veraenderung: Veraenderung, 
/**
 * The wording is another one than before, so the comparison has to be read with care.
 */
anderer_wortlaut: boolean, 
/**
 * A deviation since the end of this day's run, if it is one now.
 */
offen_seit: string | null, };

export type Frist = { 
/**
 * Day.
 */
datum: string, 
/**
 * What, e.g. "Stellungnahme".
 */
was: string, 
/**
 * How many.
 */
anzahl: number, 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * The day has passed.
 */
ueberfaellig: boolean, };

export type FristAendern = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The day.
 */
tag: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type FristAnlegen = { 
/**
 * Procedure.
 */
verfahren_id: string, 
/**
 * `aeusserung` or `frei`.
 */
art: Fristart, 
/**
 * What it is about, 3 to 120 characters.
 */
bezeichnung: string, 
/**
 * Where the day comes from, 3 to 200 characters.
 */
quelle: string, 
/**
 * The day.
 */
tag: string, };

export type FristBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type FristErledigen = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Day; `None` opens it again.
 */
am: string | null, };

export type FristGegenpruefen = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The day she found herself.
 */
tag: string, };

export type FristTag = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The day.
 */
tag: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Fristansicht = { 
/**
 * The deadline; without any day while it is kept from the person.
 */
frist: Verfahrensfrist, 
/**
 * Its day is kept from the person, so that she can find it herself.
 */
verdeckt: boolean, 
/**
 * Done too late.
 */
verspaetet: boolean, 
/**
 * How near it is.
 */
warnung: Warnung, 
/**
 * It binds the house.
 */
bindet_haus: boolean, 
/**
 * The person may confirm it, or find its day herself.
 */
darf_pruefen: boolean, 
/**
 * The person may give a reason in an open difference.
 */
darf_klaeren: boolean, 
/**
 * The person may decide on another day that was proposed.
 */
darf_entscheiden: boolean, };

export type Fristart = "widerspruchsfrist" | "untaetigkeit" | "klagefrist" | "begruendung" | "ruhensende" | "aeusserung" | "berufung" | "nichtzulassungsbeschwerde" | "beschwerde" | "frei";

export type FristenBerechnen = { 
/**
 * Kind.
 */
art: Verfahrensart, 
/**
 * As typed so far.
 */
angaben: Verfahrensangaben, };

export type Fristenbuch = { 
/**
 * Its events, oldest first.
 */
zeilen: Array<Fristenbuchzeile>, };

export type FristenbuchFrage = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, };

export type Fristenbuchzeile = { 
/**
 * When it was entered (UTC).
 */
am: string, 
/**
 * Sign of the person.
 */
zeichen: string, 
/**
 * Procedure.
 */
verfahren_id: string, 
/**
 * Its number.
 */
nummer: string, 
/**
 * Kind of deadline.
 */
art: Fristart, 
/**
 * What it is about.
 */
bezeichnung: string, 
/**
 * What happened.
 */
ereignis: Ereignis, 
/**
 * The day before.
 */
tag_alt: string | null, 
/**
 * The day after.
 */
tag_neu: string | null, 
/**
 * Why.
 */
grund: string, };

export type Fristenuebersicht = { 
/**
 * Deadlines of the house and Wiedervorlagen whose day is over.
 */
ueberfaellig: number, 
/**
 * Whose day is today.
 */
heute: number, 
/**
 * Later this week, until Sunday.
 */
diese_woche: number, 
/**
 * Deadlines that wait for this person as the second one.
 */
unbestaetigt: number, 
/**
 * Of these: to be found blind.
 */
verdeckt: number, 
/**
 * The next dates of the house from today on.
 */
naechste: Array<Kalendereintrag>, 
/**
 * The present day.
 */
tag: string, };

export type Fristenvorschau = { 
/**
 * Each with its steps.
 */
fristen: Array<Fristvorschau>, 
/**
 * What to think of, as sentences.
 */
hinweise: Array<string>, };

export type Fristereignis = { 
/**
 * When it was entered (UTC).
 */
am: string, 
/**
 * Who (user id).
 */
von: string, 
/**
 * What.
 */
ereignis: Ereignis, 
/**
 * The day before.
 */
tag_alt: string | null, 
/**
 * The day after.
 */
tag_neu: string | null, 
/**
 * Why; may be empty.
 */
grund: string, };

export type Fristfrage = { "art": "widerspruch" } & Bescheidangaben | { "art": "klage" } & Bescheidangaben | { "art": "untaetigkeit" } & Untaetigkeitsangaben | { "art": "ueberpruefung" } & Ueberpruefungsangaben | { "art": "kundenreaktion" } & Reaktionsangaben | { "art": "auskunft" } & Auskunftsangaben | { "art": "datenschutzvorfall" } & Vorfallsangaben | { "art": "rechtsmittel" } & Rechtsmittelangaben;

export type Friststand = "laufend" | "erledigt" | "gegenstandslos";

export type Fristverlaengerung = { 
/**
 * The person was told on.
 */
unterrichtet_am: string, 
/**
 * Why.
 */
grund: string, };

export type Fristvorschau = { 
/**
 * German name of its kind, with what it is about.
 */
titel: string, 
/**
 * How the day comes about.
 */
berechnung: Berechnung, 
/**
 * The remedy came after the day.
 */
verspaetet: boolean, };

export type FruehereZiehung = { 
/**
 * Id of the Prüffall.
 */
prueffall_id: string, 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Place in the check.
 */
position: number, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Name of the team; of its area, where the team has fewer than five employees and the person does not check it.
 */
team: string | null, 
/**
 * First day of the period.
 */
zeitraum_von: string, 
/**
 * Last day of the period.
 */
zeitraum_bis: string, 
/**
 * State of the sheet.
 */
stand: BogenStand, 
/**
 * Feststellungen that were not withdrawn.
 */
feststellungen: number, 
/**
 * Pseudonym of the draw, 64 hex digits.
 */
pseudonym: string, };

export type Geaendert = { 
/**
 * What was created, changed or deleted.
 */
objekte: Array<Objekt>, 
/**
 * Sentences for the person.
 */
hinweise: Array<string>, };

export type Geberart = "kunde" | "bildungstraeger" | "vermieter" | "firma" | "stelle" | "unbekannt";

export type Gefaehrdung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `G-001`; never given twice.
 */
nummer: string, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Registerschritt<Gefaehrdungsschritt>>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Gefaehrdungslage, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type GefaehrdungAnlegen = { 
/**
 * What it says.
 */
angaben: Gefaehrdungsinhalt, };

export type GefaehrdungDetail = { 
/**
 * The entry with all its versions.
 */
gefaehrdung: Gefaehrdung, 
/**
 * When the rotation is due, by the version that holds or waits.
 */
rotation: Rotation | null, 
/**
 * It is due, and no exception runs.
 */
rotation_faellig: boolean, 
/**
 * The day of the next look is over.
 */
ueberpruefung_faellig: boolean, 
/**
 * Steps that fit now and that the person may take; versions and the second person have operations of their own.
 */
moeglich: Array<Gefaehrdungsschrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * The person may take the last step back.
 */
darf_zuruecknehmen: boolean, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type GefaehrdungFassen = { 
/**
 * Which entry.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What it says.
 */
angaben: Gefaehrdungsinhalt, 
/**
 * Why it changes, 5 to 500 characters; may be empty as long as no version holds.
 */
grund: string, };

export type GefaehrdungFilter = { 
/**
 * Words; all must occur.
 */
suche: string, 
/**
 * States; none: all.
 */
staende: Array<Gefaehrdungsstand>, 
/**
 * How exposed; none: all.
 */
grade: Array<Gefaehrdungsgrad>, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Area, with its teams.
 */
bereich_id: string | null, 
/**
 * Without those that are no more.
 */
nur_bestehende: boolean, 
/**
 * Rotation is due and no exception runs.
 */
rotation_faellig: boolean, 
/**
 * To be looked at again.
 */
ueberpruefung_faellig: boolean, 
/**
 * Waits for a second person, and this person may be the second.
 */
zu_bestaetigen: boolean, };

export type GefaehrdungSchritt = { 
/**
 * Which entry.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Gefaehrdungsschritt, };

export type GefaehrdungenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: GefaehrdungenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type GefaehrdungenListe = { 
/**
 * What to leave out.
 */
filter: GefaehrdungFilter, 
/**
 * Order.
 */
sortierung: Gefaehrdungssortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Gefaehrdungsaufhebung = { 
/**
 * No more since.
 */
am: string, 
/**
 * Why.
 */
grund: string, 
/**
 * Who proposed it (user id).
 */
von: string, 
/**
 * The second person (user id), once she agreed.
 */
bestaetigt_von: string | null, };

export type Gefaehrdungsfassung = { 
/**
 * 1, 2, 3 …; versions that were given back keep none.
 */
nummer: number, 
/**
 * What it says.
 */
angaben: Gefaehrdungsinhalt, 
/**
 * Why it changed; empty for the first.
 */
grund: string, 
/**
 * Who proposed it (user id).
 */
von: string, 
/**
 * The second person (user id), once she agreed.
 */
bestaetigt_von: string | null, };

export type Gefaehrdungsgrad = "gering" | "mittel" | "hoch" | "besonders";

export type Gefaehrdungsinhalt = { 
/**
 * What is described.
 */
art: Gefaehrdungsort, 
/**
 * Post or area, without a name of anyone, 3 to 120 characters.
 */
bezeichnung: string, 
/**
 * Team, if it belongs to one.
 */
team_id: string | null, 
/**
 * Area, if it belongs to one and to no single team.
 */
bereich_id: string | null, 
/**
 * How exposed.
 */
grad: Gefaehrdungsgrad, 
/**
 * What makes it so; at least one above "gering".
 */
merkmale: Array<Gefaehrdungsmerkmal>, 
/**
 * Why so exposed, 5 to 1,000 characters.
 */
begruendung: string, 
/**
 * Day of the risk analysis; needed from "hoch" on.
 */
analyse_am: string | null, 
/**
 * What it found, at most 2,000 characters; needed with a day.
 */
analyse: string, 
/**
 * What guards it; at least one from "hoch" on.
 */
sicherungen: Array<Sicherung>, 
/**
 * Other safeguards, at most 500 characters.
 */
weitere_sicherungen: string, 
/**
 * Month since which the same person is in use there, `JJJJ-MM`; only for a post.
 */
seit: string | null, 
/**
 * Longer than five years.
 */
ausnahme: Rotationsausnahme | null, 
/**
 * Day by which the entry is looked at again.
 */
ueberpruefung_am: string, };

export type Gefaehrdungslage = { 
/**
 * State.
 */
stand: Gefaehrdungsstand, 
/**
 * The version that holds, and those before it, newest first.
 */
fassungen: Array<Gefaehrdungsfassung>, 
/**
 * The version that waits.
 */
vorschlag: Gefaehrdungsfassung | null, 
/**
 * The version that was given back last, and why.
 */
zurueckgegeben: Gefaehrdungsfassung | null, 
/**
 * Why it was given back.
 */
rueckgabegrund: string | null, 
/**
 * Day by which it is looked at again: of the version, or of the last look.
 */
ueberpruefung_am: string | null, 
/**
 * The abolition that waits, or that holds by two.
 */
aufhebung: Gefaehrdungsaufhebung | null, 
/**
 * Why the abolition that was proposed last was given back.
 */
aufhebung_rueckgabegrund: string | null, 
/**
 * No more since.
 */
aufgehoben_am: string | null, };

export type Gefaehrdungsmerkmal = "zahlungen" | "vergabe" | "ermessen" | "aussenkontakte" | "kontrolle" | "informationen" | "berechtigungen" | "allein" | "dauerhafte_kontakte" | "wertgegenstaende";

export type Gefaehrdungsort = "dienstposten" | "arbeitsgebiet";

export type Gefaehrdungsschritt = { "art": "fassen", 
/**
 * What it says.
 */
angaben: Gefaehrdungsinhalt, 
/**
 * Why it changes, 5 to 500 characters; empty for the first.
 */
grund: string, } | { "art": "bestaetigen", } | { "art": "zurueckgeben", 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "ueberpruefen", 
/**
 * Day.
 */
am: string, 
/**
 * When next.
 */
naechste: string, 
/**
 * On what that rests, 5 to 500 characters.
 */
vermerk: string, } | { "art": "aufhebung_vorschlagen", 
/**
 * Day.
 */
am: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "aufheben", 
/**
 * Day.
 */
am: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Gefaehrdungsschrittart = "fassen" | "bestaetigen" | "zurueckgeben" | "ueberpruefen" | "aufhebung_vorschlagen" | "aufheben";

export type Gefaehrdungssortierung = "grad" | "nummer" | "bezeichnung" | "rotation" | "ueberpruefung" | "stand";

export type Gefaehrdungsstand = "vorgeschlagen" | "zurueckgegeben" | "gueltig" | "aufgehoben";

export type Gefaehrdungsuebersicht = { 
/**
 * Entries that are not abolished.
 */
bestehend: number, 
/**
 * From "hoch" on.
 */
besonders: number, 
/**
 * Rotation is due and no exception runs.
 */
rotation_faellig: number, 
/**
 * To be looked at again.
 */
ueberpruefung_faellig: number, 
/**
 * Waits for a second person, and this person may be the second.
 */
zu_bestaetigen: number, };

export type Gefaehrdungszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * Post or area.
 */
bezeichnung: string, 
/**
 * Team or area it belongs to.
 */
einheit: string | null, 
/**
 * How exposed.
 */
grad: Gefaehrdungsgrad, 
/**
 * State.
 */
stand: Gefaehrdungsstand, 
/**
 * Number of the version that holds; 0: none yet.
 */
fassung: number, 
/**
 * Day of the risk analysis.
 */
analyse_am: string | null, 
/**
 * First day after five years in use.
 */
rotation_ab: string | null, 
/**
 * Last day of an exception.
 */
ausnahme_bis: string | null, 
/**
 * Rotation is due and no exception runs.
 */
rotation_faellig: boolean, 
/**
 * Looked at again by.
 */
ueberpruefung_am: string, 
/**
 * That day is over.
 */
ueberpruefung_faellig: boolean, };

export type Gegenkontrolle = { 
/**
 * Who (user id).
 */
von: string, 
/**
 * When (UTC).
 */
am: string, 
/**
 * Her day.
 */
tag: string, 
/**
 * Why it differs; empty until she gives a reason.
 */
grund: string, };

export type Gegenpruefung = "keine" | "betrag" | "schwere" | "auswahl";

export type Gerichtsausgang = "abgewiesen" | "stattgegeben" | "teilweise_stattgegeben" | "anerkenntnis" | "vergleich" | "sonstiges";

export type Gerichtsentscheidung = { 
/**
 * Served on.
 */
zugestellt_am: string | null, 
/**
 * Open to the house.
 */
rechtsmittel: Rechtsmittel | null, };

export type Gliederungspunkt = { 
/**
 * 1 to 3.
 */
stufe: number, 
/**
 * Its text.
 */
text: string, 
/**
 * Page, counted from 1.
 */
seite: number, };

export type GrundgesamtheitAnsicht = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Specialist application.
 */
quellsystem: string, 
/**
 * Query in it.
 */
abfrage: string, 
/**
 * Day of the extraction.
 */
auszug_am: string, 
/**
 * SHA-256 of the file.
 */
datei_sha256: string, 
/**
 * How it was read.
 */
leseweise: Leseweise, 
/**
 * Rows of the file.
 */
zeilen_gelesen: number, 
/**
 * Units.
 */
uebernommen: number, 
/**
 * Units with a warning.
 */
gewarnt: number, 
/**
 * Rows that are no unit.
 */
abgelehnt: number, 
/**
 * Rejected rows by reason.
 */
gruende: Array<Ablehnungsgrund>, 
/**
 * Sentences about the file as a whole.
 */
hinweise: Array<string>, 
/**
 * Sum of the amounts.
 */
summe_cent: number | null, 
/**
 * What the source system names.
 */
kontrolle: Kontrollvorgabe, 
/**
 * Why a difference is acceptable.
 */
kontroll_vermerk: string, 
/**
 * Comparison.
 */
abgleich: Abgleich, 
/**
 * Free strata.
 */
schichten: Array<Schichtzeile>, 
/**
 * Teams.
 */
teams: Array<Teamzeile>, 
/**
 * Over all pseudonyms; once sealed, over those that take part.
 */
population_hash: string, 
/**
 * Sealed: over pseudonym TAB stratum.
 */
schicht_hash: string | null, 
/**
 * Units that take part: as sealed, or as it stands now.
 */
anzahl: number, 
/**
 * Excluded units.
 */
ausgeschlossen: number, 
/**
 * The population still holds plain numbers.
 */
klarnummern: boolean, 
/**
 * Number of the check whose corrected cases these are; nothing for a list that was read.
 */
aus_pruefung: string | null, 
/**
 * Sign of the person who imported.
 */
eingelesen_von: string, 
/**
 * UTC.
 */
eingelesen_am: string, 
/**
 * Sign of the person who sealed.
 */
versiegelt_von: string | null, 
/**
 * UTC.
 */
versiegelt_am: string | null, };

export type Grundgruppe = "behoerde" | "nachgereicht" | "sonstige";

export type Grundzeile = { 
/**
 * Group.
 */
gruppe: Grundgruppe, 
/**
 * In German.
 */
titel: string, 
/**
 * Procedures; nothing if the row must stay empty.
 */
anzahl: number | null, 
/**
 * The reasons in it.
 */
gruende: Array<Ursachenzeile>, };

export type Gruppenwerte = { 
/**
 * N, for strata.
 */
grundgesamtheit: number | null, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Erroneous by the fixed definition.
 */
fehlerhaft: number, 
/**
 * Unresolved.
 */
ungeklaert: number, 
/**
 * Rate in tenths of a percent; none while units of the row are open.
 */
quote: Zehntelprozent | null, 
/**
 * Upper bound of the row, for strata; tenths of a percent.
 */
quote_hoechstens: Zehntelprozent | null, };

export type Gruppenzeile = { 
/**
 * Name.
 */
name: string, 
/**
 * Several teams together (small-group rule).
 */
zusammengefasst: boolean, 
/**
 * Nothing if the row must stay empty.
 */
werte: Gruppenwerte | null, };

export type Gueltigkeit = { 
/**
 * First day.
 */
gueltig_ab: string, 
/**
 * Last day.
 */
gueltig_bis: string | null, };

export type Haeufigkeit = "einmalig" | "monatlich";

export type Haeufung = { 
/**
 * Title of the entry.
 */
titel: string, 
/**
 * Files concerned; nothing if the row must stay empty.
 */
faelle: number | null, 
/**
 * Feststellungen; nothing if the row must stay empty.
 */
feststellungen: number | null, };

export type Haltegrund = "offen" | "spaeter" | "wiedervorlage" | "massnahme" | "feststellung" | "massnahme_offen";

export type Haltezeile = { 
/**
 * Why.
 */
grund: Haltegrund, 
/**
 * In German.
 */
titel: string, 
/**
 * How many.
 */
anzahl: number, };

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

export type Herkunft = "mitgeliefert" | "haus";

export type HerkunftFrage = { 
/**
 * The record.
 */
herkunft: Massnahmenherkunft, };

export type Herkunftsangabe = { 
/**
 * Its number, where it has one.
 */
nummer: string | null, 
/**
 * What it is about.
 */
betreff: string, 
/**
 * The item or question concerned, in words.
 */
frage: string | null, 
/**
 * Its id.
 */
stelle: string, 
/**
 * Team that it is about, if it names exactly one.
 */
team_id: string | null, 
/**
 * What its own steps promise; to begin a measure with.
 */
was: string | null, 
/**
 * Until when.
 */
bis: string | null, };

export type Herkunftsart = "feststellung" | "abweichung" | "kundenreaktion" | "widerspruch" | "datenschutzvorfall" | "gefaehrdung" | "eigen";

export type HinweiseSuchen = { 
/**
 * Subject line, line break, account; at most 10,200 characters.
 */
text: string, };

export type Hinweisgruppe = { 
/**
 * Rule.
 */
regel: Hinweisregel, 
/**
 * What people read.
 */
titel: string, 
/**
 * Why it matters, and what to do.
 */
warum: string, 
/**
 * Findings in all.
 */
anzahl: number, 
/**
 * The oldest of them.
 */
zeilen: Array<Hinweiszeile>, };

export type Hinweisregel = "stellungnahme_fehlt" | "korrektur_ueberfaellig" | "korrektur_unbestaetigt" | "gegenpruefung_offen" | "pruefung_liegt" | "ziehung_offen" | "ohne_protokoll" | "bogen_ungeprueft" | "immer_dieselben" | "ohne_datenschutz";

export type Hinweiszeile = { 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Id of the Feststellung or of the Prüffall; none where the whole check is meant.
 */
objekt_id: string | null, 
/**
 * Which one, in words.
 */
text: string, 
/**
 * Since when.
 */
seit: string | null, };

export type Identitaet = { 
/**
 * Since.
 */
am: string, 
/**
 * How.
 */
wie: Identitaetsnachweis, };

export type Identitaetsnachweis = "ausweis" | "aktenabgleich" | "bekannte_anschrift" | "portal" | "vollmacht";

export type ImportbefundeExportieren = { 
/**
 * Path of the list.
 */
liste: string, 
/**
 * Reading options and mapping.
 */
leseweise: Verfahrensleseweise, 
/**
 * Path of the new file (.csv).
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

export type Importprofil = { 
/**
 * Id.
 */
id: string, 
/**
 * Name, unique.
 */
name: string, 
/**
 * Content.
 */
inhalt: Profilinhalt, 
/**
 * For optimistic locking.
 */
version: number, };

export type JahrAuswerten = { 
/**
 * Year.
 */
jahr: number, 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, };

export type Jahresauswertung = { 
/**
 * Planned.
 */
geplant: number, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Checked, or found not to be checkable.
 */
geprueft: number, 
/**
 * Strata of the year.
 */
schichten: Array<Jahresschicht>, 
/**
 * Month by month.
 */
monate: Array<Monatswert>, 
/**
 * Rate, tables and sentences as of one check; none before the first draw.
 */
auswertung: Pruefungsauswertung | null, 
/**
 * What must be known to read the year rightly.
 */
hinweise: Array<string>, };

export type Jahrespunkt = { 
/**
 * Year.
 */
jahr: number, 
/**
 * Counts; none where there are none, or where they must stay hidden.
 */
werte: Punktwerte | null, 
/**
 * Point estimate in tenths of a percent.
 */
quote: Zehntelprozent | null, 
/**
 * Lower bound, rounded down; the evaluation of a year has one for all teams together only.
 */
unten: Zehntelprozent | null, 
/**
 * Upper bound, rounded up.
 */
oben: Zehntelprozent | null, 
/**
 * Upper bound by Korn-Graubard, approximate; for all teams together.
 */
naeherung: Zehntelprozent | null, 
/**
 * Every unit was drawn: no bounds.
 */
vollpruefung: boolean, 
/**
 * Why there is no rate, or no bound.
 */
anmerkung: string | null, };

export type Jahresschicht = { 
/**
 * Month, from 1.
 */
monat: number, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Name in the draw.
 */
schicht: string, 
/**
 * N.
 */
grundgesamtheit: number, 
/**
 * n.
 */
gezogen: number, 
/**
 * Erroneous by the fixed definition.
 */
fehlerhaft: number, 
/**
 * Unresolved.
 */
ungeklaert: number, };

export type Jahresverlauf = { 
/**
 * What held in each year, earliest first.
 */
jahre: Array<Verlaufsjahr>, 
/**
 * The year that the others are compared with: the last one with a draw.
 */
bezug: number, 
/**
 * All teams together first, then the teams by name, merged ones last; each has a point for every year.
 */
reihen: Array<Verlaufsreihe>, 
/**
 * What must be known to read them side by side.
 */
hinweise: Array<string>, };

export type KalenderFrage = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * Leave out what is done.
 */
nur_offene: boolean, };

export type Kalenderantwort = { 
/**
 * Deadlines and Wiedervorlagen by day; those kept from the person come first, without a day.
 */
eintraege: Array<Kalendereintrag>, 
/**
 * Holidays of the house in the range.
 */
feiertage: Array<Feiertagsangabe>, };

export type Kalenderart = "frist" | "wiedervorlage";

export type Kalendereintrag = { 
/**
 * What it is.
 */
art: Kalenderart, 
/**
 * Id of the deadline or Wiedervorlage.
 */
id: string, 
/**
 * Procedure.
 */
verfahren_id: string, 
/**
 * Its number.
 */
nummer: string, 
/**
 * The day; `None` while it is kept from the person, so that she can find it herself.
 */
tag: string | null, 
/**
 * Kind of deadline.
 */
fristart: Fristart | null, 
/**
 * What it is about.
 */
titel: string, 
/**
 * Whether it runs.
 */
stand: Friststand, 
/**
 * Whether a second person agrees; for deadlines.
 */
kontrolle: Kontrolle | null, 
/**
 * Two persons must find the same day.
 */
doppelt: boolean, 
/**
 * For whom (user id).
 */
fuer: string | null, };

export type Kanal = "schriftlich" | "telefonisch" | "persoenlich" | "online" | "e_mail" | "meinungskarte" | "andere_stelle";

export type Kapitel = { 
/**
 * Heading.
 */
titel: string, 
/**
 * Questions in their order.
 */
fragen: Array<Kontrollfrage>, };

export type Kartenfeld = { 
/**
 * Files with the item wrong.
 */
fehlerhaft: number, 
/**
 * Files in which it was judged.
 */
beurteilt: number, 
/**
 * Share in tenths of a percent; none without a judged file.
 */
quote: Zehntelprozent | null, 
/**
 * Tint, 0 (no error) to 4 (the highest share of the map).
 */
stufe: number, };

export type Kartenspalte = { 
/**
 * Name.
 */
name: string, };

export type Kartenzeile = { 
/**
 * Number on the sheet.
 */
nummer: number, 
/**
 * Question.
 */
frage: string, 
/**
 * A field a column; nothing where it must stay empty.
 */
felder: Array<Kartenfeld | null>, };

export type Katalog = "sachgebiet" | "ursache";

export type KatalogAusDatei = { 
/**
 * Introduction, where the file has one.
 */
einleitung: string | null, 
/**
 * The day whose law the questions follow, where the file says it.
 */
rechtsstand: string | null, 
/**
 * Chapters with questions, also where something is wrong.
 */
kapitel: Array<Kapitel>, 
/**
 * What is wrong, by line of the file.
 */
fehler: Array<Katalogzeilenfehler>, };

export type KatalogEinlesen = { 
/**
 * Path of a JSON, XLSX or CSV file.
 */
datei: string, };

export type KatalogExportieren = { 
/**
 * Version.
 */
id: string, 
/**
 * Path that ends in `.json` or `.xlsx`.
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

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

export type Katalogfassung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Catalogue.
 */
katalog_id: string, 
/**
 * 1, 2, 3 … within the catalogue.
 */
nummer: number, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What to read first.
 */
einleitung: string, 
/**
 * Chapters with questions.
 */
kapitel: Array<Kapitel>, 
/**
 * Shipped or of the house.
 */
herkunft: Herkunft, 
/**
 * Who wrote it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * Who released it; none: "ungeprüft".
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type KatalogfassungDetail = { 
/**
 * Its catalogue.
 */
katalog: Pruefkatalog, 
/**
 * Signs and states.
 */
kopf: Katalogfassungskopf, 
/**
 * Content.
 */
fassung: Katalogfassung, 
/**
 * Number of the version it is compared with.
 */
verglichen_mit: number | null, 
/**
 * What it changes.
 */
unterschiede: Array<Katalogunterschied>, 
/**
 * The person may release it.
 */
freigebbar: boolean, };

export type KatalogfassungFreigeben = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type KatalogfassungLesen = { 
/**
 * Id.
 */
id: string, 
/**
 * Version to compare with; none: the one before.
 */
gegen: string | null, };

export type KatalogfassungSpeichern = { 
/**
 * Catalogue.
 */
katalog_id: string, 
/**
 * None: a new version.
 */
bezug: Bezug | null, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What to read first.
 */
einleitung: string, 
/**
 * Chapters with questions.
 */
kapitel: Array<Kapitel>, };

export type Katalogfassungskopf = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Catalogue.
 */
katalog_id: string, 
/**
 * 1, 2, 3 … within the catalogue.
 */
nummer: number, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * Shipped or of the house.
 */
herkunft: Herkunft, 
/**
 * Number of questions.
 */
fragen: number, 
/**
 * Runs that use it.
 */
durchgaenge: number, 
/**
 * Sign of who wrote it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * Sign of who released it; none: "ungeprüft".
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type Katalogunterschied = { 
/**
 * Kennung of the question.
 */
kennung: string, 
/**
 * The question as it reads in the newer version, or in the older one if it is gone.
 */
frage: string, 
/**
 * What happened to it.
 */
art: Unterschiedsart, 
/**
 * Which fields changed, with both texts.
 */
felder: Array<Feldunterschied>, };

export type Katalogzeilenfehler = { 
/**
 * Line in the file.
 */
zeile: number, 
/**
 * German sentence.
 */
text: string, };

export type Klarangaben = { 
/**
 * Case number, 1 to 40 characters.
 */
fallnummer: string, 
/**
 * Name of the person, at most 120 characters.
 */
name: string, 
/**
 * Reference of the court, at most 60 characters.
 */
az_gericht: string, 
/**
 * Who acts for the person, at most 120 characters.
 */
vertretung: string, 
/**
 * Her reference, at most 60 characters.
 */
az_vertretung: string, };

export type Kontrolle = "unbestaetigt" | "bestaetigt" | "abweichend";

export type KontrolleSpeichern = { 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * Expected version of the population.
 */
version: number, 
/**
 * What the source system names.
 */
kontrolle: Kontrollvorgabe, 
/**
 * Why a difference is acceptable; may be empty.
 */
vermerk: string, };

export type Kontrolleintrag = { 
/**
 * Number of the procedure.
 */
nummer: string, 
/**
 * Sign of who entered the present day.
 */
eingetragen_zeichen: string, 
/**
 * The deadline as the person may see it.
 */
ansicht: Fristansicht, };

export type Kontrollfrage = { 
/**
 * Stays the same over all versions, so that years can be compared.
 */
kennung: string, 
/**
 * A question whose good answer is "erfüllt".
 */
frage: string, 
/**
 * Paragraph, directive or module.
 */
quelle: string, 
/**
 * Why it is asked and what is meant.
 */
erlaeuterung: string, 
/**
 * What counts as evidence.
 */
nachweis: string, 
/**
 * "Erfüllt" needs evidence.
 */
nachweis_pflicht: boolean, 
/**
 * 1 supplementary, 2 important, 3 essential.
 */
gewicht: number, 
/**
 * After so many months it is asked again.
 */
turnus_monate: number, 
/**
 * Function or unit that it concerns.
 */
betrifft: string, 
/**
 * Asked only after certain answers to an earlier question.
 */
wenn: Fragebedingung | null, };

export type Kontrollvorgabe = { 
/**
 * Number of units.
 */
anzahl: number | null, 
/**
 * Sum in cents.
 */
summe_cent: number | null, };

export type Korrektur = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Due.
 */
faellig_am: string, 
/**
 * Day on which it was done.
 */
erledigt_am: string | null, 
/**
 * Id of the person who reported it done.
 */
erledigt_von: string | null, 
/**
 * What was done, or why it was given back.
 */
vermerk: string, 
/**
 * When it was confirmed, UTC.
 */
bestaetigt_am: string | null, 
/**
 * Id of the person who confirmed it.
 */
bestaetigt_von: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type KorrekturBestaetigen = { 
/**
 * Corrections with expected versions; at most 500.
 */
korrekturen: Array<Bezug>, };

export type KorrekturErledigen = { 
/**
 * Correction.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * When.
 */
erledigt_am: string, 
/**
 * What was done; at most 1,000 characters.
 */
vermerk: string, };

export type KorrekturExportieren = { 
/**
 * Filter; the page is ignored, all rows are written.
 */
liste: KorrekturListeAnfrage, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type KorrekturListeAnfrage = { 
/**
 * None: of all checks.
 */
pruefung_id: string | null, 
/**
 * Which rows.
 */
blatt: Blatt, 
/**
 * None: earliest due first.
 */
sortierung: Korrektursortierung | null, 
/**
 * From high to low.
 */
absteigend: boolean, 
/**
 * None: wherever they stand.
 */
lage: Korrekturlage | null, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Whether too much or too little was paid.
 */
wirkung: Wirkung | null, 
/**
 * Number of a check, beginning of a pseudonym, part of a visible number or of the text.
 */
suche: string | null, };

export type KorrekturStand = "offen" | "erledigt" | "bestaetigt";

export type KorrekturZeile = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Feststellung.
 */
feststellung_id: string, 
/**
 * Its number within the check.
 */
feststellung_nummer: number, 
/**
 * Its state.
 */
feststellung_stand: FeststellungStand, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * When the check lost its numbers by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Beginning of the text of the Feststellung.
 */
text: string, 
/**
 * Whether too much or too little was paid.
 */
wirkung: Wirkung, 
/**
 * Bund and Kommune together over the whole period, cents; nothing for a monthly amount without a period.
 */
betrag_cent: number | null, 
/**
 * Due.
 */
faellig_am: string, 
/**
 * Late and not done.
 */
ueberfaellig: boolean, 
/**
 * State.
 */
stand: KorrekturStand, 
/**
 * Day on which it was done.
 */
erledigt_am: string | null, 
/**
 * Stable sign of the person who reported it.
 */
erledigt_von: string | null, 
/**
 * What was done, or why it was given back.
 */
vermerk: string, 
/**
 * Stable sign of the person who confirmed it.
 */
bestaetigt_von: string | null, 
/**
 * The person who asks may confirm it now.
 */
bestaetigen: boolean, };

export type KorrekturZurueckgeben = { 
/**
 * Correction.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why; 10 to 1,000 characters.
 */
grund: string, };

export type Korrekturbefund = "offen" | "behoben" | "weiterhin" | "ungeklaert";

export type Korrekturlage = "offen" | "ueberfaellig" | "bald" | "zu_bestaetigen" | "von_mir" | "bestaetigt";

export type Korrekturseite = { 
/**
 * The rows of this page.
 */
zeilen: Array<KorrekturZeile>, 
/**
 * How many rows there are in all.
 */
gesamt: number, 
/**
 * Amounts over all rows.
 */
summen: Korrektursummen, };

export type Korrektursortierung = "faellig_am" | "nummer" | "team" | "betrag" | "stand" | "erledigt";

export type Korrektursummen = { 
/**
 * Too much was paid, cents: what may have to be claimed back.
 */
ueberzahlung_cent: number, 
/**
 * Too little was paid, cents: what is to be paid.
 */
unterzahlung_cent: number, 
/**
 * Monthly amounts without a period; they are missing in the sums.
 */
ohne_zeitraum: number, 
/**
 * Corrections whose effect could not be put into figures.
 */
nicht_bezifferbar: number, };

export type Korrekturuebersicht = { 
/**
 * Not done, and the day has passed.
 */
ueberfaellig: number, 
/**
 * Not done, and due within two weeks.
 */
bald_faellig: number, 
/**
 * Done, and the person may confirm it.
 */
von_mir: number, 
/**
 * Not confirmed, the ones above included.
 */
offen: number, };

export type Korrekturvergleich = { 
/**
 * By item, over the whole check.
 */
zeilen: Array<Korrekturzeile>, 
/**
 * One by one, as far as the person sees the cases.
 */
befunde: Array<Nachschaubefund>, 
/**
 * Further ones that are not listed.
 */
weitere: number, };

export type Korrekturzeile = { 
/**
 * Id of the item.
 */
kennung: string, 
/**
 * Question.
 */
frage: string, 
/**
 * Feststellungen of the first check that asked for a correction.
 */
verlangt: number, 
/**
 * Wrong no more.
 */
behoben: number, 
/**
 * Still wrong.
 */
weiterhin: number, 
/**
 * Not finished, not to be checked, not asked.
 */
offen: number, 
/**
 * Cases with the item wrong now that the first check did not have corrected there.
 */
neu: number, };

export type Kosten = { 
/**
 * Share that the house bears, as a fraction.
 */
anteil_zaehler: number, 
/**
 * Its denominator.
 */
anteil_nenner: number, 
/**
 * Counsel was necessary (§ 63 Abs. 2 SGB X).
 */
zuziehung_notwendig: boolean, 
/**
 * In cents, once it is set.
 */
betrag_cent: number | null, };

export type Kundenreaktion = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `K-2026-0001`; never given twice.
 */
nummer: string, 
/**
 * What was entered.
 */
angaben: Reaktionsinhalt, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Reaktionseintrag>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Reaktionslage, 
/**
 * Keyed pseudonym of the case number or the name, 64 hex digits; `None`: anonymous.
 */
pseudonym: string | null, 
/**
 * Team that works on it; `None`: the Kundenreaktionsmanagement.
 */
zustaendig_team: string | null, 
/**
 * Person who works on it (user id).
 */
zustaendig: string | null, 
/**
 * The first Widerspruch that was found in it; all are in [`Self::verfahren`].
 */
verfahren_id: string | null, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Land = "BW" | "BY" | "BE" | "BB" | "HB" | "HH" | "HE" | "MV" | "NI" | "NW" | "RP" | "SL" | "SN" | "ST" | "SH" | "TH";

export type Laufend = { 
/**
 * The check.
 */
zeile: Pruefungszeile, 
/**
 * What comes next, as a sentence.
 */
naechster: string, 
/**
 * Page of that step.
 */
schritt: string, };

export type Leer = Record<symbol, never>;

export type Leseoptionen = { 
/**
 * Encoding, CSV only.
 */
zeichensatz: Zeichensatz | null, 
/**
 * Separator, CSV only.
 */
trennzeichen: Trennzeichen | null, 
/**
 * Sheet by name, XLSX only.
 */
blatt: string | null, 
/**
 * Line of the header row in the file, counted from 1.
 */
kopfzeile: number | null, };

export type Leseweise = { 
/**
 * Reading options.
 */
optionen: Leseoptionen, 
/**
 * Mapping.
 */
zuordnung: Zuordnung, };

export type ListeAnsehen = { 
/**
 * Path.
 */
datei: string, 
/**
 * What the person fixed.
 */
optionen: Leseoptionen, };

export type ListeEinlesen = { 
/**
 * Path.
 */
datei: string, 
/**
 * Reading options and mapping.
 */
leseweise: Verfahrensleseweise, 
/**
 * SHA-256 of the file that was checked, lower-case hex.
 */
sha256: string, };

export type ListePruefen = { 
/**
 * Path.
 */
datei: string, 
/**
 * Reading options and mapping.
 */
leseweise: Verfahrensleseweise, };

export type Listenantwort = "erfuellt" | "teilweise" | "nicht_erfuellt" | "nicht_anwendbar";

export type Listenbefund = { 
/**
 * Line in the file.
 */
zeile: number, 
/**
 * It is in the register already; else it is rejected.
 */
vorhanden: boolean, 
/**
 * German sentence.
 */
text: string, };

export type Listenergebnis = { 
/**
 * Over all asked questions.
 */
zahlen: Listenzahlen, 
/**
 * Fulfilled of applicable.
 */
anteil: Anteil, 
/**
 * The same by weights.
 */
gewichtet: Anteil, 
/**
 * Chapters with asked questions, in their order.
 */
kapitel: Array<Listenergebniszeile>, 
/**
 * Weights from 3 down to 1.
 */
gewichte: Array<Listenergebniszeile>, };

export type Listenergebniszeile = { 
/**
 * Chapter, or weight.
 */
titel: string, 
/**
 * Its counts.
 */
zahlen: Listenzahlen, 
/**
 * Fulfilled of applicable.
 */
anteil: Anteil, };

export type Listenluecke = "antwort" | "begruendung" | "bemerkung" | "nachweis" | "bestaetigung";

export type Listenpruefung = { 
/**
 * Data rows.
 */
gelesen: number, 
/**
 * Procedures that would be entered.
 */
neu: number, 
/**
 * Of these, finished ones.
 */
erledigt: number, 
/**
 * Rows that are in the register already.
 */
vorhanden: number, 
/**
 * Rows that are rejected.
 */
abgewiesen: number, 
/**
 * The first rows that are not taken over, at most 200.
 */
befunde: Array<Listenbefund>, 
/**
 * Words that have no meaning yet, most frequent first.
 */
worte: Array<UnbekanntesWort>, 
/**
 * German sentences about what to know.
 */
hinweise: Array<string>, 
/**
 * SHA-256 of the file, lower-case hex.
 */
sha256: string, };

export type Listenuebersicht = { 
/**
 * Planned, at work or presented.
 */
offen: number, 
/**
 * Due within four weeks.
 */
bald_faellig: number, 
/**
 * The due day has passed.
 */
ueberfaellig: number, 
/**
 * Presented, and this person may release them.
 */
zur_freigabe: number, 
/**
 * The day until which `bald_faellig` counts, for the link to the list.
 */
bald_bis: string | null, };

export type Listenvorschau = { 
/**
 * The list.
 */
vorschau: Vorschau, 
/**
 * A first guess.
 */
vorschlag: { [key in Verfahrensfeld]?: string }, };

export type Listenzahlen = { 
/**
 * Asked and not answered.
 */
offen: number, 
/**
 * As it should be.
 */
erfuellt: number, 
/**
 * Partly.
 */
teilweise: number, 
/**
 * Not.
 */
nicht_erfuellt: number, 
/**
 * The question did not arise.
 */
nicht_anwendbar: number, 
/**
 * Sum of the weights of the applicable questions.
 */
gewicht_anwendbar: number, 
/**
 * Sum of the weights of the fulfilled ones; a partly fulfilled one adds nothing.
 */
gewicht_erfuellt: number, };

export type Listenziel = { 
/**
 * Path that ends in `.xlsx`, `.csv` or `.pdf`.
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, 
/**
 * Names of the columns as the window calls them; empty means all.
 */
spalten: Array<string>, };

export type Loeschungszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * When.
 */
am: string, 
/**
 * German name of the kind.
 */
titel: string, 
/**
 * Years of the rule.
 */
jahre: number, 
/**
 * What ended before this day.
 */
stichtag: string, 
/**
 * How many.
 */
anzahl: number, 
/**
 * Both people by their signs.
 */
personen: [string, string], };

export type LogoEntfernen = { 
/**
 * Expected version.
 */
version: number, };

export type LogoHinterlegen = { 
/**
 * Expected version; 0 for the first change.
 */
version: number, 
/**
 * Path of a PNG or SVG file, up to 1 MB.
 */
datei: string, 
/**
 * Text that stands for the sign, up to 200 characters.
 */
alternativtext: string, };

export type Logoangaben = { 
/**
 * `png` or `svg`.
 */
art: string, 
/**
 * Bytes of the file.
 */
bytes: number, 
/**
 * Text that stands for it.
 */
alternativtext: string, 
/**
 * The picture as reports draw it, inside an address of its own; empty if it can no longer be drawn.
 */
bild: string, };

export type Luecke = { 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * What is to be done there.
 */
art: Lueckenart, };

export type Lueckenart = "antwort" | "feststellung" | "ueberzaehlig";

export type Massnahme = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `M-2026-001`; never given twice.
 */
nummer: string, 
/**
 * Where it comes from.
 */
herkunft: Massnahmenherkunft, 
/**
 * What exactly there: the item of a Feststellung, the question of a Prüfliste; else empty.
 */
herkunft_stelle: string, 
/**
 * Team that the origin is about, if it names one.
 */
herkunft_team: string | null, 
/**
 * What was entered.
 */
angaben: Massnahmeninhalt, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Massnahmeneintrag>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Massnahmenlage, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type MassnahmeAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What was entered.
 */
angaben: Massnahmeninhalt, };

export type MassnahmeAnlegen = { 
/**
 * Where it comes from.
 */
herkunft: Massnahmenherkunft, 
/**
 * What was entered.
 */
angaben: Massnahmeninhalt, };

export type MassnahmeDetail = { 
/**
 * The measure.
 */
massnahme: Massnahme, 
/**
 * Name of the team that sees to it.
 */
team: string | null, 
/**
 * Number of the record it comes from.
 */
herkunft_nummer: string | null, 
/**
 * That record, as far as the person may see it.
 */
herkunft: Herkunftsangabe | null, 
/**
 * Not done, and the due day has passed.
 */
ueberfaellig: boolean, 
/**
 * Its effect.
 */
wirkung: Wirkungsblatt, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Massnahmenschrittart>, 
/**
 * She may change what was entered, and take steps back.
 */
darf_aendern: boolean, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type MassnahmeLesen = { 
/**
 * Id.
 */
id: string, };

export type MassnahmeSchritt = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Massnahmenschritt, };

export type MassnahmeSchrittZuruecknehmen = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type MassnahmenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: MassnahmenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type MassnahmenFilter = { 
/**
 * Words; all must occur.
 */
suche: string, 
/**
 * States; none: all.
 */
staende: Array<Massnahmenstand>, 
/**
 * Kinds; none: all.
 */
arten: Array<Massnahmenart>, 
/**
 * Kinds of origin; none: all.
 */
herkuenfte: Array<Herkunftsart>, 
/**
 * Functions that see to it; none: all.
 */
rollen: Array<Rolle>, 
/**
 * Its team.
 */
team_id: string | null, 
/**
 * Something is left to do.
 */
nur_offene: boolean, 
/**
 * Not done, and the due day has passed.
 */
ueberfaellig: boolean, 
/**
 * Done, and the day of the effect check has come.
 */
wirkung_zu_pruefen: boolean, 
/**
 * What the person entered, or what her function sees to.
 */
eigene: boolean, 
/**
 * Due since.
 */
faellig_von: string | null, 
/**
 * Due until.
 */
faellig_bis: string | null, };

export type MassnahmenListe = { 
/**
 * What to leave out.
 */
filter: MassnahmenFilter, 
/**
 * By what to sort.
 */
sortierung: Massnahmensortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Massnahmenart = "schulung" | "arbeitshilfe" | "prozess" | "it_meldung" | "einzelfallkorrektur";

export type Massnahmeneintrag = { 
/**
 * The step.
 */
schritt: Massnahmenschritt, 
/**
 * Who entered it (user id).
 */
von: string, 
/**
 * When it was entered (UTC).
 */
eingetragen_am: string, 
/**
 * Taken back.
 */
zurueckgenommen: Zuruecknahme | null, };

export type Massnahmenherkunft = { "art": "feststellung", 
/**
 * Its id.
 */
id: string, } | { "art": "abweichung", 
/**
 * Id of the run.
 */
durchgang_id: string, 
/**
 * Id of the question.
 */
frage: string, } | { "art": "kundenreaktion", 
/**
 * Its id.
 */
id: string, 
/**
 * Which of the measures that its own steps name, from 1; `None`: another one.
 */
massnahme: number | null, } | { "art": "widerspruch", 
/**
 * Id of the procedure.
 */
id: string, } | { "art": "datenschutzvorfall", 
/**
 * Its id.
 */
id: string, } | { "art": "gefaehrdung", 
/**
 * Its id.
 */
id: string, } | { "art": "eigen", };

export type Massnahmeninhalt = { 
/**
 * What, 5 to 300 characters.
 */
was: string, 
/**
 * More about it, at most 2,000 characters.
 */
erlaeuterung: string, 
/**
 * Kind.
 */
art: Massnahmenart, 
/**
 * Function that sees to it.
 */
rolle: Rolle, 
/**
 * Its team, if only that.
 */
team_id: string | null, 
/**
 * Due day as entered first; moved by a step only.
 */
faellig: string, };

export type Massnahmenlage = { 
/**
 * State.
 */
stand: Massnahmenstand, 
/**
 * Due day as it is now.
 */
faellig: string, 
/**
 * Due days that were moved, oldest first.
 */
verschiebungen: Array<Massnahmenverschiebung>, 
/**
 * Work began.
 */
begonnen_am: string | null, 
/**
 * Done.
 */
umgesetzt_am: string | null, 
/**
 * The last note of doing.
 */
vermerk: string | null, 
/**
 * What the last check on the effect counted.
 */
nachweis: Wirkungsnachweis | null, 
/**
 * Why it was given up, or why no effect can be measured.
 */
grund: string | null, 
/**
 * Nothing is left to do since.
 */
abschluss_am: string | null, };

export type Massnahmenschritt = { "art": "beginnen", 
/**
 * Day.
 */
am: string, } | { "art": "vermerken", 
/**
 * What was done, 3 to 1,000 characters.
 */
text: string, } | { "art": "verschieben", 
/**
 * The new one.
 */
bis: string, 
/**
 * Why, 5 to 300 characters.
 */
grund: string, } | { "art": "umsetzen", 
/**
 * Day.
 */
am: string, 
/**
 * What was done, 5 to 1,000 characters.
 */
vermerk: string, } | { "art": "wirkung_feststellen", 
/**
 * Day.
 */
am: string, 
/**
 * The counts it rests on.
 */
nachweis: Wirkungsnachweis, } | { "art": "nicht_messbar", 
/**
 * Day.
 */
am: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "weiterfuehren", 
/**
 * New due day.
 */
bis: string, 
/**
 * What is done differently now, 5 to 300 characters.
 */
grund: string, } | { "art": "verwerfen", 
/**
 * Day.
 */
am: string, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Massnahmenschrittart = "beginnen" | "vermerken" | "verschieben" | "umsetzen" | "wirkung_feststellen" | "nicht_messbar" | "weiterfuehren" | "verwerfen";

export type Massnahmensortierung = "dringlichkeit" | "nummer" | "art" | "herkunft" | "zustaendig" | "faellig" | "stand" | "umgesetzt";

export type Massnahmenstand = "offen" | "in_umsetzung" | "umgesetzt" | "wirkung_belegt" | "wirkung_nicht_belegt" | "nicht_messbar" | "verworfen";

export type Massnahmenuebersicht = { 
/**
 * Not done, and the due day has passed.
 */
ueberfaellig: number, 
/**
 * Not done, and due within two weeks.
 */
bald_faellig: number, 
/**
 * Done, and the day of the effect check has come.
 */
wirkung_zu_pruefen: number, 
/**
 * A later check did not show an effect.
 */
nicht_belegt: number, 
/**
 * Something is left to do.
 */
offen: number, };

export type Massnahmenverschiebung = { 
/**
 * The old day.
 */
von: string, 
/**
 * The new one.
 */
auf: string, 
/**
 * Why.
 */
grund: string, };

export type Massnahmenverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * What.
 */
was: string, 
/**
 * State.
 */
stand: Massnahmenstand, 
/**
 * Due.
 */
faellig: string, 
/**
 * Question of a Prüfliste, or item of a check sheet.
 */
stelle: string, 
/**
 * Which of the measures that the steps of a Kundenreaktion name, from 1.
 */
massnahme: number | null, };

export type Massnahmenwirkung = { 
/**
 * Shown.
 */
belegt: boolean, 
/**
 * Fisher's exact test, one-sided: P(so many of the errors, or more, lie in the first check).
 */
p: number | null, 
/**
 * In words; the first sentence names the counts, the second the verdict.
 */
saetze: Array<string>, };

export type Massnahmenzahl = { 
/**
 * Reactions with at least one.
 */
reaktionen: number, 
/**
 * Measures.
 */
massnahmen: number, };

export type Massnahmenzeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * What.
 */
was: string, 
/**
 * Kind.
 */
art: Massnahmenart, 
/**
 * Kind of origin.
 */
herkunft: Herkunftsart, 
/**
 * Number of the record it comes from, as far as it has one.
 */
herkunft_nummer: string | null, 
/**
 * Function that sees to it.
 */
rolle: Rolle, 
/**
 * Name of its team.
 */
team: string | null, 
/**
 * Due.
 */
faellig: string, 
/**
 * How often the due day was moved.
 */
verschiebungen: number, 
/**
 * State.
 */
stand: Massnahmenstand, 
/**
 * Not done, and the due day has passed.
 */
ueberfaellig: boolean, 
/**
 * By when something must happen next.
 */
naechster_tag: string | null, 
/**
 * Done on.
 */
umgesetzt_am: string | null, 
/**
 * Closed on.
 */
abschluss_am: string | null, };

export type Meldung = { "art": "gemeldet", 
/**
 * When, with its offset.
 */
zeit: string, 
/**
 * Reference.
 */
zeichen: string, 
/**
 * After the end of the clock; then with reasons.
 */
verspaetung: string | null, } | { "art": "keine", 
/**
 * Why.
 */
begruendung: string, };

export type Merkmal = { 
/**
 * Stays the same over all versions, so that years can be compared.
 */
kennung: string, 
/**
 * A question whose "ja" means "in order".
 */
frage: string, 
/**
 * Paragraphs or directives.
 */
rechtsgrundlage: string, 
/**
 * What is expected.
 */
soll: string, 
/**
 * Help for the checker.
 */
hinweis: string, 
/**
 * Without this item the file cannot be judged: "nicht prüfbar" makes the file unresolved.
 */
entscheidend: boolean, 
/**
 * Asked only after certain answers to an earlier item.
 */
wenn: Bedingung | null, };

export type Merkmalsergebnis = { 
/**
 * Id of the check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * First day of its period.
 */
von: string, 
/**
 * Last day of its period.
 */
bis: string, 
/**
 * How its units were selected.
 */
auswahl: Auswahl, 
/**
 * Its draw was stratified.
 */
geschichtet: boolean, 
/**
 * It is not about all teams of the first check. Older records did not ask.
 */
teams_fehlen: boolean, 
/**
 * Units with the item wrong by the rule about "teilweise" of the first check; withdrawn ones not counted.
 */
fehler: number, 
/**
 * Units in which the item applied and was judged.
 */
beurteilt: number, 
/**
 * Units in which it could not be judged; they count against the effect.
 */
nicht_pruefbar: number, };

export type Merkmalskarte = { 
/**
 * Teams, or merged teams.
 */
spalten: Array<Kartenspalte>, 
/**
 * Items with errors, in the order of the sheet.
 */
zeilen: Array<Kartenzeile>, 
/**
 * What stands below.
 */
hinweise: Array<string>, };

export type Merkmalsseite = { 
/**
 * Units in which the item was judged.
 */
beurteilt: number, 
/**
 * Of these wrong, by the rule about "teilweise" of the first check.
 */
fehler: number, 
/**
 * Units in which it could not be judged; errors in the bound only.
 */
nicht_pruefbar: number, 
/**
 * `fehler` of `beurteilt`.
 */
quote: Zehntelprozent | null, 
/**
 * Upper bound of the rate, rounded up; only for a simple random draw of a finished check.
 */
hoechstens: Zehntelprozent | null, };

export type Merkmalsuebereinstimmung = { 
/**
 * Kennung.
 */
merkmal: string, 
/**
 * Question.
 */
frage: string, 
/**
 * Cases in which both answered it.
 */
verglichen: number, 
/**
 * Of these: the same answer.
 */
gleich: number, 
/**
 * Share of equal answers; none without cases.
 */
anteil: Zehntelprozent | null, 
/**
 * Cohen's kappa to hundredths; none where chance explains everything.
 */
kappa: Dezimal | null, 
/**
 * Both saw an error.
 */
fehler_beide: number, 
/**
 * Only the first sheet has an error.
 */
fehler_nur_erste: number, 
/**
 * Only the second sheet has an error.
 */
fehler_nur_zweite: number, 
/**
 * Cases in which only one of the two sheets asked it, after different answers to an earlier item.
 */
nur_einmal_gefragt: number, 
/**
 * The most frequent difference.
 */
haeufigstes: Antwortpaar | null, 
/**
 * Why its wording should be cleared up; none: it is read the same way.
 */
klaeren: string | null, };

export type Merkmalsvergleich = { 
/**
 * Id, the same over all versions.
 */
kennung: string, 
/**
 * Question.
 */
frage: string, 
/**
 * First check; nothing where its sheet does not have the item.
 */
erste: Merkmalsseite | null, 
/**
 * The Nachschau; nothing where its sheet does not have the item.
 */
nachschau: Merkmalsseite | null, 
/**
 * Fisher's exact test, one-sided, as for measures.
 */
p: number | null, 
/**
 * The verdict.
 */
urteil: Vergleichsurteil, 
/**
 * The same as a sentence, with its reason.
 */
satz: string, };

export type Merkmalszeile = { 
/**
 * Section of the sheet.
 */
abschnitt: string, 
/**
 * Id, the same over all versions.
 */
kennung: string, 
/**
 * Question.
 */
frage: string, 
/**
 * Answers "ja".
 */
ja: number, 
/**
 * Answers "nein".
 */
nein: number, 
/**
 * Answers "teilweise".
 */
teilweise: number, 
/**
 * Answers "nicht anwendbar".
 */
nicht_anwendbar: number, 
/**
 * Answers "nicht prüfbar".
 */
nicht_pruefbar: number, 
/**
 * Files with this item wrong by the fixed rule about "teilweise"; withdrawn ones not counted.
 */
fehlerhaft: number, 
/**
 * Files in which the item was judged (ja, nein, teilweise).
 */
beurteilt: number, 
/**
 * `fehlerhaft` of `beurteilt` in tenths of a percent: a description, no estimate for all.
 */
quote: Zehntelprozent | null, };

export type Mitzeichnung = { 
/**
 * Name of the second person.
 */
benutzername: string, 
/**
 * Her password.
 */
passwort: string, };

export type Monatsfrist = { 
/**
 * The end by the calendar, on whatever day it falls.
 */
frist_nominal: string, 
/**
 * The last day of the period, until 24:00. Never Saturday, Sunday or holiday.
 */
fristende: string, 
/**
 * The reasoning, one sentence or two a step.
 */
schritte: Array<string>, };

export type Monatspruefung = { 
/**
 * From 1.
 */
monat: number, 
/**
 * Id.
 */
id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Its state.
 */
stand: Stand, 
/**
 * Teams that it is for.
 */
teams: Array<string>, };

export type MonatspruefungAnlegen = { 
/**
 * Year.
 */
jahr: number, 
/**
 * From 1.
 */
monat: number, 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, };

export type Monatsstand = "frei" | "kuenftig" | "faellig" | "in_arbeit" | "erledigt" | "weniger" | "ausgefallen" | "versaeumt";

export type Monatssumme = { 
/**
 * Planned.
 */
geplant: number, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Checked, or found not to be checkable.
 */
geprueft: number, 
/**
 * Teams that are late.
 */
ueberfaellig: number, };

export type Monatswert = { 
/**
 * From 1.
 */
monat: number, 
/**
 * Planned.
 */
geplant: number, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Checked, or found not to be checkable.
 */
geprueft: number, 
/**
 * Erroneous by the fixed definition; none for who sees no single strata, because a month may have one team only.
 */
fehlerhaft: number | null, };

export type Monatszahl = { 
/**
 * Teams of months.
 */
anzahl: number, 
/**
 * The first such month, from 1.
 */
monat: number | null, };

export type Monatszelle = { 
/**
 * Planned.
 */
geplant: number, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Checked, or found not to be checkable.
 */
geprueft: number, 
/**
 * Where it is.
 */
stand: Monatsstand, 
/**
 * The month is over and something is still to be done or to be said.
 */
ueberfaellig: boolean, };

export type NachschauAnlegen = { 
/**
 * A full check with `nachschau_zu`; theme, area, teams and period are those of the first check.
 */
plan: Pruefungsplan, };

export type Nachschaubefund = { 
/**
 * Prüffall of the Nachschau.
 */
prueffall_id: string, 
/**
 * Place in the Nachschau.
 */
position: number, 
/**
 * Number, or short pseudonym of the Nachschau.
 */
fall: Fallnummer, 
/**
 * When the Nachschau lost its numbers by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Feststellung of the first check.
 */
feststellung_id: string, 
/**
 * Its number within that check.
 */
feststellung_nummer: number, 
/**
 * Item.
 */
merkmal: string, 
/**
 * Beginning of its text.
 */
text: string, 
/**
 * State of the correction.
 */
korrektur: KorrekturStand | null, 
/**
 * What the Nachschau found.
 */
befund: Korrekturbefund, };

export type Nachschauvergleich = { 
/**
 * The first check.
 */
erste: Vergleichsseite, 
/**
 * The Nachschau.
 */
nachschau: Vergleichsseite, 
/**
 * A new sample, item by item.
 */
stichprobe: Stichprobenvergleich | null, 
/**
 * A full check of the corrected cases.
 */
korrekturen: Korrekturvergleich | null, 
/**
 * What must be known to read it.
 */
saetze: Array<string>, };

export type Nachschauverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * `FA-2026-002`.
 */
nummer: string, 
/**
 * State.
 */
stand: Stand, 
/**
 * It looks at the corrected cases; else it is a new sample.
 */
korrigierte: boolean, };

export type Nachschauvorschlag = { 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * A new sample of the same size on the same items, of the period that follows.
 */
stichprobe: Pruefungsplan, 
/**
 * A full check of the corrected cases.
 */
korrigierte: Pruefungsplan, 
/**
 * Cases that were to be corrected.
 */
faelle: number, 
/**
 * Of these: not all corrections are reported as done.
 */
nicht_gemeldet: number, 
/**
 * Why their cases cannot be looked at again; `None`: they can.
 */
hindernis: string | null, };

export type Nachweis = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Run.
 */
durchgang_id: string, 
/**
 * Kennung of the question.
 */
frage: string, 
/**
 * What it is and where it lies.
 */
bezeichnung: string, 
/**
 * Day of the evidence itself.
 */
datum: string, 
/**
 * The attached file.
 */
anhang: Anhang | null, 
/**
 * Id of who entered it.
 */
erfasst_von: string, 
/**
 * When, UTC.
 */
erfasst_am: string, 
/**
 * Why it no longer counts; the row stays.
 */
entfernt_grund: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type NachweisAnlegen = { 
/**
 * Run.
 */
durchgang_id: string, 
/**
 * Kennung of the question.
 */
frage: string, 
/**
 * What it is and where it lies.
 */
bezeichnung: string, 
/**
 * Day of the evidence itself.
 */
datum: string, 
/**
 * Path of a file to attach, up to 25 MB; none: only where it is to be found.
 */
datei: string | null, };

export type NachweisEntfernen = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why.
 */
grund: string, };

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

export type Pannenfrist = { 
/**
 * That moment, in the time of Europe/Berlin.
 */
ende: string, 
/**
 * The reasoning, one sentence or two a step.
 */
schritte: Array<string>, };

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

export type Pausengrund = "kunde" | "andere_stelle";

export type Pausenzahl = { 
/**
 * Answered reactions with days that did not count.
 */
reaktionen: number, 
/**
 * These days together.
 */
tage: number, 
/**
 * Reactions, answered or not, with a pause that was entered after it had moved a day that had passed.
 */
nachgetragen: number, };

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

export type Personenzeichen = { 
/**
 * User id.
 */
id: string, 
/**
 * Stable sign.
 */
zeichen: string, 
/**
 * Name.
 */
name: string, };

export type PlanungFrage = { 
/**
 * Units in the population, known or guessed.
 */
grundgesamtheit: number, 
/**
 * What one unit is.
 */
auswahleinheit: Auswahleinheit, 
/**
 * The error rate shall be below this, as a rate.
 */
ziel: Dezimal, 
/**
 * Confidence as a rate.
 */
konfidenz: Dezimal, 
/**
 * Error rate that the person believes in.
 */
wahre_rate: Dezimal, };

export type Planungsantwort = { 
/**
 * "Bei 4.920 Akten, Ziel unter 10 % und 95 % Sicherheit:"
 */
einleitung: string, 
/**
 * One row each for 0, 1, 2, 3 allowed errors.
 */
vorschlaege: Array<Planungsvorschlag>, 
/**
 * A plan in two stages; none where both do not fit into the population, or none is found.
 */
zweistufig: Zweistufenvorschlag | null, };

export type Planungsvorschlag = { 
/**
 * Errors up to which the goal counts as shown.
 */
erlaubte_fehler: number, 
/**
 * Units to draw.
 */
n: number, 
/**
 * Only a full count can show the goal with this number of errors.
 */
vollpruefung: boolean, 
/**
 * How often the plan fails although the true rate is fine, in tenths of a percent.
 */
risiko: Zehntelprozent, 
/**
 * "29 Akten, wenn kein Fehler erlaubt ist."
 */
satz: string, 
/**
 * "Liegt die Fehlerquote in Wahrheit bei 2 %, scheitert dieser Plan trotzdem in 45 von 100 Prüfungen."
 */
risikosatz: string, };

export type Planvorschlag = { 
/**
 * Catalogue.
 */
katalog_id: string, 
/**
 * Its title.
 */
katalog: string, 
/**
 * What it is about.
 */
gebiet: Pruefgebiet, 
/**
 * Name of the unit.
 */
einheit: string, 
/**
 * Where and when.
 */
rahmen: Durchgangsrahmen, 
/**
 * Questions due in it.
 */
fragen: number, 
/**
 * Questions of the catalogue.
 */
fragen_gesamt: number, 
/**
 * End of the last period; none: the first run.
 */
zuletzt: string | null, };

export type PlanvorschlagLesen = { 
/**
 * Last day of the plan.
 */
bis: string, };

export type ProfilSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Name.
 */
name: string, 
/**
 * Content.
 */
inhalt: Profilinhalt, };

export type Profilinhalt = { 
/**
 * Reading options and mapping.
 */
leseweise: Leseweise, 
/**
 * Specialist application.
 */
quellsystem: string, 
/**
 * Query in it.
 */
abfrage: string, };

export type Programm = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Year.
 */
jahr: number, 
/**
 * 1, and one more with each change after a release.
 */
fassung: number, 
/**
 * The Fassung that this one changes.
 */
ersetzt: string | null, 
/**
 * Why it changes.
 */
aenderung: string, 
/**
 * What was entered.
 */
inhalt: Programminhalt, 
/**
 * State.
 */
stand: Programmstand, 
/**
 * Reason of the last return.
 */
grund: string, 
/**
 * Who changed what was entered last.
 */
geaendert_von: string | null, 
/**
 * Who presented it.
 */
vorgelegt_von: string | null, 
/**
 * When, UTC.
 */
vorgelegt_am: string | null, 
/**
 * Who released it.
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * Who began it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type ProgrammAnlegen = { 
/**
 * Year.
 */
jahr: number, 
/**
 * Copies themes and numbers of the programme of that year.
 */
aus_jahr: number | null, };

export type ProgrammBegruendet = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why.
 */
grund: string, };

export type ProgrammBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type ProgrammDetail = { 
/**
 * The Fassung; themes and teams as far as the person sees them.
 */
programm: Programm, 
/**
 * `Prüfprogramm 2026, Fassung 2`.
 */
titel: string, 
/**
 * Themes in the order of area and title.
 */
zeilen: Array<Programmzeilenstand>, 
/**
 * Month by month over all themes that the person sees.
 */
monate: Array<Monatssumme>, 
/**
 * Recorded reasons that hold.
 */
ausfaelle: Array<Programmausfall>, 
/**
 * What is missing before it can be presented.
 */
luecken: Array<string>, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Programmschritt>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * The person may make checks of months.
 */
darf_anlegen: boolean, 
/**
 * The person may record why something was not done.
 */
darf_ausfall: boolean, 
/**
 * All Fassungen of this year, newest first.
 */
fassungen: Array<Programmkopf>, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type ProgrammExportieren = { 
/**
 * Fassung.
 */
programm: ProgrammLesen, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type ProgrammLesen = { 
/**
 * Id.
 */
id: string, };

export type ProgrammSpeichern = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Everything that is entered.
 */
inhalt: Programminhalt, };

export type Programmausfall = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Year.
 */
jahr: number, 
/**
 * From 1.
 */
monat: number, 
/**
 * Theme.
 */
thema_id: string, 
/**
 * Team.
 */
team_id: string, 
/**
 * Why.
 */
grund: string, 
/**
 * Who recorded it (user id).
 */
erfasst_von: string, 
/**
 * When, UTC.
 */
erfasst_am: string, 
/**
 * Who withdrew it (user id).
 */
aufgehoben_von: string | null, 
/**
 * When, UTC.
 */
aufgehoben_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type Programmauswertung = { 
/**
 * Year.
 */
jahr: number, 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Name of the area.
 */
bereich: string, 
/**
 * Everything that is computed.
 */
auswertung: Jahresauswertung, 
/**
 * Reasons why teams were not checked: month, name of the team, reason.
 */
ausfaelle: Array<Ausfallzeile>, 
/**
 * The strata are left out for this person: with the rows of the teams they would give small groups back.
 */
ohne_schichten: boolean, };

export type Programmbezug = { 
/**
 * Year.
 */
jahr: number, 
/**
 * From 1.
 */
monat: number, 
/**
 * Units of each team, fixed by the programme.
 */
vorgaben: Array<Vorgabe>, };

export type Programminhalt = { 
/**
 * Themes.
 */
zeilen: Array<Programmzeile>, 
/**
 * When it was agreed with the Datenschutz; needed before it is presented.
 */
dsb_am: string | null, 
/**
 * What was agreed, or how; may be empty.
 */
dsb_vermerk: string, };

export type Programmkopf = { 
/**
 * Id.
 */
id: string, 
/**
 * Year.
 */
jahr: number, 
/**
 * 1, and one more with each change after a release.
 */
fassung: number, 
/**
 * Why it changes the one before.
 */
aenderung: string, 
/**
 * State.
 */
stand: Programmstand, 
/**
 * When it was released, UTC.
 */
freigegeben_am: string | null, };

export type Programmlage = { 
/**
 * Year.
 */
jahr: number, 
/**
 * `Prüfprogramm 2026, Fassung 2`.
 */
titel: string, 
/**
 * Months that are over without a check, or with fewer cases, and without a reason.
 */
ohne_grund: Monatszahl, 
/**
 * Sheets that should be done.
 */
verspaetet: Monatszahl, 
/**
 * To be drawn this month.
 */
zu_ziehen: Monatszahl, };

export type Programmschritt = "speichern" | "vorlegen" | "zurueckziehen" | "zurueckgeben" | "freigeben" | "fortschreiben" | "verwerfen";

export type Programmstand = "entwurf" | "vorgelegt" | "gueltig" | "ersetzt" | "verworfen";

export type Programmteamstand = { 
/**
 * Team.
 */
team_id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * January to December.
 */
monate: Array<Monatszelle>, };

export type Programmverlauf = { 
/**
 * The last year.
 */
jahr: number, 
/**
 * Themes of that year that the person may see, in the order of their names.
 */
themen: Array<Verlaufsthema>, 
/**
 * The theme that is shown; none: there is none to be seen.
 */
schluessel: Zeilenschluessel | null, 
/**
 * Its years.
 */
verlauf: Jahresverlauf | null, };

export type Programmzeile = { 
/**
 * Who checks.
 */
pruefende: Pruefende, 
/**
 * What counts as an error, the same in every month, else months could not be put together.
 */
fehlerdefinition: Fehlerdefinition, 
/**
 * Whether "teilweise" counts as an error.
 */
teilweise_zaehlt: boolean, 
/**
 * The error rate of the year shall be below this, as a rate.
 */
ziel: Dezimal | null, 
/**
 * Confidence, e.g. 0.95.
 */
konfidenz: Dezimal, 
/**
 * Share of the sheets for the Gegenprüfung, in per cent.
 */
gegenpruefung_anteil: number, 
/**
 * Whether "restliche offene auf Ja" is offered.
 */
restliche_auf_ja: boolean, 
/**
 * Days for the answer of a Teamleitung.
 */
stellungnahme_tage: number, 
/**
 * Why this theme and so many; may be empty.
 */
begruendung: string, 
/**
 * Teams with their numbers.
 */
teams: Array<Zeilenteam>, 
/**
 * Measures whose effect a month shall show. Rows of Fassungen from before they existed have none.
 */
wirkungspruefungen: Array<Wirkungspruefung>, 
/**
 * Theme.
 */
thema_id: string, 
/**
 * Area of its teams.
 */
bereich_id: string, };

export type Programmzeilenstand = { 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Name of the area.
 */
bereich: string, 
/**
 * Teams in the order of their names.
 */
teams: Array<Programmteamstand>, 
/**
 * The check of each month that has one.
 */
pruefungen: Array<Monatspruefung>, };

export type ProtokollExportieren = { 
/**
 * Draw.
 */
ziehung_id: string, 
/**
 * Path of the JSON file; the others are written beside it.
 */
datei: string, 
/**
 * Replace existing files.
 */
ueberschreiben: boolean, };

export type ProtokollPruefen = { 
/**
 * A head that a report printed: is it in the chain?
 */
kopf: string | null, };

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

export type Pruefantwort = { 
/**
 * Kennung of the question.
 */
frage: string, 
/**
 * The answer.
 */
wert: Listenantwort, 
/**
 * Why, or what is to be seen; compulsory for "nicht anwendbar" and for deviations.
 */
bemerkung: string, 
/**
 * Id of who answered.
 */
von: string, 
/**
 * When, UTC.
 */
am: string, 
/**
 * Version of the catalogue to whose question it was given, when that reads otherwise in the version the run uses
 * now and nobody has confirmed the answer since.
 */
zu_bestaetigen: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type Pruefende = "teamleitung" | "qualitaetsmanagement" | "pruefkraft";

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

export type Pruefgebiet = "datenschutz" | "korruption" | "it_sicherheit" | "sonstiges";

export type Pruefkatalog = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Stable short name.
 */
kennung: string, 
/**
 * What it is about.
 */
gebiet: Pruefgebiet, 
/**
 * What people read.
 */
titel: string, 
/**
 * Offered for new runs.
 */
aktiv: boolean, 
/**
 * For optimistic locking.
 */
version: number, };

export type PruefkatalogAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What people read.
 */
titel: string, 
/**
 * Offered for new runs.
 */
aktiv: boolean, };

export type PruefkatalogAnlegen = { 
/**
 * Stable short name.
 */
kennung: string, 
/**
 * What it is about.
 */
gebiet: Pruefgebiet, 
/**
 * What people read.
 */
titel: string, };

export type PruefkatalogZeile = { 
/**
 * The catalogue.
 */
katalog: Pruefkatalog, 
/**
 * Its versions, newest first.
 */
fassungen: Array<Katalogfassungskopf>, };

export type Pruefthema = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Stable short name.
 */
kennung: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * Field of work, e.g. "Leistungsgewährung".
 */
bereich: string, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string, 
/**
 * What one drawn unit is.
 */
auswahleinheit: Auswahleinheit, 
/**
 * Offered for new checks.
 */
aktiv: boolean, 
/**
 * For optimistic locking.
 */
version: number, };

export type Pruefung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * `FA-2026-001`: year of creation, consecutive without gaps.
 */
nummer: string, 
/**
 * What was fixed before the draw.
 */
plan: Pruefungsplan, 
/**
 * State.
 */
stand: Stand, 
/**
 * Why it was not done.
 */
grund: string, 
/**
 * Who planned it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * When it ended, UTC.
 */
beendet_am: string | null, 
/**
 * Who ended it.
 */
beendet_von: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type PruefungAbschliessen = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type PruefungAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Everything that is fixed before the draw.
 */
plan: Pruefungsplan, };

export type PruefungAnlegen = { 
/**
 * Everything that is fixed before the draw.
 */
plan: Pruefungsplan, };

export type PruefungDetail = { 
/**
 * The check.
 */
pruefung: Pruefung, 
/**
 * Its theme.
 */
thema: Pruefthema, 
/**
 * Its version of the check sheet, without items.
 */
vorlage: Vorlagenkopf, 
/**
 * Name of the area.
 */
bereich: string, 
/**
 * Its teams by name.
 */
teams: Array<Teamangabe>, 
/**
 * Number of the check that this Nachschau follows.
 */
nachschau_nummer: string | null, 
/**
 * Its cases are the corrected ones of that check.
 */
korrigierte: boolean, 
/**
 * Checks that follow this one, as far as the person sees them.
 */
nachschauen: Array<Nachschauverweis>, 
/**
 * Where the Prüfprogramm plans it.
 */
programm: Programmbezug | null, 
/**
 * When its numbers and display columns were removed by the rule of retention.
 */
entfernt_am: string | null, 
/**
 * Sign of who planned it.
 */
angelegt_zeichen: string, 
/**
 * Sign of who ended it.
 */
beendet_zeichen: string | null, 
/**
 * How far it is, as far as the person may see.
 */
zaehler: Pruefungszaehler, 
/**
 * What stands against closing it.
 */
hindernisse: Array<string>, 
/**
 * What is to be known before closing it: second sheets that are still open.
 */
vor_dem_abschluss: string | null, 
/**
 * The next step as a sentence.
 */
naechster_schritt: string, 
/**
 * What the person may do now.
 */
darf: PruefungHandlungen, };

export type PruefungExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: PruefungListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type PruefungFilter = { 
/**
 * Part of the number or of the theme's title.
 */
text: string, 
/**
 * States; empty: all.
 */
stand: Array<Stand>, 
/**
 * Theme.
 */
thema_id: string | null, 
/**
 * Area.
 */
bereich_id: string | null, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Year of the number.
 */
jahr: number | null, };

export type PruefungHandlungen = { 
/**
 * Change the planning.
 */
aendern: boolean, 
/**
 * End it without a result.
 */
nicht_durchfuehren: boolean, 
/**
 * Close it; nothing stands against it.
 */
abschliessen: boolean, 
/**
 * Plan a check that follows it.
 */
nachschau: boolean, };

export type PruefungLesen = { 
/**
 * Id.
 */
id: string, };

export type PruefungListe = { 
/**
 * What to leave out.
 */
filter: PruefungFilter, 
/**
 * By what to sort.
 */
sortierung: Pruefungssortierung, 
/**
 * Highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type PruefungListeAntwort = { 
/**
 * The rows of this page.
 */
zeilen: Array<Pruefungszeile>, 
/**
 * How many rows there are in all.
 */
gesamt: number, 
/**
 * Years in which checks were created, newest first.
 */
jahre: Array<number>, };

export type PruefungNichtDurchfuehren = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why.
 */
grund: string, };

export type Pruefungsart = "basis" | "anlassbezogen" | "visa" | "nachschau";

export type Pruefungsauswertung = { 
/**
 * Units are still open: nothing here is final.
 */
vorlaeufig: boolean, 
/**
 * How the units were selected.
 */
auswahl: Auswahl, 
/**
 * One line for the top: rate with bound.
 */
kurz: string, 
/**
 * The result in sentences; the last one is the verdict, if a goal was set.
 */
saetze: Array<string>, 
/**
 * What a reader must know to read the figures rightly.
 */
hinweise: Array<string>, 
/**
 * Counts by the fixed definition.
 */
zahlen: Auswertungszahlen, 
/**
 * Rate and bounds; none for a purposive selection, or before the draw.
 */
rate: Auswertungsrate | null, 
/**
 * The fixed definition in words.
 */
definition: string, 
/**
 * The same units under all three definitions.
 */
definitionen: Array<Definitionszeile>, 
/**
 * Whether the rows are the strata of the draw, with sizes and bounds.
 */
geschichtet: boolean, 
/**
 * Rows by team (small-group rules applied).
 */
gruppen: Array<Gruppenzeile>, 
/**
 * Rows by item.
 */
merkmale: Array<Merkmalszeile>, 
/**
 * Items by team (small-group rules applied).
 */
karte: Merkmalskarte, 
/**
 * Amounts.
 */
betraege: Betraege, 
/**
 * Feststellungen by Sachgebiet (small-group rules applied).
 */
sachgebiete: Array<Haeufung>, 
/**
 * Feststellungen by cause (small-group rules applied).
 */
ursachen: Array<Haeufung>, };

export type Pruefungsplan = { 
/**
 * Theme.
 */
thema_id: string, 
/**
 * Version of the check sheet.
 */
vorlage_id: string, 
/**
 * Area.
 */
bereich_id: string, 
/**
 * Teams of the area, at least one.
 */
teams: Array<string>, 
/**
 * First day of the period.
 */
zeitraum_von: string, 
/**
 * Last day of the period.
 */
zeitraum_bis: string, 
/**
 * Why.
 */
pruefungsart: Pruefungsart, 
/**
 * The check that a Nachschau follows.
 */
nachschau_zu: string | null, 
/**
 * How the units are selected.
 */
auswahl: Auswahl, 
/**
 * What counts as an error.
 */
fehlerdefinition: Fehlerdefinition, 
/**
 * Whether "teilweise" counts as an error.
 */
teilweise_zaehlt: boolean, 
/**
 * The error rate shall be below this, as a rate: 0.1 is 10 %.
 */
ziel: Dezimal | null, 
/**
 * Confidence, e.g. 0.95.
 */
konfidenz: Dezimal, 
/**
 * Stratification.
 */
schichtung: Schichtung, 
/**
 * Least units per stratum.
 */
mindest_je_schicht: number, 
/**
 * Units wanted.
 */
stichprobe_geplant: number | null, 
/**
 * Rule for an extension, fixed before the draw; empty: none.
 */
erweiterung_regel: string, 
/**
 * When the data protection officer was involved.
 */
dsb_beteiligt_am: string | null, 
/**
 * Share of the sheets for the Gegenprüfung, in per cent.
 */
gegenpruefung_anteil: number, 
/**
 * Whether "restliche offene auf Ja" is offered.
 */
restliche_auf_ja: boolean, 
/**
 * Days for the answer of a Teamleitung.
 */
stellungnahme_tage: number, };

export type Pruefungssortierung = "nummer" | "thema" | "bereich" | "zeitraum" | "stand";

export type Pruefungszaehler = { 
/**
 * Drawn units.
 */
gezogen: number, 
/**
 * Not begun, in work or returned.
 */
offen: number, 
/**
 * Filled in, waiting for the Gegenprüfung.
 */
geprueft: number, 
/**
 * Confirmed.
 */
bestaetigt: number, 
/**
 * Could not be checked.
 */
nicht_pruefbar: number, 
/**
 * Feststellungen that stand (without withdrawn ones).
 */
feststellungen: number, 
/**
 * Of these: recorded, not yet given to the Teamleitung.
 */
erfasst: number, 
/**
 * Of these: waiting for an answer whose date has not passed.
 */
frist_laeuft: number, 
/**
 * Of these: disputed, not yet decided.
 */
strittig: number, 
/**
 * Corrections of cases that are not confirmed.
 */
korrekturen_offen: number, };

export type Pruefungszeile = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Name of the area.
 */
bereich: string, 
/**
 * First day of the period.
 */
zeitraum_von: string, 
/**
 * Last day of the period.
 */
zeitraum_bis: string, 
/**
 * Why.
 */
pruefungsart: Pruefungsart, 
/**
 * How selected.
 */
auswahl: Auswahl, 
/**
 * State.
 */
stand: Stand, 
/**
 * Drawn units that the person may see.
 */
gezogen: number, 
/**
 * Of these: confirmed, or not possible to check.
 */
erledigt: number, 
/**
 * Feststellungen on these that stand.
 */
feststellungen: number, };

export type Pruefvorschlag = { 
/**
 * Kennung of the Sachgebiet.
 */
sachgebiet: string, 
/**
 * Its title.
 */
titel: string, 
/**
 * Why.
 */
satz: string, };

export type Punktwerte = { 
/**
 * N; none for teams that share a stratum with others.
 */
grundgesamtheit: number | null, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Erroneous by the definition of that year.
 */
fehlerhaft: number, 
/**
 * Unresolved: an error in the upper bound only.
 */
ungeklaert: number, };

export type Quartalsreihe = { 
/**
 * `2026-Q3`.
 */
quartal: string, 
/**
 * `3. Quartal 2026`.
 */
titel: string, 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * One a source.
 */
felder: Array<Ursachenfeld>, };

export type Quellbefund = { 
/**
 * It is.
 */
stimmt: boolean, 
/**
 * German sentence.
 */
satz: string, 
/**
 * Hash of the file's units that take part.
 */
population_hash: string, };

export type QuellePruefen = { 
/**
 * Number of the check, e.g. `FA-2026-001`.
 */
nummer: string, 
/**
 * Path of the list as the specialist application gave it.
 */
datei: string, };

export type Quellenangabe = { 
/**
 * Source.
 */
quelle: Ursachenquelle, 
/**
 * Its German name.
 */
titel: string, 
/**
 * How far it is seen.
 */
sicht: Ursachensicht, };

export type Quotenpunkt = { 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * "3. Quartal 2026", else both days.
 */
zeitraum: string, 
/**
 * N.
 */
grundgesamtheit: number, 
/**
 * Drawn.
 */
gezogen: number, 
/**
 * Erroneous by the definition of that check.
 */
fehlerhaft: number, 
/**
 * Unresolved: an error in the upper end only.
 */
ungeklaert: number, 
/**
 * Point estimate in tenths of a percent, half up.
 */
quote: Zehntelprozent, 
/**
 * Lower end, two-sided, rounded down; none for a full count.
 */
unten: Zehntelprozent | null, 
/**
 * Upper end, two-sided, rounded up; none for a full count.
 */
oben: Zehntelprozent | null, 
/**
 * Confidence of the interval as text.
 */
sicherheit: string, 
/**
 * The check whose page or report this is.
 */
diese: boolean, };

export type Quotenverlauf = { 
/**
 * By period, the check itself last; at least two.
 */
punkte: Array<Quotenpunkt>, 
/**
 * What must be known to read them side by side.
 */
hinweise: Array<string>, };

export type ReaktionAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What every reader of the ticket may see.
 */
angaben: Reaktionsinhalt, 
/**
 * Contact and account.
 */
klar: Reaktionsklar, 
/**
 * Why, 5 to 500 characters; needed where receipt, kind or Anliegen change after the triage, or where a hint at a
 * Rechtsbehelf disappears.
 */
begruendung: string, };

export type ReaktionAnlegen = { 
/**
 * What every reader of the ticket may see.
 */
angaben: Reaktionsinhalt, 
/**
 * Contact and account.
 */
klar: Reaktionsklar, 
/**
 * Triage at once; `None`: later.
 */
sichtung: Sichtungsantwort | null, };

export type ReaktionAuswertungAntwort = { 
/**
 * Everything that is computed.
 */
auswertung: Reaktionsauswertung, 
/**
 * Only reactions that concern the person's own area or teams, or that she entered or works on, are counted.
 */
nur_eigene: boolean, };

export type ReaktionAuswertungExportieren = { 
/**
 * Period.
 */
zeitraum: Auswertungszeitraum, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type ReaktionBezug = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type ReaktionDetail = { 
/**
 * The ticket.
 */
reaktion: Kundenreaktion, 
/**
 * Contact and account; only for who works on tickets.
 */
klar: Reaktionsklar | null, 
/**
 * Day on which contact, account, notes and texts were removed by rule.
 */
entfernt_am: string | null, 
/**
 * Its clocks with their reasons.
 */
uhr: Reaktionsuhr, 
/**
 * How far it has gone up; `None`: answered.
 */
stufe: Eskalationsstufe | null, 
/**
 * The receipt was not confirmed in time.
 */
bestaetigung_verspaetet: boolean, 
/**
 * The answer did not come in time.
 */
antwort_verspaetet: boolean, 
/**
 * The person works on this ticket: contact, account, notes and texts are hers to see, and it is hers to change.
 */
bearbeitbar: boolean, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Reaktionsschrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * What subject line and account hint at; only for who may see them.
 */
hinweise: SichtungHinweise, 
/**
 * What came in since the last triage and hints at a Rechtsbehelf; only for who may see it. Until another triage
 * the ticket cannot be answered or ended.
 */
spaetere_hinweise: Array<Rechtsbehelfshinweis>, 
/**
 * Notes and texts to the person, oldest first; only for who works on tickets.
 */
beitraege: Array<Reaktionsbeitrag>, 
/**
 * Other tickets of the same person, newest first; only for who works on tickets.
 */
dieselbe_person: Array<Reaktionsverweis>, 
/**
 * Tickets that go on in this one.
 */
zusammengefuehrte: Array<Reaktionsverweis>, 
/**
 * The ticket in which this one goes on.
 */
zusammengefuehrt_mit: Reaktionsverweis | null, 
/**
 * The procedures that were found in it, in the order of the triages.
 */
verfahren: Array<Reaktionsverweis>, 
/**
 * The Datenschutzvorfall that became known through it.
 */
datenschutzvorfall: Reaktionsverweis | null, 
/**
 * The request of the person concerned that came in it.
 */
betroffenenanfrage: Reaktionsverweis | null, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type ReaktionFilter = { 
/**
 * Words; all must occur.
 */
suche: string, 
/**
 * Kinds; none: all.
 */
arten: Array<Reaktionsart>, 
/**
 * Channels; none: all.
 */
kanaele: Array<Kanal>, 
/**
 * States; none: all.
 */
staende: Array<Reaktionsstand>, 
/**
 * Not closed.
 */
nur_offene: boolean, 
/**
 * Subjects of an Anliegen, the empty text means "without one"; none: all.
 */
sachgebiete: Array<string>, 
/**
 * Causes of an Anliegen, the empty text means "none found"; none: all.
 */
ursachen: Array<string>, 
/**
 * Team an Anliegen is about.
 */
team_id: string | null, 
/**
 * Team that works on it.
 */
zustaendig_team: string | null, 
/**
 * Person who works on it.
 */
zustaendig: string | null, 
/**
 * Judgements; none: all.
 */
urteile: Array<Reaktionsurteil>, 
/**
 * Gone up at least so far.
 */
stufe: Eskalationsstufe | null, 
/**
 * Something must happen on that day or later.
 */
faellig_von: string | null, 
/**
 * Something must happen until that day.
 */
faellig_bis: string | null, 
/**
 * Received since.
 */
eingang_von: string | null, 
/**
 * Received until.
 */
eingang_bis: string | null, 
/**
 * Answered or ended since; what goes on in another ticket is answered there.
 */
beantwortet_von: string | null, 
/**
 * Answered or ended until.
 */
beantwortet_bis: string | null, 
/**
 * From persons of whom there is more than one.
 */
wiederholt: boolean, 
/**
 * A judgement waits for a second person, and this person may be the second.
 */
beurteilung_offen: boolean, 
/**
 * Other tickets of the person this one (id) is from; only those that the person who asks works on.
 */
dieselbe_person_wie: string | null, };

export type ReaktionLesen = { 
/**
 * Id.
 */
id: string, };

export type ReaktionNotieren = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * The note, 3 to 5,000 characters.
 */
text: string, };

export type ReaktionSchritt = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Reaktionsschritt, 
/**
 * The text that went to the person: needed for an answer, possible for a confirmation of receipt.
 */
text: string | null, };

export type ReaktionSchrittZuruecknehmen = { 
/**
 * Which ticket.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type ReaktionSichten = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The answers.
 */
antwort: Sichtungsantwort, };

export type ReaktionenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: ReaktionenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type ReaktionenListe = { 
/**
 * What to leave out.
 */
filter: ReaktionFilter, 
/**
 * By what to sort.
 */
sortierung: Reaktionssortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type ReaktionenZuweisen = { 
/**
 * Which, 1 to 500.
 */
reaktionen: Array<ReaktionBezug>, 
/**
 * Team; `None`: the Kundenreaktionsmanagement.
 */
team_id: string | null, 
/**
 * Person (user id).
 */
person_id: string | null, };

export type Reaktionsangaben = { 
/**
 * Receipt.
 */
eingang: string, 
/**
 * Working days until the confirmation, at most 366.
 */
arbeitstage: number, 
/**
 * Calendar days until the answer, at most 366.
 */
kalendertage: number, };

export type Reaktionsart = "lob" | "beschwerde" | "kritik" | "anregung" | "dienstaufsichtsbeschwerde" | "fachaufsichtsbeschwerde" | "petition" | "abgeordnete" | "presse" | "ombudsstelle" | "schlichtung";

export type Reaktionsauswertung = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * The day on which it was decided what is overdue.
 */
stand: string, 
/**
 * Sentences for the top.
 */
saetze: Array<string>, 
/**
 * What a reader must know to read the figures rightly.
 */
hinweise: Array<string>, 
/**
 * What is not among the figures.
 */
nicht_gezaehlt: Array<string>, 
/**
 * Open before the first day.
 */
bestand_vorher: number, 
/**
 * Reactions that came in.
 */
zugang: number, 
/**
 * Reactions that were closed.
 */
abgang: number, 
/**
 * Open after the last day.
 */
bestand: number, 
/**
 * Month by month; a month of which the period holds only a part counts that part.
 */
monate: Array<Bestandsmonat>, 
/**
 * Anliegen of the reactions that came in.
 */
anliegen: number, 
/**
 * Whether the receipt was confirmed as promised.
 */
bestaetigung: Zusage, 
/**
 * Whether the answer came as promised.
 */
antwort: Zusage, 
/**
 * Those in no share of the two.
 */
abseits: Abseits, 
/**
 * Days from receipt to answer without pauses; nothing without an answer.
 */
dauer: Tagedauer | null, 
/**
 * The same with pauses.
 */
dauer_mit_pausen: Tagedauer | null, 
/**
 * Pauses of those that were answered.
 */
pausen: Pausenzahl, 
/**
 * Reactions by kind.
 */
arten: Array<Reaktionsgruppe>, 
/**
 * Reactions by channel.
 */
kanaele: Array<Reaktionsgruppe>, 
/**
 * Anliegen by category.
 */
anliegenarten: Array<Reaktionsgruppe>, 
/**
 * Anliegen by Sachgebiet (small-group rules applied).
 */
sachgebiete: Anliegentafel, 
/**
 * Anliegen by organisational cause (small-group rules applied).
 */
ursachen: Anliegentafel, 
/**
 * Anliegen by the team they are about (small-group rules applied).
 */
teams: Anliegentafel, 
/**
 * Judgements.
 */
urteile: Urteilszahl, 
/**
 * Persons with more than one reaction in the period; nothing if there are too few to be told.
 */
wiederholer: number | null, 
/**
 * Reactions without name and number: they belong to nobody.
 */
anonym: number, 
/**
 * Reactions in which a Rechtsbehelf was found.
 */
rechtsbehelfe: number, 
/**
 * What changed.
 */
massnahmen: Massnahmenzahl, 
/**
 * Whether it helped.
 */
rueckmeldung: Rueckmeldezahl, 
/**
 * Year by year, ten at most, from the first one with a reaction.
 */
jahre: Array<Reaktionsjahr>, };

export type Reaktionsbeitrag = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Ticket.
 */
reaktion_id: string, 
/**
 * For whom.
 */
art: Beitragsart, 
/**
 * The text.
 */
text: string, 
/**
 * Who wrote it (user id).
 */
von: string, 
/**
 * When (UTC).
 */
am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Reaktionseintrag = { 
/**
 * The step.
 */
schritt: Reaktionsschritt, 
/**
 * Who entered it (user id).
 */
von: string, 
/**
 * When it was entered (UTC).
 */
eingetragen_am: string, 
/**
 * Taken back.
 */
zurueckgenommen: Zuruecknahme | null, };

export type Reaktionsergebnis = "beantwortet" | "ohne_antwort" | "abgegeben" | "zusammengefuehrt";

export type Reaktionsgruppe = { 
/**
 * What people read.
 */
titel: string, 
/**
 * Several teams together (small-group rule).
 */
zusammengefasst: boolean, 
/**
 * How many; nothing if the row must stay empty.
 */
anzahl: number | null, 
/**
 * Answered in time of those due; nothing if it must stay empty.
 */
in_zeit: Anteil | null, 
/**
 * Justified, in whole or in part, of those judged; nothing if it must stay empty.
 */
berechtigt: Anteil | null, };

export type Reaktionsinhalt = { 
/**
 * Kind.
 */
art: Reaktionsart, 
/**
 * Channel.
 */
kanal: Kanal, 
/**
 * Day of receipt.
 */
eingang: string, 
/**
 * Time of receipt, if known.
 */
uhrzeit: string | null, 
/**
 * What it is about, without names, 3 to 120 characters; of a Dienstaufsichtsbeschwerde its reference.
 */
betreff: string, 
/**
 * Through whom it came, at most 120 characters.
 */
andere_stelle: string, 
/**
 * One to three; none for a Dienstaufsichtsbeschwerde.
 */
anliegen: Array<Anliegen>, 
/**
 * The person asks for an answer.
 */
antwort_erwuenscht: boolean, };

export type Reaktionsjahr = { 
/**
 * The year.
 */
jahr: number, 
/**
 * First receipt of all, if the house began in this year, later than in January: it is no whole year.
 */
ab: string | null, 
/**
 * Last day counted, if the year is not counted to its end.
 */
bis: string | null, 
/**
 * Came in.
 */
zugang: number, 
/**
 * Closed.
 */
abgang: number, 
/**
 * Open at its end, or after the last day counted.
 */
bestand: number, 
/**
 * Answered in time of those due.
 */
in_zeit: Anteil, 
/**
 * Half of the answers had come after so many days, pauses apart.
 */
median: number | null, 
/**
 * Nine of ten.
 */
neunzig: number | null, 
/**
 * Justified, in whole or in part, of those judged.
 */
berechtigt: Anteil, 
/**
 * With a Rechtsbehelf in them.
 */
rechtsbehelfe: number, 
/**
 * Measures derived.
 */
massnahmen: number, };

export type Reaktionsklar = { 
/**
 * Name, at most 120 characters; empty: anonymous.
 */
name: string, 
/**
 * How to reach the person, at most 200 characters.
 */
kontakt: string, 
/**
 * Case number, at most 40 characters.
 */
fallnummer: string, 
/**
 * What the person says, at most 10,000 characters.
 */
schilderung: string, };

export type Reaktionslage = { 
/**
 * State.
 */
stand: Reaktionsstand, 
/**
 * What the triage said.
 */
sichtung: Sichtung | null, 
/**
 * A triage found a Rechtsbehelf since the ticket was opened; a later one that finds none does not undo that.
 */
rechtsbehelf: boolean, 
/**
 * A triage said that it touches data protection; only taking that triage back undoes it.
 */
datenschutz: boolean, 
/**
 * From when the clocks run, if not from the receipt: the person came back.
 */
uhr_ab: string | null, 
/**
 * Receipt confirmed.
 */
bestaetigt_am: string | null, 
/**
 * Rounds that ended before the person came back, oldest first.
 */
frueher: Array<Reaktionsrunde>, 
/**
 * Pauses since the clocks run.
 */
pausen: Array<Reaktionspause>, 
/**
 * What the house waits for just now.
 */
wartet_auf: Wartegrund | null, 
/**
 * The day that stops the clock of the answer.
 */
beantwortet_am: string | null, 
/**
 * How it ended.
 */
ergebnis: Reaktionsergebnis | null, 
/**
 * Judgement, proposed or agreed.
 */
beurteilung: Beurteilung | null, 
/**
 * Why a second person gave the judgement back last.
 */
zurueckgegeben: string | null, 
/**
 * To whom it was handed.
 */
abgegeben_an: string | null, 
/**
 * The ticket in which it goes on (id).
 */
zusammengefuehrt_mit: string | null, 
/**
 * What changes because of it.
 */
massnahmen: Array<Reaktionsmassnahme>, 
/**
 * Whether it helped.
 */
rueckmeldung: Rueckmeldung | null, 
/**
 * Closed on.
 */
abschluss_am: string | null, };

export type Reaktionsmassnahme = { 
/**
 * What.
 */
was: string, 
/**
 * Until when.
 */
bis: string, };

export type Reaktionspause = { 
/**
 * First day that does not count.
 */
ab: string, 
/**
 * First day that counts again; none as long as the house still waits.
 */
bis: string | null, 
/**
 * Whom it waits for.
 */
grund: Pausengrund, 
/**
 * The day on which it was entered, if it moved a day that had passed.
 */
nachgetragen_am: string | null, };

export type Reaktionsregel = { 
/**
 * First day on which it is promised.
 */
gueltig_ab: string, 
/**
 * Working days until the acknowledgement.
 */
bestaetigung_arbeitstage: number, 
/**
 * Calendar days until the answer.
 */
antwort_kalendertage: number, };

export type ReaktionsregelLoeschen = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type ReaktionsregelSpeichern = { 
/**
 * Id and expected version; `None` for a new one.
 */
bezug: ReaktionsregelLoeschen | null, 
/**
 * The promise.
 */
regel: Reaktionsregel, 
/**
 * Why it counts for days that have passed, 5 to 500 characters; else it is not kept.
 */
begruendung: string, };

export type Reaktionsregeln = { 
/**
 * Entered, oldest first.
 */
regeln: Array<Reaktionsregelzeile>, 
/**
 * Counts before the first of them.
 */
vorgabe: Reaktionsregel, };

export type Reaktionsregelzeile = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Why it was made to count for days that had passed; empty: it was not.
 */
begruendung: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * First day on which it is promised.
 */
gueltig_ab: string, 
/**
 * Working days until the acknowledgement.
 */
bestaetigung_arbeitstage: number, 
/**
 * Calendar days until the answer.
 */
antwort_kalendertage: number, };

export type Reaktionsrunde = { 
/**
 * From when its clocks ran, if not from the receipt.
 */
uhr_ab: string | null, 
/**
 * Its pauses.
 */
pausen: Array<Reaktionspause>, 
/**
 * The day that stopped its clock.
 */
beantwortet_am: string, 
/**
 * How it ended.
 */
ergebnis: Reaktionsergebnis, };

export type Reaktionsschritt = { "art": "sichten", 
/**
 * Its answers.
 */
sichtung: Sichtung, 
/**
 * The procedure that was opened with it (id); only the core sets it.
 */
verfahren: string | null, 
/**
 * Notes that were there and were looked through with it; only the core sets it.
 */
notizen: number, } | { "art": "eingang_bestaetigen", 
/**
 * Day.
 */
am: string, 
/**
 * The text that went out (id); only the core sets it.
 */
beitrag: string | null, } | { "art": "pausieren", 
/**
 * First day that does not count.
 */
ab: string, 
/**
 * For whom the house waits.
 */
grund: Pausengrund, 
/**
 * For what, 5 to 300 characters.
 */
text: string, 
/**
 * The day on which the house asks again at the latest; needed.
 */
nachfragen_am: string | null, 
/**
 * Why it is entered only now, 5 to 300 characters; needed if it moves a day that has passed.
 */
begruendung: string, 
/**
 * The day on which it was entered, if it moved a day that had passed; only the core sets it.
 */
nachgetragen_am: string | null, } | { "art": "fortsetzen", 
/**
 * First day that counts again.
 */
am: string, } | { "art": "beantworten", 
/**
 * Day.
 */
am: string, 
/**
 * How.
 */
weg: Antwortweg, 
/**
 * The text that went out (id); only the core sets it.
 */
beitrag: string | null, } | { "art": "ohne_antwort", 
/**
 * Day.
 */
am: string, 
/**
 * Why, 5 to 300 characters.
 */
grund: string, } | { "art": "beurteilen", 
/**
 * How.
 */
urteil: Reaktionsurteil, 
/**
 * Why, 5 to 500 characters.
 */
begruendung: string, } | { "art": "beurteilung_bestaetigen", } | { "art": "beurteilung_zurueckgeben", 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "abgeben", 
/**
 * Day.
 */
am: string, 
/**
 * To whom, 3 to 120 characters.
 */
an: string, 
/**
 * Reference there, at most 60 characters.
 */
zeichen: string, } | { "art": "zusammenfuehren", 
/**
 * Day.
 */
am: string, 
/**
 * Id of the other ticket.
 */
mit: string, } | { "art": "massnahme_ableiten", 
/**
 * What, 5 to 300 characters.
 */
was: string, 
/**
 * Until when.
 */
bis: string, } | { "art": "nachfragen", 
/**
 * Day.
 */
am: string, 
/**
 * What she said.
 */
rueckmeldung: Rueckmeldung, } | { "art": "abschliessen", 
/**
 * Day.
 */
am: string, } | { "art": "wieder_oeffnen", 
/**
 * Day on which she came back.
 */
am: string, 
/**
 * With what, 5 to 300 characters.
 */
grund: string, } | { "art": "berichtigen", 
/**
 * What was changed, with what stood there before.
 */
was: string, 
/**
 * Why, 5 to 500 characters.
 */
begruendung: string, 
/**
 * The judgement does not hold for what stands there now.
 */
neu_beurteilen: boolean, };

export type Reaktionsschrittart = "sichten" | "eingang_bestaetigen" | "beantworten" | "ohne_antwort" | "pausieren" | "fortsetzen" | "beurteilen" | "beurteilung_bestaetigen" | "beurteilung_zurueckgeben" | "abgeben" | "zusammenfuehren" | "massnahme_ableiten" | "nachfragen" | "abschliessen" | "wieder_oeffnen" | "berichtigen";

export type Reaktionssortierung = "dringlichkeit" | "nummer" | "eingang" | "art" | "stand" | "zustaendig" | "beantwortet";

export type Reaktionsstand = "eingegangen" | "offen" | "wartet" | "beantwortet" | "erledigt";

export type Reaktionsuebersicht = { 
/**
 * Nobody has looked at them.
 */
zu_sichten: number, 
/**
 * Something is due today, the triage among it.
 */
heute: number, 
/**
 * A day has passed, with those that nobody has looked at.
 */
ueberfaellig: number, 
/**
 * The clock rests.
 */
pausiert: number, 
/**
 * Gone up to the Kundenreaktionsmanagement or further.
 */
eskaliert: number, 
/**
 * Gone up to the Geschäftsführung.
 */
bei_geschaeftsfuehrung: number, 
/**
 * A judgement waits for a second person, and this person may be the second.
 */
beurteilung_offen: number, 
/**
 * Answered, or ended without an answer, and still to be closed.
 */
abzuschliessen: number, 
/**
 * Not closed.
 */
offen: number, };

export type Reaktionsuhr = { 
/**
 * Last day for the acknowledgement. Pauses do not move it: that the letter came can always be said.
 */
bestaetigung_bis: string, 
/**
 * Last day for the answer; none while a pause runs.
 */
antwort_bis: string | null, 
/**
 * Calendar days after the receipt that did not count, in all rounds; those of a running pause are not among them.
 */
pausentage: number, 
/**
 * The person wishes an answer; else the days are only a reminder for the house, no promise.
 */
erwuenscht: boolean, 
/**
 * A round that ended before the person came back ended after its day.
 */
frueher_verspaetet: boolean, 
/**
 * First day of the pause that runs.
 */
ruht_seit: string | null, 
/**
 * Calendar days of the answer period that were left when the running pause began; 0 if none runs.
 */
verbleibend: number, 
/**
 * Stages with a day, ascending in both. One that a running pause keeps from coming is missing, and so are
 * the two in the middle where the Geschäftsführung is told at once.
 */
stufen: Array<Stufentag>, 
/**
 * The reasoning, one sentence or two a step.
 */
schritte: Array<string>, };

export type Reaktionsurteil = "berechtigt" | "teilweise" | "unberechtigt";

export type Reaktionsverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, };

export type Reaktionszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Version, for what is done with several at once.
 */
version: number, 
/**
 * Number.
 */
nummer: string, 
/**
 * Kind.
 */
art: Reaktionsart, 
/**
 * Channel.
 */
kanal: Kanal, 
/**
 * Day of receipt.
 */
eingang: string, 
/**
 * What it is about.
 */
betreff: string, 
/**
 * Name; only for who works on tickets.
 */
name: string | null, 
/**
 * Subjects of its Anliegen (kennung).
 */
sachgebiete: Array<string>, 
/**
 * Teams its Anliegen are about.
 */
teams: Array<string>, 
/**
 * Team that works on it.
 */
zustaendig_team: string | null, 
/**
 * Sign of the person who works on it.
 */
zustaendig: string | null, 
/**
 * State.
 */
stand: Reaktionsstand, 
/**
 * By when something must happen next.
 */
naechster_tag: string | null, 
/**
 * Last day for the confirmation of receipt.
 */
bestaetigung_bis: string | null, 
/**
 * Receipt confirmed.
 */
bestaetigt_am: string | null, 
/**
 * Last day for the answer; none while the clock rests.
 */
antwort_bis: string | null, 
/**
 * The day that stopped the clock.
 */
beantwortet_am: string | null, 
/**
 * How far it has gone up.
 */
stufe: Eskalationsstufe | null, 
/**
 * How it ended.
 */
ergebnis: Reaktionsergebnis | null, 
/**
 * Agreed judgement.
 */
urteil: Reaktionsurteil | null, 
/**
 * A Widerspruch was found in it.
 */
rechtsbehelf: boolean, 
/**
 * It touches data protection.
 */
datenschutz: boolean, 
/**
 * Other tickets of the same person.
 */
wiederholungen: number, 
/**
 * Closed on.
 */
abschluss_am: string | null, };

export type Rechenblatt = { 
/**
 * What was calculated.
 */
titel: string, 
/**
 * The inputs in words, so that a print or a copy stands for itself.
 */
eingaben: Array<Angabe>, 
/**
 * The answer in one sentence.
 */
satz: string, 
/**
 * What belongs to it: the long form, the verdict.
 */
saetze: Array<string>, 
/**
 * The verdict, where a goal was given.
 */
urteil: Urteil | null, 
/**
 * Named figures or dates, the decisive one first.
 */
werte: Array<Angabe>, 
/**
 * A table, if there is one.
 */
tafel: Rechentafel | null, 
/**
 * How it was calculated, one sentence or two a step, each with its source.
 */
schritte: Array<string>, 
/**
 * What the answer does not say.
 */
hinweise: Array<string>, 
/**
 * Requests to `iksctl rechne`, one JSON line each, that give the same figures.
 */
nachrechnen: Array<string>, 
/**
 * House, day and version of the program.
 */
fuss: string, 
/**
 * The whole sheet as plain text, to copy.
 */
text: string, };

export type Rechentafel = { 
/**
 * Heading.
 */
titel: string, 
/**
 * Headings of the columns.
 */
kopf: Array<string>, 
/**
 * Rows with as many cells.
 */
zeilen: Array<Array<string>>, };

export type RechneExportieren = { 
/**
 * The year of a theme.
 */
frage: JahrAuswerten, 
/**
 * Path that ends in `.jsonl`.
 */
datei: string, 
/**
 * Replace an existing file.
 */
ueberschreiben: boolean, };

export type RechnerFrist = { 
/**
 * Which one, from when.
 */
frage: Fristfrage, 
/**
 * Place where the period must be kept, for instance the seat of the court; none is the house.
 */
ort: RechnerOrt | null, };

export type RechnerOrt = { 
/**
 * Land whose holidays count.
 */
land: Land, 
/**
 * Holidays of the municipality.
 */
feiertage: OrtsFeiertage, };

export type RechnerQuote = { 
/**
 * Confidence, strictly between 0 and 1.
 */
konfidenz: Dezimal, 
/**
 * The goal, if one was fixed before the draw: an error rate below this one.
 */
ziel: Dezimal | null, 
/**
 * One for a simple sample, several for a stratified one; at most 60, together at most 1,000,000 cases.
 */
schichten: Array<RechnerSchicht>, };

export type RechnerSchicht = { 
/**
 * Name; may be empty. At most 80 characters.
 */
bezeichnung: string, 
/**
 * N.
 */
grundgesamtheit: number, 
/**
 * n.
 */
n: number, 
/**
 * Erroneous cases.
 */
k: number, 
/**
 * Missing or undecidable cases among n; errors in the upper bound only.
 */
ungeklaert: number, };

export type RechnerUmfang = { 
/**
 * N, 1 to 1,000,000.
 */
grundgesamtheit: number, 
/**
 * Confidence, strictly between 0 and 1.
 */
konfidenz: Dezimal, 
/**
 * The goal: an error rate below this one.
 */
ziel: Dezimal, 
/**
 * The true rate that is expected, below the goal. It gives the allowed errors and the risk.
 */
erwartete_quote: Dezimal, 
/**
 * Allowed errors, if they are not to follow from the expected rate.
 */
erlaubte_fehler: number | null, 
/**
 * For the Entdeckungsstichprobe: so many critical cases, of which one shall be found.
 */
kritische_faelle: number | null, };

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

export type Rechtsbehelfsbelehrung = "ordnungsgemaess" | "fehlt" | "fehlerhaft";

export type Rechtsbehelfshinweis = { 
/**
 * The words as they stand in the text, with some of what stands around them.
 */
wort: string, 
/**
 * What it means, as a sentence.
 */
grund: string, };

export type Rechtsmittel = "berufung" | "nichtzulassungsbeschwerde" | "beschwerde";

export type Rechtsmittelangaben = { 
/**
 * Day on which it was served.
 */
zustellung: string, 
/**
 * Which appeal.
 */
rechtsmittel: Rechtsmittel, };

export type Registerschritt<S> = { 
/**
 * The step.
 */
schritt: S, 
/**
 * Who entered it (user id).
 */
von: string, 
/**
 * When it was entered (UTC).
 */
eingetragen_am: string, 
/**
 * Taken back.
 */
zurueckgenommen: Zuruecknahme | null, };

export type RestlicheAufJa = { 
/**
 * Unit.
 */
id: string, 
/**
 * Section, from 0.
 */
abschnitt: number, };

export type Restzeile = { 
/**
 * Why, in German.
 */
titel: string, 
/**
 * Anliegen.
 */
anzahl: number, };

export type Risiko = "kein" | "gering" | "risiko" | "hoch";

export type Rolle = "administration" | "qualitaetsmanagement" | "pruefkraft" | "teamleitung" | "bereichsleitung" | "widerspruchsstelle" | "kundenreaktionsmanagement" | "datenschutz" | "korruptionspraevention" | "geschaeftsfuehrung" | "revision";

export type Rotation = { 
/**
 * First day after five years.
 */
ab: string, 
/**
 * Last day of an exception.
 */
ausnahme_bis: string | null, };

export type Rotationsausnahme = { 
/**
 * Why, 10 to 500 characters.
 */
grund: string, 
/**
 * What makes up for it, 5 to 500 characters.
 */
ausgleich: string, 
/**
 * Last day of the exception.
 */
bis: string, };

export type Rueckmeldezahl = { 
/**
 * It did, of those who said something.
 */
geholfen: Anteil, 
/**
 * Asked, and no answer.
 */
ohne_antwort: number, 
/**
 * Answered reactions: so many could have been asked.
 */
beantwortet: number, };

export type Rueckmeldung = "geholfen" | "nicht_geholfen" | "ohne_antwort";

export type Ruhe = { 
/**
 * At the latest.
 */
bis: string, 
/**
 * Because of what.
 */
grund: string, 
/**
 * The state it returns to.
 */
davor: Verfahrensstand, };

export type SchichtenExportieren = { 
/**
 * The year of a theme.
 */
frage: JahrAuswerten, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type Schichtung = "keine" | "team";

export type Schichtzeile = { 
/**
 * Values joined by " / ".
 */
name: string, 
/**
 * Units.
 */
anzahl: number, };

export type Schliessen = { 
/**
 * Last draw of the check with its expected version.
 */
ziehung: Bezug, };

export type SchonGeprueft = { 
/**
 * As the specialist application writes them; where a check names its cases by several columns, also joined by
 * " / ".
 */
nummern: Array<string>, };

export type SchonGeprueftAntwort = { 
/**
 * One for each number, in the order of the question; empty ones left out.
 */
zeilen: Array<SchonGeprueftZeile>, 
/**
 * What must be known to read the answer rightly.
 */
hinweise: Array<string>, };

export type SchonGeprueftZeile = { 
/**
 * As it was asked.
 */
nummer: string, 
/**
 * Latest period first; empty: in none that the person sees.
 */
ziehungen: Array<FruehereZiehung>, };

export type SchrittEintragen = { 
/**
 * Which procedure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Verfahrensschritt, };

export type SchrittZuruecknehmen = { 
/**
 * Which procedure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Schrittart = "eingang_bestaetigen" | "abhilfe_pruefen" | "abhelfen" | "teilweise_abhelfen" | "nicht_abhelfen" | "entwerfen" | "vorlegen" | "zeichnen" | "zurueckgeben" | "absenden" | "klage_erheben" | "klage_beendet" | "erwidern" | "gericht_entscheidet" | "rechtsmittel_einlegen" | "umsetzen" | "kosten_festsetzen" | "abschliessen" | "zuruecknehmen" | "erledigt_durch_bescheid" | "abgeben" | "uebernehmen" | "ruhen" | "fortsetzen";

export type Schritteintrag = { 
/**
 * The step.
 */
schritt: Verfahrensschritt, 
/**
 * Who entered it (user id).
 */
von: string, 
/**
 * When it was entered (UTC).
 */
eingetragen_am: string, 
/**
 * Taken back.
 */
zurueckgenommen: Zuruecknahme | null, };

export type Schwere = "gering" | "wesentlich" | "schwerwiegend";

export type Seite<T> = { 
/**
 * The rows of this page.
 */
zeilen: Array<T>, 
/**
 * How many rows there are in all.
 */
gesamt: number, };

export type Seitenbild = { 
/**
 * Counted from 1.
 */
seite: number, 
/**
 * The picture, A4 upright. It refers to nothing outside itself and holds no script.
 */
svg: string, };

export type Sicherung = "vier_augen" | "stichproben" | "trennung" | "dokumentation" | "rotation" | "fallwechsel" | "berechtigungen" | "belehrung" | "aufsicht" | "auffaelligkeiten";

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
protokoll_kopf: string | null, 
/**
 * What is missing in it without making it useless: attached files that the house had lost already.
 */
hinweise: Array<string>, };

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

export type Sichtung = { 
/**
 * It contains a Rechtsbehelf; a Widerspruch follows.
 */
rechtsbehelf: boolean, 
/**
 * Why not, where the text hints at one; 5 to 500 characters then.
 */
begruendung: string, 
/**
 * It touches data protection: the DSB sees it.
 */
datenschutz: boolean, };

export type SichtungHinweise = { 
/**
 * At a Rechtsbehelf.
 */
rechtsbehelf: Array<Rechtsbehelfshinweis>, 
/**
 * At data protection.
 */
datenschutz: Array<Datenschutzhinweis>, };

export type Sichtungsantwort = { 
/**
 * Its answers.
 */
sichtung: Sichtung, 
/**
 * The procedure to open; needed if it contains a Rechtsbehelf, else none.
 */
widerspruch: WiderspruchAusReaktion | null, };

export type SpaetereMessung = { 
/**
 * What it counted.
 */
ergebnis: Merkmalsergebnis, 
/**
 * Why it shows no effect; `None`: it may be used.
 */
hindernis: string | null, 
/**
 * What it says, the same as when it is used.
 */
vergleich: Massnahmenwirkung | null, };

export type SpaetererDurchgang = { 
/**
 * Id of the run.
 */
durchgang_id: string, 
/**
 * `PL-2027-001`.
 */
nummer: string, 
/**
 * Last day of its period.
 */
bis: string, 
/**
 * What was answered.
 */
antwort: Listenantwort, 
/**
 * Why it shows no effect; `None`: it may be used.
 */
hindernis: string | null, 
/**
 * What the two answers say together.
 */
vergleich: Massnahmenwirkung | null, };

export type Spalte = { 
/**
 * Name in the header, made unique.
 */
name: string, 
/**
 * Guessed kind.
 */
art: Spaltenart, 
/**
 * First different values.
 */
beispiele: Array<string>, 
/**
 * Different values within the rows looked at.
 */
verschiedene: number, 
/**
 * Empty cells within the rows looked at.
 */
leere: number, };

export type Spaltenart = "nummer" | "text" | "datum" | "betrag" | "zahl";

export type Stand = "geplant" | "eingelesen" | "versiegelt" | "gezogen" | "abgeschlossen" | "nicht_durchgefuehrt";

export type StandAnzahl = { 
/**
 * State.
 */
stand: BogenStand, 
/**
 * How many.
 */
anzahl: number, };

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

export type StartwertErzeugen = { 
/**
 * Draw with its expected version.
 */
ziehung: Bezug, };

export type StartwertHaelfte = { 
/**
 * Draw with its expected version.
 */
ziehung: Bezug, 
/**
 * Ten digits.
 */
haelfte: string, };

export type Stattgabe = { 
/**
 * Reason.
 */
grund: Stattgabegrund, 
/**
 * Organisational cause of the shared catalogue, by kennung; empty: none found.
 */
ursache: string, };

export type Stattgabegrund = "rechtsanwendung" | "sachverhalt" | "nachgereicht" | "ermessen" | "rechtslage" | "verfahrensfehler" | "dokumentation" | "sonstiges";

export type Stellungnahme = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Answer.
 */
antwort: StellungnahmeAntwort, 
/**
 * Reasons.
 */
text: string, 
/**
 * Where it was taken from, if someone else entered it.
 */
uebertragen_aus: string, 
/**
 * Stable sign of the person.
 */
von: string, 
/**
 * When, UTC.
 */
am: string, };

export type StellungnahmeAbgeben = { 
/**
 * Feststellung.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Answer.
 */
antwort: StellungnahmeAntwort, 
/**
 * Reasons; needed unless accepted. At most 4,000 characters.
 */
text: string, 
/**
 * Where it was taken from, if the QM enters it for the Teamleitung (mail of …, talk on …).
 */
uebertragen_aus: string | null, };

export type StellungnahmeAntwort = "anerkannt" | "teilweise" | "nicht_anerkannt";

export type Stichprobenvergleich = { 
/**
 * Items of the Nachschau in the order of its sheet, then those that only the first check had.
 */
zeilen: Array<Merkmalsvergleich>, 
/**
 * Confidence of the bounds as text: first check and Nachschau.
 */
sicherheiten: [string, string], };

export type Stufentag = { 
/**
 * Stage.
 */
stufe: Eskalationsstufe, 
/**
 * First day of it.
 */
ab: string, };

export type Tagedauer = { 
/**
 * Cases.
 */
anzahl: number, 
/**
 * p = 0.5.
 */
median: number, 
/**
 * p = 0.9.
 */
neunzig: number, 
/**
 * The longest.
 */
laengste: number, };

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

export type Teamangabe = { 
/**
 * Id.
 */
id: string, 
/**
 * Name.
 */
name: string, 
/**
 * Fewer than five employees: results are merged into the area.
 */
unter_fuenf: boolean, };

export type Teamvorschlagszeile = { 
/**
 * Team.
 */
team_id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Points of risk.
 */
punkte: number, 
/**
 * Where they come from, as sentences.
 */
gruende: Array<string>, 
/**
 * Checks in the year.
 */
anzahl: number, };

export type Teamzeile = { 
/**
 * Text in the list, or [`OHNE_TEAM`].
 */
name: string, 
/**
 * Team of the check with that name.
 */
team_id: string | null, 
/**
 * Stratum of the draw; set when the population is sealed.
 */
schicht: string, 
/**
 * Units.
 */
anzahl: number, };

export type Textbaustein = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Title.
 */
titel: string, 
/**
 * When to use it.
 */
zweck: string, 
/**
 * The text.
 */
text: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type TextbausteinLoeschen = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type TextbausteinSpeichern = { 
/**
 * Id and expected version; `None` for a new one.
 */
bezug: TextbausteinLoeschen | null, 
/**
 * Title, 3 to 80 characters.
 */
titel: string, 
/**
 * When to use it, at most 200 characters.
 */
zweck: string, 
/**
 * The text, 10 to 5,000 characters.
 */
text: string, };

export type ThemaAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What people read.
 */
titel: string, 
/**
 * Field of work.
 */
bereich: string, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string, 
/**
 * What one drawn unit is; fixed once a check uses the theme.
 */
auswahleinheit: Auswahleinheit, 
/**
 * Offered for new checks.
 */
aktiv: boolean, };

export type ThemaAnlegen = { 
/**
 * Stable short name.
 */
kennung: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * Field of work.
 */
bereich: string, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string, 
/**
 * What one drawn unit is.
 */
auswahleinheit: Auswahleinheit, };

export type ThemaDetail = { 
/**
 * The theme.
 */
thema: Pruefthema, 
/**
 * Title of its Sachgebiet.
 */
sachgebiet_titel: string, 
/**
 * Its versions, newest first.
 */
vorlagen: Array<Vorlagenkopf>, 
/**
 * Which versions checks use.
 */
verwendung: Array<Vorlagenverwendung>, };

export type ThemaLesen = { 
/**
 * Id.
 */
id: string, };

export type ThemaZeile = { 
/**
 * The theme.
 */
thema: Pruefthema, 
/**
 * Its versions, newest first.
 */
vorlagen: Array<Vorlagenkopf>, };

export type Trennzeichen = "semikolon" | "komma" | "tabulator" | "strich";

export type Uebereinstimmung = { 
/**
 * Cases with two finished sheets.
 */
faelle: number, 
/**
 * Answers that both gave.
 */
verglichen: number, 
/**
 * Of these: the same.
 */
gleich: number, 
/**
 * Share of equal answers; none without answers.
 */
anteil: Zehntelprozent | null, 
/**
 * Items in the order of the sheet.
 */
zeilen: Array<Merkmalsuebereinstimmung>, 
/**
 * What must be known to read it.
 */
saetze: Array<string>, };

export type Ueberpruefungsangaben = { 
/**
 * Receipt of the request.
 */
antrag: string, };

export type Uebersicht = { 
/**
 * What waits for the person in sheets, Feststellungen and corrections.
 */
aufgaben: Array<Aufgabe>, 
/**
 * Versions of check sheets that wait for their release.
 */
vorlagen_ungeprueft: number, 
/**
 * Next dates, the earliest first.
 */
fristen: Array<Frist>, 
/**
 * Running checks, newest first.
 */
laufend: Array<Laufend>, 
/**
 * How many are running in all.
 */
laufend_gesamt: number, 
/**
 * The person may see checks at all.
 */
mit_fachaufsicht: boolean, 
/**
 * The person may plan checks.
 */
darf_planen: boolean, 
/**
 * Set-up of the house, for Administration.
 */
einrichtung: Array<Einrichtungsschritt>, };

export type Uebersteuerung = { 
/**
 * The day.
 */
tag: string, 
/**
 * Why.
 */
grund: string, 
/**
 * Who proposes it (user id).
 */
von: string, 
/**
 * Who agreed (user id); `None` while it waits.
 */
gezeichnet_von: string | null, };

export type UebersteuerungEntscheiden = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * She agrees.
 */
zustimmen: boolean, 
/**
 * Why; needed when she does not, 5 to 500 characters.
 */
grund: string, };

export type Umfang = "kein" | "eigene" | "teams" | "bereich" | "haus";

export type UnbekanntesWort = { 
/**
 * In which column.
 */
feld: Wortfeld, 
/**
 * The word.
 */
wort: string, 
/**
 * Rows that wait for it.
 */
zeilen: number, };

export type Untaetigkeitsangaben = { 
/**
 * Receipt at the office.
 */
eingang: string, 
/**
 * What is waiting.
 */
verfahren: Wartefrist, };

export type Unterschiedsart = "neu" | "geaendert" | "entfallen";

export type UrsachenExportieren = { 
/**
 * Period and choice.
 */
frage: UrsachenFrage, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type UrsachenFrage = { 
/**
 * First quarter, `2026-Q1`.
 */
von: string, 
/**
 * Last quarter.
 */
bis: string, 
/**
 * Kennung of the Sachgebiet; `None`: all.
 */
sachgebiet: string | null, 
/**
 * Kennung of the cause; `None`: all.
 */
ursache: string | null, };

export type Ursachenfeld = { 
/**
 * Numerator and denominator; nothing if hidden or not seen.
 */
werte: Ursachenwerte | null, 
/**
 * All Anliegen, judged or not; nothing for other sources, if hidden, or not seen.
 */
alle: number | null, 
/**
 * Something is there that is not shown.
 */
verborgen: boolean, };

export type Ursachenquelle = "kundenreaktion" | "widerspruch" | "zufallspruefung" | "bewusste_pruefung";

export type Ursachenreihe = { 
/**
 * Kennung; empty: none was entered.
 */
kennung: string, 
/**
 * What people read.
 */
titel: string, 
/**
 * One a source.
 */
felder: Array<Ursachenfeld>, };

export type Ursachensicht = "keine" | "teams" | "bereich" | "haus";

export type Ursachenvergleich = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * The sources, in the order of the fields of each row.
 */
quellen: Array<Quellenangabe>, 
/**
 * The whole choice.
 */
summe: Array<Ursachenfeld>, 
/**
 * By Sachgebiet.
 */
sachgebiete: Array<Ursachenreihe>, 
/**
 * Numerators by organisational cause.
 */
ursachen: Array<Ursachenreihe>, 
/**
 * By quarter; empty for a cause within a Sachgebiet.
 */
quartale: Array<Quartalsreihe>, 
/**
 * Sachgebiete for the next check, for the whole period whatever is chosen.
 */
vorschlaege: Array<Pruefvorschlag>, 
/**
 * How the proposals were found and ordered.
 */
vorschlagsregel: string, 
/**
 * What a reader must know to read the figures rightly.
 */
hinweise: Array<string>, };

export type Ursachenwerte = { 
/**
 * Justified Anliegen, successful Widersprüche, Feststellungen.
 */
zaehler: number, 
/**
 * Judged Anliegen, settled Widersprüche, checked cases.
 */
nenner: number, 
/**
 * Numerator of a thousand; Feststellungen may be more than one a case. Nothing without a denominator and
 * for hand-picked cases.
 */
rate: Zehntelprozent | null, };

export type Ursachenzeile = { 
/**
 * In German.
 */
titel: string, 
/**
 * Procedures; nothing if the row must stay empty.
 */
anzahl: number | null, };

export type Urteil = "belegt" | "nicht_belegt" | "verfehlt";

export type Urteilszahl = { 
/**
 * Each judgement, also those that did not occur.
 */
zeilen: Array<Urteilszeile>, 
/**
 * All judged.
 */
beurteilt: number, 
/**
 * Of a kind that is judged, and not judged, or not yet.
 */
ohne_urteil: number, };

export type Urteilszeile = { 
/**
 * Which.
 */
urteil: Reaktionsurteil, 
/**
 * In German.
 */
titel: string, 
/**
 * Reactions.
 */
anzahl: number, };

export type Veraenderung = "verbessert" | "verschlechtert" | "unveraendert_offen" | "unveraendert_erfuellt" | "nicht_vergleichbar";

export type Verfahren = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `W-2026-0001`; never given twice.
 */
nummer: string, 
/**
 * Kind.
 */
art: Verfahrensart, 
/**
 * What was entered.
 */
angaben: Verfahrensangaben, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Schritteintrag>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Verfahrenslage, 
/**
 * Keyed pseudonym of the case number, 64 hex digits.
 */
pseudonym: string, 
/**
 * Who of the Widerspruchsstelle keeps it (user id).
 */
zustaendig: string | null, 
/**
 * The procedure it comes from: the Widerspruch of a Klage.
 */
vorgaenger_id: string | null, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type VerfahrenAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What every reader of the register may see.
 */
angaben: Verfahrensangaben, 
/**
 * What only the Widerspruchsstelle sees.
 */
klar: Klarangaben, };

export type VerfahrenAnlegen = { 
/**
 * Kind.
 */
art: Verfahrensart, 
/**
 * What every reader of the register may see.
 */
angaben: Verfahrensangaben, 
/**
 * What only the Widerspruchsstelle sees.
 */
klar: Klarangaben, 
/**
 * The procedure it comes from.
 */
vorgaenger_id: string | null, };

export type VerfahrenDetail = { 
/**
 * The procedure.
 */
verfahren: Verfahren, 
/**
 * Case number, or the short pseudonym.
 */
fall: Fallnummer, 
/**
 * Plain numbers and names; only for the Widerspruchsstelle.
 */
klar: Klarangaben | null, 
/**
 * Since when plain data are gone by the retention rule; nothing changes any more.
 */
entfernt_am: string | null, 
/**
 * Its deadlines by day.
 */
fristen: Array<Fristansicht>, 
/**
 * Its Wiedervorlagen, open ones first.
 */
wiedervorlagen: Array<Wiedervorlage>, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Schrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * What to think of, as sentences.
 */
hinweise: Array<string>, 
/**
 * Letters as text to copy.
 */
briefe: Array<Briefentwurf>, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * The procedure it comes from.
 */
vorgaenger: Verfahrensverweis | null, 
/**
 * Procedures that came from it.
 */
nachfolger: Array<Verfahrensverweis>, 
/**
 * Kundenreaktionen in which it was found.
 */
reaktionen: Array<Verfahrensverweis>, 
/**
 * Others with the same case number; only for the Widerspruchsstelle.
 */
dieselbe_nummer: Array<Verfahrensverweis>, };

export type VerfahrenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: VerfahrenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type VerfahrenFilter = { 
/**
 * Words that all occur (beginnings of words); at most 100 characters.
 */
suche: string, 
/**
 * Kinds.
 */
arten: Array<Verfahrensart>, 
/**
 * States.
 */
staende: Array<Verfahrensstand>, 
/**
 * Not yet done.
 */
nur_offene: boolean, 
/**
 * Kennungen of the catalogue.
 */
sachgebiete: Array<string>, 
/**
 * Team.
 */
team_id: string | null, 
/**
 * Who keeps it (user id).
 */
zustaendig: string | null, 
/**
 * Results.
 */
ergebnisse: Array<Verfahrensergebnis>, 
/**
 * Kennungen of the catalogue; the empty text means "none found".
 */
ursachen: Array<string>, 
/**
 * Received from.
 */
eingang_von: string | null, 
/**
 * Received until.
 */
eingang_bis: string | null, 
/**
 * Decided from.
 */
entschieden_von: string | null, 
/**
 * Decided until.
 */
entschieden_bis: string | null, 
/**
 * With a running deadline until that day.
 */
frist_bis: string | null, 
/**
 * With a deadline that is not confirmed.
 */
unbestaetigt: boolean, };

export type VerfahrenLesen = { 
/**
 * Id.
 */
id: string, };

export type VerfahrenListe = { 
/**
 * What to leave out.
 */
filter: VerfahrenFilter, 
/**
 * By what to sort.
 */
sortierung: Verfahrenssortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type VerfahrenZeichnen = { 
/**
 * Which procedure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type VerfahrenZuweisen = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Who (user id); `None`: nobody in particular.
 */
zustaendig: string | null, };

export type Verfahrensangaben = { 
/**
 * The challenged decision in words, 3 to 200 characters.
 */
gegenstand: string, 
/**
 * Date of the decision.
 */
bescheid_am: string | null, 
/**
 * How it reached the addressee; `None` while that is not known.
 */
bekanntgabe: Bekanntgabe | null, 
/**
 * It reached the addressee abroad: three months.
 */
ausland: boolean, 
/**
 * The instruction on remedies.
 */
belehrung: Rechtsbehelfsbelehrung, 
/**
 * It names the electronic form (BSG 27.09.2023 – B 7 AS 10/22 R).
 */
elektronische_form_genannt: boolean, 
/**
 * Receipt at another authority; it keeps the period (§ 84 Abs. 2 Satz 1 SGG).
 */
eingang_andere_stelle: string | null, 
/**
 * Which authority, at most 120 characters.
 */
andere_stelle: string, 
/**
 * Receipt in the house.
 */
eingang: string, 
/**
 * Form.
 */
form: Eingangsform, 
/**
 * When a missing form was made good.
 */
form_nachgeholt_am: string | null, 
/**
 * Someone acts for the person.
 */
bevollmaechtigt: boolean, 
/**
 * Whether enforcement stops.
 */
aufschiebende_wirkung: AufschiebendeWirkung, 
/**
 * Since when reminders are stopped.
 */
mahnsperre_am: string | null, 
/**
 * By when reasons were asked for.
 */
begruendung_bis: string | null, 
/**
 * When they came.
 */
begruendung_am: string | null, 
/**
 * Kennung of the shared catalogue.
 */
sachgebiet: string, 
/**
 * Team whose decision is challenged.
 */
team_id: string | null, 
/**
 * Note, at most 2,000 characters.
 */
vermerk: string, 
/**
 * More addressees of the same decision.
 */
weitere: Array<Adressat>, };

export type Verfahrensart = "widerspruch" | "ueberpruefung" | "klage" | "eilverfahren";

export type Verfahrensergebnis = "abhilfe" | "teilabhilfe" | "stattgegeben" | "teilweise_stattgegeben" | "zurueckgewiesen" | "verworfen" | "zuruecknahme" | "erledigt_86" | "abgegeben" | "klage_abgewiesen" | "anerkenntnis" | "vergleich" | "sonstiges";

export type Verfahrensfeld = "fallnummer" | "eingang" | "gegenstand" | "name" | "art" | "bescheid_am" | "aufgabe_zur_post" | "sachgebiet" | "team" | "ergebnis" | "entschieden_am" | "az_gericht" | "vertretung" | "vermerk" | "fruehere_nummer";

export type Verfahrensfrist = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Procedure.
 */
verfahren_id: string, 
/**
 * Kind.
 */
art: Fristart, 
/**
 * Tells deadlines of one kind apart: addressee `1`, `2` …, or `bescheid`; an id for those entered by hand.
 */
bezug: string, 
/**
 * What it is about, where the kind does not say it.
 */
bezeichnung: string, 
/**
 * Where a day set by hand comes from, for instance the letter of the court.
 */
quelle: string, 
/**
 * How the day came about.
 */
berechnung: Berechnung, 
/**
 * The day that counts now.
 */
tag: string | null, 
/**
 * Whether it runs.
 */
stand: Friststand, 
/**
 * When what it asks for was done.
 */
erledigt_am: string | null, 
/**
 * Two persons must find the same day, each for herself.
 */
doppelt: boolean, 
/**
 * Whether a second person agrees.
 */
kontrolle: Kontrolle, 
/**
 * Whose entry the present day is (user id).
 */
eingetragen_von: string, 
/**
 * Her reason and day after a difference.
 */
erste: Gegenkontrolle | null, 
/**
 * The second person's day.
 */
zweite: Gegenkontrolle | null, 
/**
 * A day that replaces the computed one, once signed.
 */
uebersteuerung: Uebersteuerung | null, 
/**
 * Everything that happened, oldest first.
 */
verlauf: Array<Fristereignis>, 
/**
 * For optimistic locking.
 */
version: number, };

export type Verfahrenskosten = { 
/**
 * Procedures decided in the period with an amount above zero.
 */
anzahl: number, 
/**
 * Sum in cents.
 */
summe_cent: number, };

export type Verfahrenslage = { 
/**
 * State.
 */
stand: Verfahrensstand, 
/**
 * Set while it rests.
 */
ruhe: Ruhe | null, 
/**
 * Receipt acknowledged on.
 */
bestaetigt_am: string | null, 
/**
 * What the draft says.
 */
entwurf: Bescheidergebnis | null, 
/**
 * Who wrote the draft (user id).
 */
entworfen_von: string | null, 
/**
 * Who handed the draft over (user id).
 */
vorgelegt_von: string | null, 
/**
 * Who signed it (user id).
 */
gezeichnet_von: string | null, 
/**
 * Set once the decision left the house.
 */
absendung: Absendung | null, 
/**
 * When the Klage reached the court.
 */
klage_am: string | null, 
/**
 * When the house answered the court.
 */
erwidert_am: string | null, 
/**
 * Set once the court decided.
 */
urteil: Gerichtsentscheidung | null, 
/**
 * When the house appealed.
 */
rechtsmittel_am: string | null, 
/**
 * How it ended.
 */
ergebnis: Verfahrensergebnis | null, 
/**
 * The day that counts as its end in the statistics: decision, posting, withdrawal.
 */
entschieden_am: string | null, 
/**
 * Why the person got something.
 */
stattgabe: Stattgabe | null, 
/**
 * Costs.
 */
kosten: Kosten | null, 
/**
 * Something was granted that must be carried out.
 */
umzusetzen: boolean, 
/**
 * Carried out on.
 */
umgesetzt_am: string | null, 
/**
 * To whom it was handed over.
 */
abgegeben_an: string | null, 
/**
 * It ended before it entered the register; nothing of it is left to control.
 */
uebernommen: boolean, 
/**
 * Nothing is left to do since.
 */
abschluss_am: string | null, };

export type Verfahrensleseweise = { 
/**
 * Reading options.
 */
optionen: Leseoptionen, 
/**
 * Mapping.
 */
zuordnung: Verfahrenszuordnung, };

export type Verfahrensprofil = { 
/**
 * Id.
 */
id: string, 
/**
 * Name, unique.
 */
name: string, 
/**
 * Content.
 */
inhalt: Verfahrensleseweise, 
/**
 * For optimistic locking.
 */
version: number, };

export type VerfahrensprofilSpeichern = { 
/**
 * None: new.
 */
bezug: Bezug | null, 
/**
 * Name.
 */
name: string, 
/**
 * Content.
 */
inhalt: Verfahrensleseweise, };

export type Verfahrensschritt = { "art": "eingang_bestaetigen", 
/**
 * Day.
 */
am: string, } | { "art": "abhilfe_pruefen", 
/**
 * Day.
 */
am: string, } | { "art": "abhelfen", 
/**
 * Day of the new decision.
 */
am: string, 
/**
 * Why.
 */
stattgabe: Stattgabe, 
/**
 * Decision on costs (§ 63 SGB X).
 */
kosten: Kosten | null, } | { "art": "teilweise_abhelfen", 
/**
 * Day of the new decision.
 */
am: string, 
/**
 * Why.
 */
stattgabe: Stattgabe, } | { "art": "nicht_abhelfen", 
/**
 * Day.
 */
am: string, } | { "art": "entwerfen", 
/**
 * What it says.
 */
ergebnis: Bescheidergebnis, 
/**
 * Why, where it grants something.
 */
stattgabe: Stattgabe | null, } | { "art": "vorlegen", } | { "art": "zeichnen", } | { "art": "zurueckgeben", 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "absenden", 
/**
 * How it reaches the addressee.
 */
bekanntgabe: Bekanntgabe, 
/**
 * Abroad.
 */
ausland: boolean, 
/**
 * Its instruction on remedies.
 */
belehrung: Rechtsbehelfsbelehrung, 
/**
 * Decision on costs (§ 63 SGB X).
 */
kosten: Kosten | null, } | { "art": "klage_erheben", 
/**
 * When it reached the court.
 */
am: string, } | { "art": "klage_beendet", 
/**
 * Day.
 */
am: string, } | { "art": "erwidern", 
/**
 * Day.
 */
am: string, } | { "art": "gericht_entscheidet", 
/**
 * Day of the decision or settlement.
 */
am: string, 
/**
 * How.
 */
ausgang: Gerichtsausgang, 
/**
 * When the decision was served; needed where an appeal is open.
 */
zugestellt_am: string | null, 
/**
 * The appeal that is open to the house.
 */
rechtsmittel: Rechtsmittel | null, 
/**
 * Why, where the person got something.
 */
stattgabe: Stattgabe | null, 
/**
 * Costs the house bears.
 */
kosten: Kosten | null, } | { "art": "rechtsmittel_einlegen", 
/**
 * Day.
 */
am: string, 
/**
 * The house itself.
 */
durch_haus: boolean, } | { "art": "umsetzen", 
/**
 * Day.
 */
am: string, } | { "art": "kosten_festsetzen", 
/**
 * Day.
 */
am: string, 
/**
 * In cents.
 */
betrag_cent: number, } | { "art": "abschliessen", 
/**
 * Day.
 */
am: string, } | { "art": "zuruecknehmen", 
/**
 * Day.
 */
am: string, } | { "art": "erledigt_durch_bescheid", 
/**
 * Day of the new decision.
 */
am: string, } | { "art": "abgeben", 
/**
 * Day.
 */
am: string, 
/**
 * To whom, 3 to 120 characters.
 */
an: string, } | { "art": "uebernehmen", 
/**
 * Day of the decision, or of the end.
 */
am: string, 
/**
 * How it ended.
 */
ergebnis: Verfahrensergebnis, } | { "art": "ruhen", 
/**
 * Until when at the latest.
 */
bis: string, 
/**
 * Because of what, 5 to 300 characters.
 */
grund: string, } | { "art": "fortsetzen", 
/**
 * Day.
 */
am: string, };

export type Verfahrenssortierung = "nummer" | "eingang" | "frist" | "stand" | "sachgebiet" | "entschieden" | "fall" | "team" | "zustaendig" | "ergebnis";

export type Verfahrensstand = "eingegangen" | "bestaetigt" | "abhilfepruefung" | "abgeholfen" | "teilweise_abgeholfen" | "nicht_abgeholfen" | "entwurf" | "zeichnung" | "gezeichnet" | "abgesandt" | "klage" | "anhaengig" | "entschieden" | "umsetzung" | "ruht" | "erledigt";

export type Verfahrensverweis = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, };

export type Verfahrenszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * Kind.
 */
art: Verfahrensart, 
/**
 * Case number, or the short pseudonym.
 */
fall: Fallnummer, 
/**
 * Name; only for the Widerspruchsstelle.
 */
name: string | null, 
/**
 * Challenged decision.
 */
gegenstand: string, 
/**
 * Kennung of the catalogue.
 */
sachgebiet: string, 
/**
 * Team.
 */
team: string | null, 
/**
 * Who keeps it, as a sign.
 */
zustaendig: string | null, 
/**
 * Receipt in the house.
 */
eingang: string, 
/**
 * State.
 */
stand: Verfahrensstand, 
/**
 * Next running deadline.
 */
frist: string | null, 
/**
 * The next running deadline binds the house; a period of the person may simply pass.
 */
frist_bindet_haus: boolean, 
/**
 * A running deadline is not confirmed.
 */
unbestaetigt: boolean, 
/**
 * Result.
 */
ergebnis: Verfahrensergebnis | null, 
/**
 * Why it succeeded.
 */
stattgabegrund: Stattgabegrund | null, 
/**
 * Day of the decision.
 */
entschieden_am: string | null, 
/**
 * Nothing left to do since.
 */
abschluss_am: string | null, };

export type Verfahrenszuordnung = { 
/**
 * Column by name, for each field that the list has.
 */
spalten: { [key in Verfahrensfeld]?: string }, 
/**
 * Kind of rows that name none.
 */
standard_art: Verfahrensart, 
/**
 * Subject (kennung) of rows that name none; empty: such rows are rejected.
 */
standard_sachgebiet: string, 
/**
 * The files prove the day of posting. Without it the fiction does not start (BSG B 4 AS 37/08 R).
 */
vermerk_vorhanden: boolean, 
/**
 * The decisions had a complete instruction, with the electronic form (BSG B 7 AS 10/22 R).
 */
belehrung_vollstaendig: boolean, 
/**
 * What a person said about words that are not ours.
 */
worte: Array<Wortzuordnung>, };

export type Vergleichsseite = { 
/**
 * Id of the check.
 */
id: string, 
/**
 * `FA-2026-001`.
 */
nummer: string, 
/**
 * First day of its period.
 */
von: string, 
/**
 * Last day of its period.
 */
bis: string, 
/**
 * How its units were selected.
 */
auswahl: Auswahl, 
/**
 * Drawn units.
 */
gezogen: number, };

export type Vergleichsurteil = "besser" | "kein_unterschied" | "nicht_besser" | "ohne_fehler" | "zu_wenig" | "ohne";

export type Verlauf = { 
/**
 * UTC milliseconds.
 */
zeit: number, 
/**
 * What was done.
 */
titel: string, 
/**
 * Stable sign of the person.
 */
person: string, };

export type VerlaufFrage = { 
/**
 * The last year.
 */
jahr: number, 
/**
 * Theme and area; none, or one that the year does not have: the first of the year.
 */
schluessel: Zeilenschluessel | null, };

export type Verlaufsjahr = { 
/**
 * Year.
 */
jahr: number, 
/**
 * Confidence of each bound as text.
 */
sicherheit: string, 
/**
 * Goal as text, e.g. "10 %".
 */
ziel: string | null, 
/**
 * Goal in tenths of a percent, for charts.
 */
ziel_zehntel: number | null, 
/**
 * Something of the year is still open.
 */
vorlaeufig: boolean, };

export type Verlaufsreihe = { 
/**
 * Name.
 */
name: string, 
/**
 * All teams together.
 */
gesamt: boolean, 
/**
 * Several teams together (small-group rule).
 */
zusammengefasst: boolean, 
/**
 * One for every year.
 */
punkte: Array<Jahrespunkt>, };

export type Verlaufsthema = { 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * Name of the area.
 */
bereich: string, };

export type Verletzung = "vertraulichkeit" | "integritaet" | "verfuegbarkeit";

export type Versiegeln = { 
/**
 * Check with its expected version.
 */
pruefung: Bezug, 
/**
 * Units to draw; none: as planned. Only for a random selection.
 */
anzahl: number | null, };

export type VorfaelleExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: VorfaelleListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type VorfaelleListe = { 
/**
 * What to leave out.
 */
filter: VorfallFilter, 
/**
 * Order.
 */
sortierung: Vorfallsortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type VorfallAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What happened.
 */
angaben: Vorfallinhalt, 
/**
 * Why the moment of knowledge is another one, 5 to 500 characters then; stays visible.
 */
begruendung: string, };

export type VorfallAnlegen = { 
/**
 * What happened.
 */
angaben: Vorfallinhalt, 
/**
 * The Kundenreaktion through which it became known; it must touch data protection.
 */
aus_reaktion: string | null, };

export type VorfallDetail = { 
/**
 * The breach.
 */
vorfall: Datenschutzvorfall, 
/**
 * Its clock with the reasons.
 */
uhr: Pannenfrist, 
/**
 * The clock runs: nobody has reported, or said why not.
 */
uhr_laeuft: boolean, 
/**
 * It has run out meanwhile.
 */
ueberfaellig: boolean, 
/**
 * Now (UTC), by the clock of the house.
 */
jetzt: string, 
/**
 * Questions of the law that are open, as "Bitte …"; empty: it may be closed.
 */
fehlt: Array<string>, 
/**
 * Steps that fit now and that the person may take.
 */
moeglich: Array<Vorfallschrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * The person may change what was entered.
 */
darf_aendern: boolean, 
/**
 * The person may take the last step back.
 */
darf_zuruecknehmen: boolean, 
/**
 * The Kundenreaktion through which it became known.
 */
reaktion: Eintragsverweis | null, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type VorfallFilter = { 
/**
 * Words; all must occur.
 */
suche: string, 
/**
 * States; none: all.
 */
staende: Array<Vorfallstand>, 
/**
 * Risks; none: all.
 */
risiken: Array<Risiko>, 
/**
 * Not closed.
 */
nur_offene: boolean, 
/**
 * The clock runs.
 */
uhr_laeuft: boolean, 
/**
 * The clock has run out and nobody has answered.
 */
ueberfaellig: boolean, 
/**
 * Reported too late.
 */
verspaetet: boolean, 
/**
 * Known since.
 */
kenntnis_von: string | null, 
/**
 * Known until.
 */
kenntnis_bis: string | null, };

export type VorfallSchritt = { 
/**
 * Which breach.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Vorfallschritt, };

export type Vorfallbewertung = { 
/**
 * How great.
 */
risiko: Risiko, 
/**
 * Why.
 */
begruendung: string, };

export type Vorfallinhalt = { 
/**
 * In a few words, without names, 3 to 120 characters.
 */
betreff: string, 
/**
 * What happened, without Sozialdaten, 10 to 2,000 characters.
 */
hergang: string, 
/**
 * Likely consequences (Art. 33 Abs. 3 Buchst. c), at most 1,000 characters.
 */
folgen: string, 
/**
 * What was violated; at least one.
 */
verletzungen: Array<Verletzung>, 
/**
 * Kinds of data; at least one.
 */
daten: Array<Datenkategorie>, 
/**
 * Persons concerned, roughly; `None`: unknown.
 */
personen: number | null, 
/**
 * Records concerned, roughly; `None`: unknown.
 */
datensaetze: number | null, 
/**
 * Day on which it happened, if known.
 */
geschehen_am: string | null, 
/**
 * Day on which the house got to know of it.
 */
kenntnis_am: string, 
/**
 * Hour and minute of that day, on the clock of the house; starts the clock.
 */
kenntnis_um: string, 
/**
 * Through whom or what, at most 200 characters.
 */
kenntnis_durch: string, };

export type Vorfalllage = { 
/**
 * State.
 */
stand: Vorfallstand, 
/**
 * The risk, as it was last assessed.
 */
bewertung: Vorfallbewertung | null, 
/**
 * The report to the BfDI.
 */
meldung: Meldung | null, 
/**
 * The notice of § 83a SGB X.
 */
aufsicht: Aufsichtsnachricht | null, 
/**
 * Telling the persons concerned.
 */
betroffene: Betroffenennachricht | null, 
/**
 * Measures so far.
 */
massnahmen: number, 
/**
 * Later reports so far.
 */
nachmeldungen: number, 
/**
 * Day of the last closing.
 */
abschluss_am: string | null, };

export type Vorfallsangaben = { 
/**
 * Day.
 */
kenntnis: string, 
/**
 * Hour and minute in Germany, `HH:MM`.
 */
uhrzeit: string, 
/**
 * 72 by law; at most 720.
 */
stunden: number, };

export type Vorfallschritt = { "art": "bewerten", 
/**
 * How great.
 */
risiko: Risiko, 
/**
 * Why, 10 to 1,000 characters.
 */
begruendung: string, } | { "art": "melden", 
/**
 * Day.
 */
am: string, 
/**
 * Hour and minute, on the clock of the house.
 */
um: string, 
/**
 * Reference of the report, at most 60 characters.
 */
zeichen: string, 
/**
 * Why so late (Art. 33 Abs. 1 Satz 2), 10 to 500 characters then; empty when in time.
 */
verspaetung: string, } | { "art": "nicht_melden", 
/**
 * Why, 10 to 500 characters.
 */
begruendung: string, } | { "art": "aufsicht_unterrichten", 
/**
 * Day.
 */
am: string, 
/**
 * Which authority, 3 to 120 characters.
 */
stelle: string, } | { "art": "benachrichtigen", 
/**
 * Day.
 */
am: string, 
/**
 * How, 3 to 200 characters.
 */
wie: string, } | { "art": "nicht_benachrichtigen", 
/**
 * By which exception.
 */
ausnahme: Benachrichtigungsausnahme, 
/**
 * Why, 10 to 500 characters.
 */
begruendung: string, } | { "art": "massnahme_ableiten", 
/**
 * What, 5 to 300 characters.
 */
was: string, 
/**
 * Until when; `None`: already done.
 */
bis: string | null, } | { "art": "nachmelden", 
/**
 * Day.
 */
am: string, 
/**
 * What, 5 to 500 characters.
 */
was: string, } | { "art": "abschliessen", 
/**
 * Day.
 */
am: string, } | { "art": "wiederaufnehmen", 
/**
 * Day.
 */
am: string, 
/**
 * What, 5 to 300 characters.
 */
grund: string, } | { "art": "berichtigen", 
/**
 * What it says now, and what stood there before.
 */
was: string, 
/**
 * Why, 5 to 500 characters.
 */
begruendung: string, };

export type Vorfallschrittart = "bewerten" | "melden" | "nicht_melden" | "aufsicht_unterrichten" | "benachrichtigen" | "nicht_benachrichtigen" | "massnahme_ableiten" | "nachmelden" | "abschliessen" | "wiederaufnehmen" | "berichtigen";

export type Vorfallsortierung = "dringlichkeit" | "nummer" | "kenntnis" | "risiko" | "stand";

export type Vorfallstand = "erfasst" | "bewertet" | "bearbeitung" | "abgeschlossen";

export type Vorfalluebersicht = { 
/**
 * Not closed.
 */
offen: number, 
/**
 * Nobody has assessed the risk.
 */
zu_bewerten: number, 
/**
 * The clock runs.
 */
uhr_laeuft: number, 
/**
 * It has run out, and nobody has answered.
 */
ueberfaellig: number, 
/**
 * The breach whose running clock ends first: id.
 */
naechster: string | null, 
/**
 * Its number.
 */
naechste_nummer: string | null, 
/**
 * Its end (UTC).
 */
naechstes_ende: string | null, };

export type Vorfallzahlen = { 
/**
 * Breaches that became known.
 */
vorfaelle: number, 
/**
 * Reported to the BfDI.
 */
gemeldet: number, 
/**
 * Of them after the end of the clock.
 */
verspaetet: number, 
/**
 * Ruled out.
 */
ohne_meldung: number, 
/**
 * With high risk.
 */
hohes_risiko: number, 
/**
 * Not closed.
 */
offen: number, 
/**
 * Measures from them in the register of measures.
 */
massnahmen: number, 
/**
 * Of these something is left to do.
 */
massnahmen_offen: number, };

export type Vorfallzeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * In a few words.
 */
betreff: string, 
/**
 * Moment of knowledge (UTC).
 */
kenntnis: string, 
/**
 * End of the 72 hours (UTC).
 */
frist_ende: string, 
/**
 * The clock runs.
 */
uhr_laeuft: boolean, 
/**
 * It has run out, and nobody has answered.
 */
ueberfaellig: boolean, 
/**
 * State.
 */
stand: Vorfallstand, 
/**
 * Risk.
 */
risiko: Risiko | null, 
/**
 * Reported at (UTC).
 */
gemeldet: string | null, 
/**
 * `true`: a report was ruled out.
 */
keine_meldung: boolean, 
/**
 * Reported too late.
 */
verspaetet: boolean, 
/**
 * Persons concerned, roughly.
 */
personen: number | null, 
/**
 * Closed on.
 */
abschluss_am: string | null, };

export type Vorgabe = { 
/**
 * Team.
 */
team_id: string, 
/**
 * Units to draw.
 */
anzahl: number, };

export type VorgemerkteWirkungspruefung = { 
/**
 * The Fassung.
 */
programm_id: string, 
/**
 * `Prüfprogramm 2027, Fassung 2`.
 */
programm: string, 
/**
 * Its state.
 */
stand: Programmstand, 
/**
 * Its year.
 */
jahr: number, 
/**
 * Which Fassung of the year.
 */
fassung: number, 
/**
 * From 1.
 */
monat: number, 
/**
 * Cases that the proposal asked for.
 */
faelle: number, 
/**
 * Why that month is too early by now, as a sentence: the measure was put off, or done later.
 */
zu_frueh: string | null, };

export type VorlageAusDatei = { 
/**
 * Sections with items, also where something is wrong.
 */
abschnitte: Array<Abschnitt>, 
/**
 * What is wrong, by line of the file.
 */
fehler: Array<Zeilenfehler>, };

export type VorlageDetail = { 
/**
 * Its theme.
 */
thema: Pruefthema, 
/**
 * Signs and states.
 */
kopf: Vorlagenkopf, 
/**
 * Content.
 */
vorlage: Bogenvorlage, };

export type VorlageEinlesen = { 
/**
 * Path of an XLSX or CSV file.
 */
datei: string, };

export type VorlageFreigeben = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, };

export type VorlageLesen = { 
/**
 * Id.
 */
id: string, };

export type VorlageSpeichern = { 
/**
 * Theme.
 */
thema_id: string, 
/**
 * None: a new version.
 */
bezug: Bezug | null, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * What the checker reads first.
 */
einleitung: string, 
/**
 * Sections with items.
 */
abschnitte: Array<Abschnitt>, };

export type Vorlagenkopf = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Theme.
 */
thema_id: string, 
/**
 * 1, 2, 3 … within the theme.
 */
nummer: number, 
/**
 * The day whose law the questions follow.
 */
rechtsstand: string, 
/**
 * Shipped or of the house.
 */
herkunft: Herkunft, 
/**
 * Sign of who released it; none: "ungeprüft".
 */
freigegeben_von: string | null, 
/**
 * When, UTC.
 */
freigegeben_am: string | null, 
/**
 * A check uses it.
 */
verwendet: boolean, 
/**
 * Number of items.
 */
merkmale: number, 
/**
 * Sign of who wrote it.
 */
angelegt_von: string, 
/**
 * When, UTC.
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type Vorlagenverwendung = { 
/**
 * Version of the sheet.
 */
vorlage_id: string, 
/**
 * How many checks use it.
 */
pruefungen: number, };

export type Vorschau = { 
/**
 * Format by content.
 */
format: Dateiformat, 
/**
 * Encoding, CSV only.
 */
zeichensatz: Zeichensatz | null, 
/**
 * Separator, CSV only.
 */
trennzeichen: Trennzeichen | null, 
/**
 * Sheet read, XLSX only.
 */
blatt: string | null, 
/**
 * Visible sheets, XLSX only.
 */
blaetter: Array<string>, 
/**
 * Line of the header row.
 */
kopfzeile: number, 
/**
 * Columns.
 */
spalten: Array<Spalte>, 
/**
 * First rows.
 */
zeilen: Array<Vorschauzeile>, 
/**
 * Data rows in the whole file.
 */
zeilen_gesamt: number, 
/**
 * SHA-256 of the file, lower-case hex.
 */
sha256: string, 
/**
 * German sentences about what to look at.
 */
hinweise: Array<string>, };

export type VorschauAnfrage = { 
/**
 * Path.
 */
datei: string, 
/**
 * What the person fixed.
 */
optionen: Leseoptionen, 
/**
 * What a unit is, for the suggested mapping.
 */
auswahleinheit: Auswahleinheit, };

export type VorschauAntwort = { 
/**
 * The list.
 */
vorschau: Vorschau, 
/**
 * A first guess.
 */
vorschlag: Zuordnung | null, };

export type Vorschauzeile = { 
/**
 * Line in the file.
 */
nr: number, 
/**
 * Cells in the order of the columns.
 */
zellen: Array<string>, };

export type VorschlagFrage = { 
/**
 * Theme and area.
 */
schluessel: Zeilenschluessel, 
/**
 * Teams, at least one.
 */
teams: Array<string>, 
/**
 * Checks in the year.
 */
gesamt: number, 
/**
 * Least checks of a team.
 */
mindestens: number, };

export type Warnung = "keine" | "hinweis" | "nah" | "dringend" | "ueberschritten";

export type Wartefrist = "widerspruch" | "antrag" | "ueberpruefung";

export type Wartegrund = { 
/**
 * For whom.
 */
grund: Pausengrund, 
/**
 * For what.
 */
text: string, 
/**
 * The day on which the house asks again.
 */
nachfragen_am: string | null, };

export type WiderspruchAusReaktion = { 
/**
 * Widerspruch or request for review.
 */
art: Verfahrensart, 
/**
 * The challenged decision in words, 3 to 200 characters.
 */
gegenstand: string, 
/**
 * Date of the decision, if known.
 */
bescheid_am: string | null, 
/**
 * How it reached the person, if known; else the Widerspruchsstelle completes it.
 */
bekanntgabe: Bekanntgabe | null, 
/**
 * The instruction on remedies.
 */
belehrung: Rechtsbehelfsbelehrung, 
/**
 * It names the electronic form.
 */
elektronische_form_genannt: boolean, 
/**
 * In which form the remedy came in.
 */
form: Eingangsform, 
/**
 * When it came in; `None`: with what was looked through first. Needed for what came in later.
 */
eingang: string | null, 
/**
 * Receipt at the other authority; it keeps the period.
 */
eingang_andere_stelle: string | null, 
/**
 * Kennung of the shared catalogue.
 */
sachgebiet: string, 
/**
 * Team whose decision is challenged.
 */
team_id: string | null, 
/**
 * Case number, at most 40 characters; empty: not known yet, the Widerspruchsstelle adds it.
 */
fallnummer: string, 
/**
 * Name, at most 120 characters.
 */
name: string, };

export type WiderspruchAuswertungAntwort = { 
/**
 * Everything that is computed.
 */
auswertung: Widerspruchsauswertung, 
/**
 * Only procedures of the person's own area or teams are counted.
 */
nur_eigene: boolean, };

export type WiderspruchAuswertungExportieren = { 
/**
 * Period.
 */
zeitraum: Auswertungszeitraum, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type Widerspruchsauswertung = { 
/**
 * First day.
 */
von: string, 
/**
 * Last day.
 */
bis: string, 
/**
 * Three sentences for the top, about the Widersprüche.
 */
saetze: Array<string>, 
/**
 * What a reader must know to read the figures rightly.
 */
hinweise: Array<string>, 
/**
 * One part a kind of procedure, in the order of [`Verfahrensart`]; each is counted for itself.
 */
teile: Array<Artauswertung>, };

export type Wiedervorlage = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Procedure.
 */
verfahren_id: string, 
/**
 * Day.
 */
am: string, 
/**
 * What to look at.
 */
betreff: string, 
/**
 * For whom (user id); `None`: the Widerspruchsstelle.
 */
fuer: string | null, 
/**
 * Who set it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * Who did it (user id).
 */
erledigt_von: string | null, 
/**
 * When (UTC).
 */
erledigt_am: string | null, 
/**
 * For optimistic locking.
 */
version: number, };

export type WiedervorlageAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Day.
 */
am: string, 
/**
 * What to look at, 3 to 200 characters.
 */
betreff: string, 
/**
 * For whom (user id); `None`: the Widerspruchsstelle.
 */
fuer: string | null, };

export type WiedervorlageAnlegen = { 
/**
 * Which procedures, 1 to 500.
 */
verfahren: Array<string>, 
/**
 * Day.
 */
am: string, 
/**
 * What to look at, 3 to 200 characters.
 */
betreff: string, 
/**
 * For whom (user id); `None`: the Widerspruchsstelle.
 */
fuer: string | null, };

export type WiedervorlageErledigen = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Done, or open again.
 */
erledigt: boolean, };

export type Wirkung = "ueberzahlung" | "unterzahlung" | "ohne" | "nicht_bezifferbar";

export type WirkungFeststellen = { 
/**
 * Which measure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Id of the later check, or of the later run of the Prüfliste.
 */
spaetere_id: string, };

export type Wirkungsblatt = { 
/**
 * The item or question in words.
 */
frage: string | null, 
/**
 * What the check that the measure comes from counted at it.
 */
erste: Merkmalsergebnis | null, 
/**
 * When and how large the effect check should be.
 */
vorschlag: Wirkungsvorschlag | null, 
/**
 * Where such a check is planned, earliest year first.
 */
vorgemerkt: Array<VorgemerkteWirkungspruefung>, 
/**
 * Later checks, nearest after the day of doing first, those that can show nothing last.
 */
spaetere: Array<SpaetereMessung>, 
/**
 * Later checks that are not listed.
 */
weitere: number, 
/**
 * Later runs that asked the same question, latest first.
 */
spaetere_durchgaenge: Array<SpaetererDurchgang>, 
/**
 * What was recorded last, computed from its counts.
 */
ergebnis: Massnahmenwirkung | null, 
/**
 * Why no check can show an effect (yet).
 */
hinweis: string | null, };

export type Wirkungsnachweis = { "art": "pruefung", 
/**
 * The check that the measure comes from.
 */
erste: Merkmalsergebnis, 
/**
 * The later one.
 */
spaetere: Merkmalsergebnis, 
/**
 * Verdict of the later check on its own goal.
 */
urteil: Urteil | null, } | { "art": "durchgang", 
/**
 * The run that the measure comes from.
 */
erste: Frageantwort, 
/**
 * A later one.
 */
spaetere: Frageantwort, };

export type Wirkungspruefung = { 
/**
 * The measure.
 */
massnahme_id: string, 
/**
 * `M-2026-001`.
 */
massnahme: string, 
/**
 * From 1.
 */
monat: number, 
/**
 * Cases of that month in the teams of the first check that its proposal asks for.
 */
faelle: number, };

export type WirkungspruefungVormerken = { 
/**
 * The measure.
 */
massnahme_id: string, 
/**
 * Which of the two sizes that its page proposes.
 */
umfang: Wirkungsumfang, };

export type Wirkungsumfang = "ohne_fehler" | "halbe_quote";

export type Wirkungsvorschlag = { 
/**
 * First day of the period to check.
 */
ab: string, 
/**
 * Cases that are enough if none of them is wrong.
 */
ohne_fehler: number | null, 
/**
 * Cases that show a halved rate with a probability of 80 per cent.
 */
halbe_quote: number | null, 
/**
 * The proposal and its assumptions in words.
 */
saetze: Array<string>, };

export type Wortfeld = "art" | "ergebnis" | "sachgebiet" | "team";

export type Wortzuordnung = { 
/**
 * In which column.
 */
feld: Wortfeld, 
/**
 * As the list writes it.
 */
wort: string, 
/**
 * Name of the kind or of the result, kennung of the subject, id of the team; empty: still open, or no team.
 */
bedeutung: string, };

export type Zehntelprozent = number;

export type Zeichensatz = "utf8" | "windows1252" | "utf16_le" | "utf16_be";

export type ZeichnungZurueckgeben = { 
/**
 * Which procedure.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Why, 5 to 500 characters.
 */
grund: string, };

export type Zeilenbefund = { 
/**
 * Line in the file.
 */
zeile: number, 
/**
 * Rejected; else taken with a warning.
 */
abgelehnt: boolean, 
/**
 * German sentence.
 */
text: string, };

export type Zeilenfehler = { 
/**
 * Line in the file.
 */
zeile: number, 
/**
 * German sentence.
 */
text: string, };

export type Zeilenschluessel = { 
/**
 * Theme.
 */
thema_id: string, 
/**
 * Area of its teams.
 */
bereich_id: string, };

export type Zeilenteam = { 
/**
 * Team of the area.
 */
team_id: string, 
/**
 * Checks from January to December; 0: none in that month.
 */
monate: Array<number>, };

export type Ziehen = { 
/**
 * Draw with its expected version.
 */
ziehung: Bezug, 
/**
 * Chosen units by number; only for a bewusste Auswahl.
 */
nummern: Array<string>, 
/**
 * Why these; only for a bewusste Auswahl.
 */
begruendung: string, };

export type Ziehschicht = { 
/**
 * Name.
 */
schicht: string, 
/**
 * N of the stratum: units that take part.
 */
grundgesamtheit: number, 
/**
 * Units that earlier draws of the check took from it.
 */
bisher: number, 
/**
 * Units taken after this draw, earlier ones included.
 */
gezogen: number, };

export type ZiehungAnsicht = { 
/**
 * Id.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * 1, or more for an extension.
 */
nummer: number, 
/**
 * How units are selected.
 */
art: Auswahl, 
/**
 * By what it is stratified.
 */
schichtung: Schichtung, 
/**
 * Units that each stratum gives at least.
 */
mindestens: number, 
/**
 * Reason for chosen units, or for an extension.
 */
begruendung: string, 
/**
 * Sealed population.
 */
population_hash: string, 
/**
 * Sealed strata.
 */
schicht_hash: string, 
/**
 * Rule and version.
 */
algorithmus: string, 
/**
 * Units of this draw.
 */
anzahl: number, 
/**
 * Units of earlier draws.
 */
ab: number, 
/**
 * Strata.
 */
aufteilung: Array<Ziehschicht>, 
/**
 * The rule for an extension was fixed before.
 */
regel_vorab: boolean, 
/**
 * The first half is in; it stays hidden until the second is.
 */
erste_haelfte_da: boolean, 
/**
 * Sign of the person of the first half, or who had the seed generated.
 */
erste_von: string | null, 
/**
 * The signed-in person entered the first half; the second is another person's.
 */
erste_von_mir: boolean, 
/**
 * Sign of the person of the second half.
 */
zweite_von: string | null, 
/**
 * Generated by the program.
 */
erzeugt: boolean, 
/**
 * The seed, once whole.
 */
startwert: string | null, 
/**
 * Over the drawn pseudonyms.
 */
ergebnis_hash: string | null, 
/**
 * Sign of the person who drew.
 */
gezogen_von: string | null, 
/**
 * UTC.
 */
gezogen_am: string | null, 
/**
 * Sign of the person who closed.
 */
geschlossen_von: string | null, 
/**
 * UTC.
 */
geschlossen_am: string | null, };

export type Ziehungen = { 
/**
 * Draws of this check.
 */
eigene: Array<ZiehungAnsicht>, 
/**
 * Draws on the same list, or of the same theme in an overlapping period.
 */
andere: Array<AndereZiehung>, 
/**
 * Units of the second stage, if the plan fixes two stages and asks for the second now; only for who extends draws.
 */
zweite_stufe: number | null, };

export type Ziehungseinheit = { 
/**
 * Id of the Prüffall.
 */
prueffall_id: string, 
/**
 * Over all draws of the check.
 */
position: number, 
/**
 * Draw.
 */
ziehung: number, 
/**
 * Pseudonym, 64 hex digits.
 */
pseudonym: string, 
/**
 * Stratum.
 */
schicht: string, 
/**
 * Name of the team.
 */
team: string | null, };

export type Zuordnung = { 
/**
 * What a unit is.
 */
auswahleinheit: Auswahleinheit, 
/**
 * Column with the number.
 */
nummer: string, 
/**
 * Further columns that together with the number identify a unit.
 */
schluessel: Array<string>, 
/**
 * Column with the team.
 */
team: string | null, 
/**
 * Column with the amount.
 */
betrag: string | null, 
/**
 * Column with the date.
 */
datum: Datumsspalte | null, 
/**
 * Free strata, each with at most [`MAX_SCHICHTWERTE`] values.
 */
schichten: Array<string>, 
/**
 * Columns shown with a drawn unit.
 */
anzeige: Array<Anzeigespalte>, };

export type ZurStellungnahme = { 
/**
 * Id.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * Last day; none: as many days from today as the check lays down.
 */
bis: string | null, };

export type Zuruecknahme = { 
/**
 * Who (user id).
 */
von: string, 
/**
 * When (UTC).
 */
am: string, 
/**
 * Why.
 */
grund: string, };

export type Zusage = { 
/**
 * In time, of those that were due.
 */
in_zeit: Anteil, 
/**
 * Of the late ones: done, but too late.
 */
verspaetet: number, 
/**
 * Of the late ones: still not done.
 */
ueberfaellig: number, 
/**
 * Not done, and not yet due.
 */
nicht_faellig: number, 
/**
 * Not done, and the clock rests.
 */
ruht: number, };

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
 * Path of the newest automatic backup, for a house that cannot be opened.
 */
letzte_sicherung: string | null, 
/**
 * Why the automatic backup of the day is missing.
 */
ohne_sicherung: string | null, 
/**
 * Version of the program.
 */
programmversion: string, };

export type ZustandArt = "kein_haus" | "beschaedigt" | "geschlossen" | "gesperrt" | "offen";

export type Zuwendung = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Such as `Z-2026-001`; never given twice.
 */
nummer: string, 
/**
 * What was entered.
 */
angaben: Zuwendungsinhalt, 
/**
 * All steps, in order; those that were taken back stay.
 */
schritte: Array<Registerschritt<Zuwendungsschritt>>, 
/**
 * Where it stands, computed from the steps.
 */
lage: Zuwendungslage, 
/**
 * Who entered it (user id).
 */
angelegt_von: string, 
/**
 * When (UTC).
 */
angelegt_am: string, 
/**
 * For optimistic locking.
 */
version: number, };

export type ZuwendungAendern = { 
/**
 * Which.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * What was offered.
 */
angaben: Zuwendungsinhalt, };

export type ZuwendungAnlegen = { 
/**
 * What was offered.
 */
angaben: Zuwendungsinhalt, };

export type ZuwendungDetail = { 
/**
 * The Zuwendung.
 */
zuwendung: Zuwendung, 
/**
 * Steps that fit now and that the person may take; the two of the second person have operations of their own.
 */
moeglich: Array<Zuwendungsschrittart>, 
/**
 * What comes next, as a sentence.
 */
naechster_schritt: string, 
/**
 * What the rules say of its value.
 */
hinweise: Array<string>, 
/**
 * The person may change what was entered.
 */
darf_aendern: boolean, 
/**
 * The person may take the last step back.
 */
darf_zuruecknehmen: boolean, 
/**
 * Signs of the persons named, by id.
 */
personen: Array<Personenzeichen>, };

export type ZuwendungFilter = { 
/**
 * Words; all must occur.
 */
suche: string, 
/**
 * Kinds; none: all.
 */
arten: Array<Zuwendungsart>, 
/**
 * Kinds of givers; none: all.
 */
geber: Array<Geberart>, 
/**
 * States; none: all.
 */
staende: Array<Zuwendungsstand>, 
/**
 * Decisions of two; none: all.
 */
entscheidungen: Array<Annahme>, 
/**
 * Not closed.
 */
nur_offene: boolean, 
/**
 * Waits for a second person, and this person may be the second.
 */
zu_bestaetigen: boolean, 
/**
 * Offered since.
 */
tag_von: string | null, 
/**
 * Offered until.
 */
tag_bis: string | null, };

export type ZuwendungSchritt = { 
/**
 * Which Zuwendung.
 */
id: string, 
/**
 * Expected version.
 */
version: number, 
/**
 * The step with what it needs.
 */
schritt: Zuwendungsschritt, };

export type ZuwendungenExportieren = { 
/**
 * Filter and order; the page is ignored, all rows are written.
 */
liste: ZuwendungenListe, 
/**
 * The file.
 */
ausgabe: Listenziel, };

export type ZuwendungenListe = { 
/**
 * What to leave out.
 */
filter: ZuwendungFilter, 
/**
 * Order.
 */
sortierung: Zuwendungssortierung, 
/**
 * Last or highest first.
 */
absteigend: boolean, 
/**
 * Which rows.
 */
blatt: Blatt, };

export type Zuwendungsart = "sachgeschenk" | "bewirtung" | "einladung" | "geld" | "rabatt" | "sonstige";

export type Zuwendungsentscheidung = { 
/**
 * What.
 */
annahme: Annahme, 
/**
 * Why.
 */
begruendung: string, 
/**
 * Who proposed it (user id).
 */
von: string, 
/**
 * The second person (user id), once she agreed.
 */
bestaetigt_von: string | null, };

export type Zuwendungsinhalt = { 
/**
 * Kind.
 */
art: Zuwendungsart, 
/**
 * Who offered it.
 */
geber: Geberart, 
/**
 * Day on which it was offered.
 */
tag: string, 
/**
 * Number of the notice of the employee, at most 40 characters.
 */
anzeige_nr: string, 
/**
 * Where the notice lies, 3 to 120 characters: names stand there.
 */
ablage: string, 
/**
 * What it is, without names, 3 to 200 characters.
 */
gegenstand: string, 
/**
 * Occasion, without names, at most 300 characters.
 */
anlass: string, 
/**
 * Value in cents; `None`: unknown.
 */
wert_cent: number | null, };

export type Zuwendungslage = { 
/**
 * State.
 */
stand: Zuwendungsstand, 
/**
 * What is proposed or decided.
 */
entscheidung: Zuwendungsentscheidung | null, 
/**
 * Why the second person did not agree to the last proposal.
 */
zurueckgegeben: string | null, 
/**
 * Carried out on.
 */
abschluss_am: string | null, };

export type Zuwendungsschritt = { "art": "vorschlagen", 
/**
 * What.
 */
annahme: Annahme, 
/**
 * Why, 5 to 500 characters.
 */
begruendung: string, } | { "art": "bestaetigen", } | { "art": "zurueckgeben", 
/**
 * Why, 5 to 500 characters.
 */
grund: string, } | { "art": "abschliessen", 
/**
 * Day.
 */
am: string, 
/**
 * How it was given back or away, 5 to 300 characters then; else it may be empty.
 */
vermerk: string, } | { "art": "wiederaufnehmen", 
/**
 * Why, 5 to 300 characters.
 */
grund: string, };

export type Zuwendungsschrittart = "vorschlagen" | "bestaetigen" | "zurueckgeben" | "abschliessen" | "wiederaufnehmen";

export type Zuwendungssortierung = "dringlichkeit" | "nummer" | "tag" | "art" | "geber" | "wert" | "stand";

export type Zuwendungsstand = "angezeigt" | "vorgeschlagen" | "entschieden" | "abgeschlossen";

export type Zuwendungsuebersicht = { 
/**
 * Not closed.
 */
offen: number, 
/**
 * Nobody has proposed anything.
 */
zu_entscheiden: number, 
/**
 * Waits for a second person, and this person may be the second.
 */
zu_bestaetigen: number, 
/**
 * Decided, not yet carried out.
 */
auszufuehren: number, };

export type Zuwendungszeile = { 
/**
 * Id.
 */
id: string, 
/**
 * Number.
 */
nummer: string, 
/**
 * Day of the offer.
 */
tag: string, 
/**
 * Kind.
 */
art: Zuwendungsart, 
/**
 * Who offered it.
 */
geber: Geberart, 
/**
 * What it is.
 */
gegenstand: string, 
/**
 * Value in cents; `None`: unknown.
 */
wert_cent: number | null, 
/**
 * Number of the notice.
 */
anzeige_nr: string, 
/**
 * Where the notice lies.
 */
ablage: string, 
/**
 * State.
 */
stand: Zuwendungsstand, 
/**
 * Proposed, and waits for the second person.
 */
vorschlag: Annahme | null, 
/**
 * Decided by two.
 */
entscheidung: Annahme | null, 
/**
 * Closed on.
 */
abschluss_am: string | null, };

export type Zweistufenvorschlag = { 
/**
 * Units of the first stage, and of the second if it is needed.
 */
n: number, 
/**
 * How often the plan fails although the true rate is fine, in tenths of a percent.
 */
risiko: Zehntelprozent, 
/**
 * "40 Akten; bei genau 1 Fehler 40 weitere, die alle fehlerfrei sein müssen."
 */
satz: string, 
/**
 * As with the plans of one stage.
 */
risikosatz: string, 
/**
 * How often the second stage is needed at that rate, and how many units that means on average.
 */
aufwandssatz: string, 
/**
 * The rule as it is to stand in the plan.
 */
regel: string, };

export type ZweitStand = "offen" | "in_arbeit" | "abgeschlossen";

export type ZweitboegenZuweisen = { 
/**
 * Second sheets with expected versions; at most 500.
 */
faelle: Array<Bezug>, 
/**
 * Id of the person; none: nobody.
 */
an: string | null, };

export type ZweitbogenAntworten = { 
/**
 * Unit.
 */
id: string, 
/**
 * Kennung of the item.
 */
merkmal: string, 
/**
 * Answer; none takes it back.
 */
wert: Antwortwert | null, 
/**
 * Expected version of the sheet.
 */
version: number, };

export type ZweitbogenDetail = { 
/**
 * Id of the unit.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Check.
 */
pruefung_id: string, 
/**
 * `FA-2026-001`.
 */
pruefung_nummer: string, 
/**
 * Title of the theme.
 */
thema: string, 
/**
 * First day of the period.
 */
zeitraum_von: string, 
/**
 * Last day of the period.
 */
zeitraum_bis: string, 
/**
 * Place over all draws of the check.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fallnummer: Fallnummer, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * Amount of the list, cents.
 */
betrag_cent: number | null, 
/**
 * Display columns.
 */
anzeige: Array<Anzeigewert>, 
/**
 * What the checker reads first.
 */
einleitung: string, 
/**
 * Sections with items.
 */
abschnitte: Array<Abschnitt>, 
/**
 * Kennungen of the items that apply after the present answers.
 */
gelten: Array<string>, 
/**
 * State.
 */
stand: ZweitStand, 
/**
 * Answers by item.
 */
antworten: { [key in string]: Antwortwert }, 
/**
 * Items without an answer.
 */
offen: number, 
/**
 * Remark.
 */
bemerkung: string, 
/**
 * She may begin it, or go on.
 */
pruefen: boolean, 
/**
 * The next unit of the check that she is to check for the second time.
 */
naechster: string | null, };

export type Zweitbogenzeile = { 
/**
 * Id of the unit.
 */
id: string, 
/**
 * For optimistic locking.
 */
version: number, 
/**
 * Place over all draws of the check.
 */
position: number, 
/**
 * Number, or short pseudonym.
 */
fall: Fallnummer, 
/**
 * Name of the team.
 */
team: string | null, 
/**
 * State of the second sheet.
 */
stand: ZweitStand, 
/**
 * Id of the second person.
 */
person: string | null, 
/**
 * Her stable sign.
 */
zeichen: string | null, 
/**
 * It can no longer colour the first sheet.
 */
lesbar: boolean, 
/**
 * What the second person remarked, once it can be read.
 */
bemerkung: string, };

/** Every operation by name, with its request. */
export interface Operationen {
  "haus.speichern": HausSpeichern;
  "haus.berichte_speichern": BerichteSpeichern;
  "haus.logo_hinterlegen": LogoHinterlegen;
  "haus.logo_entfernen": LogoEntfernen;
  "benutzer.anlegen": BenutzerAnlegen;
  "benutzer.aendern": BenutzerAendern;
  "benutzer.passwort_zuruecksetzen": PasswortZuruecksetzen;
  "benutzer.passwort_aendern": PasswortAendern;
  "benutzer.ansicht_speichern": AnsichtSpeichern;
  "organisation.standort_speichern": StandortSpeichern;
  "organisation.bereich_speichern": BereichSpeichern;
  "organisation.team_speichern": TeamSpeichern;
  "katalog.speichern": KatalogSpeichern;
  "aufbewahrung.speichern": AufbewahrungSpeichern;
  "aufbewahrung.entfernen": AufbewahrungEntfernen;
  "sicherung.erstellen": SicherungErstellen;
  "ausgabe.exportieren": AusgabeExportieren;
  "pruefthema.anlegen": ThemaAnlegen;
  "pruefthema.aendern": ThemaAendern;
  "pruefthema.vorlage_speichern": VorlageSpeichern;
  "pruefthema.vorlage_freigeben": VorlageFreigeben;
  "pruefung.anlegen": PruefungAnlegen;
  "pruefung.nachschau_anlegen": NachschauAnlegen;
  "pruefung.aendern": PruefungAendern;
  "pruefung.nicht_durchfuehren": PruefungNichtDurchfuehren;
  "pruefung.abschliessen": PruefungAbschliessen;
  "pruefung.exportieren": PruefungExportieren;
  "grundgesamtheit.profil_speichern": ProfilSpeichern;
  "grundgesamtheit.einlesen": Einlesen;
  "grundgesamtheit.kontrolle_speichern": KontrolleSpeichern;
  "grundgesamtheit.befunde_exportieren": BefundeExportieren;
  "grundgesamtheit.ausschliessen": Ausschliessen;
  "grundgesamtheit.ausschluss_aufheben": AusschlussAufheben;
  "ziehung.versiegeln": Versiegeln;
  "ziehung.startwert_haelfte": StartwertHaelfte;
  "ziehung.startwert_erzeugen": StartwertErzeugen;
  "ziehung.ziehen": Ziehen;
  "ziehung.erweitern": Erweitern;
  "ziehung.schliessen": Schliessen;
  "ziehung.protokoll_exportieren": ProtokollExportieren;
  "bogen.zuweisen": BoegenZuweisen;
  "bogen.antworten": BogenAntworten;
  "bogen.restliche_auf_ja": RestlicheAufJa;
  "bogen.bemerkung": BogenBemerkung;
  "bogen.nicht_pruefbar": BogenNichtPruefbar;
  "bogen.abschliessen": BogenBezug;
  "bogen.wieder_oeffnen": BogenBezug;
  "bogen.bestaetigen": BoegenBestaetigen;
  "bogen.zurueckgeben": BogenZurueckgeben;
  "doppelpruefung.einrichten": DoppelpruefungEinrichten;
  "doppelpruefung.zuweisen": ZweitboegenZuweisen;
  "doppelpruefung.beginnen": BogenBezug;
  "doppelpruefung.antworten": ZweitbogenAntworten;
  "doppelpruefung.bemerkung": BogenBemerkung;
  "doppelpruefung.abschliessen": BogenBezug;
  "feststellung.speichern": FeststellungSpeichern;
  "feststellung.loeschen": FeststellungBezug;
  "feststellung.zur_stellungnahme": ZurStellungnahme;
  "feststellung.stellungnahme": StellungnahmeAbgeben;
  "feststellung.entscheiden": FeststellungEntscheiden;
  "feststellung.feststellen": Feststellen;
  "feststellung.berichtigen": FeststellungBerichtigen;
  "feststellung.exportieren": FeststellungExportieren;
  "korrektur.erledigen": KorrekturErledigen;
  "korrektur.bestaetigen": KorrekturBestaetigen;
  "korrektur.zurueckgeben": KorrekturZurueckgeben;
  "korrektur.exportieren": KorrekturExportieren;
  "widerspruch.anlegen": VerfahrenAnlegen;
  "widerspruch.aendern": VerfahrenAendern;
  "widerspruch.zuweisen": VerfahrenZuweisen;
  "widerspruch.schritt": SchrittEintragen;
  "widerspruch.zeichnen": VerfahrenZeichnen;
  "widerspruch.zeichnung_zurueckgeben": ZeichnungZurueckgeben;
  "widerspruch.exportieren": VerfahrenExportieren;
  "widerspruch.auswertung_exportieren": WiderspruchAuswertungExportieren;
  "widerspruch.schritt_zuruecknehmen": SchrittZuruecknehmen;
  "kundenreaktion.anlegen": ReaktionAnlegen;
  "kundenreaktion.aendern": ReaktionAendern;
  "kundenreaktion.zuweisen": ReaktionenZuweisen;
  "kundenreaktion.sichten": ReaktionSichten;
  "kundenreaktion.schritt": ReaktionSchritt;
  "kundenreaktion.beurteilung_bestaetigen": BeurteilungBestaetigen;
  "kundenreaktion.beurteilung_zurueckgeben": BeurteilungZurueckgeben;
  "kundenreaktion.schritt_zuruecknehmen": ReaktionSchrittZuruecknehmen;
  "kundenreaktion.notieren": ReaktionNotieren;
  "kundenreaktion.antwort_ausgeben": AntwortAusgeben;
  "kundenreaktion.exportieren": ReaktionenExportieren;
  "kundenreaktion.auswertung_exportieren": ReaktionAuswertungExportieren;
  "kundenreaktion.regel_speichern": ReaktionsregelSpeichern;
  "kundenreaktion.regel_loeschen": ReaktionsregelLoeschen;
  "kundenreaktion.textbaustein_speichern": TextbausteinSpeichern;
  "kundenreaktion.textbaustein_loeschen": TextbausteinLoeschen;
  "kundenreaktion.textbausteine_uebernehmen": Leer;
  "pruefkatalog.anlegen": PruefkatalogAnlegen;
  "pruefkatalog.aendern": PruefkatalogAendern;
  "pruefkatalog.fassung_speichern": KatalogfassungSpeichern;
  "pruefkatalog.fassung_freigeben": KatalogfassungFreigeben;
  "pruefkatalog.mitgelieferte_uebernehmen": Leer;
  "pruefkatalog.exportieren": KatalogExportieren;
  "pruefliste.anlegen": DurchgangAnlegen;
  "pruefliste.planen": DurchgaengePlanen;
  "pruefliste.aendern": DurchgangAendern;
  "pruefliste.fassung_wechseln": DurchgangBezug;
  "pruefliste.antworten": FrageBeantworten;
  "pruefliste.nachweis_anlegen": NachweisAnlegen;
  "pruefliste.nachweis_entfernen": NachweisEntfernen;
  "pruefliste.anhang_speichern": AnhangSpeichern;
  "pruefliste.anhang_vernichten": AnhangVernichten;
  "pruefliste.vorlegen": DurchgangBezug;
  "pruefliste.zurueckziehen": DurchgangBezug;
  "pruefliste.zurueckgeben": DurchgangBegruendet;
  "pruefliste.freigeben": DurchgangBezug;
  "pruefliste.entfallen": DurchgangBegruendet;
  "pruefliste.berichtigen": DurchgangBegruendet;
  "pruefliste.exportieren": DurchgaengeExportieren;
  "pruefprogramm.anlegen": ProgrammAnlegen;
  "pruefprogramm.fortschreiben": ProgrammBegruendet;
  "pruefprogramm.speichern": ProgrammSpeichern;
  "pruefprogramm.verwerfen": ProgrammBezug;
  "pruefprogramm.vorlegen": ProgrammBezug;
  "pruefprogramm.zurueckziehen": ProgrammBezug;
  "pruefprogramm.zurueckgeben": ProgrammBegruendet;
  "pruefprogramm.freigeben": ProgrammBezug;
  "pruefprogramm.pruefung_anlegen": MonatspruefungAnlegen;
  "pruefprogramm.wirkungspruefung_vormerken": WirkungspruefungVormerken;
  "pruefprogramm.ausfall_erfassen": AusfallErfassen;
  "pruefprogramm.ausfall_aufheben": AusfallAufheben;
  "pruefprogramm.exportieren": ProgrammExportieren;
  "pruefprogramm.schichten_exportieren": SchichtenExportieren;
  "pruefprogramm.rechne_exportieren": RechneExportieren;
  "massnahme.anlegen": MassnahmeAnlegen;
  "massnahme.aendern": MassnahmeAendern;
  "massnahme.schritt": MassnahmeSchritt;
  "massnahme.wirkung_feststellen": WirkungFeststellen;
  "massnahme.schritt_zuruecknehmen": MassnahmeSchrittZuruecknehmen;
  "massnahme.exportieren": MassnahmenExportieren;
  "datenschutzvorfall.anlegen": VorfallAnlegen;
  "datenschutzvorfall.aendern": VorfallAendern;
  "datenschutzvorfall.schritt": VorfallSchritt;
  "datenschutzvorfall.schritt_zuruecknehmen": EintragZurueck;
  "datenschutzvorfall.exportieren": VorfaelleExportieren;
  "betroffenenanfrage.anlegen": AnfrageAnlegen;
  "betroffenenanfrage.aendern": AnfrageAendern;
  "betroffenenanfrage.schritt": AnfrageSchritt;
  "betroffenenanfrage.schritt_zuruecknehmen": EintragZurueck;
  "betroffenenanfrage.exportieren": AnfragenExportieren;
  "zuwendung.anlegen": ZuwendungAnlegen;
  "zuwendung.aendern": ZuwendungAendern;
  "zuwendung.schritt": ZuwendungSchritt;
  "zuwendung.bestaetigen": EintragBezug;
  "zuwendung.zurueckgeben": EintragZurueck;
  "zuwendung.schritt_zuruecknehmen": EintragZurueck;
  "zuwendung.exportieren": ZuwendungenExportieren;
  "gefaehrdung.anlegen": GefaehrdungAnlegen;
  "gefaehrdung.fassen": GefaehrdungFassen;
  "gefaehrdung.schritt": GefaehrdungSchritt;
  "gefaehrdung.bestaetigen": EintragBezug;
  "gefaehrdung.zurueckgeben": EintragZurueck;
  "gefaehrdung.schritt_zuruecknehmen": EintragZurueck;
  "gefaehrdung.exportieren": GefaehrdungenExportieren;
  "widerspruch.einlesen": ListeEinlesen;
  "widerspruch.importbefunde_exportieren": ImportbefundeExportieren;
  "widerspruch.importprofil_speichern": VerfahrensprofilSpeichern;
  "frist.anlegen": FristAnlegen;
  "frist.aendern": FristAendern;
  "frist.erledigen": FristErledigen;
  "frist.bestaetigen": FristBezug;
  "frist.gegenpruefen": FristGegenpruefen;
  "frist.klaeren": FristTag;
  "frist.uebersteuern": FristTag;
  "frist.uebersteuerung_entscheiden": UebersteuerungEntscheiden;
  "wiedervorlage.anlegen": WiedervorlageAnlegen;
  "wiedervorlage.aendern": WiedervorlageAendern;
  "wiedervorlage.erledigen": WiedervorlageErledigen;
  "abwesenheit.speichern": AbwesenheitSpeichern;
  "abwesenheit.loeschen": AbwesenheitLoeschen;
  "ursachen.exportieren": UrsachenExportieren;
  "bericht.exportieren": BerichtExportieren;
}

/** Every query by name, with request and answer. */
export interface Abfragen {
  "haus.lesen": { anfrage: Leer; antwort: Hausdaten };
  "haus.rechte": { anfrage: Leer; antwort: Rechtetafel };
  "haus.berichte": { anfrage: Leer; antwort: Berichtsangaben };
  "benutzer.liste": { anfrage: Leer; antwort: Array<Benutzer> };
  "benutzer.auswahl": { anfrage: Leer; antwort: Array<PersonAuswahl> };
  "benutzer.ansichten": { anfrage: Leer; antwort: Ansichten };
  "organisation.uebersicht": { anfrage: Leer; antwort: OrganisationUebersicht };
  "katalog.liste": { anfrage: Leer; antwort: Array<Katalogeintrag> };
  "protokoll.seite": { anfrage: ProtokollSeite; antwort: Seite<ProtokollZeile> };
  "protokoll.pruefe": { anfrage: ProtokollPruefen; antwort: Pruefergebnis };
  "aufbewahrung.uebersicht": { anfrage: Leer; antwort: Aufbewahrungsuebersicht };
  "aufbewahrung.vorschau": { anfrage: AufbewahrungVorschau; antwort: Aufbewahrungsvorschau };
  "sicherung.liste": { anfrage: Leer; antwort: Sicherungen };
  "ausgabe.liste": { anfrage: AusgabeListe; antwort: Seite<Ausgabezeile> };
  "ausgabe.pruefe_datei": { anfrage: AusgabePruefen; antwort: AusgabeBefund };
  "rechner.umfang": { anfrage: RechnerUmfang; antwort: Rechenblatt };
  "rechner.quote": { anfrage: RechnerQuote; antwort: Rechenblatt };
  "rechner.frist": { anfrage: RechnerFrist; antwort: Rechenblatt };
  "pruefthema.liste": { anfrage: Leer; antwort: Array<ThemaZeile> };
  "pruefthema.lesen": { anfrage: ThemaLesen; antwort: ThemaDetail };
  "pruefthema.vorlage": { anfrage: VorlageLesen; antwort: VorlageDetail };
  "pruefthema.vorlage_einlesen": { anfrage: VorlageEinlesen; antwort: VorlageAusDatei };
  "pruefung.liste": { anfrage: PruefungListe; antwort: PruefungListeAntwort };
  "pruefung.lesen": { anfrage: PruefungLesen; antwort: PruefungDetail };
  "pruefung.nachschau_vorschlag": { anfrage: PruefungLesen; antwort: Nachschauvorschlag };
  "pruefung.planung": { anfrage: PlanungFrage; antwort: Planungsantwort };
  "grundgesamtheit.vorschau": { anfrage: VorschauAnfrage; antwort: VorschauAntwort };
  "grundgesamtheit.profile": { anfrage: Leer; antwort: Array<Importprofil> };
  "grundgesamtheit.lesen": { anfrage: DerPruefung; antwort: GrundgesamtheitAnsicht | null };
  "grundgesamtheit.befunde": { anfrage: BefundeSeite; antwort: Seite<Zeilenbefund> };
  "ziehung.liste": { anfrage: DerPruefung; antwort: Ziehungen };
  "ziehung.lesen": { anfrage: DieZiehung; antwort: ZiehungAnsicht };
  "ziehung.einheiten": { anfrage: EinheitenSeite; antwort: Seite<Ziehungseinheit> };
  "ziehung.ausschluesse": { anfrage: EinheitenSeite; antwort: Seite<Ausschlusszeile> };
  "ziehung.quelle_pruefen": { anfrage: QuellePruefen; antwort: Quellbefund };
  "bogen.liste": { anfrage: BogenListeAnfrage; antwort: BogenListe };
  "bogen.meine": { anfrage: Leer; antwort: Array<Aufgabe> };
  "bogen.lesen": { anfrage: BogenLesen; antwort: BogenDetail };
  "bogen.schon_geprueft": { anfrage: SchonGeprueft; antwort: SchonGeprueftAntwort };
  "doppelpruefung.lage": { anfrage: PruefungLesen; antwort: Doppelpruefungslage };
  "doppelpruefung.bogen": { anfrage: BogenLesen; antwort: ZweitbogenDetail };
  "feststellung.liste": { anfrage: FeststellungListeAnfrage; antwort: Seite<FeststellungZeile> };
  "feststellung.lesen": { anfrage: FeststellungLesen; antwort: FeststellungDetail };
  "korrektur.liste": { anfrage: KorrekturListeAnfrage; antwort: Korrekturseite };
  "korrektur.uebersicht": { anfrage: Leer; antwort: Korrekturuebersicht };
  "widerspruch.liste": { anfrage: VerfahrenListe; antwort: Seite<Verfahrenszeile> };
  "widerspruch.lesen": { anfrage: VerfahrenLesen; antwort: VerfahrenDetail };
  "widerspruch.berechnen": { anfrage: FristenBerechnen; antwort: Fristenvorschau };
  "widerspruch.auswertung": { anfrage: Auswertungszeitraum; antwort: WiderspruchAuswertungAntwort };
  "kundenreaktion.liste": { anfrage: ReaktionenListe; antwort: Seite<Reaktionszeile> };
  "kundenreaktion.lesen": { anfrage: ReaktionLesen; antwort: ReaktionDetail };
  "kundenreaktion.hinweise": { anfrage: HinweiseSuchen; antwort: SichtungHinweise };
  "kundenreaktion.uebersicht": { anfrage: Leer; antwort: Reaktionsuebersicht };
  "kundenreaktion.auswertung": { anfrage: Auswertungszeitraum; antwort: ReaktionAuswertungAntwort };
  "kundenreaktion.regeln": { anfrage: Leer; antwort: Reaktionsregeln };
  "kundenreaktion.textbausteine": { anfrage: Leer; antwort: Array<Textbaustein> };
  "kundenreaktion.baustein_einsetzen": { anfrage: BausteinEinsetzen; antwort: Bausteintext };
  "pruefkatalog.liste": { anfrage: Leer; antwort: Array<PruefkatalogZeile> };
  "pruefkatalog.fassung": { anfrage: KatalogfassungLesen; antwort: KatalogfassungDetail };
  "pruefkatalog.einlesen": { anfrage: KatalogEinlesen; antwort: KatalogAusDatei };
  "pruefliste.liste": { anfrage: DurchgaengeListe; antwort: Seite<Durchgangszeile> };
  "pruefliste.lesen": { anfrage: DurchgangLesen; antwort: DurchgangDetail };
  "pruefliste.uebersicht": { anfrage: Leer; antwort: Listenuebersicht };
  "pruefliste.planvorschlag": { anfrage: PlanvorschlagLesen; antwort: Array<Planvorschlag> };
  "pruefprogramm.liste": { anfrage: Leer; antwort: Array<Programmkopf> };
  "pruefprogramm.lesen": { anfrage: ProgrammLesen; antwort: ProgrammDetail };
  "pruefprogramm.uebersicht": { anfrage: Leer; antwort: Array<Programmlage> };
  "pruefprogramm.auswertung": { anfrage: JahrAuswerten; antwort: Programmauswertung };
  "pruefprogramm.verlauf": { anfrage: VerlaufFrage; antwort: Programmverlauf };
  "pruefprogramm.aufwand": { anfrage: AufwandFrage; antwort: Aufwandsantwort };
  "pruefprogramm.vorschlag": { anfrage: VorschlagFrage; antwort: Array<Teamvorschlagszeile> };
  "massnahme.liste": { anfrage: MassnahmenListe; antwort: Seite<Massnahmenzeile> };
  "massnahme.lesen": { anfrage: MassnahmeLesen; antwort: MassnahmeDetail };
  "massnahme.zu_herkunft": { anfrage: HerkunftFrage; antwort: Array<Massnahmenverweis> };
  "massnahme.herkunft": { anfrage: HerkunftFrage; antwort: Herkunftsangabe };
  "massnahme.uebersicht": { anfrage: Leer; antwort: Massnahmenuebersicht };
  "datenschutzvorfall.liste": { anfrage: VorfaelleListe; antwort: Seite<Vorfallzeile> };
  "datenschutzvorfall.lesen": { anfrage: EintragLesen; antwort: VorfallDetail };
  "datenschutzvorfall.uebersicht": { anfrage: Leer; antwort: Vorfalluebersicht };
  "datenschutzvorfall.verzeichnis": { anfrage: Auswertungszeitraum; antwort: Vorfallzahlen };
  "betroffenenanfrage.liste": { anfrage: AnfragenListe; antwort: Seite<Anfragezeile> };
  "betroffenenanfrage.lesen": { anfrage: EintragLesen; antwort: AnfrageDetail };
  "betroffenenanfrage.uebersicht": { anfrage: Leer; antwort: Anfrageuebersicht };
  "zuwendung.liste": { anfrage: ZuwendungenListe; antwort: Seite<Zuwendungszeile> };
  "zuwendung.lesen": { anfrage: EintragLesen; antwort: ZuwendungDetail };
  "zuwendung.uebersicht": { anfrage: Leer; antwort: Zuwendungsuebersicht };
  "gefaehrdung.liste": { anfrage: GefaehrdungenListe; antwort: Seite<Gefaehrdungszeile> };
  "gefaehrdung.lesen": { anfrage: EintragLesen; antwort: GefaehrdungDetail };
  "gefaehrdung.uebersicht": { anfrage: Leer; antwort: Gefaehrdungsuebersicht };
  "widerspruch.import_vorschau": { anfrage: ListeAnsehen; antwort: Listenvorschau };
  "widerspruch.import_pruefen": { anfrage: ListePruefen; antwort: Listenpruefung };
  "widerspruch.importprofile": { anfrage: Leer; antwort: Array<Verfahrensprofil> };
  "frist.kalender": { anfrage: KalenderFrage; antwort: Kalenderantwort };
  "frist.kontrollen": { anfrage: Leer; antwort: Array<Kontrolleintrag> };
  "frist.uebersicht": { anfrage: Leer; antwort: Fristenuebersicht };
  "frist.fristenbuch": { anfrage: FristenbuchFrage; antwort: Fristenbuch };
  "abwesenheit.liste": { anfrage: Leer; antwort: Array<Abwesenheitszeile> };
  "ursachen.uebersicht": { anfrage: UrsachenFrage; antwort: Ursachenvergleich };
  "auswertung.pruefung": { anfrage: AuswertungFrage; antwort: AuswertungAntwort };
  "auswertung.nachschau": { anfrage: PruefungLesen; antwort: Nachschauvergleich | null };
  "auswertung.uebersicht": { anfrage: Leer; antwort: Uebersicht };
  "auswertung.hinweise": { anfrage: Leer; antwort: Array<Hinweisgruppe> };
  "bericht.liste": { anfrage: Leer; antwort: Array<Berichtsart> };
  "bericht.vorschau": { anfrage: BerichtVorschau; antwort: Berichtsvorschau };
}
