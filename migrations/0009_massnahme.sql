-- Maßnahmen: one register for the whole application.

-- A measure. What was entered and its steps are JSON; the columns beside them serve lists and statistics.
CREATE TABLE massnahme (
    id               TEXT PRIMARY KEY,
    nr               INTEGER NOT NULL UNIQUE,   -- short key for the index of the search
    nummer           TEXT NOT NULL UNIQUE,      -- M-2026-001
    art              TEXT NOT NULL,
    herkunft         TEXT NOT NULL,             -- JSON
    herkunft_art     TEXT NOT NULL CHECK (herkunft_art IN ('feststellung', 'abweichung', 'kundenreaktion', 'widerspruch', 'datenschutzvorfall', 'gefaehrdung', 'eigen')),
    herkunft_id      TEXT,                      -- row of the register that the kind names; NULL: on its own
    herkunft_stelle  TEXT NOT NULL DEFAULT '',  -- item of a Feststellung, question of a Prüfliste
    herkunft_team    TEXT REFERENCES team (id), -- team that the origin is about
    angaben          TEXT NOT NULL,             -- JSON
    schritte         TEXT NOT NULL,             -- JSON list, oldest first; those taken back stay
    stand            TEXT NOT NULL CHECK (stand IN ('offen', 'in_umsetzung', 'umgesetzt', 'wirkung_belegt', 'wirkung_nicht_belegt', 'nicht_messbar', 'verworfen')),
    rolle            TEXT NOT NULL,             -- function that sees to it; no person
    team_id          TEXT REFERENCES team (id),
    faellig          TEXT NOT NULL,
    naechster_tag    TEXT,                      -- by when something must happen next
    verschiebungen   INTEGER NOT NULL DEFAULT 0,
    umgesetzt_am     TEXT,
    abschluss_am     TEXT,
    angelegt_von     TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am      TEXT NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1,
    salz             BLOB NOT NULL,
    CONSTRAINT herkunft_vollstaendig CHECK ((herkunft_art = 'eigen') = (herkunft_id IS NULL)),
    CONSTRAINT abschluss CHECK ((abschluss_am IS NOT NULL) = (stand IN ('wirkung_belegt', 'nicht_messbar', 'verworfen')))
) STRICT;
CREATE TRIGGER massnahme_nie_geloescht BEFORE DELETE ON massnahme BEGIN SELECT RAISE(ABORT, 'massnahme wird nie gelöscht'); END;
-- Where a measure comes from is never exchanged: its effect is judged by it.
CREATE TRIGGER massnahme_herkunft BEFORE UPDATE ON massnahme
WHEN (NEW.herkunft IS NOT OLD.herkunft OR NEW.herkunft_stelle IS NOT OLD.herkunft_stelle OR NEW.herkunft_art <> OLD.herkunft_art OR NEW.herkunft_id IS NOT OLD.herkunft_id)
BEGIN SELECT RAISE(ABORT, 'massnahme: Herkunft ist endgültig'); END;
-- Lists filter and sort in this index alone and fetch the wide rows of one page only.
CREATE INDEX massnahme_liste ON massnahme (faellig, stand, art, herkunft_art, rolle, team_id, herkunft_team, angelegt_von, naechster_tag, umgesetzt_am, abschluss_am, nr, id);
CREATE INDEX massnahme_offen ON massnahme (naechster_tag, stand) WHERE abschluss_am IS NULL;
CREATE INDEX massnahme_zu_herkunft ON massnahme (herkunft_art, herkunft_id) WHERE herkunft_id IS NOT NULL;

-- Full-text search over number, texts and origin.
CREATE VIRTUAL TABLE massnahme_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO massnahme_suche (massnahme_suche, rank) VALUES ('secure-delete', 1);
