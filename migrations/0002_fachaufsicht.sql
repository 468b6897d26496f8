-- Fachaufsicht: themes and check sheets, checks, population, draw, sheets, findings.

CREATE TABLE pruefthema (
    id             TEXT PRIMARY KEY,
    kennung        TEXT NOT NULL UNIQUE,
    titel          TEXT NOT NULL,
    bereich        TEXT NOT NULL,              -- name of the field of work, free text
    sachgebiet     TEXT NOT NULL,              -- kennung of the catalogue
    auswahleinheit TEXT NOT NULL CHECK (auswahleinheit IN ('fall', 'bescheid', 'zahlung', 'massnahme')),
    aktiv          INTEGER NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1)),
    version        INTEGER NOT NULL DEFAULT 1,
    salz           BLOB NOT NULL
) STRICT;

-- One version of a check sheet. Content is immutable once a check uses it.
CREATE TABLE bogenvorlage (
    id              TEXT PRIMARY KEY,
    thema_id        TEXT NOT NULL REFERENCES pruefthema (id),
    nummer          INTEGER NOT NULL CHECK (nummer >= 1),
    rechtsstand     TEXT NOT NULL,
    einleitung      TEXT NOT NULL DEFAULT '',
    abschnitte      TEXT NOT NULL,             -- JSON: sections with items; an item's kennung stays over versions
    herkunft        TEXT NOT NULL CHECK (herkunft IN ('mitgeliefert', 'haus')),
    freigegeben_von TEXT REFERENCES benutzer (id), -- NULL: "ungeprüft"
    freigegeben_am  TEXT,
    verwendet       INTEGER NOT NULL DEFAULT 0 CHECK (verwendet IN (0, 1)),
    angelegt_von    TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am     TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (thema_id, nummer)
) STRICT;
CREATE TRIGGER bogenvorlage_unveraenderlich BEFORE UPDATE ON bogenvorlage
WHEN OLD.verwendet = 1 AND (NEW.abschnitte <> OLD.abschnitte OR NEW.einleitung <> OLD.einleitung OR NEW.rechtsstand <> OLD.rechtsstand
     OR NEW.thema_id <> OLD.thema_id OR NEW.nummer <> OLD.nummer OR NEW.verwendet = 0)
BEGIN SELECT RAISE(ABORT, 'bogenvorlage ist verwendet und unveränderlich'); END;
CREATE TRIGGER bogenvorlage_nie_geloescht BEFORE DELETE ON bogenvorlage
WHEN OLD.verwendet = 1
BEGIN SELECT RAISE(ABORT, 'bogenvorlage ist verwendet und unveränderlich'); END;

CREATE TABLE pruefung (
    id                  TEXT PRIMARY KEY,
    nummer              TEXT NOT NULL UNIQUE,  -- FA-2026-001
    thema_id            TEXT NOT NULL REFERENCES pruefthema (id),
    vorlage_id          TEXT NOT NULL REFERENCES bogenvorlage (id),
    bereich_id          TEXT NOT NULL REFERENCES bereich (id),
    teams               TEXT NOT NULL,         -- JSON list of team ids
    zeitraum_von        TEXT NOT NULL,
    zeitraum_bis        TEXT NOT NULL CHECK (zeitraum_bis >= zeitraum_von),
    pruefungsart        TEXT NOT NULL CHECK (pruefungsart IN ('basis', 'anlassbezogen', 'visa', 'nachschau')),
    nachschau_zu        TEXT REFERENCES pruefung (id),
    auswahl             TEXT NOT NULL CHECK (auswahl IN ('zufall', 'bewusst', 'voll')),
    fehlerdefinition    TEXT NOT NULL CHECK (fehlerdefinition IN ('jede', 'wesentlich', 'finanziell')),
    teilweise_zaehlt    INTEGER NOT NULL CHECK (teilweise_zaehlt IN (0, 1)),
    ziel                TEXT,                  -- tolerable rate as decimal text, e.g. 0.1
    konfidenz           TEXT NOT NULL,         -- decimal text, e.g. 0.95
    schichtung          TEXT NOT NULL CHECK (schichtung IN ('keine', 'team')),
    mindest_je_schicht  INTEGER NOT NULL DEFAULT 5 CHECK (mindest_je_schicht >= 0),
    stichprobe_geplant  INTEGER CHECK (stichprobe_geplant >= 1),
    erweiterung_regel   TEXT NOT NULL DEFAULT '', -- rule for an extension, fixed before the draw
    dsb_beteiligt_am    TEXT,
    gegenpruefung_anteil INTEGER NOT NULL DEFAULT 10 CHECK (gegenpruefung_anteil BETWEEN 0 AND 100),
    restliche_auf_ja    INTEGER NOT NULL DEFAULT 0 CHECK (restliche_auf_ja IN (0, 1)),
    stellungnahme_tage  INTEGER NOT NULL DEFAULT 14 CHECK (stellungnahme_tage BETWEEN 1 AND 90),
    stand               TEXT NOT NULL CHECK (stand IN ('geplant', 'eingelesen', 'versiegelt', 'gezogen', 'abgeschlossen', 'nicht_durchgefuehrt')),
    grund               TEXT NOT NULL DEFAULT '', -- why it was not done
    angelegt_von        TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am         TEXT NOT NULL,
    beendet_am          TEXT,
    beendet_von         TEXT REFERENCES benutzer (id),
    version             INTEGER NOT NULL DEFAULT 1,
    salz                BLOB NOT NULL
) STRICT;
CREATE INDEX pruefung_thema ON pruefung (thema_id, zeitraum_von);
CREATE INDEX pruefung_stand ON pruefung (stand);

CREATE TABLE importprofil (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    zuordnung  TEXT NOT NULL,                  -- JSON: reading options and mapping, by column titles
    version    INTEGER NOT NULL DEFAULT 1,
    salz       BLOB NOT NULL
) STRICT;

CREATE TABLE grundgesamtheit (
    id               TEXT PRIMARY KEY,
    nr               INTEGER NOT NULL UNIQUE,  -- short key of its rows
    pruefung_id      TEXT NOT NULL UNIQUE REFERENCES pruefung (id),
    quellsystem      TEXT NOT NULL,
    abfrage          TEXT NOT NULL,
    auszug_am        TEXT NOT NULL,            -- date of the extraction
    datei_sha256     TEXT NOT NULL,
    listenkennung    TEXT NOT NULL,            -- keyed fingerprint of the set of numbers: finds other checks on the same list; never leaves the house
    zuordnung        TEXT NOT NULL,            -- JSON: reading options and mapping as used
    zeilen_gelesen   INTEGER NOT NULL,
    uebernommen      INTEGER NOT NULL,
    gewarnt          INTEGER NOT NULL,
    abgelehnt        INTEGER NOT NULL,
    gruende          TEXT NOT NULL,            -- JSON: rejected rows by reason
    befunde          TEXT NOT NULL,            -- JSON: lines with reason, never a number
    hinweise         TEXT NOT NULL,            -- JSON: sentences about the file as a whole
    summe_cent       INTEGER,
    kontroll_anzahl  INTEGER,
    kontroll_cent    INTEGER,
    kontroll_vermerk TEXT NOT NULL DEFAULT '', -- why a difference is acceptable
    schichten        TEXT NOT NULL,            -- JSON list of free strata with sizes; rows hold the index
    teams            TEXT NOT NULL,            -- JSON list: team text, team of the house, stratum of the draw, size; rows hold the index
    anzeige_titel    TEXT NOT NULL,            -- JSON list
    population_hash  TEXT NOT NULL,            -- over all pseudonyms; once sealed, over those that take part
    schicht_hash     TEXT,
    anzahl           INTEGER,                  -- sealed: units that take part
    ausgeschlossen   INTEGER,                  -- sealed
    eingelesen_von   TEXT NOT NULL REFERENCES benutzer (id),
    eingelesen_am    TEXT NOT NULL,
    versiegelt_von   TEXT REFERENCES benutzer (id),
    versiegelt_am    TEXT,
    version          INTEGER NOT NULL DEFAULT 1,
    salz             BLOB NOT NULL
) STRICT;
CREATE INDEX grundgesamtheit_listenkennung ON grundgesamtheit (listenkennung);

-- Rows of a population: integers and the pseudonym of the draw. Sealed as a whole by population_hash.
CREATE TABLE einheit (
    gg          INTEGER NOT NULL,
    lfd         INTEGER NOT NULL,
    pseudonym   BLOB NOT NULL CHECK (length(pseudonym) = 32),
    schicht     INTEGER NOT NULL,
    team        INTEGER NOT NULL,
    betrag_cent INTEGER,
    PRIMARY KEY (gg, lfd)
) STRICT, WITHOUT ROWID;

-- Plain numbers and display columns in a table of their own, so that dropping them is one quick DELETE.
CREATE TABLE einheit_klar (
    gg      INTEGER NOT NULL,
    lfd     INTEGER NOT NULL,
    nummer  TEXT NOT NULL,
    anzeige TEXT NOT NULL,                     -- JSON list, in the order of anzeige_titel
    PRIMARY KEY (gg, lfd)
) STRICT, WITHOUT ROWID;

-- Excluded from the draw, with a reason (own relatives §§ 16, 17 SGB X, blocked files, own employees' cases).
CREATE TABLE ausschluss (
    id          TEXT PRIMARY KEY,
    pruefung_id TEXT NOT NULL REFERENCES pruefung (id),
    lfd         INTEGER NOT NULL,
    grund       TEXT NOT NULL,
    von         TEXT NOT NULL REFERENCES benutzer (id),
    am          TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    salz        BLOB NOT NULL,
    UNIQUE (pruefung_id, lfd)
) STRICT;

-- A draw: seed, allocation, result. Append only but for its steps (first half, drawn, closed).
CREATE TABLE ziehung (
    id                TEXT PRIMARY KEY,
    pruefung_id       TEXT NOT NULL REFERENCES pruefung (id),
    nummer            INTEGER NOT NULL,        -- 1, 2 (extension) …
    art               TEXT NOT NULL CHECK (art IN ('zufall', 'bewusst', 'voll')),
    schichtung        TEXT NOT NULL CHECK (schichtung IN ('keine', 'team')),
    mindestens        INTEGER NOT NULL CHECK (mindestens >= 0), -- units a stratum gives at least
    begruendung       TEXT NOT NULL DEFAULT '', -- why these units (bewusst), why more (extension)
    population_hash   TEXT NOT NULL,
    schicht_hash      TEXT NOT NULL,
    algorithmus       TEXT NOT NULL,
    anzahl            INTEGER NOT NULL,        -- units wanted by this draw
    ab                INTEGER NOT NULL DEFAULT 0, -- units drawn before (simple draw)
    aufteilung        TEXT NOT NULL,           -- JSON list: stratum, N, n before, n after this draw
    regel_vorab       INTEGER NOT NULL DEFAULT 1 CHECK (regel_vorab IN (0, 1)),
    erste_haelfte     TEXT,                    -- hidden until the second is in
    erste_von         TEXT REFERENCES benutzer (id),
    zweite_von        TEXT REFERENCES benutzer (id),
    erzeugt           INTEGER NOT NULL DEFAULT 0 CHECK (erzeugt IN (0, 1)),
    startwert         TEXT,
    ergebnis_hash     TEXT,                    -- SHA-256 over the drawn pseudonyms in order, each followed by \n
    gezogen_von       TEXT REFERENCES benutzer (id),
    gezogen_am        TEXT,
    geschlossen_von   TEXT REFERENCES benutzer (id),
    geschlossen_am    TEXT,
    version           INTEGER NOT NULL DEFAULT 1,
    salz              BLOB NOT NULL,
    UNIQUE (pruefung_id, nummer),
    CONSTRAINT vier_augen_startwert CHECK (zweite_von IS NULL OR (erste_von IS NOT NULL AND erste_von <> zweite_von) OR erzeugt = 1)
) STRICT;
CREATE TRIGGER ziehung_nie_geloescht BEFORE DELETE ON ziehung BEGIN SELECT RAISE(ABORT, 'ziehung wird nie gelöscht'); END;
-- The first half may not be changed once it is in, else the second person's half could be answered.
CREATE TRIGGER ziehung_erste_haelfte BEFORE UPDATE ON ziehung
WHEN OLD.erste_haelfte IS NOT NULL AND (NEW.erste_haelfte IS NOT OLD.erste_haelfte OR NEW.erste_von IS NOT OLD.erste_von)
BEGIN SELECT RAISE(ABORT, 'ziehung: erste Hälfte ist endgültig'); END;
-- Nor the seed, once both halves are in.
CREATE TRIGGER ziehung_startwert BEFORE UPDATE ON ziehung
WHEN OLD.startwert IS NOT NULL AND (NEW.startwert IS NOT OLD.startwert OR NEW.population_hash <> OLD.population_hash OR NEW.schicht_hash <> OLD.schicht_hash)
BEGIN SELECT RAISE(ABORT, 'ziehung: Startwert ist endgültig'); END;
CREATE TRIGGER ziehung_endgueltig BEFORE UPDATE ON ziehung
WHEN OLD.ergebnis_hash IS NOT NULL
 AND (NEW.ergebnis_hash IS NOT OLD.ergebnis_hash OR NEW.aufteilung <> OLD.aufteilung OR NEW.algorithmus <> OLD.algorithmus
   OR NEW.anzahl <> OLD.anzahl OR NEW.ab <> OLD.ab OR NEW.zweite_von IS NOT OLD.zweite_von OR NEW.gezogen_von IS NOT OLD.gezogen_von
   OR NEW.gezogen_am IS NOT OLD.gezogen_am)
BEGIN SELECT RAISE(ABORT, 'ziehung ist endgültig'); END;

-- A drawn unit together with its check sheet.
CREATE TABLE prueffall (
    id                  TEXT PRIMARY KEY,
    pruefung_id         TEXT NOT NULL REFERENCES pruefung (id),
    ziehung_id          TEXT NOT NULL REFERENCES ziehung (id),
    position            INTEGER NOT NULL,      -- over all draws of the check
    lfd                 INTEGER NOT NULL,
    pseudonym           TEXT NOT NULL,         -- 64 hex digits
    schicht             TEXT NOT NULL,
    team_id             TEXT REFERENCES team (id),
    betrag_cent         INTEGER,
    zugewiesen_an       TEXT REFERENCES benutzer (id),
    stand               TEXT NOT NULL CHECK (stand IN ('offen', 'in_arbeit', 'geprueft', 'zurueckgegeben', 'bestaetigt', 'nicht_pruefbar')),
    bemerkung           TEXT NOT NULL DEFAULT '',
    nicht_pruefbar_grund TEXT NOT NULL DEFAULT '', -- why the whole unit could not be checked
    geprueft_von        TEXT REFERENCES benutzer (id),
    geprueft_am         TEXT,
    gegenpruefung       TEXT NOT NULL DEFAULT 'keine' CHECK (gegenpruefung IN ('keine', 'betrag', 'schwere', 'auswahl')),
    gegengeprueft_von   TEXT REFERENCES benutzer (id),
    gegengeprueft_am    TEXT,
    rueckgabe_grund     TEXT NOT NULL DEFAULT '',
    version             INTEGER NOT NULL DEFAULT 1,
    salz                BLOB NOT NULL,
    UNIQUE (pruefung_id, position),
    UNIQUE (pruefung_id, lfd),
    CONSTRAINT vier_augen_bogen CHECK (gegengeprueft_von IS NULL OR (geprueft_von IS NOT NULL AND gegengeprueft_von <> geprueft_von))
) STRICT;
CREATE INDEX prueffall_zugewiesen ON prueffall (zugewiesen_an, stand);
CREATE INDEX prueffall_team ON prueffall (team_id);

-- Plain number and display columns of a drawn unit; visible to checking roles and the team's Teamleitung.
CREATE TABLE prueffall_klar (
    prueffall_id TEXT PRIMARY KEY REFERENCES prueffall (id),
    nummer       TEXT NOT NULL,
    anzeige      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE antwort (
    id           TEXT PRIMARY KEY,             -- prueffall id / item kennung
    prueffall_id TEXT NOT NULL REFERENCES prueffall (id),
    merkmal      TEXT NOT NULL,
    wert         TEXT NOT NULL CHECK (wert IN ('ja', 'nein', 'teilweise', 'nicht_anwendbar', 'nicht_pruefbar')),
    sammel       INTEGER NOT NULL DEFAULT 0 CHECK (sammel IN (0, 1)), -- set by "restliche offene auf Ja"
    von          TEXT NOT NULL REFERENCES benutzer (id),
    am           TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    salz         BLOB NOT NULL,
    UNIQUE (prueffall_id, merkmal)
) STRICT;

CREATE TABLE feststellung (
    id                  TEXT PRIMARY KEY,
    prueffall_id        TEXT NOT NULL REFERENCES prueffall (id),
    pruefung_id         TEXT NOT NULL REFERENCES pruefung (id),
    nummer              INTEGER NOT NULL,      -- within the check
    merkmal             TEXT NOT NULL,
    art                 TEXT NOT NULL CHECK (art IN ('materiell', 'formell', 'dokumentation', 'datenerfassung', 'datenschutz')),
    wirkung             TEXT NOT NULL CHECK (wirkung IN ('ueberzahlung', 'unterzahlung', 'ohne', 'nicht_bezifferbar')),
    betrag_bund_cent    INTEGER NOT NULL DEFAULT 0 CHECK (betrag_bund_cent >= 0),
    betrag_kommune_cent INTEGER NOT NULL DEFAULT 0 CHECK (betrag_kommune_cent >= 0),
    haeufigkeit         TEXT NOT NULL CHECK (haeufigkeit IN ('einmalig', 'monatlich')),
    zeitraum_von        TEXT,
    zeitraum_bis        TEXT,
    schwere             TEXT NOT NULL CHECK (schwere IN ('gering', 'wesentlich', 'schwerwiegend')),
    sachgebiet          TEXT NOT NULL,
    ursache             TEXT NOT NULL,
    text                TEXT NOT NULL,
    korrektur_bis       TEXT,                  -- NULL: no correction of the case needed
    stand               TEXT NOT NULL CHECK (stand IN ('erfasst', 'zur_stellungnahme', 'beantwortet', 'strittig', 'festgestellt', 'zurueckgenommen')),
    stellungnahme_bis   TEXT,
    erfasst_von         TEXT NOT NULL REFERENCES benutzer (id),
    erfasst_am          TEXT NOT NULL,
    festgestellt_am     TEXT,
    version             INTEGER NOT NULL DEFAULT 1,
    salz                BLOB NOT NULL,
    UNIQUE (prueffall_id, merkmal),
    UNIQUE (pruefung_id, nummer)
) STRICT;
-- Who answered an item or wrote a finding has had a hand in the sheet, whoever closed it.
CREATE TRIGGER vier_augen_bogen_beteiligt BEFORE UPDATE OF gegengeprueft_von ON prueffall
WHEN NEW.gegengeprueft_von IS NOT NULL AND NEW.gegengeprueft_von IS NOT OLD.gegengeprueft_von
 AND (EXISTS (SELECT 1 FROM antwort WHERE prueffall_id = NEW.id AND von = NEW.gegengeprueft_von)
   OR EXISTS (SELECT 1 FROM feststellung WHERE prueffall_id = NEW.id AND erfasst_von = NEW.gegengeprueft_von))
BEGIN SELECT RAISE(ABORT, 'vier_augen_bogen'); END;
CREATE INDEX feststellung_stand ON feststellung (stand, stellungnahme_bis);

-- Earlier wordings of a Feststellung that was corrected after it was festgestellt.
CREATE TABLE feststellung_fassung (
    id              TEXT PRIMARY KEY,
    feststellung_id TEXT NOT NULL REFERENCES feststellung (id),
    nummer          INTEGER NOT NULL,
    inhalt          TEXT NOT NULL,             -- JSON of the whole record before the correction
    grund           TEXT NOT NULL,
    von             TEXT NOT NULL REFERENCES benutzer (id),
    am              TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (feststellung_id, nummer)
) STRICT;

CREATE TABLE stellungnahme (
    id              TEXT PRIMARY KEY,
    feststellung_id TEXT NOT NULL UNIQUE REFERENCES feststellung (id),
    antwort         TEXT NOT NULL CHECK (antwort IN ('anerkannt', 'teilweise', 'nicht_anerkannt')),
    text            TEXT NOT NULL,
    uebertragen_aus TEXT NOT NULL DEFAULT '',  -- source, when QM enters it for the Teamleitung
    von             TEXT NOT NULL REFERENCES benutzer (id),
    am              TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL
) STRICT;

CREATE TABLE entscheidung (
    id              TEXT PRIMARY KEY,
    feststellung_id TEXT NOT NULL UNIQUE REFERENCES feststellung (id),
    ergebnis        TEXT NOT NULL CHECK (ergebnis IN ('aufrechterhalten', 'geaendert', 'zurueckgenommen')),
    grund           TEXT NOT NULL,
    von             TEXT NOT NULL REFERENCES benutzer (id),
    am              TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL
) STRICT;

-- Nobody decides on her own finding, nor on what she objected to herself.
CREATE TRIGGER vier_augen_entscheidung BEFORE INSERT ON entscheidung
WHEN EXISTS (SELECT 1 FROM feststellung WHERE id = NEW.feststellung_id AND erfasst_von = NEW.von)
  OR EXISTS (SELECT 1 FROM stellungnahme WHERE feststellung_id = NEW.feststellung_id AND von = NEW.von AND uebertragen_aus = '')
BEGIN SELECT RAISE(ABORT, 'vier_augen_entscheidung'); END;

-- The correction of the case itself; stays open beyond the Feststellung.
CREATE TABLE korrektur (
    id              TEXT PRIMARY KEY,
    feststellung_id TEXT NOT NULL UNIQUE REFERENCES feststellung (id),
    pruefung_id     TEXT NOT NULL REFERENCES pruefung (id),
    team_id         TEXT REFERENCES team (id),
    faellig_am      TEXT NOT NULL,
    erledigt_am     TEXT,
    erledigt_von    TEXT REFERENCES benutzer (id),
    vermerk         TEXT NOT NULL DEFAULT '',
    bestaetigt_am   TEXT,
    bestaetigt_von  TEXT REFERENCES benutzer (id),
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    CONSTRAINT vier_augen_korrektur CHECK (bestaetigt_von IS NULL OR (erledigt_von IS NOT NULL AND bestaetigt_von <> erledigt_von))
) STRICT;
CREATE INDEX korrektur_offen ON korrektur (faellig_am) WHERE bestaetigt_am IS NULL;
