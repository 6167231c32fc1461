-- Decisions as legal acts with what they change, and what a plan and a project need before one:
-- this year's priorities, the reason a late proposal was taken in, activities and beneficiaries.
CREATE TABLE decision (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    plan_id BLOB NOT NULL REFERENCES plan (id),
    to_plan_id BLOB REFERENCES plan (id),
    amends_id BLOB REFERENCES decision (id),
    batch TEXT,
    title TEXT NOT NULL,
    title_fold TEXT NOT NULL,
    basis TEXT NOT NULL,
    reason TEXT,
    issuer TEXT NOT NULL,
    signer_post TEXT,
    signer_name TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'discarded')),
    number TEXT,
    dated TEXT,
    document_id BLOB REFERENCES document (id),
    drafted_by BLOB NOT NULL REFERENCES person (id),
    issued_by BLOB REFERENCES person (id),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    CONSTRAINT decision_issued CHECK (
        status <> 'issued'
        OR (number IS NOT NULL AND dated IS NOT NULL AND document_id IS NOT NULL
            AND issued_by IS NOT NULL AND issued_by <> drafted_by)
    )
) STRICT;
CREATE INDEX decision_plan ON decision (plan_id, status, dated);
CREATE INDEX decision_to_plan ON decision (to_plan_id, status, dated);
CREATE INDEX decision_area ON decision (area, status, dated, id);

-- One project's money from one purse, before the decision and after it.
CREATE TABLE decision_item (
    id BLOB PRIMARY KEY,
    decision_id BLOB NOT NULL REFERENCES decision (id),
    project_id BLOB NOT NULL REFERENCES project (id),
    purse_id BLOB NOT NULL REFERENCES purse (id),
    to_purse_id BLOB REFERENCES purse (id),
    amount_before INTEGER NOT NULL CHECK (amount_before >= 0),
    amount_after INTEGER NOT NULL CHECK (amount_after >= 0),
    UNIQUE (decision_id, project_id, purse_id)
) STRICT;
CREATE INDEX decision_item_project ON decision_item (project_id);

-- What a project said when it was put into a decision; issued only if it still says so.
CREATE TABLE decision_fact (
    decision_id BLOB NOT NULL REFERENCES decision (id),
    project_id BLOB NOT NULL REFERENCES project (id),
    fact TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (decision_id, project_id, fact)
) STRICT;

-- Everybody who worked on a draft; none of them issues it.
CREATE TABLE decision_hand (
    decision_id BLOB NOT NULL REFERENCES decision (id),
    person_id BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (decision_id, person_id)
) STRICT;

CREATE TABLE plan_guidance (
    plan_id BLOB PRIMARY KEY REFERENCES plan (id),
    document_id BLOB REFERENCES document (id),
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_priority (
    plan_id BLOB NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
) STRICT;

-- Proposals taken in outside the registration round, with the reason.
CREATE TABLE project_late (
    project_id BLOB PRIMARY KEY REFERENCES project (id),
    reason TEXT NOT NULL,
    taken_by BLOB NOT NULL REFERENCES person (id),
    taken_at INTEGER NOT NULL
) STRICT;

CREATE TABLE project_activity (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    name TEXT NOT NULL,
    starts_on TEXT,
    ends_on TEXT,
    cost INTEGER CHECK (cost > 0),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX project_activity_project ON project_activity (project_id);

CREATE TABLE project_beneficiary (
    project_id BLOB NOT NULL REFERENCES project (id),
    establishment_id BLOB NOT NULL REFERENCES establishment (id),
    support INTEGER CHECK (support > 0),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, establishment_id)
) STRICT;
CREATE INDEX project_beneficiary_establishment ON project_beneficiary (establishment_id);
