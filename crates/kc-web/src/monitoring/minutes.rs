//! The minutes of a visit as a file.

use crate::kernel::answer::{Answer, Reply};
use crate::kernel::visit::Visit;
use kc_app::kernel::PaperFormat;
use kc_app::monitoring::minutes::print;
use kc_domain::kernel::id::VisitId;

/// `GET /visits/{visit}/minutes/{format}`
pub fn download(visit: &Visit<'_>) -> Answer {
    let format = visit.id("format", PaperFormat::from_ending)?;
    let id = visit.id("visit", VisitId::parse)?;
    let (name, bytes) = print(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}
