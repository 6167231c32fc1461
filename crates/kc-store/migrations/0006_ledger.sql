-- The only place where money is counted. Each entry moves one amount from one stage to another,
-- so it balances by construction; nothing is ever changed or deleted.
CREATE TABLE purse (
    id BLOB PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    programme_id BLOB REFERENCES programme (id),
    plan_id BLOB REFERENCES plan (id),
    source TEXT NOT NULL,
    level TEXT CHECK (level IN ('national', 'local')),
    budget_year INTEGER,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX purse_area ON purse (area, budget_year, id);

CREATE TABLE ledger_entry (
    id BLOB PRIMARY KEY,
    sequence INTEGER NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    source TEXT NOT NULL,
    budget_year INTEGER,
    purse_id BLOB REFERENCES purse (id),
    project_id BLOB REFERENCES project (id),
    amount INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    document_id BLOB REFERENCES document (id),
    reverses_id BLOB REFERENCES ledger_entry (id),
    reason TEXT,
    recorded_by BLOB REFERENCES person (id),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    CONSTRAINT ledger_entry_amount CHECK (amount > 0),
    CONSTRAINT ledger_entry_moves CHECK (from_stage <> to_stage),
    CONSTRAINT ledger_entry_holder CHECK (purse_id IS NOT NULL OR project_id IS NOT NULL)
) STRICT;
CREATE INDEX ledger_entry_project
    ON ledger_entry (project_id, source, from_stage, to_stage, effective_on, recorded_at, amount);
CREATE INDEX ledger_entry_purse
    ON ledger_entry (purse_id, from_stage, to_stage, effective_on, amount);
CREATE INDEX ledger_entry_area ON ledger_entry (area, effective_on, sequence);
CREATE INDEX ledger_entry_reverses ON ledger_entry (reverses_id);

-- Prepared by one hand, waiting for the second.
CREATE TABLE prepared_move (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    purse_id BLOB REFERENCES purse (id),
    project_id BLOB NOT NULL REFERENCES project (id),
    source TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    effective_on TEXT NOT NULL,
    document_id BLOB REFERENCES document (id),
    reason TEXT,
    prepared_by BLOB NOT NULL REFERENCES person (id),
    prepared_at INTEGER NOT NULL,
    decided_by BLOB REFERENCES person (id),
    decided_at INTEGER,
    decision TEXT CHECK (decision IN ('approved', 'rejected')),
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1))
) STRICT;
CREATE INDEX prepared_move_open ON prepared_move (decision, area);
CREATE INDEX prepared_move_project ON prepared_move (project_id);
