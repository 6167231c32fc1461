-- What became of the support: one row a year after the acceptance, and the answers as written. What
-- nobody answered has no row.
CREATE TABLE followup (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    year INTEGER NOT NULL CHECK (year > 0),
    due_on TEXT NOT NULL,
    answered_on TEXT,
    answered_by TEXT,
    note TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT followup_once_a_year UNIQUE (project_id, year),
    CONSTRAINT followup_answered_whole CHECK ((answered_on IS NULL) = (answered_by IS NULL))
) STRICT;
CREATE INDEX followup_due ON followup (answered_on, due_on);

CREATE TABLE followup_answer (
    followup_id BLOB NOT NULL REFERENCES followup (id),
    question TEXT NOT NULL,
    written TEXT NOT NULL,
    PRIMARY KEY (followup_id, question)
) STRICT;
