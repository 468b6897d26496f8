-- The house itself: organisation, users, catalogues, audit chain, register of exports.
-- Every sealed table has: id (text), version (optimistic locking), salz (salt of its link into the chain).
-- A later migration may add only nullable columns to a sealed table: the seal leaves NULL columns out.

CREATE TABLE haus (
    id             TEXT PRIMARY KEY CHECK (id = 'haus'),
    name           TEXT NOT NULL,
    land           TEXT NOT NULL,
    feiertage      TEXT NOT NULL,              -- JSON: municipal holidays and one-off free days
    sperre_minuten INTEGER NOT NULL DEFAULT 10 CHECK (sperre_minuten BETWEEN 1 AND 60),
    wiederherstellung_hash BLOB,               -- SHA-256 of the recovery slot: another one opens nothing
    demo           INTEGER NOT NULL DEFAULT 0,
    version        INTEGER NOT NULL DEFAULT 1,
    salz           BLOB NOT NULL
) STRICT;

CREATE TABLE standort (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    gueltig_ab TEXT NOT NULL,
    gueltig_bis TEXT CHECK (gueltig_bis IS NULL OR gueltig_bis >= gueltig_ab),
    version    INTEGER NOT NULL DEFAULT 1,
    salz       BLOB NOT NULL
) STRICT;

CREATE TABLE bereich (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    gueltig_ab TEXT NOT NULL,
    gueltig_bis TEXT CHECK (gueltig_bis IS NULL OR gueltig_bis >= gueltig_ab),
    version    INTEGER NOT NULL DEFAULT 1,
    salz       BLOB NOT NULL
) STRICT;

CREATE TABLE team (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    bereich_id  TEXT NOT NULL REFERENCES bereich (id),
    standort_id TEXT NOT NULL REFERENCES standort (id),
    unter_fuenf INTEGER NOT NULL DEFAULT 0 CHECK (unter_fuenf IN (0, 1)),
    gueltig_ab  TEXT NOT NULL,
    gueltig_bis TEXT CHECK (gueltig_bis IS NULL OR gueltig_bis >= gueltig_ab),
    version     INTEGER NOT NULL DEFAULT 1,
    salz        BLOB NOT NULL
) STRICT;
CREATE INDEX team_bereich ON team (bereich_id);

-- Catalogues shared by all modules: Sachgebiete and organisational causes, dated.
CREATE TABLE katalogeintrag (
    id           TEXT PRIMARY KEY,
    katalog      TEXT NOT NULL CHECK (katalog IN ('sachgebiet', 'ursache')),
    kennung      TEXT NOT NULL,
    titel        TEXT NOT NULL,
    erlaeuterung TEXT NOT NULL DEFAULT '',
    gueltig_ab   TEXT NOT NULL,
    gueltig_bis  TEXT CHECK (gueltig_bis IS NULL OR gueltig_bis >= gueltig_ab),
    version      INTEGER NOT NULL DEFAULT 1,
    salz         BLOB NOT NULL,
    UNIQUE (katalog, kennung)
) STRICT;

CREATE TABLE benutzer (
    id                TEXT PRIMARY KEY,
    benutzername      TEXT NOT NULL UNIQUE,
    anzeigename       TEXT NOT NULL,
    zeichen           TEXT NOT NULL UNIQUE,     -- stable sign in reports, e.g. QM-1
    rollen            TEXT NOT NULL,            -- JSON list
    bereich_id        TEXT REFERENCES bereich (id),
    teams             TEXT NOT NULL DEFAULT '[]', -- JSON list of team ids (Teamleitung)
    aktiv             INTEGER NOT NULL DEFAULT 1 CHECK (aktiv IN (0, 1)),
    passwort_wechseln INTEGER NOT NULL DEFAULT 0 CHECK (passwort_wechseln IN (0, 1)),
    slot_hash         BLOB NOT NULL,            -- SHA-256 of the key slot file: a copied slot opens nothing
    slot_version      INTEGER NOT NULL DEFAULT 1,
    version           INTEGER NOT NULL DEFAULT 1,
    salz              BLOB NOT NULL
) STRICT;

-- What a person set up for herself (filters, theme). Not sealed: it proves nothing.
CREATE TABLE ansicht (
    benutzer_id TEXT NOT NULL REFERENCES benutzer (id),
    schluessel  TEXT NOT NULL,
    wert        TEXT NOT NULL,
    PRIMARY KEY (benutzer_id, schluessel)
) STRICT, WITHOUT ROWID;

-- Everything that left the house, with its hash and the head of the chain that it printed.
CREATE TABLE export (
    id         TEXT PRIMARY KEY,
    art        TEXT NOT NULL,
    objekt     TEXT NOT NULL,
    titel      TEXT NOT NULL,
    sha256     TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    kopf       TEXT,
    zeit       TEXT NOT NULL,
    benutzer_id TEXT NOT NULL REFERENCES benutzer (id),
    version    INTEGER NOT NULL DEFAULT 1,
    salz       BLOB NOT NULL
) STRICT;
CREATE INDEX export_zeit ON export (zeit);
CREATE INDEX export_objekt ON export (objekt);

-- The audit chain. No names, numbers or texts; append only.
CREATE TABLE protokoll (
    folge      INTEGER PRIMARY KEY,
    format     INTEGER NOT NULL,
    vorgaenger BLOB NOT NULL CHECK (length(vorgaenger) = 32),
    zeit       INTEGER NOT NULL,               -- UTC milliseconds
    operation  TEXT NOT NULL,
    art        TEXT NOT NULL,
    objekt     TEXT NOT NULL,
    benutzer   TEXT NOT NULL,
    rolle      TEXT NOT NULL,
    platz      TEXT NOT NULL,                  -- at whose desk it was co-signed
    zustand    BLOB NOT NULL CHECK (length(zustand) = 32),
    hash       BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX protokoll_objekt ON protokoll (art, objekt, folge);
CREATE INDEX protokoll_zeit ON protokoll (zeit);
CREATE TRIGGER protokoll_kein_update BEFORE UPDATE ON protokoll BEGIN SELECT RAISE(ABORT, 'protokoll ist unveränderlich'); END;
CREATE TRIGGER protokoll_kein_delete BEFORE DELETE ON protokoll BEGIN SELECT RAISE(ABORT, 'protokoll ist unveränderlich'); END;
