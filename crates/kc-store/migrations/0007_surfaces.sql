-- Targets, results and published statements.
CREATE TABLE target (
    id BLOB PRIMARY KEY,
    word TEXT NOT NULL,
    record_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    figure TEXT NOT NULL,
    period_from TEXT,
    period_to TEXT,
    document_id BLOB REFERENCES document (id),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE INDEX target_record ON target (record_id);

CREATE TABLE result (
    id BLOB PRIMARY KEY,
    word TEXT NOT NULL,
    record_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    counts TEXT,
    figure TEXT,
    as_of TEXT NOT NULL,
    place_written TEXT,
    note TEXT,
    document_id BLOB REFERENCES document (id),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE INDEX result_record ON result (record_id, indicator, as_of);

CREATE TABLE statement (
    id BLOB PRIMARY KEY,
    title TEXT NOT NULL,
    title_fold TEXT NOT NULL,
    programme_id BLOB REFERENCES programme (id),
    plan_id BLOB REFERENCES plan (id),
    published_on TEXT,
    source TEXT,
    body TEXT NOT NULL,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE INDEX statement_programme ON statement (programme_id);
CREATE INDEX statement_area ON statement (area, published_on, id);

-- Reports handed over: to whom, when, with which totals.
CREATE TABLE report_dispatch (
    id BLOB PRIMARY KEY,
    report TEXT NOT NULL,
    programme_id BLOB REFERENCES programme (id),
    recipient TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    as_of TEXT NOT NULL,
    known_at INTEGER NOT NULL,
    totals TEXT NOT NULL,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    recorded_at INTEGER NOT NULL
) STRICT;
