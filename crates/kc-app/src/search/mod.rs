//! Searching everything a person may read, and keeping records to be found.

mod statement;

pub(crate) use statement::keep_statement;

use crate::kernel::{Cx, Done};
use kc_domain::document::Document;
use kc_domain::establishment::{Establishment, TaxNumber};
use kc_domain::identity::Organisation;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::plan::Plan;
use kc_domain::policy::Action;
use kc_domain::programme::Programme;
use kc_domain::project::Project;
use kc_store::kernel::{Stored, Tx};
pub use kc_store::search::Hit;
use kc_store::search::{self, Entry};

/// The words that can be found, each with the reading it needs.
const WORDS: &[(&str, Action)] = &[
    ("project", Action::ReadProjects),
    ("establishment", Action::ReadEstablishments),
    ("programme", Action::ReadProgrammes),
    ("plan", Action::ReadPlans),
    ("document", Action::ReadDocuments),
    ("statement", Action::ReadStatements),
    ("organisation", Action::ReadOrganisations),
];

/// Finds what the person may read, word by word. Accents, case and đ do not matter.
pub fn find(cx: &Cx<'_>, text: &str) -> Done<Vec<Hit>> {
    let mut hits = Vec::new();
    for (word, action) in WORDS {
        let Ok(scope) = cx.scope(*action) else {
            continue;
        };
        hits.extend(cx.read(|reader| Ok(search::find(reader, &scope, word, text)?))?);
    }
    Ok(hits)
}

/// The reading that showing a record of a word needs.
pub(crate) fn reading(word: &str) -> Option<Action> {
    let row = WORDS.iter().find(|(known, _)| *known == word);
    row.map(|(_, action)| *action)
}

/// The record of an identity as it is kept for searching, if the person may read it.
pub(crate) fn readable(cx: &Cx<'_>, record: [u8; 16]) -> Done<Option<Hit>> {
    for (word, action) in WORDS {
        let Ok(scope) = cx.scope(*action) else {
            continue;
        };
        let hit = cx.read(|reader| Ok(search::find_record(reader, &scope, word, record)?))?;
        if hit.is_some() {
            return Ok(hit);
        }
    }
    Ok(None)
}

/// Keeps a programme to be found.
pub(crate) fn keep_programme(tx: &mut Tx<'_>, programme: &Programme) -> Stored<()> {
    search::keep(
        tx,
        &Entry {
            record: programme.id.0,
            word: "programme",
            title: &programme.name,
            note: &programme.code,
            more: "",
            area: &programme.area,
            organisation: Some(programme.organisation),
            party: None,
        },
    )
}

/// Keeps a plan to be found.
pub(crate) fn keep_plan(tx: &mut Tx<'_>, plan: &Plan) -> Stored<()> {
    search::keep(
        tx,
        &Entry {
            record: plan.id.0,
            word: "plan",
            title: &plan.name,
            note: &plan.code,
            more: "",
            area: &plan.area,
            organisation: Some(plan.organisation),
            party: None,
        },
    )
}

/// Keeps a project to be found, by its beneficiary too.
pub(crate) fn keep_project(tx: &mut Tx<'_>, project: &Project) -> Stored<()> {
    let beneficiary = match project.establishment {
        Some(id) => kc_store::project::beneficiary(&mut tx.reader(), id)?,
        None => None,
    };
    let name = beneficiary.map(|found| found.name).unwrap_or_default();
    let place = project.place_written.as_deref().unwrap_or_default();
    search::keep(
        tx,
        &Entry {
            record: project.id.0,
            word: "project",
            title: &project.title,
            note: &project.code,
            more: &[&*name, place].join(" "),
            area: &project.area,
            organisation: Some(project.organisation),
            party: project.party,
        },
    )
}

/// Keeps an establishment to be found by name, tax number, address, owner and products.
pub(crate) fn keep_establishment(tx: &mut Tx<'_>, kept: &Establishment) -> Stored<()> {
    let tax_number = kept.tax_number.as_ref().map(TaxNumber::as_str);
    let more = [
        tax_number,
        kept.owner_name.as_deref(),
        kept.trade.as_deref(),
        kept.products.as_deref(),
    ];
    let more: Vec<_> = more.into_iter().flatten().collect();
    search::keep(
        tx,
        &Entry {
            record: kept.id.0,
            word: "establishment",
            title: &kept.name,
            note: &kept.address_written,
            more: &more.join(" "),
            area: &kept.area,
            organisation: Some(kept.organisation),
            party: kept.party,
        },
    )
}

/// Keeps an organisation to be found by name and short name.
pub(crate) fn keep_organisation(tx: &mut Tx<'_>, kept: &Organisation) -> Stored<()> {
    search::keep(
        tx,
        &Entry {
            record: kept.id.0,
            word: "organisation",
            title: &kept.name,
            note: kept.kind.name(Lang::Vi),
            more: kept.short_name.as_deref().unwrap_or_default(),
            area: &kept.area,
            organisation: Some(kept.id),
            party: None,
        },
    )
}

/// Keeps a document to be found by number, summary and issuer.
pub(crate) fn keep_document(tx: &mut Tx<'_>, kept: &Document) -> Stored<()> {
    let day = kept.issued_on.map(show_date).unwrap_or_default();
    search::keep(
        tx,
        &Entry {
            record: kept.id.0,
            word: "document",
            title: &kept.title(Lang::Vi),
            note: &format!("{day} · {}", kept.issuer),
            more: &kept.summary,
            area: &kept.area,
            organisation: Some(kept.organisation),
            party: None,
        },
    )
}
