-- How long plain data stay, and what was removed because that time was over.

-- Years of one kind, if the house set others than the program proposes.
CREATE TABLE aufbewahrung (
    id            TEXT PRIMARY KEY,            -- kind: 'widerspruch', 'kundenreaktion'
    jahre         INTEGER NOT NULL CHECK (jahre BETWEEN 1 AND 30),
    geaendert_von TEXT NOT NULL REFERENCES benutzer (id),
    geaendert_am  TEXT NOT NULL,               -- day
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL
) STRICT;

-- A removal: which rule, up to which day, how many, by whom. Nothing of what was removed.
CREATE TABLE loeschung (
    id       TEXT PRIMARY KEY,
    art      TEXT NOT NULL,
    jahre    INTEGER NOT NULL,
    stichtag TEXT NOT NULL,                    -- everything that ended before this day
    anzahl   INTEGER NOT NULL CHECK (anzahl > 0),
    am       TEXT NOT NULL,                    -- day
    von      TEXT NOT NULL REFERENCES benutzer (id),
    mit      TEXT NOT NULL REFERENCES benutzer (id),
    salz     BLOB NOT NULL,
    CONSTRAINT vier_augen_loeschung CHECK (von <> mit)
) STRICT;
CREATE TRIGGER loeschung_kein_update BEFORE UPDATE ON loeschung BEGIN SELECT RAISE(ABORT, 'loeschung ist unveränderlich'); END;
CREATE TRIGGER loeschung_kein_delete BEFORE DELETE ON loeschung BEGIN SELECT RAISE(ABORT, 'loeschung ist unveränderlich'); END;

-- Which records have lost their plain data by which removal; their rows and seals stay as they were.
CREATE TABLE entfernt (
    objekt       TEXT PRIMARY KEY,             -- id of the record
    loeschung_id TEXT NOT NULL REFERENCES loeschung (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entfernt_loeschung ON entfernt (loeschung_id);
CREATE TRIGGER entfernt_kein_update BEFORE UPDATE ON entfernt BEGIN SELECT RAISE(ABORT, 'entfernt ist unveränderlich'); END;
CREATE TRIGGER entfernt_kein_delete BEFORE DELETE ON entfernt BEGIN SELECT RAISE(ABORT, 'entfernt ist unveränderlich'); END;
