-- The journal of the ledger, whole or of one kind, and a list by title, of a nation: read from the
-- beginning of an index that holds what the list is narrowed by. Of a title the beginning is enough:
-- an entry of an index must not be long.
CREATE INDEX ledger_entry_newest ON ledger_entry (effective_on, sequence, area, organisation_id);
CREATE INDEX ledger_entry_kind ON ledger_entry (
    kind, effective_on, sequence, area, organisation_id
);
CREATE INDEX project_title ON project (substr(title_sort, 1, 200), id);
-- A wider index in the same order, below, takes the place of this one.
DROP INDEX project_registered;
