-- Personal tokens with which a person's own programs read the interface; only their hashes are kept.
CREATE TABLE api_token (
    id BLOB PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    person_id BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    expires_on TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX api_token_person ON api_token (person_id, created_at);
