-- A copy restored beside its original: worked with like any other, left out of 历届 and of the public list. Null: shown.
ALTER TABLE competitions ADD COLUMN hidden_at TEXT;
