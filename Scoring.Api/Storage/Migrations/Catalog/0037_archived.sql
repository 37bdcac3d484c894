-- A contest put away: out of the daily list, in history and figures still. Null: in the list.
ALTER TABLE competitions ADD COLUMN archived_at TEXT;
