-- My work: who stands in for whom, where reminders go, which of them wait to be sent, and the
-- two ways in which the home page asks for projects: by where they stand, and by who proposed them.
CREATE INDEX project_status ON project (status, registered_on, id);
CREATE INDEX project_proposer ON project (proposed_by, status);

-- Who hands their tasks at one organisation to a colleague, for which days. A row is revoked,
-- never changed.
CREATE TABLE delegation (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    deputy_id BLOB NOT NULL REFERENCES person (id) CHECK (deputy_id <> person_id),
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL CHECK (valid_to >= valid_from),
    reason TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE INDEX delegation_deputy ON delegation (deputy_id, valid_to);
CREATE INDEX delegation_person ON delegation (person_id, valid_to);

-- How a person wants to be reminded. Of the calendar's address only a hash is kept.
CREATE TABLE reminder (
    person_id BLOB PRIMARY KEY REFERENCES person (id),
    address TEXT,
    daily INTEGER NOT NULL CHECK (daily IN (0, 1)),
    feed_hash BLOB UNIQUE,
    recorded_at INTEGER NOT NULL
) STRICT;

-- Letters on their way. One letter for a person and a day, however often it is written.
CREATE TABLE outbox (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    day TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    try_at INTEGER NOT NULL,
    sent_at INTEGER,
    dropped_at INTEGER,
    fault TEXT,
    recorded_at INTEGER NOT NULL,
    UNIQUE (person_id, day)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (sent_at, dropped_at, try_at);
