-- Who took a delegation back, and who last set where letters go: an administrator may do either for
-- somebody else, and whom it concerns sees who did. Rows from before know no name.
ALTER TABLE delegation ADD COLUMN revoked_by BLOB REFERENCES person (id);
ALTER TABLE reminder ADD COLUMN changed_by BLOB REFERENCES person (id);
ALTER TABLE reminder ADD COLUMN changed_at INTEGER;
