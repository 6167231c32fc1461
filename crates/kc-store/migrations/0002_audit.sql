-- Who did what to which record: a chain in which each record carries the hash of the one before.
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person_id BLOB,
    name TEXT NOT NULL,
    action TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
    word TEXT NOT NULL,
    record TEXT NOT NULL,
    area TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (record, sequence);
CREATE INDEX audit_area ON audit (area, sequence);

-- One row: the last link. Locked by every writer on PostgreSQL, so that links never cross.
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
