-- A link that lets one person set the own password once. Only its digest is kept.
CREATE TABLE account_links (
    digest     TEXT PRIMARY KEY,
    login      TEXT NOT NULL COLLATE NOCASE,
    expires_at TEXT NOT NULL
);
