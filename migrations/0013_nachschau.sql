-- Nachschau of the corrected cases of a check: its population is taken from there, unit by unit.

-- Its id is that of the Nachschau. Place i of the list is the Prüffall of the first check behind unit i + 1 of the
-- population; the pseudonyms of the two checks cannot be joined without it.
CREATE TABLE nachschauliste (
    id       TEXT PRIMARY KEY REFERENCES pruefung (id),
    erste_id TEXT NOT NULL REFERENCES pruefung (id),
    faelle   TEXT NOT NULL,                    -- JSON list of ids of Prüffälle
    salz     BLOB NOT NULL,
    CHECK (id <> erste_id)
) STRICT;
CREATE INDEX nachschauliste_erste ON nachschauliste (erste_id);
CREATE TRIGGER nachschauliste_kein_update BEFORE UPDATE ON nachschauliste BEGIN SELECT RAISE(ABORT, 'nachschauliste ist unveränderlich'); END;
CREATE TRIGGER nachschauliste_kein_delete BEFORE DELETE ON nachschauliste BEGIN SELECT RAISE(ABORT, 'nachschauliste ist unveränderlich'); END;
-- The checks that follow one are asked for on its page.
CREATE INDEX pruefung_nachschau ON pruefung (nachschau_zu) WHERE nachschau_zu IS NOT NULL;
