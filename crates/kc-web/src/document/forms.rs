//! The form of a document: its fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::document::record::NewDocument;
use kc_app::kernel::{Cx, Done, Failure};
use kc_domain::document::{Document, DocumentKind, DocumentNumber, IssuerLevel};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// The values of a document as its form shows them.
pub fn values(kept: &Document) -> Query {
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, show_date);
    let number = kept.number.as_ref().map(DocumentNumber::to_string);
    let pairs = [
        ("kind", kept.kind.code().to_owned()),
        ("number", number.unwrap_or_default()),
        ("issued_on", day(kept.issued_on)),
        ("issuer", kept.issuer.clone()),
        ("level", kept.level.map_or("", IssuerLevel::code).to_owned()),
        ("summary", kept.summary.clone()),
        ("valid_from", day(kept.valid_from)),
        ("valid_to", day(kept.valid_to)),
        ("source", kept.source.clone().unwrap_or_default()),
        ("version", kept.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The fields with what was typed so far.
pub fn fields(lang: Lang, form: &Query) -> Vec<Field> {
    let kinds = DocumentKind::ALL.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.code(), kind.name(lang)));
    let levels = IssuerLevel::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let select = Kind::Select(kinds.collect());
    let fields = vec![
        Field::new(lang, select, "kind", lang.t("Loại văn bản", "Kind")),
        Field::new(lang, Kind::Short, "number", lang.t("Số, ký hiệu", "Number"))
            .optional()
            .hint(lang.t(
                "Văn bản không số thì để trống.",
                "Leave it empty if there is none.",
            ))
            .example("459/QĐ-UBND"),
        Field::date(lang, "issued_on", lang.t("Ngày ban hành", "Issued on")).optional(),
        Field::text(lang, "issuer", lang.t("Cơ quan ban hành", "Issued by"))
            .example("UBND thành phố Hải Phòng"),
        Field::new(
            lang,
            Kind::Radio(levels.into()),
            "level",
            lang.t("Cấp ban hành", "Level"),
        )
        .optional(),
        Field::new(lang, Kind::Long, "summary", lang.t("Trích yếu", "Summary")),
        Field::date(
            lang,
            "valid_from",
            lang.t("Có hiệu lực từ", "In force from"),
        )
        .optional(),
        Field::date(
            lang,
            "valid_to",
            lang.t("Hết hiệu lực sau", "In force until"),
        )
        .optional(),
        Field::text(lang, "source", lang.t("Nguồn", "Source"))
            .optional()
            .hint(lang.t("Công báo, địa chỉ trang.", "Gazette or web address.")),
        Field::new(lang, Kind::Hidden, "version", ""),
    ];
    let fill = |field: Field| {
        let typed = form.get(&field.name).to_owned();
        field.value(typed)
    };
    fields.into_iter().map(fill).collect()
}

/// Reads what was typed. A new document is kept where the person works.
pub fn read(cx: &Cx<'_>, form: &Query) -> Done<NewDocument> {
    let given = cx.role_for(Action::RecordDocument);
    let given = given.ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let kind = reader.choice("kind", DocumentKind::from_code);
    let number = number(&mut reader);
    let issued_on = reader.date_or_none("issued_on");
    let level = reader.choice_or_none("level", IssuerLevel::from_code);
    let (issuer, summary) = (reader.text("issuer"), reader.text("summary"));
    let valid_from = reader.date_or_none("valid_from");
    let valid_to = reader.date_or_none("valid_to");
    let source = reader.text_or_none("source");
    reader.finish_with(|| {
        Some(NewDocument {
            kind: kind?,
            number,
            issued_on,
            issuer,
            level,
            summary,
            valid_from,
            valid_to,
            source,
            area: given.area.clone(),
            organisation: given.organisation,
            illustrative: false,
        })
    })
}

fn number(reader: &mut FormReader<'_>) -> Option<DocumentNumber> {
    let text = reader.text_or_none("number")?;
    match DocumentNumber::parse(&text) {
        Ok(number) => Some(number),
        Err(refusal) => {
            reader.wrong("number", refusal.say(Lang::Vi), refusal.say(Lang::En));
            None
        }
    }
}
