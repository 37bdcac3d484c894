-- The ledger of one competition. Rows are only ever added; the chain of hashes shows if that was not so.
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    id       TEXT NOT NULL UNIQUE,
    actor    TEXT NOT NULL,
    type     TEXT NOT NULL,
    payload  BLOB NOT NULL,
    hash     BLOB NOT NULL
);

CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never changed');
END;

CREATE TRIGGER events_refuse_delete BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are never removed');
END;
