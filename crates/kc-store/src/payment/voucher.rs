//! Vouchers behind a prepared move.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Stored, Tx, Value};
use kc_domain::kernel::id::{EntryId, ProjectId};
use kc_domain::payment::{Voucher, VoucherKind};
use std::collections::BTreeMap;

/// The vouchers of a move, in the order they were listed.
pub fn vouchers_of(reader: &mut Reader<'_>, id: EntryId) -> Stored<Vec<Voucher>> {
    let mut found = vouchers_of_each(reader, [id])?;
    Ok(found.remove(&id).unwrap_or_default())
}

/// The vouchers of several moves, by move.
pub fn vouchers_of_each(
    reader: &mut Reader<'_>,
    ids: impl IntoIterator<Item = EntryId>,
) -> Stored<BTreeMap<EntryId, Vec<Voucher>>> {
    let mut conditions = Conditions::new();
    conditions.among("move_id", ids.into_iter().map(Value::from));
    let (sql, values) = conditions.statement(
        "SELECT move_id, kind, number, dated_on, amount, holder FROM voucher",
        "ORDER BY move_id, position",
        [],
    );
    let mut found: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in &reader.query(&sql, &values)? {
        found.entry(row.get(0)?).or_default().push(Voucher {
            kind: row.code(1, VoucherKind::from_code)?,
            number: row.get(2)?,
            dated_on: row.get(3)?,
            amount: row.get(4)?,
            holder: row.get(5)?,
        });
    }
    Ok(found)
}

/// Keeps the vouchers of a move; keeping the same again changes nothing.
pub fn insert_vouchers(tx: &mut Tx<'_>, id: EntryId, vouchers: &[Voucher]) -> Stored<()> {
    for (position, voucher) in (1_i64..).zip(vouchers) {
        tx.execute(
            "INSERT INTO voucher (move_id, position, kind, number, dated_on, amount, holder)
             VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (move_id, position) DO NOTHING",
            &[
                id.into(),
                position.into(),
                voucher.kind.code().into(),
                (&voucher.number).into(),
                voucher.dated_on.into(),
                voucher.amount.into(),
                (&voucher.holder).into(),
            ],
        )?;
    }
    Ok(())
}

/// Whether a voucher proves another settlement of the project that was not rejected.
pub fn is_used(
    reader: &mut Reader<'_>,
    project: ProjectId,
    id: EntryId,
    voucher: &Voucher,
) -> Stored<bool> {
    let count = reader.number(
        "SELECT count(*) FROM voucher JOIN prepared_move ON prepared_move.id = voucher.move_id
         WHERE voucher.number = $1 AND voucher.dated_on = $2 AND voucher.kind = $3
           AND prepared_move.project_id = $4 AND prepared_move.id <> $5
           AND prepared_move.kind = 'settle'
           AND (prepared_move.decision IS NULL OR prepared_move.decision = 'approved')",
        &[
            (&voucher.number).into(),
            voucher.dated_on.into(),
            voucher.kind.code().into(),
            project.into(),
            id.into(),
        ],
    )?;
    Ok(count > 0)
}
