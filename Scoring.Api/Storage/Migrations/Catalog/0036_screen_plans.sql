-- What all screens play together, under a name; the plan as JSON.
CREATE TABLE screen_plans (
    name TEXT PRIMARY KEY,
    plan TEXT NOT NULL
) STRICT;
