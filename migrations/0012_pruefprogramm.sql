-- Prüfprogramm: which theme is checked in which team in which month of a year, and what became of it.

-- A Fassung of the programme of a year. Themes with teams and months are JSON.
CREATE TABLE pruefprogramm (
    id              TEXT PRIMARY KEY,
    jahr            INTEGER NOT NULL,
    fassung         INTEGER NOT NULL,
    ersetzt         TEXT REFERENCES pruefprogramm (id), -- the Fassung that it changes
    aenderung       TEXT NOT NULL,             -- why
    zeilen          TEXT NOT NULL,             -- JSON list
    dsb_am          TEXT,                      -- agreed with the Datenschutz
    dsb_vermerk     TEXT NOT NULL,
    stand           TEXT NOT NULL CHECK (stand IN ('entwurf', 'vorgelegt', 'gueltig', 'ersetzt', 'verworfen')),
    grund           TEXT NOT NULL,             -- of the last return
    geaendert_von   TEXT REFERENCES benutzer (id), -- who entered the numbers last
    vorgelegt_von   TEXT REFERENCES benutzer (id),
    vorgelegt_am    TEXT,
    freigegeben_von TEXT REFERENCES benutzer (id),
    freigegeben_am  TEXT,
    angelegt_von    TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am     TEXT NOT NULL,
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    UNIQUE (jahr, fassung),
    CONSTRAINT vier_augen_programm CHECK (freigegeben_von IS NULL
        OR (vorgelegt_von IS NOT NULL AND freigegeben_von <> vorgelegt_von AND freigegeben_von IS NOT geaendert_von)),
    CONSTRAINT mit_datenschutz CHECK (stand NOT IN ('vorgelegt', 'gueltig', 'ersetzt') OR dsb_am IS NOT NULL),
    CHECK ((stand IN ('gueltig', 'ersetzt')) = (freigegeben_von IS NOT NULL))
) STRICT;
-- One Fassung of a year holds, and one at most is being worked on.
CREATE UNIQUE INDEX pruefprogramm_gueltig ON pruefprogramm (jahr) WHERE stand = 'gueltig';
CREATE UNIQUE INDEX pruefprogramm_offen ON pruefprogramm (jahr) WHERE stand IN ('entwurf', 'vorgelegt');
CREATE TRIGGER pruefprogramm_nie_geloescht BEFORE DELETE ON pruefprogramm BEGIN SELECT RAISE(ABORT, 'pruefprogramm wird nie gelöscht'); END;
-- What was released stays as it is; a later Fassung takes its place.
CREATE TRIGGER pruefprogramm_endgueltig BEFORE UPDATE ON pruefprogramm
WHEN OLD.stand IN ('gueltig', 'ersetzt', 'verworfen')
 AND NOT (OLD.stand = 'gueltig' AND NEW.stand = 'ersetzt' AND NEW.zeilen = OLD.zeilen AND NEW.dsb_am IS OLD.dsb_am AND NEW.freigegeben_von IS OLD.freigegeben_von)
BEGIN SELECT RAISE(ABORT, 'pruefprogramm ist endgültig'); END;

-- The check that a theme of a programme became in a month. Its id is that of the check.
CREATE TABLE programmpruefung (
    id          TEXT PRIMARY KEY REFERENCES pruefung (id),
    programm_id TEXT NOT NULL REFERENCES pruefprogramm (id), -- the Fassung that held then
    jahr        INTEGER NOT NULL,
    monat       INTEGER NOT NULL CHECK (monat BETWEEN 1 AND 12),
    thema_id    TEXT NOT NULL REFERENCES pruefthema (id),
    bereich_id  TEXT NOT NULL REFERENCES bereich (id),
    vorgaben    TEXT NOT NULL,                 -- JSON list: team and number, fixed before the draw
    pruefende   TEXT NOT NULL CHECK (pruefende IN ('teamleitung', 'qualitaetsmanagement', 'pruefkraft')),
    salz        BLOB NOT NULL
) STRICT;
CREATE INDEX programmpruefung_monat ON programmpruefung (jahr, monat, thema_id, bereich_id);
CREATE TRIGGER programmpruefung_kein_update BEFORE UPDATE ON programmpruefung BEGIN SELECT RAISE(ABORT, 'programmpruefung ist unveränderlich'); END;
CREATE TRIGGER programmpruefung_kein_delete BEFORE DELETE ON programmpruefung BEGIN SELECT RAISE(ABORT, 'programmpruefung ist unveränderlich'); END;

-- Why a team was not checked in a month, or not as often as planned.
CREATE TABLE programmausfall (
    id            TEXT PRIMARY KEY,
    jahr          INTEGER NOT NULL,
    monat         INTEGER NOT NULL CHECK (monat BETWEEN 1 AND 12),
    thema_id      TEXT NOT NULL REFERENCES pruefthema (id),
    team_id       TEXT NOT NULL REFERENCES team (id),
    grund         TEXT NOT NULL,
    erfasst_von   TEXT NOT NULL REFERENCES benutzer (id),
    erfasst_am    TEXT NOT NULL,
    aufgehoben_von TEXT REFERENCES benutzer (id), -- it was done after all
    aufgehoben_am TEXT,
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL,
    CHECK ((aufgehoben_von IS NULL) = (aufgehoben_am IS NULL))
) STRICT;
CREATE UNIQUE INDEX programmausfall_gilt ON programmausfall (jahr, monat, thema_id, team_id) WHERE aufgehoben_am IS NULL;
CREATE TRIGGER programmausfall_nie_geloescht BEFORE DELETE ON programmausfall BEGIN SELECT RAISE(ABORT, 'programmausfall wird nie gelöscht'); END;
