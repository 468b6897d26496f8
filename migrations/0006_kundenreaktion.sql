-- Kundenreaktionen: tickets, what was written to them, the promises of the house, text blocks.

-- A ticket. What was entered and its steps are JSON; the columns beside them serve queue and statistics.
CREATE TABLE kundenreaktion (
    id               TEXT PRIMARY KEY,
    nr               INTEGER NOT NULL UNIQUE,   -- short key for the indexes of the search
    nummer           TEXT NOT NULL UNIQUE,      -- K-2026-0001
    art              TEXT NOT NULL,
    kanal            TEXT NOT NULL,
    angaben          TEXT NOT NULL,             -- JSON
    schritte         TEXT NOT NULL,             -- JSON list, oldest first; those taken back stay
    stand            TEXT NOT NULL CHECK (stand IN ('eingegangen', 'offen', 'wartet', 'beantwortet', 'erledigt')),
    gesichtet        INTEGER NOT NULL DEFAULT 0 CHECK (gesichtet IN (0, 1)),
    pseudonym        TEXT,                      -- 64 hex digits, keyed; NULL: anonymous
    zustaendig_team  TEXT REFERENCES team (id), -- NULL: the Kundenreaktionsmanagement
    zustaendig       TEXT REFERENCES benutzer (id),
    verfahren_id     TEXT REFERENCES verfahren (id), -- the Widerspruch found in it
    datenschutz      INTEGER NOT NULL DEFAULT 0 CHECK (datenschutz IN (0, 1)),
    eingang          TEXT NOT NULL,
    bestaetigung_bis TEXT,
    bestaetigt_am    TEXT,
    antwort_bis      TEXT,                      -- NULL: the clock rests
    beantwortet_am   TEXT,
    naechster_tag    TEXT,                      -- by when something must happen next
    stufe_krm_ab     TEXT,
    stufe_bl_ab      TEXT,
    stufe_gf_ab      TEXT,
    pausentage       INTEGER NOT NULL DEFAULT 0,
    nachgetragen     INTEGER NOT NULL DEFAULT 0 CHECK (nachgetragen IN (0, 1)), -- a pause moved a day that had passed
    ergebnis         TEXT,
    urteil           TEXT,                      -- agreed by two
    beurteilt_von    TEXT REFERENCES benutzer (id),
    beurteilung_bestaetigt_von TEXT REFERENCES benutzer (id),
    massnahmen       INTEGER NOT NULL DEFAULT 0,
    rueckmeldung     TEXT,
    abschluss_am     TEXT,
    angelegt_von     TEXT NOT NULL REFERENCES benutzer (id),
    angelegt_am      TEXT NOT NULL,
    version          INTEGER NOT NULL DEFAULT 1,
    salz             BLOB NOT NULL,
    -- Nothing happens to a ticket before its triage.
    CONSTRAINT sichtung_zuerst CHECK (gesichtet = 1 OR (stand = 'eingegangen' AND zustaendig_team IS NULL AND zustaendig IS NULL
        AND bestaetigt_am IS NULL AND beantwortet_am IS NULL AND ergebnis IS NULL AND abschluss_am IS NULL)),
    CONSTRAINT vier_augen_urteil CHECK (urteil IS NULL
        OR (beurteilt_von IS NOT NULL AND beurteilung_bestaetigt_von IS NOT NULL AND beurteilt_von <> beurteilung_bestaetigt_von))
) STRICT;
CREATE TRIGGER kundenreaktion_nie_geloescht BEFORE DELETE ON kundenreaktion BEGIN SELECT RAISE(ABORT, 'kundenreaktion wird nie gelöscht'); END;
-- Lists filter and sort in this index alone and fetch the wide rows of one page only.
CREATE INDEX kundenreaktion_liste ON kundenreaktion (eingang, art, kanal, stand, ergebnis, urteil, zustaendig_team, zustaendig, datenschutz, angelegt_von, naechster_tag, stufe_gf_ab, beantwortet_am, abschluss_am, nr, id);
CREATE INDEX kundenreaktion_offen ON kundenreaktion (naechster_tag, stand) WHERE abschluss_am IS NULL;
CREATE INDEX kundenreaktion_abschluss ON kundenreaktion (beantwortet_am);
CREATE INDEX kundenreaktion_pseudonym ON kundenreaktion (pseudonym) WHERE pseudonym IS NOT NULL;
CREATE INDEX kundenreaktion_verfahren ON kundenreaktion (verfahren_id) WHERE verfahren_id IS NOT NULL;

-- Its Anliegen, one to three; follows from the ticket and is sealed with it.
CREATE TABLE kundenreaktion_anliegen (
    reaktion_id TEXT NOT NULL REFERENCES kundenreaktion (id),
    stelle      INTEGER NOT NULL CHECK (stelle BETWEEN 1 AND 3),
    art         TEXT NOT NULL,
    sachgebiet  TEXT,
    team_id     TEXT REFERENCES team (id),
    ursache     TEXT,
    PRIMARY KEY (reaktion_id, stelle)
) STRICT, WITHOUT ROWID;
CREATE INDEX kundenreaktion_anliegen_team ON kundenreaktion_anliegen (team_id, reaktion_id);

-- Contact and account of the person; in a table of its own so that it can be removed by rule.
CREATE TABLE kundenreaktion_klar (
    reaktion_id  TEXT PRIMARY KEY REFERENCES kundenreaktion (id),
    name         TEXT NOT NULL,
    kontakt      TEXT NOT NULL,
    fallnummer   TEXT NOT NULL,
    schilderung  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was written to a ticket: notes for the house, answers to the person. Goes with the contact.
CREATE TABLE reaktionsbeitrag (
    id          TEXT PRIMARY KEY,
    reaktion_id TEXT NOT NULL REFERENCES kundenreaktion (id),
    art         TEXT NOT NULL CHECK (art IN ('notiz', 'zwischennachricht', 'antwort')),
    text        TEXT NOT NULL,
    von         TEXT NOT NULL REFERENCES benutzer (id),
    am          TEXT NOT NULL,
    version     INTEGER NOT NULL DEFAULT 1,
    salz        BLOB NOT NULL
) STRICT;
CREATE INDEX reaktionsbeitrag_reaktion ON reaktionsbeitrag (reaktion_id, am);

-- Full-text search over what every reader of a ticket may see, and one of its own over contact and account.
CREATE VIRTUAL TABLE kundenreaktion_suche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE kundenreaktion_klarsuche USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
INSERT INTO kundenreaktion_suche (kundenreaktion_suche, rank) VALUES ('secure-delete', 1);
INSERT INTO kundenreaktion_klarsuche (kundenreaktion_klarsuche, rank) VALUES ('secure-delete', 1);

-- What the house promises, from a day on.
CREATE TABLE reaktionsregel (
    id                       TEXT PRIMARY KEY,
    gueltig_ab               TEXT NOT NULL UNIQUE,
    bestaetigung_arbeitstage INTEGER NOT NULL CHECK (bestaetigung_arbeitstage BETWEEN 0 AND 60),
    antwort_kalendertage     INTEGER NOT NULL CHECK (antwort_kalendertage BETWEEN 1 AND 365),
    version                  INTEGER NOT NULL DEFAULT 1,
    salz                     BLOB NOT NULL
) STRICT;

-- Blocks of text for answers.
CREATE TABLE textbaustein (
    id      TEXT PRIMARY KEY,
    titel   TEXT NOT NULL,
    zweck   TEXT NOT NULL,
    text    TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    salz    BLOB NOT NULL
) STRICT;
