-- Who wrote the draft: neither she nor the person who hands it over signs it.

ALTER TABLE verfahren ADD COLUMN entworfen_von TEXT REFERENCES benutzer (id);
CREATE TRIGGER vier_augen_zeichnung_insert BEFORE INSERT ON verfahren
    WHEN NEW.gezeichnet_von IS NOT NULL AND NEW.gezeichnet_von IS NEW.entworfen_von
BEGIN SELECT RAISE(ABORT, 'vier_augen_zeichnung'); END;
CREATE TRIGGER vier_augen_zeichnung_update BEFORE UPDATE ON verfahren
    WHEN NEW.gezeichnet_von IS NOT NULL AND NEW.gezeichnet_von IS NEW.entworfen_von
        AND (OLD.gezeichnet_von IS NOT NEW.gezeichnet_von OR OLD.entworfen_von IS NOT NEW.entworfen_von)
BEGIN SELECT RAISE(ABORT, 'vier_augen_zeichnung'); END;
