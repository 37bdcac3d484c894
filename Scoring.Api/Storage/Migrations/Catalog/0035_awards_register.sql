-- Awards and titles won elsewhere or before this program (R-E5). One row a person and award; a batch is one list.
CREATE TABLE awards_register (
    id INTEGER PRIMARY KEY,
    batch TEXT NOT NULL,
    source TEXT NOT NULL,
    added_at TEXT NOT NULL,
    name TEXT NOT NULL,
    organization TEXT NOT NULL,
    title TEXT NOT NULL,
    level TEXT,
    giver TEXT,
    contest TEXT,
    awarded TEXT,
    number TEXT
);
CREATE INDEX awards_register_name ON awards_register (name);
