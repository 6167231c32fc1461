-- Rules of law: the files a province adopted, what they were told of a project, and the rules
-- each project was decided under. Files and decided rules are added, never changed.
CREATE TABLE norm_file (
    file_key TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    area TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    adopted_on TEXT NOT NULL,
    adopted_by TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (file_key, version)
) STRICT;

CREATE TABLE project_norm (
    project_id BLOB PRIMARY KEY REFERENCES project (id),
    kind TEXT NOT NULL,
    shared_by INTEGER NOT NULL CHECK (shared_by > 0),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE project_norm_fact (
    project_id BLOB NOT NULL REFERENCES project (id),
    fact TEXT NOT NULL,
    valid_to TEXT,
    PRIMARY KEY (project_id, fact)
) STRICT;

CREATE TABLE project_norm_decided (
    project_id BLOB NOT NULL REFERENCES project (id),
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    kind TEXT NOT NULL,
    shared_by INTEGER NOT NULL CHECK (shared_by > 0),
    norm TEXT,
    norm_version INTEGER,
    decided_on TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, sequence)
) STRICT;

-- Doubles are looked for by owner and by machine.
CREATE INDEX establishment_owner ON establishment (owner_name);
CREATE INDEX equipment_model ON equipment (model);
