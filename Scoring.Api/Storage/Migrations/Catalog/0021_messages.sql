-- What the console said to tablets, and which judges said that they had read it.
CREATE TABLE messages (
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    competition TEXT NOT NULL,
    sender      TEXT NOT NULL,
    to_words    TEXT NOT NULL,
    text        TEXT NOT NULL,
    at          TEXT NOT NULL
);
CREATE INDEX messages_by_competition ON messages (competition, number);
CREATE TABLE message_receivers (
    message TEXT NOT NULL REFERENCES messages (id),
    judge   TEXT NOT NULL,
    read_at TEXT,
    PRIMARY KEY (message, judge)
);
