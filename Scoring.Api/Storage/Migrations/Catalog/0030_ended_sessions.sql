-- Sessions of the console ended by signing out, until their cookies would have run out by themselves.
CREATE TABLE ended_sessions (
    id    TEXT PRIMARY KEY,
    until TEXT NOT NULL
);
