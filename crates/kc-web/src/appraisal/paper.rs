//! The minutes of a sitting and a kept ranking as files, and the offers that lead there.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::Offer;
use crate::kernel::visit::Visit;
use kc_app::appraisal::print;
use kc_app::kernel::PaperFormat;
use kc_domain::kernel::id::{RankingId, SittingId};
use kc_domain::kernel::text::Lang;

/// `GET /appraisals/sittings/{sitting}/minutes/{format}`
pub(super) fn minutes(visit: &Visit<'_>) -> Answer {
    let format = visit.id("format", PaperFormat::from_ending)?;
    let id = visit.id("sitting", SittingId::parse)?;
    Ok(file(format, print::minutes(&visit.cx(), id, format)?))
}

/// `GET /appraisals/rankings/{ranking}/paper/{format}`
pub(super) fn ranking(visit: &Visit<'_>) -> Answer {
    let format = visit.id("format", PaperFormat::from_ending)?;
    let id = visit.id("ranking", RankingId::parse)?;
    Ok(file(format, print::ranking(&visit.cx(), id, format)?))
}

fn file(format: PaperFormat, (name, bytes): (String, Vec<u8>)) -> Reply {
    Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    }
}

/// Both formats of a paper under one address.
pub(super) fn offers(lang: Lang, base: &str, (vi, en): (&str, &str)) -> [Offer; 2] {
    let label = |format: &str| format!("{} ({format})", lang.t(vi, en));
    [("DOCX", "docx"), ("PDF", "pdf")]
        .map(|(shown, ending)| Offer::open(label(shown), format!("{base}/{ending}")))
}
