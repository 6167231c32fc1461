//! What a proof of the whole ledger reads.

use crate::kernel::{Reader, Stored};
use chrono::NaiveDate;
use kc_domain::kernel::id::{EntryId, ProjectId};

/// The change of one account on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountDay {
    /// The holder: purse or project, the source and the stage, as one key.
    pub account: String,
    /// The day.
    pub day: NaiveDate,
    /// Đồng in, less đồng out.
    pub change: i64,
}

/// How many entries there are.
pub fn count_entries(reader: &mut Reader<'_>) -> Stored<i64> {
    reader.number("SELECT count(*) FROM ledger_entry", &[])
}

/// The changes of every account that has a floor, account by account and day by day.
pub fn account_days(reader: &mut Reader<'_>) -> Stored<Vec<AccountDay>> {
    let rows = reader.query(
        "SELECT project_id, purse_id, source, stage, effective_on, CAST(sum(change) AS BIGINT)
         FROM (
             SELECT CASE WHEN to_stage IN ('available', 'reserved') THEN NULL ELSE project_id END
                        AS project_id,
                    CASE WHEN to_stage IN ('available', 'reserved') THEN purse_id ELSE NULL END
                        AS purse_id,
                    source, to_stage AS stage, effective_on, amount AS change
             FROM ledger_entry
             UNION ALL
             SELECT CASE WHEN from_stage IN ('available', 'reserved') THEN NULL ELSE project_id END,
                    CASE WHEN from_stage IN ('available', 'reserved') THEN purse_id ELSE NULL END,
                    source, from_stage, effective_on, -amount
             FROM ledger_entry
         ) AS moves
         WHERE stage NOT IN ('authority', 'owner')
         GROUP BY project_id, purse_id, source, stage, effective_on
         ORDER BY project_id, purse_id, source, stage, effective_on",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            let id = |bytes: Option<Vec<u8>>| {
                let bytes: Option<[u8; 16]> = bytes.and_then(|bytes| bytes.try_into().ok());
                bytes.map_or_else(String::new, |bytes| ProjectId(bytes).to_string())
            };
            let holder = id(row.get(0)?) + &id(row.get(1)?);
            let (source, stage): (String, String) = (row.get(2)?, row.get(3)?);
            Ok(AccountDay {
                account: [holder, source, stage].join(" "),
                day: row.get(4)?,
                change: row.get(5)?,
            })
        })
        .collect()
}

/// Entries whose reversal does not fit: it is missing, or does not turn the original round.
pub fn entries_without_partner(reader: &mut Reader<'_>) -> Stored<Vec<EntryId>> {
    let rows = reader.query(
        "SELECT entry.id
         FROM ledger_entry AS entry
         LEFT JOIN ledger_entry AS original ON original.id = entry.reverses_id
         WHERE (entry.kind = 'reversal') <> (entry.reverses_id IS NOT NULL)
            OR (entry.reverses_id IS NOT NULL
                AND (original.id IS NULL OR original.from_stage <> entry.to_stage
                     OR original.to_stage <> entry.from_stage
                     OR original.source <> entry.source))",
        &[],
    )?;
    rows.iter().map(|row| row.get(0)).collect()
}
