-- Who looked at whose data and who did what outside a competition's ledger (R-I2). Rows are only added.
CREATE TABLE access (
    id          INTEGER PRIMARY KEY,
    at          TEXT NOT NULL,
    login       TEXT NOT NULL,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    competition TEXT,
    what        TEXT NOT NULL,
    detail      TEXT
);
CREATE INDEX access_by_competition ON access (competition, id);
