-- Field work: visits with who came and what they found, what must still be done, photos, and what an
-- acceptance found installed. A visit is withdrawn with a reason, never edited.
CREATE TABLE visit (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('survey', 'planned', 'ad-hoc', 'acceptance')),
    project_id BLOB REFERENCES project (id),
    establishment_id BLOB REFERENCES establishment (id),
    held_on TEXT NOT NULL,
    place_written TEXT,
    need TEXT,
    progress TEXT,
    money TEXT,
    machine TEXT,
    verdict TEXT CHECK (verdict IN ('passed', 'conditional', 'failed')),
    conclusion TEXT,
    withdrawn_because TEXT,
    recorded_by BLOB REFERENCES person (id),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT visit_of_a_project CHECK (kind = 'survey' OR project_id IS NOT NULL)
) STRICT;
CREATE INDEX visit_area ON visit (area, held_on, id);
CREATE INDEX visit_held ON visit (held_on, id);
CREATE INDEX visit_project ON visit (project_id, held_on);

CREATE TABLE visit_person (
    visit_id BLOB NOT NULL REFERENCES visit (id),
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    name TEXT NOT NULL,
    post TEXT,
    PRIMARY KEY (visit_id, position)
) STRICT;

CREATE TABLE visit_answer (
    visit_id BLOB NOT NULL REFERENCES visit (id),
    question TEXT NOT NULL,
    finding TEXT NOT NULL CHECK (finding IN ('yes', 'no', 'unclear')),
    PRIMARY KEY (visit_id, question)
) STRICT;

-- Requests of visits and obstacles of projects: open until they have a day and a sentence.
CREATE TABLE matter (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('request', 'obstacle')),
    project_id BLOB NOT NULL REFERENCES project (id),
    visit_id BLOB REFERENCES visit (id),
    raised_on TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    what TEXT NOT NULL,
    holder TEXT NOT NULL,
    due_on TEXT NOT NULL,
    closed_on TEXT,
    closed_how TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT matter_runs_forward CHECK (due_on >= raised_on),
    CONSTRAINT matter_closed_whole CHECK ((closed_on IS NULL) = (closed_how IS NULL)),
    CONSTRAINT matter_request_of_a_visit CHECK (kind = 'obstacle' OR visit_id IS NOT NULL)
) STRICT;
CREATE INDEX matter_project ON matter (project_id, due_on);
CREATE INDEX matter_open ON matter (closed_on, due_on);
CREATE INDEX matter_visit ON matter (visit_id);

CREATE TABLE photo (
    attachment_id BLOB PRIMARY KEY REFERENCES attachment (id),
    visit_id BLOB NOT NULL REFERENCES visit (id),
    caption TEXT NOT NULL,
    taken_at INTEGER,
    place_written TEXT,
    spot TEXT
) STRICT;
CREATE INDEX photo_visit ON photo (visit_id);

CREATE TABLE acceptance (
    visit_id BLOB PRIMARY KEY REFERENCES visit (id),
    volume TEXT NOT NULL,
    cost INTEGER CHECK (cost > 0),
    support INTEGER CHECK (support > 0),
    counterpart INTEGER CHECK (counterpart > 0)
) STRICT;

CREATE TABLE installed (
    visit_id BLOB NOT NULL REFERENCES acceptance (visit_id),
    equipment_id BLOB NOT NULL REFERENCES equipment (id),
    name TEXT,
    model TEXT,
    serial TEXT,
    origin TEXT,
    year_made INTEGER,
    price INTEGER CHECK (price > 0),
    invoice_number TEXT,
    invoiced_on TEXT,
    PRIMARY KEY (visit_id, equipment_id)
) STRICT;
