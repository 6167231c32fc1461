-- A day that was known becomes its first moment for an opening and its last for a closing, in
-- Vietnam, seven hours ahead of Greenwich.
UPDATE plan
SET registration_opens_at =
        CAST(EXTRACT(EPOCH FROM CAST(registration_opens_on AS DATE)) AS BIGINT) * 1000 - 25200000,
    registration_closes_at =
        CAST(EXTRACT(EPOCH FROM CAST(registration_closes_on AS DATE)) AS BIGINT) * 1000 - 25200000
        + 86399999;
ALTER TABLE plan DROP COLUMN registration_opens_on;
ALTER TABLE plan DROP COLUMN registration_closes_on;
