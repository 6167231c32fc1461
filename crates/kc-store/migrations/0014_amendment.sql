-- Requests to change an approved project: what is asked, the facts before and after, who
-- confirmed and who decided. A request is never edited; it only moves on.
CREATE TABLE amendment (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    stand TEXT NOT NULL,
    rule TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    asked_by BLOB NOT NULL REFERENCES person (id),
    confirmed_on TEXT,
    confirmed_by BLOB REFERENCES person (id),
    confirmation TEXT,
    decided_on TEXT,
    decided_by BLOB REFERENCES person (id),
    decision TEXT,
    decision_id BLOB REFERENCES document (id),
    note TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_project ON amendment (project_id, recorded_at);
CREATE INDEX amendment_open ON amendment (stand, area);

-- A fact before and after; amounts as whole đồng in digits, days as ISO.
CREATE TABLE amendment_fact (
    amendment_id BLOB NOT NULL REFERENCES amendment (id),
    position INTEGER NOT NULL,
    fact TEXT NOT NULL,
    purse_id BLOB REFERENCES purse (id),
    before_value TEXT,
    after_value TEXT,
    PRIMARY KEY (amendment_id, position)
) STRICT;
