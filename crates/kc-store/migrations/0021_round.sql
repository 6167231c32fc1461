-- Registration rounds open and close by the moment, in milliseconds, not by the day; and what the
-- letter of guidance says beside the priorities of the year. Lists stand one thing a line.
ALTER TABLE plan ADD COLUMN registration_opens_at INTEGER;
ALTER TABLE plan ADD COLUMN registration_closes_at INTEGER
    CHECK (registration_closes_at > registration_opens_at);
ALTER TABLE plan_guidance ADD COLUMN issuer TEXT;
ALTER TABLE plan_guidance ADD COLUMN addressees TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_guidance ADD COLUMN desk TEXT;
ALTER TABLE plan_guidance ADD COLUMN copies TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_guidance ADD COLUMN signer_post TEXT;
ALTER TABLE plan_guidance ADD COLUMN signer_name TEXT;
