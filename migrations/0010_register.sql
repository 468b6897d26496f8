-- Registers of data protection and of the prevention of corruption. What was entered and the steps are JSON; the
-- columns beside them serve lists and figures.

-- A breach of data protection (Art. 33 Abs. 5 DSGVO). Kinds and numbers only, no Sozialdaten.
CREATE TABLE datenschutzvorfall (
    id            TEXT PRIMARY KEY,
    nr            INTEGER NOT NULL UNIQUE,      -- short key for the index of the search
    nummer        TEXT NOT NULL UNIQUE,         -- DV-2026-001
    angaben       TEXT NOT NULL,                -- JSON
    schritte      TEXT NOT NULL,                -- JSON list, oldest first; those taken back stay
    stand         TEXT NOT NULL CHECK (stand IN ('erfasst', 'bewertet', 'bearbeitung', 'abgeschlossen')),
    risiko        TEXT CHECK (risiko IN ('kein', 'gering', 'risiko', 'hoch')),
    kenntnis      TEXT NOT NULL,                -- moment of knowledge (UTC)
    kenntnis_am   TEXT NOT NULL,                -- the same as a day of the house
    frist_ende    TEXT NOT NULL,                -- end of the 72 hours (UTC)
    meldung       TEXT CHECK (meldung IN ('gemeldet', 'keine')),
    gemeldet      TEXT,                         -- moment of the report (UTC)
    verspaetet    INTEGER NOT NULL DEFAULT 0 CHECK (verspaetet IN (0, 1)),
    aufsicht_am   TEXT,
    betroffene    TEXT CHECK (betroffene IN ('benachrichtigt', 'ausnahme')),
    abschluss_am  TEXT,
    reaktion_id   TEXT UNIQUE REFERENCES kundenreaktion (id), -- through which it became known
    angelegt_von  TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am   TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL,
    -- Where there is a risk, nobody rules the report out; nothing is closed with an open question.
    CONSTRAINT risiko_wird_gemeldet CHECK (meldung IS NOT 'keine' OR risiko IN ('kein', 'gering')),
    CONSTRAINT abschluss_beantwortet CHECK (stand <> 'abgeschlossen'
        OR (risiko IS NOT NULL AND meldung IS NOT NULL AND (risiko <> 'hoch' OR betroffene IS NOT NULL) AND abschluss_am IS NOT NULL))
) STRICT;
CREATE TRIGGER datenschutzvorfall_nie_geloescht BEFORE DELETE ON datenschutzvorfall BEGIN SELECT RAISE(ABORT, 'datenschutzvorfall wird nie gelöscht'); END;
CREATE INDEX datenschutzvorfall_liste ON datenschutzvorfall (kenntnis, stand, risiko, frist_ende, angelegt_von, nr, id);
CREATE INDEX datenschutzvorfall_offen ON datenschutzvorfall (frist_ende) WHERE abschluss_am IS NULL;

-- A request of a person concerned (Art. 15 to 22 DSGVO).
CREATE TABLE betroffenenanfrage (
    id            TEXT PRIMARY KEY,
    nr            INTEGER NOT NULL UNIQUE,
    nummer        TEXT NOT NULL UNIQUE,         -- BA-2026-001
    art           TEXT NOT NULL,
    kanal         TEXT NOT NULL,
    angaben       TEXT NOT NULL,                -- JSON
    schritte      TEXT NOT NULL,                -- JSON list
    stand         TEXT NOT NULL CHECK (stand IN ('eingegangen', 'bearbeitung', 'erledigt')),
    eingang       TEXT NOT NULL,
    frist_bis     TEXT NOT NULL,                -- last day of the month, or of the three months
    verlaengert   INTEGER NOT NULL DEFAULT 0 CHECK (verlaengert IN (0, 1)),
    identitaet_am TEXT,
    ergebnis      TEXT CHECK (ergebnis IN ('erfuellt', 'teilweise', 'abgelehnt', 'abgegeben', 'zurueckgezogen')),
    erledigt_am   TEXT,
    pseudonym     TEXT NOT NULL,                -- 64 hex digits, keyed
    reaktion_id   TEXT UNIQUE REFERENCES kundenreaktion (id), -- in which it came
    angelegt_von  TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am   TEXT NOT NULL,
    version       INTEGER NOT NULL DEFAULT 1,
    salz          BLOB NOT NULL,
    CONSTRAINT erledigt_mit_ergebnis CHECK ((stand = 'erledigt') = (ergebnis IS NOT NULL) AND (ergebnis IS NULL) = (erledigt_am IS NULL))
) STRICT;
CREATE TRIGGER betroffenenanfrage_nie_geloescht BEFORE DELETE ON betroffenenanfrage BEGIN SELECT RAISE(ABORT, 'betroffenenanfrage wird nie gelöscht'); END;
CREATE INDEX betroffenenanfrage_liste ON betroffenenanfrage (eingang, art, stand, ergebnis, frist_bis, angelegt_von, nr, id);
CREATE INDEX betroffenenanfrage_offen ON betroffenenanfrage (frist_bis) WHERE erledigt_am IS NULL;
CREATE INDEX betroffenenanfrage_pseudonym ON betroffenenanfrage (pseudonym);

-- Who asks; in a table of its own so that it can be removed by rule.
CREATE TABLE betroffenenanfrage_klar (
    anfrage_id TEXT PRIMARY KEY REFERENCES betroffenenanfrage (id),
    name       TEXT NOT NULL,
    kontakt    TEXT NOT NULL,
    fallnummer TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A benefit that was offered. No name of anyone.
CREATE TABLE zuwendung (
    id               TEXT PRIMARY KEY,
    nr               INTEGER NOT NULL UNIQUE,
    nummer           TEXT NOT NULL UNIQUE,      -- Z-2026-001
    art              TEXT NOT NULL,
    geber            TEXT NOT NULL,
    angaben          TEXT NOT NULL,             -- JSON
    schritte         TEXT NOT NULL,             -- JSON list
    stand            TEXT NOT NULL CHECK (stand IN ('angezeigt', 'vorgeschlagen', 'entschieden', 'abgeschlossen')),
    tag              TEXT NOT NULL,
    wert_cent        INTEGER CHECK (wert_cent IS NULL OR wert_cent >= 0), -- NULL: unknown
    vorschlag        TEXT CHECK (vorschlag IN ('angenommen', 'abgelehnt', 'zurueckgegeben', 'gespendet')),
    vorgeschlagen_von TEXT REFERENCES benutzer (id),
    entscheidung     TEXT CHECK (entscheidung IN ('angenommen', 'abgelehnt', 'zurueckgegeben', 'gespendet')),
    bestaetigt_von   TEXT REFERENCES benutzer (id),
    abschluss_am     TEXT,
    angelegt_von     TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am      TEXT NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1,
    salz             BLOB NOT NULL,
    CONSTRAINT vier_augen_zuwendung CHECK (entscheidung IS NULL
        OR (vorgeschlagen_von IS NOT NULL AND bestaetigt_von IS NOT NULL AND vorgeschlagen_von <> bestaetigt_von)),
    CONSTRAINT geld_nie_angenommen CHECK (art <> 'geld' OR (vorschlag IS NOT 'angenommen' AND entscheidung IS NOT 'angenommen'))
) STRICT;
CREATE TRIGGER zuwendung_nie_geloescht BEFORE DELETE ON zuwendung BEGIN SELECT RAISE(ABORT, 'zuwendung wird nie gelöscht'); END;
CREATE INDEX zuwendung_liste ON zuwendung (tag, art, geber, stand, entscheidung, wert_cent, nr, id);

-- A Dienstposten or work area at risk (Richtlinie der Bundesregierung of 30.07.2004, Nr. 2 and 4.2). No name of anyone.
CREATE TABLE gefaehrdung (
    id                TEXT PRIMARY KEY,
    nr                INTEGER NOT NULL UNIQUE,
    nummer            TEXT NOT NULL UNIQUE,     -- G-001
    bezeichnung       TEXT NOT NULL,
    schritte          TEXT NOT NULL,            -- JSON list; its versions lie in them
    stand             TEXT NOT NULL CHECK (stand IN ('vorgeschlagen', 'zurueckgegeben', 'gueltig', 'aufgehoben')),
    grad              TEXT NOT NULL CHECK (grad IN ('gering', 'mittel', 'hoch', 'besonders')),
    team_id           TEXT REFERENCES team (id),
    bereich_id        TEXT REFERENCES bereich (id),
    analyse_am        TEXT,
    rotation_ab       TEXT,                     -- first day after five years; NULL: nothing to rotate
    ausnahme_bis      TEXT,                     -- exception from the rotation
    ueberpruefung_am  TEXT NOT NULL,
    fassung           INTEGER NOT NULL DEFAULT 0, -- number of the version that holds; 0: none yet
    vorgeschlagen_von TEXT REFERENCES benutzer (id), -- of the version that holds
    bestaetigt_von    TEXT REFERENCES benutzer (id),
    vorschlag_von     TEXT REFERENCES benutzer (id), -- of the version that waits
    aufgehoben_am     TEXT,
    angelegt_von      TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am       TEXT NOT NULL,
    version           INTEGER NOT NULL DEFAULT 1,
    salz              BLOB NOT NULL,
    CONSTRAINT vier_augen_gefaehrdung CHECK (fassung = 0
        OR (vorgeschlagen_von IS NOT NULL AND bestaetigt_von IS NOT NULL AND vorgeschlagen_von <> bestaetigt_von))
) STRICT;
CREATE TRIGGER gefaehrdung_nie_geloescht BEFORE DELETE ON gefaehrdung BEGIN SELECT RAISE(ABORT, 'gefaehrdung wird nie gelöscht'); END;
CREATE INDEX gefaehrdung_liste ON gefaehrdung (stand, grad, rotation_ab, ueberpruefung_am, nr, id);

-- Full-text search; over who asks one of its own.
CREATE VIRTUAL TABLE datenschutzvorfall_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE betroffenenanfrage_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE betroffenenanfrage_klarsuche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE zuwendung_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE gefaehrdung_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO datenschutzvorfall_suche (datenschutzvorfall_suche, rank) VALUES ('secure-delete', 1);
INSERT INTO betroffenenanfrage_suche (betroffenenanfrage_suche, rank) VALUES ('secure-delete', 1);
INSERT INTO betroffenenanfrage_klarsuche (betroffenenanfrage_klarsuche, rank) VALUES ('secure-delete', 1);
INSERT INTO zuwendung_suche (zuwendung_suche, rank) VALUES ('secure-delete', 1);
INSERT INTO gefaehrdung_suche (gefaehrdung_suche, rank) VALUES ('secure-delete', 1);
