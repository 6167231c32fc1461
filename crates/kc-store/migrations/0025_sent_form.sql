-- A form that was taken, so that sending it again after a lost answer makes no second record.
-- Rows older than a browser keeps what was typed are deleted by later writes.
CREATE TABLE sent_form (
    person_id BLOB NOT NULL REFERENCES person (id),
    id BLOB NOT NULL,
    path TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, id, path)
) STRICT;
CREATE INDEX sent_form_at ON sent_form (sent_at);
