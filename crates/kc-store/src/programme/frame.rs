//! Programmes and plans seen alike, as frames that figures belong to.

use crate::kernel::dialect::Conditions;
use crate::kernel::{Reader, Row, StoreError, Stored};
use kc_domain::kernel::period::Period;
use kc_domain::policy::Scope;
use kc_domain::programme::frame::{Frame, FrameHead};

/// Most frames offered in one choice.
const FRAMES_MAX: i64 = 200;

const PROGRAMMES: &str = "SELECT id, code, name, starts_on, ends_on, NULL, catalogue, area, \
                          organisation_id, illustrative FROM programme";
const PLANS: &str = "SELECT id, code, name, starts_on, ends_on, programme_id, catalogue, area, \
                     organisation_id, illustrative FROM plan";

/// One programme or plan, whoever asks; the caller shows it only after the policy agreed.
pub fn find_frame(reader: &mut Reader<'_>, frame: Frame) -> Stored<Option<FrameHead>> {
    let mut conditions = Conditions::new();
    conditions.add("id = ?", [frame.bytes().to_vec().into()]);
    let (sql, values) = conditions.statement(columns(frame.word()), "", []);
    let row = reader.first(&sql, &values)?;
    row.map(|row| read(&row, frame.word())).transpose()
}

/// The programmes or plans of a scope, newest first, for a choice.
pub fn list_frames(
    reader: &mut Reader<'_>,
    scope: &Scope,
    word: &'static str,
) -> Stored<Vec<FrameHead>> {
    let mut conditions = Conditions::new();
    conditions.scope(scope, word, None);
    let tail = "ORDER BY starts_on DESC, code LIMIT ?";
    let (sql, values) = conditions.statement(columns(word), tail, [FRAMES_MAX.into()]);
    let rows = reader.query(&sql, &values)?;
    rows.iter().map(|row| read(row, word)).collect()
}

fn columns(word: &str) -> &'static str {
    if word == "plan" { PLANS } else { PROGRAMMES }
}

fn read(row: &Row, word: &str) -> Stored<FrameHead> {
    let shape = || StoreError::Shape(format!("{word} that is no frame"));
    let id: Vec<u8> = row.get(0)?;
    let frame = id.try_into().ok().and_then(|id| Frame::of(word, id));
    Ok(FrameHead {
        frame: frame.ok_or_else(shape)?,
        code: row.get(1)?,
        name: row.get(2)?,
        period: Period::new(row.get(3)?, row.get(4)?).ok_or_else(shape)?,
        programme: row.get(5)?,
        catalogue: row.get(6)?,
        area: row.get(7)?,
        organisation: row.get(8)?,
        illustrative: row.get(9)?,
    })
}
