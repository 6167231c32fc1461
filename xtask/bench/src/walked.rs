//! Projects that went the whole way, copied with everything that hangs on them.
//!
//! What hangs on what is read from the keys of the tables: a copy names the copies of the records
//! its original names, and everything else stays as it is.

use crate::failure::Failure;
use rusqlite::Transaction;

/// What is copied, each table behind those it names.
const TABLES: &[&str] = &[
    "project",
    "project_revision",
    "equipment",
    "project_step",
    "project_paper",
    "project_norm",
    "project_norm_fact",
    "project_norm_decided",
    "ledger_entry",
    "contract",
    "contract_part",
    "contract_appendix",
    "progress",
    "visit",
    "visit_person",
    "visit_answer",
    "matter",
    "acceptance",
    "installed",
    "followup",
    "followup_answer",
    "amendment",
    "amendment_fact",
];

/// Copies per project. All of them name the firm of their original, and a firm has a handful of
/// projects, a commune some dozens: more would measure what no office has.
const COPIES: i64 = 20;

/// Copies every project under contract; those of the programme that makes up the nation stay out.
pub(crate) fn copy(tx: &Transaction<'_>) -> Result<(), Failure> {
    tx.execute_batch(
        "CREATE TEMP TABLE reached AS
         SELECT DISTINCT project_id AS id FROM contract
         WHERE project_id NOT IN (SELECT id FROM original)",
    )?;
    for table in TABLES {
        copy_table(tx, table)?;
    }
    Ok(())
}

fn copy_table(tx: &Transaction<'_>, table: &str) -> Result<(), Failure> {
    let columns = texts(tx, "SELECT name FROM pragma_table_info($1)", table)?;
    let keys = keys(tx, table)?;
    let hangs_on = keys.iter().filter(|(_, parent)| parent != table);
    let conditions: Vec<_> = hangs_on
        .map(|(column, _)| format!("old.{column} IN (SELECT id FROM reached)"))
        .collect();
    let rows = if conditions.is_empty() {
        "old.id IN (SELECT id FROM reached)".to_owned()
    } else {
        let own = format!("INSERT INTO reached SELECT id FROM {table} AS old WHERE ");
        if columns.iter().any(|column| column == "id") {
            tx.execute(&(own + &conditions.join(" OR ")), [])?;
        }
        format!("({})", conditions.join(" OR "))
    };
    let value = |column: &String| match column.as_str() {
        "code" => "old.code || '-' || copy.n".to_owned(),
        "sequence" if table == "ledger_entry" => "(SELECT max(sequence) FROM ledger_entry) \
             + row_number() OVER (ORDER BY copy.n, old.sequence)"
            .to_owned(),
        name if name == "id" || keys.iter().any(|(key, _)| key == name) => {
            format!("derived(old.{name}, copy.n)")
        }
        name => format!("old.{name}"),
    };
    let values: Vec<_> = columns.iter().map(value).collect();
    let statement = format!(
        "INSERT INTO {table} ({}) SELECT {} FROM {table} AS old CROSS JOIN copy
         WHERE {rows} AND copy.turn = 0 AND copy.n <= $1",
        columns.join(", "),
        values.join(", "),
    );
    tx.execute(&statement, [COPIES])?;
    Ok(())
}

/// The columns of a table that name a record of a copied table, each with that table.
fn keys(tx: &Transaction<'_>, table: &str) -> Result<Vec<(String, String)>, Failure> {
    let columns = "SELECT \"from\" FROM pragma_foreign_key_list($1) ORDER BY id, seq";
    let parents = "SELECT \"table\" FROM pragma_foreign_key_list($1) ORDER BY id, seq";
    let pairs = texts(tx, columns, table)?
        .into_iter()
        .zip(texts(tx, parents, table)?);
    let is_copied = |(_, parent): &(String, String)| TABLES.contains(&parent.as_str());
    Ok(pairs.filter(is_copied).collect())
}

fn texts(tx: &Transaction<'_>, sql: &str, of: &str) -> Result<Vec<String>, Failure> {
    let mut statement = tx.prepare(sql)?;
    let rows = statement.query_map([of], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
