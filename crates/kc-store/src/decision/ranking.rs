//! The ranking a decision was built from.

use super::{COLUMNS, read};
use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored, Tx};
use kc_domain::decision::{Decision, DecisionStatus};
use kc_domain::kernel::id::{DecisionId, RankingId};

/// Keeps the ranking a new draft is built from.
pub fn name_ranking(tx: &mut Tx<'_>, id: DecisionId, ranking: RankingId) -> Stored<()> {
    tx.execute(
        "INSERT INTO decision_ranking (decision_id, ranking_id) VALUES ($1, $2)
         ON CONFLICT (decision_id) DO NOTHING",
        &[id.into(), ranking.into()],
    )?;
    Ok(())
}

/// The ranking a decision was built from.
pub fn ranking_of(reader: &mut Reader<'_>, id: DecisionId) -> Stored<Option<RankingId>> {
    let row = reader.first(
        "SELECT ranking_id FROM decision_ranking WHERE decision_id = $1",
        &[id.into()],
    )?;
    row.map(|row| row.get(0)).transpose()
}

/// The decisions built from a ranking, the oldest first; discarded drafts are left out. Whoever
/// asks; the caller shows only what the policy allows.
pub fn found_on(reader: &mut Reader<'_>, ranking: RankingId) -> Stored<Vec<Decision>> {
    let mut conditions = Conditions::new();
    conditions.add(
        "decision.id IN (SELECT decision_ranking.decision_id FROM decision_ranking
                         WHERE decision_ranking.ranking_id = ?)",
        [ranking.into()],
    );
    let discarded = DecisionStatus::Discarded.code().into();
    conditions.add("decision.status <> ?", [discarded]);
    let (sql, values) = conditions.statement(COLUMNS, "ORDER BY decision.id", []);
    reader.query(&sql, &values)?.iter().map(read).collect()
}
