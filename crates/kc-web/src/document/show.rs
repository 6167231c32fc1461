//! The page of one document: what it says, what it stands behind, its files, its history.

use super::pages::find;
use super::{files, links, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Shape, Tag, Tone, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::query::Query;
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use chrono::NaiveDate;
use kc_app::document;
use kc_domain::document::Document;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /documents/{document}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let may_record = cx.may_on(Action::RecordDocument, &document::subject(&found));
    let mut shell = shell(visit, found.title(lang));
    shell.crumbs = vec![crumb(lang.t("Văn bản", "Documents"), "/documents")];
    if may_record {
        shell.action = Some(MainAction {
            label: lang.t("Sửa", "Edit").to_owned(),
            url: format!("{}/edit", url(found.id)),
            official: false,
            posts: false,
        });
    }
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = vec![Part::Facts(facts(lang, &found, cx.today()))];
    parts.push(heading("Văn bản này gắn với", "Stands behind"));
    parts.push(links::table(visit, &found)?);
    if may_record {
        let fields = links::fields(&cx, &Query::default())?;
        parts.push(links::form(visit, &found, fields));
    }
    parts.push(heading("Tệp đính kèm", "Files"));
    parts.push(files::table(visit, &found)?);
    if may_record {
        parts.push(files::form(visit, &found));
    }
    parts.push(heading("Lịch sử", "History"));
    parts.push(crate::audit::history_part(visit, found.id)?);
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, found: &Document, today: NaiveDate) -> Facts {
    let day = |day: Option<NaiveDate>| day.map(show_date).unwrap_or_default();
    let mut facts = vec![
        Fact::text(lang.t("Trích yếu", "Summary"), &found.summary),
        Fact::text(lang.t("Ngày ban hành", "Issued on"), day(found.issued_on)),
        Fact::text(lang.t("Cơ quan ban hành", "Issued by"), &found.issuer),
        Fact::text(
            lang.t("Cấp ban hành", "Level"),
            found.level.map_or("", |level| level.name(lang)),
        ),
        Fact::new(lang.t("Hiệu lực", "In force"), force(lang, found, today))
            .note(days(lang, found)),
        Fact::text(
            lang.t("Nguồn", "Source"),
            found.source.clone().unwrap_or_default(),
        ),
    ];
    if found.illustrative {
        let tag = Tag::new(
            Shape::Triangle,
            Tone::Care,
            lang.t("số liệu minh họa", "sample data"),
        );
        facts.push(Fact::new(lang.t("Ghi chú", "Note"), Value::Tag(tag)));
    }
    Facts { lang, facts }
}

fn force(lang: Lang, found: &Document, today: NaiveDate) -> Value {
    match found.in_force(today) {
        None => Value::Unknown,
        Some(true) => Value::Tag(Tag::new(
            Shape::Full,
            Tone::Good,
            lang.t("Đang có hiệu lực", "In force"),
        )),
        Some(false) => Value::Tag(Tag::plain(
            lang.t("Hết hoặc chưa có hiệu lực", "Not in force"),
        )),
    }
}

fn days(lang: Lang, found: &Document) -> String {
    let part =
        |word: &str, day: Option<NaiveDate>| day.map(|day| format!("{word} {}", show_date(day)));
    let parts = [
        part(lang.t("từ", "from"), found.valid_from),
        part(lang.t("đến hết", "until"), found.valid_to),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
