-- What every report of the house carries. The row comes with the first change, so that it has its entry in the chain;
-- until then the defaults of the program hold.

CREATE TABLE berichte (
    id              TEXT PRIMARY KEY CHECK (id = 'berichte'),
    vertraulichkeit TEXT NOT NULL CHECK (length(vertraulichkeit) <= 60),
    fusszeile       TEXT NOT NULL CHECK (length(fusszeile) <= 80),
    logo            BLOB CHECK (length(logo) BETWEEN 1 AND 1048576),
    logo_art        TEXT CHECK (logo_art IN ('png', 'svg')),
    alternativtext  TEXT CHECK (length(alternativtext) BETWEEN 1 AND 200),
    version         INTEGER NOT NULL DEFAULT 1,
    salz            BLOB NOT NULL,
    CHECK ((logo IS NULL) = (logo_art IS NULL) AND (logo IS NULL) = (alternativtext IS NULL))
) STRICT;
