-- Adopted files and decided rules refuse changes even to whoever holds the file.
CREATE TRIGGER norm_file_no_update BEFORE UPDATE ON norm_file
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER norm_file_no_delete BEFORE DELETE ON norm_file
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER project_norm_decided_no_update BEFORE UPDATE ON project_norm_decided
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER project_norm_decided_no_delete BEFORE DELETE ON project_norm_decided
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
