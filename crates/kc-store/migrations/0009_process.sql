-- Processes as data: the versions a province put into force, where each project stands in its
-- process, every step it took, and the papers in its dossier.
CREATE TABLE process_version (
    reference TEXT PRIMARY KEY,
    level TEXT NOT NULL CHECK (level IN ('national', 'local')),
    area TEXT NOT NULL,
    holds_from TEXT NOT NULL,
    holds_to TEXT,
    file TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    adopted_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL
) STRICT;

ALTER TABLE project ADD COLUMN process TEXT;
ALTER TABLE project ADD COLUMN state TEXT;
ALTER TABLE project ADD COLUMN state_since TEXT;
-- What waits: projects by state.
CREATE INDEX project_state ON project (status, state_since, id);

-- The way a project went: one row a step.
CREATE TABLE project_step (
    project_id BLOB NOT NULL REFERENCES project (id),
    number INTEGER NOT NULL,
    step TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    taken_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    document_id BLOB REFERENCES document (id),
    reason TEXT,
    PRIMARY KEY (project_id, number)
) STRICT;

CREATE TABLE project_paper (
    project_id BLOB NOT NULL REFERENCES project (id),
    paper TEXT NOT NULL,
    copies INTEGER NOT NULL CHECK (copies > 0),
    holder TEXT NOT NULL,
    received_on TEXT NOT NULL,
    document_id BLOB REFERENCES document (id),
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, paper)
) STRICT;
