//! Processes: those inside the program, and those a province put into force.

pub mod adopt;
pub mod diagram;
pub mod file;

use crate::kernel::{Cx, Done, Failure, Memo};
use chrono::NaiveDate;
use kc_domain::kernel::level::Level;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_domain::process::refusal::Refusal;
use kc_domain::process::{Process, in_force};
use kc_store::kernel::Reader;
use kc_store::process;
use std::sync::{Arc, LazyLock};

/// The files inside the program.
const BUILT_IN: [&str; 2] = [
    include_str!("../../../../reference/processes/national.toml"),
    include_str!("../../../../reference/processes/local.toml"),
];

/// A file inside the program that cannot be read is left out; a test reads them all.
static SHIPPED: LazyLock<Vec<Arc<Process>>> = LazyLock::new(|| {
    let read = BUILT_IN.iter().map(|text| file::read(text));
    read.filter_map(Result::ok).map(Arc::new).collect()
});

/// The processes inside the program.
pub fn shipped() -> &'static [Arc<Process>] {
    &SHIPPED
}

/// The version a project follows.
pub fn find(reader: &mut Reader<'_>, reference: &str) -> Done<Arc<Process>> {
    let is_it = |process: &&Arc<Process>| process.reference() == reference;
    if let Some(found) = shipped().iter().find(is_it) {
        return Ok(Arc::clone(found));
    }
    let unknown = || Refusal::Unknown {
        reference: reference.to_owned(),
    };
    let text = process::find(reader, reference)?.ok_or_else(unknown)?;
    kept(&text)
}

/// The process under which a project is registered.
pub fn of_registration(
    reader: &mut Reader<'_>,
    level: Level,
    area: &AreaPath,
    day: NaiveDate,
) -> Done<Process> {
    let texts = process::list_on(reader, level, day)?;
    let adopted = texts.iter().map(|text| kept(text));
    let adopted: Vec<_> = adopted.collect::<Done<_>>()?;
    let all = shipped().iter().chain(&adopted);
    let found = in_force(all.map(Arc::as_ref), (level, area, day)).ok_or(Refusal::NoneInForce)?;
    Ok(found.clone())
}

/// Every process there is: the nation's, then the provinces'.
pub fn list(cx: &Cx<'_>) -> Done<Vec<Arc<Process>>> {
    cx.scope(Action::ReadRules)?;
    let texts = cx.read(|reader| Ok(process::list(reader)?))?;
    let adopted = texts
        .iter()
        .map(|text| kept(text))
        .collect::<Done<Vec<_>>>()?;
    Ok(shipped().iter().cloned().chain(adopted).collect())
}

/// One process.
pub fn show(cx: &Cx<'_>, reference: &str) -> Done<Arc<Process>> {
    cx.scope(Action::ReadRules)?;
    match cx.read(|reader| find(reader, reference)) {
        Err(Failure::Refused(_)) => Err(Failure::NotFound),
        other => other,
    }
}

/// A file that was checked when it was put into force.
fn kept(text: &str) -> Done<Arc<Process>> {
    static READ: Memo<Process> = Memo::new();
    let broken = |faults| Failure::refused(Refusal::Faulty { faults });
    READ.read(text, |text| file::kept(text).map_err(broken))
}
