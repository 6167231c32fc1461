-- Contracts under way, the oldest first, for whoever owes a report of their progress.
CREATE INDEX contract_open ON contract (ended_on, kind, signed_on);
