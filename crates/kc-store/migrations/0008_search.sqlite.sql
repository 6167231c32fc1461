-- One place to search everything; text arrives folded, so that accents and đ do not matter.
CREATE TABLE search_entry (
    record_id BLOB PRIMARY KEY,
    word TEXT NOT NULL,
    title TEXT NOT NULL,
    note TEXT NOT NULL,
    area TEXT NOT NULL,
    organisation_id BLOB,
    party_id BLOB,
    number INTEGER NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE search_text USING fts5 (folded, content = '', contentless_delete = 1, prefix = '2 3');
