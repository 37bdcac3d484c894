-- Who signs in to the console, as what (R-A4). Scoring judges have no account: they pair a tablet.
CREATE TABLE accounts (
    login       TEXT NOT NULL PRIMARY KEY COLLATE NOCASE,
    name        TEXT NOT NULL,
    role        TEXT NOT NULL,
    competition TEXT,                -- null: every competition
    judge       TEXT,                -- the same person in the list of judges; null: not listed
    trades      TEXT NOT NULL,       -- JSON list of trade ids; empty: all of the competition
    disabled    INTEGER NOT NULL,
    stamp       TEXT NOT NULL,       -- changes with password and rights
    password    TEXT NOT NULL,       -- PasswordHasher
    created_at  TEXT NOT NULL
);
