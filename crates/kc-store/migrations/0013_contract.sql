-- Contracts of projects, the progress under them, the vouchers behind a move of money, and the
-- lists handed to the treasury. None of these counts money: the ledger does.
CREATE TABLE contract (
    id BLOB PRIMARY KEY,
    project_id BLOB NOT NULL REFERENCES project (id),
    kind TEXT NOT NULL CHECK (kind IN ('execution', 'support')),
    number TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    giver TEXT NOT NULL,
    taker TEXT NOT NULL,
    advance_percent INTEGER CHECK (advance_percent BETWEEN 0 AND 100),
    starts_on TEXT,
    ends_on TEXT,
    terms TEXT,
    schedule TEXT,
    document_id BLOB REFERENCES document (id),
    ended_on TEXT,
    end_number TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT contract_of_kind UNIQUE (project_id, kind)
) STRICT;

CREATE TABLE contract_appendix (
    contract_id BLOB NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    signed_on TEXT NOT NULL,
    ends_on TEXT,
    reason TEXT NOT NULL,
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (contract_id, position)
) STRICT;

-- The value by source: at position 0 as signed, then as each appendix states it.
CREATE TABLE contract_part (
    contract_id BLOB NOT NULL REFERENCES contract (id),
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    source TEXT NOT NULL,
    purse_id BLOB REFERENCES purse (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (contract_id, position, line)
) STRICT;

CREATE TABLE progress (
    project_id BLOB NOT NULL REFERENCES project (id),
    month TEXT NOT NULL,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    done TEXT NOT NULL,
    difficulties TEXT,
    reported_by BLOB REFERENCES person (id),
    reported_on TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (project_id, month)
) STRICT;

CREATE TABLE voucher (
    move_id BLOB NOT NULL REFERENCES prepared_move (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    holder TEXT NOT NULL,
    PRIMARY KEY (move_id, position)
) STRICT;
CREATE INDEX voucher_number ON voucher (number, dated_on);

CREATE TABLE handover (
    id BLOB PRIMARY KEY,
    number TEXT NOT NULL,
    handed_on TEXT NOT NULL,
    period_from TEXT NOT NULL,
    period_to TEXT NOT NULL,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    recorded_by BLOB REFERENCES person (id),
    recorded_at INTEGER NOT NULL,
    CONSTRAINT handover_number UNIQUE (organisation_id, number)
) STRICT;
CREATE INDEX handover_area ON handover (area, handed_on, id);

-- A move stands on one list at most: its identity is the key.
CREATE TABLE handover_move (
    move_id BLOB PRIMARY KEY REFERENCES prepared_move (id),
    handover_id BLOB NOT NULL REFERENCES handover (id)
) STRICT;
CREATE INDEX handover_move_list ON handover_move (handover_id);
