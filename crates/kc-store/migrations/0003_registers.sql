-- The registers: establishments, documents, files.
CREATE TABLE establishment (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    name_fold TEXT NOT NULL,
    name_sort BLOB NOT NULL,
    name_key TEXT NOT NULL,
    legal_form TEXT,
    tax_number TEXT,
    address_written TEXT NOT NULL,
    area TEXT NOT NULL,
    trade TEXT,
    products TEXT,
    owner_name TEXT,
    woman_owned INTEGER CHECK (woman_owned IN (0, 1)),
    minority_owned INTEGER CHECK (minority_owned IN (0, 1)),
    craft_village INTEGER CHECK (craft_village IN (0, 1)),
    workers INTEGER CHECK (workers >= 0),
    surveyed_on TEXT,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    party_id BLOB REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX establishment_area ON establishment (area, name_sort, id);
CREATE INDEX establishment_name ON establishment (name_key);
CREATE INDEX establishment_tax ON establishment (tax_number);

CREATE TABLE document (
    id BLOB PRIMARY KEY,
    number TEXT,
    number_fold TEXT NOT NULL,
    text_fold TEXT NOT NULL,
    issued_on TEXT,
    issuer TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    level TEXT,
    valid_from TEXT,
    valid_to TEXT,
    source TEXT,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    illustrative INTEGER NOT NULL CHECK (illustrative IN (0, 1)),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX document_area ON document (area, issued_on, id);
CREATE INDEX document_number ON document (number_fold);

CREATE TABLE document_link (
    document_id BLOB NOT NULL REFERENCES document (id),
    word TEXT NOT NULL,
    record_id BLOB NOT NULL,
    relation TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    PRIMARY KEY (record_id, document_id, relation)
) STRICT;
CREATE INDEX document_link_document ON document_link (document_id);

CREATE TABLE attachment (
    id BLOB PRIMARY KEY,
    word TEXT NOT NULL,
    record_id BLOB NOT NULL,
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
    content_hash BLOB NOT NULL,
    area TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_record ON attachment (record_id);
