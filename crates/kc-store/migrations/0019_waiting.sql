-- The first page of everybody asks which states hold waiting projects of an area, and for the
-- projects in some of them: answered from this index alone, however many projects are settled.
CREATE INDEX project_stand ON project (status, process, state, area, state_since, id);
