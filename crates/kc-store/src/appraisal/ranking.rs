//! Kept runs of rankings, with their inputs, so that each can be computed again.

use crate::kernel::{Reader, Row, Stored, Tx};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{CouncilId, RankingId};

/// Most runs listed of one council.
const RUNS_MAX: i64 = 100;

/// A kept run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRanking {
    /// Identity.
    pub id: RankingId,
    /// The council.
    pub council: CouncilId,
    /// Why it was made.
    pub note: Option<String>,
    /// Everything it was computed from, as JSON.
    pub inputs: String,
    /// What came out, as JSON.
    pub outcomes: String,
    /// Who kept it.
    pub recorded_by: Option<String>,
    /// When.
    pub recorded_at: Instant,
}

const RANKING: &str = "SELECT ranking.id, ranking.council_id, ranking.note, ranking.inputs, \
                       ranking.outcomes, person.full_name, ranking.recorded_at FROM ranking \
                       LEFT JOIN person ON person.id = ranking.recorded_by";

/// One run, whoever asks.
pub fn find_ranking(reader: &mut Reader<'_>, id: RankingId) -> Stored<Option<KeptRanking>> {
    let sql = [RANKING, " WHERE ranking.id = $1"].concat();
    let found = reader.first(&sql, &[id.into()])?;
    found.as_ref().map(read).transpose()
}

/// The runs of a council, the newest first.
pub fn list_rankings(reader: &mut Reader<'_>, council: CouncilId) -> Stored<Vec<KeptRanking>> {
    let tail = " WHERE ranking.council_id = $1 ORDER BY ranking.id DESC LIMIT $2";
    let sql = [RANKING, tail].concat();
    let rows = reader.query(&sql, &[council.into(), RUNS_MAX.into()])?;
    rows.iter().map(read).collect()
}

/// The newest run of a council.
pub fn newest_ranking(reader: &mut Reader<'_>, council: CouncilId) -> Stored<Option<KeptRanking>> {
    let tail = " WHERE ranking.council_id = $1 ORDER BY ranking.id DESC LIMIT 1";
    let found = reader.first(&[RANKING, tail].concat(), &[council.into()])?;
    found.as_ref().map(read).transpose()
}

/// Keeps a run.
pub fn insert_ranking(tx: &mut Tx<'_>, run: &KeptRanking) -> Stored<()> {
    let by = tx.permit().user();
    tx.execute(
        "INSERT INTO ranking (id, council_id, note, inputs, outcomes, recorded_by, recorded_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO NOTHING",
        &[
            run.id.into(),
            run.council.into(),
            run.note.as_ref().into(),
            (&run.inputs).into(),
            (&run.outcomes).into(),
            by.into(),
            tx.at().into(),
        ],
    )?;
    Ok(())
}

fn read(row: &Row) -> Stored<KeptRanking> {
    Ok(KeptRanking {
        id: row.get(0)?,
        council: row.get(1)?,
        note: row.get(2)?,
        inputs: row.get(3)?,
        outcomes: row.get(4)?,
        recorded_by: row.get(5)?,
        recorded_at: row.get(6)?,
    })
}
