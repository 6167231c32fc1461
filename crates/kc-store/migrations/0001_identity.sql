-- People, organisations, roles, sessions: who may come in, and as what.
CREATE TABLE organisation (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    name_sort BLOB NOT NULL,
    short_name TEXT,
    kind TEXT NOT NULL,
    parent_id BLOB REFERENCES organisation (id),
    area TEXT NOT NULL,
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX organisation_area ON organisation (area, name_sort);

CREATE TABLE person (
    id BLOB PRIMARY KEY,
    sign_in TEXT NOT NULL UNIQUE,
    full_name TEXT NOT NULL,
    full_name_fold TEXT NOT NULL,
    full_name_sort BLOB NOT NULL,
    password_hash TEXT,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE assignment (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    area TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_person ON assignment (person_id);

CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    csrf TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    agent TEXT NOT NULL
) STRICT;
CREATE INDEX session_person ON session (person_id);

CREATE TABLE invitation (
    token_hash BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    expires_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
