-- A competition that was deleted may be made again under its key: what was remembered of the old one, and its backups, say nothing of the new one.
ALTER TABLE heads ADD COLUMN since TEXT;
