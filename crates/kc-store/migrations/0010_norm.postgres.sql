-- Adopted files and decided rules refuse changes even to the owner of the tables.
CREATE TRIGGER norm_file_append_only BEFORE UPDATE OR DELETE ON norm_file
FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER project_norm_decided_append_only BEFORE UPDATE OR DELETE ON project_norm_decided
FOR EACH ROW EXECUTE FUNCTION append_only();
