//! Documents of the sample office.

use super::agenda::{day, unreadable};
use super::sheet::Line;
use super::{Office, area};
use crate::document::record::{NewDocument, record};
use crate::kernel::Done;
use kc_domain::document::{DocumentKind, DocumentNumber, IssuerLevel};

/// Records one document of the sheet.
pub(super) fn document(office: &mut Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    let new = NewDocument {
        number: line
            .text_or_none("number")
            .map(|number| DocumentNumber::parse(&number))
            .transpose()?,
        issued_on: line
            .text_or_none("issued_on")
            .map(|issued| day(&issued))
            .transpose()?,
        issuer: line.text("issuer").to_owned(),
        kind: DocumentKind::from_code(line.text("kind"))
            .ok_or_else(|| unreadable(line.text("kind")))?,
        summary: line.text("summary").to_owned(),
        level: IssuerLevel::from_code(line.text("level")),
        valid_from: None,
        valid_to: None,
        source: line.text_or_none("source"),
        area: area(line.text("area"))?,
        organisation: office.organisation(line.text("organisation"))?,
        illustrative: false,
    };
    let id = record(&cx, new)?;
    office.documents.insert(line.text("key").to_owned(), id);
    Ok(())
}
