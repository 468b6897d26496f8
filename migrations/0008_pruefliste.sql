-- Prüflisten: catalogues of questions with their versions, runs with answers, evidence and attachments.

-- A catalogue; its questions are versions.
CREATE TABLE pruefkatalog (
    id          TEXT PRIMARY KEY,
    kennung     TEXT NOT NULL UNIQUE,          -- 'datenschutz', stays over all versions
    gebiet      TEXT NOT NULL,
    titel       TEXT NOT NULL,
    aktiv       INTEGER NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1)),
    version     INTEGER NOT NULL DEFAULT 1,
    salz        BLOB NOT NULL
) STRICT;

-- A version of a catalogue. Released by a second person; then its content stays.
CREATE TABLE pruefkatalogfassung (
    id              TEXT PRIMARY KEY,
    katalog_id      TEXT NOT NULL REFERENCES pruefkatalog (id),
    nummer          INTEGER NOT NULL,
    rechtsstand     TEXT NOT NULL,
    einleitung      TEXT NOT NULL,
    kapitel         TEXT NOT NULL,             -- JSON: chapters with questions
    herkunft        TEXT NOT NULL,
    angelegt_von    TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am     TEXT NOT NULL,
    freigegeben_von TEXT REFERENCES benutzer (id),
    freigegeben_am  TEXT,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (katalog_id, nummer),
    CONSTRAINT vier_augen_fassung CHECK (freigegeben_von IS NULL OR herkunft = 'mitgeliefert' OR freigegeben_von <> angelegt_von)
) STRICT;

-- A run of a catalogue in a unit. A correction is a new row with the same number and the next Fassung.
CREATE TABLE durchgang (
    id              TEXT PRIMARY KEY,
    nummer          TEXT NOT NULL,             -- PL-2026-001
    fassung         INTEGER NOT NULL DEFAULT 1,
    ersetzt         TEXT REFERENCES durchgang (id),
    berichtigung    TEXT NOT NULL,             -- reason of the correction
    katalog_id      TEXT NOT NULL REFERENCES pruefkatalog (id),
    katalogfassung_id TEXT NOT NULL REFERENCES pruefkatalogfassung (id),
    fragen          TEXT NOT NULL,             -- JSON: kennungen of the questions that are due in this run
    ebene           TEXT NOT NULL CHECK (ebene IN ('haus', 'standort', 'team')),
    einheit_id      TEXT,                      -- site or team; NULL: the house
    von             TEXT NOT NULL,
    bis             TEXT NOT NULL,
    rolle           TEXT NOT NULL,             -- responsible function
    faellig_am      TEXT NOT NULL,
    stand           TEXT NOT NULL CHECK (stand IN ('geplant', 'in_arbeit', 'vorgelegt', 'freigegeben', 'ersetzt', 'entfallen')),
    grund           TEXT NOT NULL,             -- of a return or a run that was not done
    vorgelegt_von   TEXT REFERENCES benutzer (id),
    vorgelegt_am    TEXT,
    freigegeben_von TEXT REFERENCES benutzer (id),
    freigegeben_am  TEXT,
    anwendbar       INTEGER,                   -- result at release: numerator, denominator and weights
    erfuellt        INTEGER,
    teilweise       INTEGER,
    angelegt_von    TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am     TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (nummer, fassung),
    CHECK (von <= bis),
    CHECK ((ebene = 'haus') = (einheit_id IS NULL)),
    CONSTRAINT vier_augen_durchgang CHECK (freigegeben_von IS NULL OR (vorgelegt_von IS NOT NULL AND freigegeben_von <> vorgelegt_von)),
    CHECK (stand NOT IN ('freigegeben', 'ersetzt') OR freigegeben_von IS NOT NULL)
) STRICT;
CREATE INDEX durchgang_katalog ON durchgang (katalog_id, ebene, einheit_id, bis);
CREATE INDEX durchgang_offen ON durchgang (faellig_am) WHERE stand IN ('geplant', 'in_arbeit', 'vorgelegt');
CREATE INDEX durchgang_ersetzt ON durchgang (ersetzt) WHERE ersetzt IS NOT NULL;
-- A released run is read-only; all that may still happen to it is that a correction takes its place.
CREATE TRIGGER durchgang_freigegeben BEFORE UPDATE ON durchgang WHEN OLD.stand IN ('freigegeben', 'ersetzt', 'entfallen')
    AND NOT (OLD.stand = 'freigegeben' AND NEW.stand = 'ersetzt' AND NEW.fragen = OLD.fragen AND NEW.bis = OLD.bis)
BEGIN SELECT RAISE(ABORT, 'durchgang ist freigegeben'); END;

-- An answer of a run. Open questions have no row.
CREATE TABLE pruefantwort (
    id           TEXT PRIMARY KEY,             -- durchgang:kennung
    durchgang_id TEXT NOT NULL REFERENCES durchgang (id),
    frage        TEXT NOT NULL,                -- kennung
    wert         TEXT NOT NULL CHECK (wert IN ('erfuellt', 'teilweise', 'nicht_erfuellt', 'nicht_anwendbar')),
    bemerkung    TEXT NOT NULL,
    von          TEXT NOT NULL REFERENCES benutzer (id),
    am           TEXT NOT NULL,
    version      INTEGER NOT NULL DEFAULT 1,
    salz         BLOB NOT NULL
) STRICT;
CREATE INDEX pruefantwort_durchgang ON pruefantwort (durchgang_id, frage, wert);

-- Evidence: where it is to be found, or a file of its own. Withdrawn evidence stays as a row.
CREATE TABLE nachweis (
    id             TEXT PRIMARY KEY,
    durchgang_id   TEXT NOT NULL REFERENCES durchgang (id),
    frage          TEXT NOT NULL,
    bezeichnung    TEXT NOT NULL,              -- what it is, and where it lies
    datum          TEXT NOT NULL,              -- day of the evidence itself
    anhang_id      TEXT REFERENCES anhang (id),
    erfasst_von    TEXT NOT NULL REFERENCES benutzer (id),
    erfasst_am     TEXT NOT NULL,
    entfernt_grund TEXT,
    version        INTEGER NOT NULL DEFAULT 1,
    salz           BLOB NOT NULL
) STRICT;
CREATE INDEX nachweis_durchgang ON nachweis (durchgang_id, frage);

-- A file that was attached. Its content lies encrypted in the folder `anhaenge`; a correction shares it.
CREATE TABLE anhang (
    id     TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    bytes  INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL,                      -- of the file as it was attached, hexadecimal
    salz   BLOB NOT NULL
) STRICT;
CREATE TRIGGER anhang_kein_update BEFORE UPDATE ON anhang BEGIN SELECT RAISE(ABORT, 'anhang ist unveränderlich'); END;
CREATE TRIGGER anhang_kein_delete BEFORE DELETE ON anhang BEGIN SELECT RAISE(ABORT, 'anhang ist unveränderlich'); END;
