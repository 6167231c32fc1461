//! The rounds of a project, as its page shows them, and the button that makes the schedule.

use super::list::{columns, outcomes};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Empty, Head, Offer, PostButton};
use crate::kernel::page::{Cell, Part, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::followup::{self, Listed};
use kc_app::kernel::Done;
use kc_domain::followup::{overdue, state, years};
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::project::Project;

/// The side “Sau hỗ trợ” of a project's page.
pub fn project_parts(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let rounds = followup::of_project(&cx, project.id)?;
    let may_record = cx.may_on(Action::RecordFollowup, &kc_app::project::subject(project));
    if rounds.is_empty() {
        return Ok(nothing(visit, project, may_record));
    }
    let mut parts = vec![Part::Table(table(visit, &rounds, may_record))];
    parts.push(Part::Text(basis(lang)));
    Ok(parts)
}

fn basis(lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Hỏi mỗi năm một lần, trong {} năm sau nghiệm thu. Số năm và câu hỏi chưa kiểm chứng với văn bản.",
            years()
        ),
        Lang::En => format!(
            "Asked once a year for {} years after the acceptance. Years and questions are unverified.",
            years()
        ),
    }
}

fn nothing(visit: &Visit<'_>, project: &Project, may_record: bool) -> Vec<Part> {
    let lang = visit.lang();
    let mut parts = Vec::new();
    if may_record && project.accepted_on.is_some() {
        let label = lang.t("Lập lịch theo dõi", "Make the schedule");
        let url = format!("{}/followups", crate::project::url(project.id));
        let button = PostButton::new(url, visit.csrf(), label);
        parts.push(Part::Offers(vec![Offer::post(button)]));
    }
    parts.push(Part::Empty(Empty {
        title: lang
            .t("Chưa có lịch theo dõi sau hỗ trợ", "No follow-up yet")
            .to_owned(),
        text: lang
            .t(
                "Lịch được lập khi đề án nghiệm thu đạt; mỗi năm cơ sở trả lời một lần.",
                "The schedule is made when the work passes its acceptance; each year is answered once.",
            )
            .to_owned(),
        action: None,
    }));
    parts
}

fn table(visit: &Visit<'_>, rounds: &[Listed], may_record: bool) -> Table {
    let (lang, today) = (visit.lang(), visit.cx().today());
    let row = |listed: &Listed| {
        let round = &listed.followup;
        let url = if may_record && round.due_on <= today {
            super::answer_url(round.id)
        } else {
            String::new()
        };
        let mut told = state(round, lang);
        if let Some(late) = overdue(round, today) {
            let words = match lang {
                Lang::Vi => format!(", quá hạn {late} ngày"),
                Lang::En => format!(", {late} days overdue"),
            };
            told.push_str(&words);
        }
        let mut cells = vec![Cell::text(round.title(lang)), Cell::text(told)];
        cells.extend(outcomes(lang, listed));
        TableRow::new(url, cells)
    };
    let mut heads = vec![
        crate::kernel::components::Column::text(lang.t("Năm", "Year")),
        crate::kernel::components::Column::text(lang.t("Tình trạng", "State")),
    ];
    heads.extend(columns(lang));
    Table {
        lang,
        caption: lang.t("Theo dõi sau hỗ trợ", "Follow-up").to_owned(),
        head: Head { columns: heads },
        rows: rounds.iter().map(row).collect(),
        note: String::new(),
    }
}

/// `POST /projects/{project}/followups`
pub fn schedule(visit: &Visit<'_>) -> Answer {
    let id = visit.id("project", ProjectId::parse)?;
    followup::schedule::open(&visit.cx(), id)?;
    Reply::see_other(
        format!("{}?tab=after", crate::project::url(id)),
        visit
            .lang()
            .t("Đã lập lịch theo dõi.", "The schedule is made."),
    )
}
