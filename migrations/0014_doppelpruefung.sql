-- Blind double check: a drawn share of the units is checked again by a second person who does not see the first sheet.

-- Its id is that of the check. The share may only grow.
CREATE TABLE doppelpruefung (
    id      TEXT PRIMARY KEY REFERENCES pruefung (id),
    anteil  INTEGER NOT NULL CHECK (anteil BETWEEN 1 AND 100), -- per cent of the units of each draw
    version INTEGER NOT NULL DEFAULT 1,
    salz    BLOB NOT NULL
) STRICT;
CREATE TRIGGER doppelpruefung_anteil BEFORE UPDATE ON doppelpruefung WHEN NEW.anteil < OLD.anteil
BEGIN SELECT RAISE(ABORT, 'doppelpruefung: der Anteil wird nicht kleiner'); END;
CREATE TRIGGER doppelpruefung_kein_delete BEFORE DELETE ON doppelpruefung BEGIN SELECT RAISE(ABORT, 'doppelpruefung wird nie gelöscht'); END;

-- Its id is that of the unit.
CREATE TABLE zweitbogen (
    id               TEXT PRIMARY KEY REFERENCES prueffall (id),
    pruefung_id      TEXT NOT NULL REFERENCES doppelpruefung (id),
    person           TEXT REFERENCES benutzer (id),
    fruehere         TEXT NOT NULL DEFAULT '[]', -- JSON: ids of those who had it and gave it back; they may read the first sheet again
    stand            TEXT NOT NULL DEFAULT 'offen' CHECK (stand IN ('offen', 'in_arbeit', 'abgeschlossen')),
    antworten        TEXT NOT NULL DEFAULT '{}', -- JSON: kennung of the item, answer
    erstantworten    TEXT,                      -- JSON: the answers of the first sheet when it was first closed, or when it was chosen
    bemerkung        TEXT NOT NULL DEFAULT '',
    begonnen_am      TEXT,                      -- when she stated that she does not know the first sheet
    abgeschlossen_am TEXT,
    version          INTEGER NOT NULL DEFAULT 1,
    salz             BLOB NOT NULL,
    CHECK (stand = 'offen' OR (person IS NOT NULL AND begonnen_am IS NOT NULL)),
    CHECK ((stand = 'abgeschlossen') = (abgeschlossen_am IS NOT NULL))
) STRICT;
CREATE INDEX zweitbogen_person ON zweitbogen (person, stand);
CREATE INDEX zweitbogen_pruefung ON zweitbogen (pruefung_id);
CREATE TRIGGER zweitbogen_kein_delete BEFORE DELETE ON zweitbogen BEGIN SELECT RAISE(ABORT, 'zweitbogen wird nie gelöscht'); END;
-- It begins without a person: who gets it goes through the rule of four eyes below. Its unit and its check stay.
CREATE TRIGGER zweitbogen_beginn BEFORE INSERT ON zweitbogen WHEN NEW.person IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'zweitbogen beginnt ohne Person'); END;
CREATE TRIGGER zweitbogen_bezug BEFORE UPDATE ON zweitbogen WHEN NEW.id <> OLD.id OR NEW.pruefung_id <> OLD.pruefung_id
BEGIN SELECT RAISE(ABORT, 'zweitbogen bleibt bei seinem Fall'); END;
-- The answers of the first sheet come to it once. Whoever corrects the first sheet afterwards, knowing the second, does not
-- make the two agree.
CREATE TRIGGER zweitbogen_erstantworten BEFORE UPDATE ON zweitbogen
WHEN OLD.erstantworten IS NOT NULL AND NEW.erstantworten IS NOT OLD.erstantworten
BEGIN SELECT RAISE(ABORT, 'zweitbogen: die ersten Antworten stehen fest'); END;
-- Closed, it stays as it is.
CREATE TRIGGER zweitbogen_endgueltig BEFORE UPDATE ON zweitbogen WHEN OLD.stand = 'abgeschlossen'
 AND (NEW.stand <> OLD.stand OR NEW.antworten <> OLD.antworten OR NEW.person IS NOT OLD.person
   OR NEW.bemerkung <> OLD.bemerkung OR NEW.begonnen_am IS NOT OLD.begonnen_am OR NEW.abgeschlossen_am IS NOT OLD.abgeschlossen_am)
BEGIN SELECT RAISE(ABORT, 'zweitbogen ist abgeschlossen'); END;
-- The second person has had no hand in the first sheet …
CREATE TRIGGER vier_augen_zweitbogen BEFORE UPDATE OF person ON zweitbogen WHEN NEW.person IS NOT NULL
 AND (EXISTS (SELECT 1 FROM prueffall f WHERE f.id = NEW.id AND NEW.person IN (f.zugewiesen_an, f.geprueft_von, f.gegengeprueft_von))
   OR EXISTS (SELECT 1 FROM json_each(NEW.fruehere) WHERE value = NEW.person)
   OR EXISTS (SELECT 1 FROM antwort WHERE prueffall_id = NEW.id AND von = NEW.person)
   OR EXISTS (SELECT 1 FROM feststellung WHERE prueffall_id = NEW.id AND erfasst_von = NEW.person))
BEGIN SELECT RAISE(ABORT, 'vier_augen_zweitbogen'); END;
-- … and gets none.
CREATE TRIGGER vier_augen_erstbogen BEFORE UPDATE OF zugewiesen_an, geprueft_von, gegengeprueft_von ON prueffall
WHEN EXISTS (SELECT 1 FROM zweitbogen z WHERE z.id = NEW.id AND z.person IN (NEW.zugewiesen_an, NEW.geprueft_von, NEW.gegengeprueft_von))
BEGIN SELECT RAISE(ABORT, 'vier_augen_zweitbogen'); END;
CREATE TRIGGER vier_augen_erstantwort BEFORE INSERT ON antwort
WHEN EXISTS (SELECT 1 FROM zweitbogen z WHERE z.id = NEW.prueffall_id AND z.person = NEW.von)
BEGIN SELECT RAISE(ABORT, 'vier_augen_zweitbogen'); END;
CREATE TRIGGER vier_augen_erstantwort_neu BEFORE UPDATE OF von ON antwort
WHEN EXISTS (SELECT 1 FROM zweitbogen z WHERE z.id = NEW.prueffall_id AND z.person = NEW.von)
BEGIN SELECT RAISE(ABORT, 'vier_augen_zweitbogen'); END;
CREATE TRIGGER vier_augen_erstfeststellung BEFORE INSERT ON feststellung
WHEN EXISTS (SELECT 1 FROM zweitbogen z WHERE z.id = NEW.prueffall_id AND z.person = NEW.erfasst_von)
BEGIN SELECT RAISE(ABORT, 'vier_augen_zweitbogen'); END;
