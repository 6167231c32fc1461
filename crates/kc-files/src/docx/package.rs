//! The envelope: the parts of a text document in their places.

use super::line::{Line, Side, escaped};
use crate::error::FileError;
use kc_domain::kernel::paper::Paper;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Parts that are the same in every paper.
const PARTS: [(&str, &str); 6] = [
    (
        "[Content_Types].xml",
        include_str!("../../template/content-types.xml"),
    ),
    ("_rels/.rels", include_str!("../../template/rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("../../template/document-rels.xml"),
    ),
    ("word/styles.xml", include_str!("../../template/styles.xml")),
    (
        "word/settings.xml",
        include_str!("../../template/settings.xml"),
    ),
    ("word/header.xml", include_str!("../../template/header.xml")),
];

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const WORDS: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Closes the envelope over a body.
pub(super) fn close(paper: &Paper, body: &str) -> Result<Vec<u8>, FileError> {
    let document = format!("{XML}<w:document {WORDS}><w:body>{body}</w:body></w:document>");
    let made = [
        ("word/document.xml", document),
        ("word/footer.xml", footer(paper)),
        ("docProps/core.xml", properties(paper)),
    ];
    let mut envelope = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = PARTS.map(|(name, text)| (name, text.to_owned()));
    for (name, text) in parts.into_iter().chain(made) {
        envelope.start_file(name, SimpleFileOptions::default())?;
        envelope
            .write_all(text.as_bytes())
            .map_err(zip::result::ZipError::from)?;
    }
    Ok(envelope.finish()?.into_inner())
}

/// What stands at the foot of every page: whether it is a draft, whether details are invented.
fn footer(paper: &Paper) -> String {
    let line = Line::empty().color("5B626B").look(16, false, false);
    let line = line.and(&paper.marks().join(" · "));
    let line = line.side(Side::Right).room(0, 0).xml();
    format!("{XML}<w:ftr {WORDS}>{line}</w:ftr>")
}

fn properties(paper: &Paper) -> String {
    let (title, creator) = (escaped(&paper.title()), escaped(&paper.issuer.body));
    let made = paper.made.format("%Y-%m-%dT%H:%M:%S+07:00");
    format!(
        "{XML}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{creator}</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created></cp:coreProperties>"
    )
}
