-- The last entry of each competition that is known to have been durable: a ledger without it was cut or written anew.
CREATE TABLE heads (
    competition TEXT PRIMARY KEY,
    sequence    INTEGER NOT NULL,
    hash        TEXT NOT NULL,
    at          TEXT NOT NULL
);
