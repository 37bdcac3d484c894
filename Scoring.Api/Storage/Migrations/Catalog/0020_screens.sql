-- What screens play and where ceremonies stand, so that a restart comes back to them; keys of displays that run on their own.
CREATE TABLE screens (
    name  TEXT PRIMARY KEY,
    state TEXT NOT NULL              -- JSON of ScreenState
);

CREATE TABLE ceremonies (
    competition TEXT PRIMARY KEY,
    step        INTEGER NOT NULL,
    version     INTEGER NOT NULL,
    started_at  TEXT
);

CREATE TABLE ceremony_plans (
    competition TEXT PRIMARY KEY,
    plan        TEXT NOT NULL        -- JSON list of PlannedPart
);

CREATE TABLE freezes (
    competition TEXT NOT NULL,
    trade       TEXT NOT NULL,
    at          TEXT NOT NULL,
    role        TEXT NOT NULL,       -- of the account that set it, which the ledger names
    account     TEXT NOT NULL,
    PRIMARY KEY (competition, trade)
);

CREATE TABLE display_keys (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    digest     TEXT NOT NULL UNIQUE, -- SHA-256 of the key; the key itself is shown once and kept nowhere
    created_at TEXT NOT NULL,
    revoked_at TEXT
);
