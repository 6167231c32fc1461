-- A taken form is one entry of one tree: it is written with every form. What is old is deleted when
-- somebody signs in, not with every form.
CREATE TABLE taken_form (
    person_id BLOB NOT NULL REFERENCES person (id),
    id BLOB NOT NULL,
    path TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, id, path)
) STRICT, WITHOUT ROWID;
INSERT INTO taken_form (person_id, id, path, sent_at)
SELECT person_id, id, path, sent_at FROM sent_form;
DROP TABLE sent_form;
ALTER TABLE taken_form RENAME TO sent_form;
