-- Councils, interests, sittings, scores and rankings. Who must stay away from a file cannot have a
-- score for it, closed minutes do not change, and scores are struck instead of changed.
CREATE TABLE council (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    plan_id BLOB NOT NULL REFERENCES plan (id),
    round TEXT NOT NULL,
    sheet TEXT NOT NULL,
    decision TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX council_area ON council (area, id);
CREATE INDEX council_plan ON council (plan_id);

CREATE TABLE council_member (
    council_id BLOB NOT NULL REFERENCES council (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    post TEXT NOT NULL CHECK (post IN ('chair', 'member', 'secretary')),
    organisation_id BLOB REFERENCES organisation (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (council_id, person_id)
) STRICT;
CREATE INDEX council_member_person ON council_member (person_id);
CREATE UNIQUE INDEX council_member_chair ON council_member (council_id) WHERE post = 'chair';

CREATE TABLE interest_declaration (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES person (id),
    year INTEGER NOT NULL,
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX interest_declaration_person ON interest_declaration (person_id, year, id);

CREATE TABLE interest_tie (
    declaration_id BLOB NOT NULL REFERENCES interest_declaration (id),
    kind TEXT NOT NULL CHECK (kind IN ('establishment', 'person', 'address', 'unit')),
    written TEXT NOT NULL CHECK (written <> ''),
    PRIMARY KEY (declaration_id, kind, written)
) STRICT;

CREATE TABLE recusal (
    council_id BLOB NOT NULL REFERENCES council (id),
    project_id BLOB NOT NULL REFERENCES project (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    ground TEXT NOT NULL,
    detail TEXT NOT NULL,
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (council_id, project_id, person_id)
) STRICT;
CREATE INDEX recusal_project ON recusal (project_id);

CREATE TABLE sitting (
    id BLOB PRIMARY KEY,
    council_id BLOB NOT NULL REFERENCES council (id),
    number INTEGER NOT NULL,
    version INTEGER NOT NULL,
    corrects_id BLOB REFERENCES sitting (id),
    reason TEXT,
    held_on TEXT NOT NULL,
    place_written TEXT,
    minutes TEXT,
    closed_at INTEGER,
    closed_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT sitting_version UNIQUE (council_id, number, version),
    CONSTRAINT sitting_correction CHECK ((version = 1) = (corrects_id IS NULL))
) STRICT;

CREATE TABLE sitting_presence (
    sitting_id BLOB NOT NULL REFERENCES sitting (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (sitting_id, person_id)
) STRICT;

CREATE TABLE sitting_file (
    sitting_id BLOB NOT NULL REFERENCES sitting (id),
    project_id BLOB NOT NULL REFERENCES project (id),
    marks TEXT NOT NULL,
    PRIMARY KEY (sitting_id, project_id)
) STRICT;
CREATE INDEX sitting_file_project ON sitting_file (project_id);

CREATE TABLE sitting_ask (
    sitting_id BLOB NOT NULL,
    project_id BLOB NOT NULL,
    purse_id BLOB NOT NULL REFERENCES purse (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (sitting_id, project_id, purse_id),
    FOREIGN KEY (sitting_id, project_id) REFERENCES sitting_file (sitting_id, project_id)
) STRICT;

CREATE TABLE score (
    id BLOB PRIMARY KEY,
    sitting_id BLOB NOT NULL,
    project_id BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES person (id),
    total INTEGER NOT NULL CHECK (total >= 0),
    remark TEXT,
    scored_at INTEGER NOT NULL,
    struck_at INTEGER,
    struck_for TEXT CHECK (struck_for IN ('rescored', 'recused', 'absent')),
    CONSTRAINT score_struck CHECK ((struck_at IS NULL) = (struck_for IS NULL)),
    FOREIGN KEY (sitting_id, project_id) REFERENCES sitting_file (sitting_id, project_id)
) STRICT;
-- One score that counts for each member and file.
CREATE UNIQUE INDEX score_counts ON score (sitting_id, project_id, person_id)
    WHERE struck_at IS NULL;
CREATE INDEX score_sitting ON score (sitting_id, project_id, person_id, scored_at);

CREATE TABLE score_point (
    score_id BLOB NOT NULL REFERENCES score (id),
    criterion TEXT NOT NULL,
    points INTEGER NOT NULL CHECK (points >= 0),
    PRIMARY KEY (score_id, criterion)
) STRICT;

CREATE TABLE ranking (
    id BLOB PRIMARY KEY,
    council_id BLOB NOT NULL REFERENCES council (id),
    note TEXT,
    inputs TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX ranking_council ON ranking (council_id, id);
