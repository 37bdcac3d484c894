-- Competitions known to this installation. The file data/competitions/<id>.db is the competition; this is only the list.
CREATE TABLE competitions (
    id         TEXT PRIMARY KEY,
    added_at   TEXT NOT NULL,
    current_at TEXT
);
