-- Digest of what the sender sent with an entry, so that its id sent again with other content is noticed. Beside the chain, not in it; NULL: not known.
ALTER TABLE events ADD COLUMN request BLOB;
