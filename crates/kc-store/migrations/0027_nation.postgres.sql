-- What a list of projects is narrowed by, in the order it is shown in, without what a person may
-- write at length: an entry of an index must not be long.
CREATE INDEX project_newest ON project (
    registered_on, id, withdrawn_at, area, organisation_id, party_id, status, level, kind,
    content_group, programme_id, plan_id, establishment_id, cost_estimated, support_asked
);
