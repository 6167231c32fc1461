//! The page of a report, and its files.

use super::address::{self, PATH};
use super::{nested, pictures, places, send, tables};
use crate::kernel::answer::{Answer, Reply, render};
use crate::kernel::components::{Fact, Facts, Field, Money, Offer, Value};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Part, RecordPage};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use askama::Template;
use kc_app::kernel::{Done, Failure};
use kc_app::report::{Ask, Format, Opened, Recipient, show as open, whole, write};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::report::{Cell, RowKey, notes};

/// `GET /reports/programme`
pub fn show(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let ask = address::ask(&visit.arrival.query)?;
    let opened = open(&visit.cx(), &ask)?;
    let query = address::query(&opened);
    let mut shell = shell(visit, opened.about.name.clone());
    shell.crumbs = vec![crumb(lang.t("Báo cáo", "Reports"), "/reports")];
    shell.illustrative = opened.about.illustrative;
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: parts(visit, &ask, &opened, &query)?,
    })
}

fn parts(visit: &Visit<'_>, ask: &Ask, opened: &Opened, query: &Query) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let said = opened.paragraphs();
    let heading = |vi: &str, en: &str| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = vec![
        Part::Drawing(render(&MomentForm::of(lang, opened, query))?),
        Part::Facts(facts(lang, opened, query)),
        Part::Offers(files(lang, query)),
        heading("Theo nội dung hoạt động", "By content"),
        Part::Table(tables::groups(lang, opened, query)),
    ];
    parts.extend(
        notes(&opened.report)
            .iter()
            .map(|note| Part::Text(note.say(lang).to_owned())),
    );
    if let Some(programme) = whole(&visit.cx(), ask, opened)? {
        parts.push(heading("Trong cả chương trình", "Within the programme"));
        parts.push(Part::Table(nested::table(lang, opened, &programme)));
    }
    if !opened.findings.is_empty() {
        parts.push(heading(
            "Đối chiếu với số đã công bố",
            "Against the published figures",
        ));
        parts.push(Part::Table(tables::findings(lang, opened)));
    }
    parts.push(Part::Drawing(render(&pictures::by_group(
        lang, opened, query,
    ))?));
    parts.push(Part::Drawing(render(&pictures::by_source(
        lang, opened, query,
    ))?));
    parts.extend(places::parts(lang, opened, query)?);
    parts.push(heading("Theo nguồn vốn", "By source"));
    parts.push(Part::Table(tables::sources(lang, opened, query)));
    parts.push(heading("Theo cấp và trạng thái", "By level and status"));
    parts.push(Part::Table(tables::levels_and_statuses(
        lang, opened, query,
    )));
    if !opened.stages.is_empty() {
        parts.push(heading(
            "Theo giai đoạn của kinh phí",
            "By stage of the money",
        ));
        parts.push(Part::Table(tables::stages(lang, opened, query)));
    }
    parts.push(heading("Chỉ tiêu", "Indicators"));
    parts.push(Part::Facts(tables::indicators_facts(lang, opened)));
    parts.push(Part::Table(tables::group_indicators(lang, opened)));
    parts.push(heading("Lời văn báo cáo", "The report in words"));
    parts.push(Part::Text(said.opening));
    parts.extend(said.groups.into_iter().map(Part::Text));
    parts.extend(said.gap.map(Part::Text));
    parts.extend(send::parts(visit, opened)?);
    Ok(parts)
}

fn facts(lang: Lang, opened: &Opened, query: &Query) -> Facts {
    let cells = opened.report.total.cells();
    let url = |cell| address::cell_url(query, &RowKey::Total, cell);
    let money =
        |amount: Option<Dong>, cell| Value::Money(Money::text(lang, amount).opens(url(cell)));
    let count = kc_domain::kernel::money::group_thousands(cells.projects);
    let mut facts = vec![
        Fact::link(lang.t("Đề án", "Projects"), count, url(Cell::Projects)),
        Fact::new(
            lang.t("Tổng kinh phí", "All money"),
            money(cells.total, Cell::Total),
        ),
        Fact::new(
            lang.t("Ngân sách nhà nước", "State budget"),
            money(cells.budget, Cell::Budget),
        ),
        Fact::new(
            lang.t("Đối ứng", "Counterpart"),
            money(cells.counterpart, Cell::Counterpart),
        ),
        Fact::text(lang.t("Tính đến ngày", "As of"), show_date(opened.as_of())),
        Fact::text(
            lang.t("Theo những gì đã ghi đến", "As known at"),
            opened.known_at().show(),
        ),
    ];
    if let Some(gap) = opened.paragraphs().gap {
        let gap = gap
            .split_once(": ")
            .map_or(gap.clone(), |(_, rest)| rest.to_owned());
        facts.push(Fact::text(
            lang.t("Chênh lệch so với số đã công bố", "Published less counted"),
            gap,
        ));
    }
    Facts { lang, facts }
}

fn files(lang: Lang, query: &Query) -> Vec<Offer> {
    let file = |format: Format, recipient: &str| {
        query
            .with("format", format.ending())
            .with("recipient", recipient)
            .behind("/reports/programme/file")
    };
    let names = [
        (lang.t("Tải Excel", "Excel"), Format::Xlsx, ""),
        (
            lang.t("PDF gửi UBND", "PDF for the committee"),
            Format::Pdf,
            "ubnd",
        ),
        (
            lang.t("PDF gửi Bộ Công Thương", "PDF for the ministry"),
            Format::Pdf,
            "bct",
        ),
        (lang.t("Lời văn (md)", "Text (md)"), Format::Markdown, ""),
        ("JSON", Format::Json, ""),
    ];
    names
        .into_iter()
        .map(|(name, format, recipient)| Offer::open(name, file(format, recipient)))
        .collect()
}

/// `GET /reports/programme/file`
pub fn file(visit: &Visit<'_>) -> Answer {
    let ask = address::ask(&visit.arrival.query)?;
    let format = Format::from_ending(visit.query("format")).ok_or(Failure::NotFound)?;
    let recipient = Recipient::parse(visit.query("recipient"));
    let made = write(&visit.cx(), &ask, format, recipient.as_ref())?;
    Ok(Reply::File {
        name: made.name,
        content_type: format.media_type(),
        bytes: made.bytes,
    })
}

/// The day and the moment, to be changed.
#[derive(Debug, Template)]
#[template(path = "report/moment.html")]
struct MomentForm {
    lang: Lang,
    action: &'static str,
    keep: Vec<(String, String)>,
    fields: Vec<Field>,
}

impl MomentForm {
    fn of(lang: Lang, opened: &Opened, query: &Query) -> Self {
        let keep = query.with("as_of", "").with("known_at", "");
        let day = Field::date(lang, "as_of", lang.t("Tính đến ngày", "As of"));
        let moment = Field::text(
            lang,
            "known_at",
            lang.t("Theo những gì đã ghi đến", "As known at"),
        );
        Self {
            lang,
            action: PATH,
            keep: keep.0,
            fields: vec![
                day.value(show_date(opened.as_of())).optional(),
                moment.value(opened.known_at().to_string()).optional(),
            ],
        }
    }
}
