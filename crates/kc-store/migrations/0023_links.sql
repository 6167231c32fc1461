-- What was only guessed by area, day and words becomes a link: the ranking a decision was built
-- from, the ledger entries a granted change made, the plan a survey without a project names.
CREATE TABLE decision_ranking (
    decision_id BLOB PRIMARY KEY REFERENCES decision (id),
    ranking_id BLOB NOT NULL REFERENCES ranking (id)
) STRICT;
CREATE INDEX decision_ranking_ranking ON decision_ranking (ranking_id);

CREATE TABLE amendment_entry (
    entry_id BLOB PRIMARY KEY REFERENCES ledger_entry (id),
    amendment_id BLOB NOT NULL REFERENCES amendment (id)
) STRICT;
CREATE INDEX amendment_entry_amendment ON amendment_entry (amendment_id);

-- Entries made before this link carry the project, day and reason of their change.
INSERT INTO amendment_entry (entry_id, amendment_id)
SELECT ledger_entry.id, amendment.id
FROM ledger_entry
JOIN amendment ON amendment.project_id = ledger_entry.project_id
    AND amendment.decided_on = ledger_entry.effective_on
    AND amendment.reason = ledger_entry.reason
    AND amendment.stand = 'granted'
WHERE NOT EXISTS (
    SELECT 1 FROM amendment AS other
    WHERE other.project_id = amendment.project_id AND other.decided_on = amendment.decided_on
      AND other.reason = amendment.reason AND other.stand = 'granted' AND other.id < amendment.id
);

CREATE TABLE visit_plan (
    visit_id BLOB PRIMARY KEY REFERENCES visit (id),
    plan_id BLOB NOT NULL REFERENCES plan (id)
) STRICT;
CREATE INDEX visit_plan_plan ON visit_plan (plan_id);
