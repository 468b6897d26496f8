-- Widersprüche, Überprüfungsanträge, Klagen, einstweiliger Rechtsschutz: procedures, deadlines, Wiedervorlagen, absences.

-- A procedure. What was entered and its steps are JSON; the columns beside them serve lists and statistics.
CREATE TABLE verfahren (
    id              TEXT PRIMARY KEY,
    nr              INTEGER NOT NULL UNIQUE,   -- short key for the indexes of the search
    nummer          TEXT NOT NULL UNIQUE,      -- W-2026-0001
    art             TEXT NOT NULL CHECK (art IN ('widerspruch', 'ueberpruefung', 'klage', 'eilverfahren')),
    angaben         TEXT NOT NULL,             -- JSON
    schritte        TEXT NOT NULL,             -- JSON list, oldest first; those taken back stay
    stand           TEXT NOT NULL,
    pseudonym       TEXT NOT NULL,             -- 64 hex digits, keyed
    sachgebiet      TEXT NOT NULL,             -- kennung of the catalogue
    team_id         TEXT REFERENCES team (id),
    zustaendig      TEXT REFERENCES benutzer (id),
    eingang         TEXT NOT NULL,
    wartefrist      TEXT,                      -- end of the three or six months of § 88 SGG by the calendar
    entschieden_am  TEXT,
    abschluss_am    TEXT,
    ergebnis        TEXT,
    stattgabegrund  TEXT,
    ursache         TEXT,                      -- kennung of the catalogue
    kosten_cent     INTEGER,
    vorgelegt_von   TEXT REFERENCES benutzer (id),
    gezeichnet_von  TEXT REFERENCES benutzer (id),
    vorgaenger_id   TEXT REFERENCES verfahren (id),
    angelegt_von    TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am     TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    CONSTRAINT vier_augen_zeichnung CHECK (gezeichnet_von IS NULL OR vorgelegt_von IS NULL OR gezeichnet_von <> vorgelegt_von)
) STRICT;
CREATE TRIGGER verfahren_nie_geloescht BEFORE DELETE ON verfahren BEGIN SELECT RAISE(ABORT, 'verfahren wird nie gelöscht'); END;
-- Lists filter and sort in this index alone and fetch the wide rows of one page only.
CREATE INDEX verfahren_liste ON verfahren (eingang, art, stand, sachgebiet, team_id, zustaendig, ergebnis, entschieden_am, abschluss_am, nr, id);
CREATE INDEX verfahren_offen ON verfahren (stand, eingang) WHERE abschluss_am IS NULL;
CREATE INDEX verfahren_statistik ON verfahren (entschieden_am, art, ergebnis, sachgebiet, team_id, stattgabegrund, ursache, eingang, wartefrist, kosten_cent);
CREATE INDEX verfahren_pseudonym ON verfahren (pseudonym);
CREATE INDEX verfahren_vorgaenger ON verfahren (vorgaenger_id) WHERE vorgaenger_id IS NOT NULL;

-- Plain numbers and names, for the Widerspruchsstelle only; in a table of their own so that they can be dropped.
CREATE TABLE verfahren_klar (
    verfahren_id  TEXT PRIMARY KEY REFERENCES verfahren (id),
    fallnummer    TEXT NOT NULL,
    name          TEXT NOT NULL,
    az_gericht    TEXT NOT NULL,
    vertretung    TEXT NOT NULL,
    az_vertretung TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full-text search over what every reader of the register may see, and one of its own over plain names and numbers.
CREATE VIRTUAL TABLE verfahren_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE verfahren_klarsuche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO verfahren_suche (verfahren_suche, rank) VALUES ('secure-delete', 1);
INSERT INTO verfahren_klarsuche (verfahren_klarsuche, rank) VALUES ('secure-delete', 1);

-- A deadline with its computation, its confirmation and everything that happened to it.
CREATE TABLE frist (
    id              TEXT PRIMARY KEY,
    verfahren_id    TEXT NOT NULL REFERENCES verfahren (id),
    art             TEXT NOT NULL,
    bezug           TEXT NOT NULL,             -- tells deadlines of one kind apart
    bezeichnung     TEXT NOT NULL,
    quelle          TEXT NOT NULL,
    berechnung      TEXT NOT NULL,             -- JSON
    tag             TEXT,                      -- the day that counts; NULL: not computable
    stand           TEXT NOT NULL CHECK (stand IN ('laufend', 'erledigt', 'gegenstandslos')),
    erledigt_am     TEXT,
    doppelt         INTEGER NOT NULL CHECK (doppelt IN (0, 1)),
    kontrolle       TEXT NOT NULL CHECK (kontrolle IN ('unbestaetigt', 'bestaetigt', 'abweichend')),
    eingetragen_von TEXT NOT NULL REFERENCES benutzer (id),
    erste           TEXT,                      -- JSON: her reason after a difference
    zweite          TEXT,                      -- JSON: the second person's day
    zweite_von      TEXT REFERENCES benutzer (id),
    uebersteuerung  TEXT,                      -- JSON: another day, proposed or agreed
    verlauf         TEXT NOT NULL,             -- JSON list of events, oldest first
    geaendert_am    TEXT NOT NULL,             -- of the last event
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (verfahren_id, art, bezug),
    CONSTRAINT vier_augen_frist CHECK (zweite_von IS NULL OR zweite_von <> eingetragen_von)
) STRICT;
CREATE TRIGGER frist_nie_geloescht BEFORE DELETE ON frist BEGIN SELECT RAISE(ABORT, 'frist wird nie gelöscht'); END;
CREATE INDEX frist_laufend ON frist (tag, verfahren_id) WHERE stand = 'laufend';
CREATE INDEX frist_laufend_je_verfahren ON frist (verfahren_id, tag) WHERE stand = 'laufend';
CREATE INDEX frist_tag ON frist (tag);
CREATE INDEX frist_geaendert ON frist (geaendert_am);
CREATE INDEX frist_kontrolle ON frist (kontrolle, stand, doppelt) WHERE kontrolle <> 'bestaetigt';

-- Something to look at again.
CREATE TABLE wiedervorlage (
    id            TEXT PRIMARY KEY,
    verfahren_id  TEXT NOT NULL REFERENCES verfahren (id),
    am            TEXT NOT NULL,
    betreff       TEXT NOT NULL,
    fuer          TEXT REFERENCES benutzer (id), -- NULL: the Widerspruchsstelle
    angelegt_von  TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am   TEXT NOT NULL,
    erledigt_von  TEXT REFERENCES benutzer (id),
    erledigt_am   TEXT,
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL
) STRICT;
CREATE INDEX wiedervorlage_offen ON wiedervorlage (am) WHERE erledigt_am IS NULL;
CREATE INDEX wiedervorlage_verfahren ON wiedervorlage (verfahren_id);

-- Who is away and who stands in; shown when a deadline or a Wiedervorlage falls into it.
CREATE TABLE abwesenheit (
    id            TEXT PRIMARY KEY,
    benutzer_id   TEXT NOT NULL REFERENCES benutzer (id),
    von           TEXT NOT NULL,
    bis           TEXT NOT NULL,
    vertretung_id TEXT REFERENCES benutzer (id),
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL,
    CHECK (bis >= von),
    CHECK (vertretung_id IS NULL OR vertretung_id <> benutzer_id)
) STRICT;
CREATE INDEX abwesenheit_bis ON abwesenheit (bis);
