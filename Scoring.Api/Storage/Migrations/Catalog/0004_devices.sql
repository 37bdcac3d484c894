CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    competition TEXT NOT NULL,
    judge TEXT NOT NULL,
    paired_at TEXT NOT NULL,
    revoked_at TEXT
);

CREATE TABLE pairing_codes (
    digest TEXT PRIMARY KEY,
    competition TEXT NOT NULL,
    judge TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
);
