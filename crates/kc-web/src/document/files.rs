//! The files of a document: the table, uploading, downloading.

use super::pages::find;
use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Column, Field, Head, Kind, PostButton};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Part, SmallForm, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::document::attach;
use kc_app::kernel::Done;
use kc_domain::document::Document;
use kc_domain::kernel::id::AttachmentId;
use kc_domain::kernel::text::Lang;

const ACCEPTED: &str = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx";

/// The files of a document.
pub fn table(visit: &Visit<'_>, found: &Document) -> Done<Part> {
    let lang = visit.lang();
    let kept = attach::attachments(&visit.cx(), found.id)?;
    if kept.is_empty() {
        return Ok(Part::Text(
            lang.t("Chưa có tệp nào.", "No files yet.").to_owned(),
        ));
    }
    let columns = vec![
        Column::text(lang.t("Tệp", "File")),
        Column::number(lang.t("Cỡ", "Size"), "KB"),
        Column::text(lang.t("Đính kèm lúc", "Kept at")),
    ];
    let rows = kept.iter().map(|file| {
        let kilobytes = file.size_bytes.saturating_add(1023) / 1024;
        let cells = vec![
            Cell::text(&file.file_name),
            Cell::Number(kc_domain::kernel::money::group_thousands(kilobytes)),
            Cell::text(file.recorded_at.show()),
        ];
        TableRow::new(format!("{}/files/{}", url(found.id), file.id), cells)
    });
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Tệp đính kèm", "Files").to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }))
}

/// The small form on the page of the document.
pub fn form(visit: &Visit<'_>, found: &Document) -> Part {
    let label = visit.lang().t("Tải lên", "Upload");
    let action = format!("{}/files", url(found.id));
    Part::Form(SmallForm {
        fields: vec![field(visit.lang())],
        button: PostButton::new(action, visit.csrf(), label),
        with_files: true,
    })
}

fn field(lang: Lang) -> Field {
    let label = lang.t("Thêm tệp", "Add a file");
    Field::new(lang, Kind::File(ACCEPTED), "file", label).hint(lang.t(
        "pdf, png, jpg, docx, xlsx; tối đa 25 MB; không macro.",
        "pdf, png, jpg, docx, xlsx; at most 25 MB; no macros.",
    ))
}

/// `POST /documents/{document}/files`
pub fn create(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let lang = visit.lang();
    let upload = visit
        .arrival
        .uploads
        .iter()
        .find(|file| file.field == "file");
    let (name, bytes) = upload.map_or(("", [].as_slice()), |file| {
        (file.file_name.as_str(), file.bytes.as_slice())
    });
    match attach::attach(&visit.cx(), found.id, name, bytes) {
        Ok(_) => Reply::see_other(url(found.id), lang.t("Đã lưu tệp.", "The file is kept.")),
        Err(failure) => {
            let mut shell = shell(visit, lang.t("Tải tệp lên", "Upload a file"));
            shell.crumbs = vec![
                crumb(lang.t("Văn bản", "Documents"), "/documents"),
                crumb(found.title(lang), url(found.id)),
            ];
            let action = format!("{}/files", url(found.id));
            let mut page = FormPage::new(shell, action, vec![field(lang)])
                .buttons(lang.t("Tải lên", "Upload"), url(found.id));
            page.with_files = true;
            page.come_back(failure)
        }
    }
}

/// `GET /documents/{document}/files/{file}`: always as a file to keep, never shown in the page.
pub fn download(visit: &Visit<'_>) -> Answer {
    let found = find(visit)?;
    let id = visit.id("file", AttachmentId::parse)?;
    let (file, kind, bytes) = attach::open(&visit.cx(), found.id, id)?;
    Ok(Reply::File {
        name: file.file_name,
        content_type: kind.media_type(),
        bytes,
    })
}
