//! Progress by month: the table of months, and the form of one report.

use super::side;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Column, Field, Head, Kind, Offer, Shape, Tag, Tone};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, FormPage, Table, TableRow};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::contract::progress::{Month, NewProgress, months, report};
use kc_app::contract::progress_paper;
use kc_app::kernel::{Done, PaperFormat};
use kc_app::project;
use kc_domain::kernel::date::{parse_date, show_date};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Project;

/// `GET /projects/{project}/progress/new`, with `?month=` where the way came from there
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = find(visit)?;
    let months = months(&cx, found.id)?;
    let missing = months.iter().rev().find(|month| month.report.is_none());
    let asked = match visit.query("month") {
        "" => missing
            .map(|month| month.month.to_string())
            .unwrap_or_default(),
        month => month.to_owned(),
    };
    let mut typed = Query::default().with("month", &asked);
    let held = months.iter().find(|month| month.month.to_string() == asked);
    if let Some(report) = held.and_then(|month| month.report.as_ref()) {
        typed = typed
            .with("percent", &report.percent.to_string())
            .with("done", &report.done)
            .with(
                "difficulties",
                report.difficulties.as_deref().unwrap_or_default(),
            );
    }
    form(visit, &found, &months, &typed).show()
}

/// `POST /projects/{project}/progress`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| report(&cx, found.id, &new)) {
        Ok(()) => Reply::see_other(
            side(found.id),
            lang.t("Đã ghi báo cáo tiến độ.", "The report is recorded."),
        ),
        Err(failure) => {
            let months = months(&cx, found.id)?;
            form(visit, &found, &months, typed).come_back(failure)
        }
    }
}

/// `GET /projects/{project}/progress/paper/{format}`
pub(super) fn paper_file(visit: &Visit<'_>) -> Answer {
    let id = visit.id("project", ProjectId::parse)?;
    let format = visit.id("format", PaperFormat::from_ending)?;
    let (name, bytes) = progress_paper::print(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

/// The files of the progress so far.
pub(super) fn papers(lang: Lang, id: ProjectId) -> Vec<Offer> {
    let labels = [
        lang.t("Tải tiến độ Word", "Progress for Word"),
        lang.t("Tải tiến độ PDF", "Progress as PDF"),
    ];
    let ways = labels.into_iter().zip(["docx", "pdf"]);
    ways.map(|(label, ending)| {
        Offer::open(label, format!("/projects/{id}/progress/paper/{ending}"))
    })
    .collect()
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

fn read(form: &Query) -> Done<NewProgress> {
    let mut reader = FormReader::new(form);
    let percent = reader.count_or_none("percent");
    if percent.is_none() && reader.text_or_none("percent").is_none() {
        reader.wrong("percent", "Chưa nhập mục này.", "This is missing.");
    }
    let month = reader.choice("month", parse_date);
    let (done, difficulties) = (reader.text("done"), reader.text_or_none("difficulties"));
    reader.finish_with(|| {
        Some(NewProgress {
            month: month?,
            percent: percent?,
            done,
            difficulties,
        })
    })
}

fn form(visit: &Visit<'_>, found: &Project, months: &[Month], typed: &Query) -> FormPage {
    let lang = visit.lang();
    let choice = |month: &Month| {
        let label = month.month.format("%m/%Y").to_string();
        let note = match &month.report {
            Some(_) => lang.t(" – đã báo cáo, ghi lại để sửa", " – reported, corrects it"),
            None => "",
        };
        Choice::new(month.month.to_string(), format!("{label}{note}"))
    };
    let choices = months.iter().map(choice).collect();
    let long =
        |name: &str, label: &str| Field::new(lang, Kind::Long, name, label).value(typed.get(name));
    let fields = vec![
        Field::new(
            lang,
            Kind::Select(choices),
            "month",
            lang.t("Tháng", "Month"),
        )
        .value(typed.get("month")),
        Field::new(
            lang,
            Kind::Count,
            "percent",
            lang.t("Hoàn thành đến cuối tháng", "Done at the end of the month"),
        )
        .value(typed.get("percent"))
        .unit("%"),
        long("done", lang.t("Công việc đã làm", "What was done")),
        long(
            "difficulties",
            lang.t("Khó khăn, kiến nghị", "Difficulties"),
        )
        .optional(),
    ];
    let mut shell = shell(visit, lang.t("Báo cáo tiến độ", "Report progress"));
    shell.illustrative = found.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, side(found.id)),
    ];
    FormPage::new(shell, format!("/projects/{}/progress", found.id), fields)
        .buttons(lang.t("Ghi báo cáo", "Record"), side(found.id))
}

/// The months of a project, the missing ones among them.
pub(super) fn table(lang: Lang, project: ProjectId, months: &[Month]) -> Table {
    let columns = vec![
        Column::text(lang.t("Tháng", "Month")),
        Column::number(lang.t("Hoàn thành", "Done"), "%"),
        Column::text(lang.t("Công việc đã làm", "What was done")),
        Column::text(lang.t("Khó khăn", "Difficulties")),
        Column::text(lang.t("Báo cáo", "Report")),
    ];
    let row = |month: &Month| {
        let url = format!("/projects/{project}/progress/new?month={}", month.month);
        TableRow::new(url, cells(lang, month))
    };
    Table {
        lang,
        caption: lang.t("Tiến độ theo tháng", "Progress by month").to_owned(),
        head: Head { columns },
        rows: months.iter().map(row).collect(),
        note: lang
            .t(
                "Hạn báo cáo: 5 ngày làm việc sau khi hết tháng (chưa kiểm chứng).",
                "Due five working days after the month (unverified).",
            )
            .to_owned(),
    }
}

fn cells(lang: Lang, month: &Month) -> Vec<Cell> {
    let name = Cell::text(month.month.format("%m/%Y").to_string());
    if let Some(report) = &month.report {
        return vec![
            name,
            Cell::number(report.percent),
            Cell::text(&report.done),
            Cell::text(report.difficulties.as_deref().unwrap_or("–")),
            Cell::text(show_date(report.reported_on)),
        ];
    }
    let due = show_date(month.due_on);
    let tag = if month.is_late {
        let label = format!("{} {due}", lang.t("Quá hạn", "Late since"));
        Tag::new(Shape::Triangle, Tone::Bad, label)
    } else {
        Tag::plain(format!("{} {due}", lang.t("Hạn", "Due")))
    };
    vec![
        name,
        Cell::Empty,
        Cell::Unknown,
        Cell::Empty,
        Cell::Tag(tag),
    ]
}
