-- All that a list of projects is narrowed by, in the order it is shown in: a page is read from the
-- beginning, a count and a sum from the index alone, whatever the filter.
CREATE INDEX project_newest ON project (
    registered_on, id, withdrawn_at, area, organisation_id, party_id, status, level, kind,
    content_group, batch, programme_id, plan_id, establishment_id, cost_estimated, support_asked,
    title_fold
);
-- In the file of one office nearly all rows lie in its area, and SQLite, which does not know how
-- many do, would go by the area and sort them all.
DROP INDEX project_area;
DROP INDEX ledger_entry_area;
