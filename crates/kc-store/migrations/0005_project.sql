-- Projects, every version of them, and what belongs to one.
CREATE TABLE project (
    id BLOB PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    title_fold TEXT NOT NULL,
    title_sort BLOB NOT NULL,
    programme_id BLOB REFERENCES programme (id),
    plan_id BLOB REFERENCES plan (id),
    batch TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'flagship', 'group', 'task')),
    level TEXT CHECK (level IN ('national', 'local')),
    content_group TEXT,
    trade TEXT,
    status TEXT NOT NULL,
    place_written TEXT,
    establishment_id BLOB REFERENCES establishment (id),
    unit_id BLOB REFERENCES organisation (id),
    starts_on TEXT,
    ends_on TEXT,
    need TEXT,
    outcome TEXT,
    cost_estimated INTEGER CHECK (cost_estimated > 0),
    support_asked INTEGER CHECK (support_asked > 0),
    workers INTEGER CHECK (workers >= 0),
    turns INTEGER CHECK (turns >= 0),
    note TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    proposed_by BLOB REFERENCES person (id),
    decision_id BLOB REFERENCES document (id),
    contract_number TEXT,
    contracted_on TEXT,
    accepted_on TEXT,
    registered_on TEXT NOT NULL,
    reason TEXT,
    withdrawn_at INTEGER,
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX project_area ON project (area, registered_on, id);
-- Lists of the whole nation: newest first, and by group.
CREATE INDEX project_registered ON project (registered_on, id);
CREATE INDEX project_group ON project (content_group, registered_on, id);
CREATE INDEX project_programme ON project (programme_id, status);
CREATE INDEX project_plan ON project (plan_id);
CREATE INDEX project_establishment ON project (establishment_id);
CREATE INDEX project_organisation ON project (organisation_id);
CREATE INDEX project_party ON project (party_id);

-- What a report counted by, as it was known at each moment. A row is closed, never changed.
CREATE TABLE project_revision (
    project_id BLOB NOT NULL REFERENCES project (id),
    revision INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    superseded_at INTEGER NOT NULL,
    programme_id BLOB,
    plan_id BLOB,
    level TEXT,
    content_group TEXT,
    status TEXT NOT NULL,
    area TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    workers INTEGER,
    turns INTEGER,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    PRIMARY KEY (project_id, revision)
) STRICT;
-- Reports read these three indexes alone: of a programme, of a plan, of everything.
CREATE INDEX project_revision_programme ON project_revision (
    programme_id, project_id, revision, recorded_at, superseded_at, registered_on, withdrawn,
    area, content_group, level, status, workers, turns
);
CREATE INDEX project_revision_plan ON project_revision (
    plan_id, project_id, revision, recorded_at, superseded_at, registered_on, withdrawn,
    area, content_group, level, status, workers, turns
);
CREATE INDEX project_revision_everything ON project_revision (
    project_id, revision, recorded_at, superseded_at, registered_on, withdrawn,
    area, content_group, level, status, workers, turns
);

CREATE TABLE equipment (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    name TEXT NOT NULL,
    model TEXT,
    origin TEXT,
    year_made INTEGER,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    price INTEGER CHECK (price > 0),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX equipment_project ON equipment (project_id);
