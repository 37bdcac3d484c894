-- How organizations were written in lists, and what was decided that stands for (R-I1f).
CREATE TABLE spellings (
    written TEXT PRIMARY KEY,
    name    TEXT NOT NULL
);
