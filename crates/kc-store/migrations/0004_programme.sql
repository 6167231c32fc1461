-- Programmes of several years and the plans of one year.
CREATE TABLE programme (
    id BLOB PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    level TEXT CHECK (level IN ('national', 'local')),
    catalogue TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    decision_id BLOB REFERENCES document (id),
    predecessor_id BLOB REFERENCES programme (id),
    note TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX programme_area ON programme (area, starts_on, id);

CREATE TABLE plan (
    id BLOB PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    programme_id BLOB REFERENCES programme (id),
    year INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    registration_opens_on TEXT,
    registration_closes_on TEXT,
    decision_id BLOB REFERENCES document (id),
    catalogue TEXT NOT NULL,
    note TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    CHECK (ends_on >= starts_on)
) STRICT;
CREATE INDEX plan_area ON plan (area, year, id);
CREATE INDEX plan_programme ON plan (programme_id);
