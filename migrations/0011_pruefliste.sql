-- Answers that were given before their question changed: a run was put onto another version of its catalogue, and
-- nobody has confirmed the answer since. A row goes with the next saving of the answer.
CREATE TABLE pruefantwort_zu_bestaetigen (
    antwort_id        TEXT PRIMARY KEY REFERENCES pruefantwort (id) ON DELETE CASCADE,
    katalogfassung_id TEXT NOT NULL REFERENCES pruefkatalogfassung (id) -- to whose question it was given
) STRICT, WITHOUT ROWID;
