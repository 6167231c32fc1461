//! The page of one statement: verdicts, figures as printed, history, withdrawal.

use super::{url, verdicts};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    ErrorSummary, Fact, Facts, Field, PostButton, Problem, Tab, Tabs, Tag, attach,
};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::problems;
use crate::kernel::page::{Part, RecordPage, SmallForm};
use crate::kernel::shell::{Action as MainAction, Notice, NoticeKind, Shell};
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, Failure};
use kc_app::programme::frame;
use kc_app::statement::{self, Checked};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::StatementId;
use kc_domain::kernel::period::Period;
use kc_domain::policy::Action;
use kc_domain::statement::Kept;

/// `GET /statements/{statement}`, with `?tab=figures` or `?tab=history`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let id = visit.id("statement", StatementId::parse)?;
    let (kept, checked) = statement::show(&visit.cx(), id)?;
    let lang = visit.lang();
    let mut parts = Vec::new();
    match visit.query("tab") {
        "figures" => parts.push(verdicts::figures(lang, &checked.statement)),
        "history" => parts.push(crate::audit::history_part(visit, id)?),
        _ => {
            parts.push(Part::Facts(facts(visit, &kept, &checked)?));
            parts.extend(verdicts::parts(lang, &checked));
            parts.extend(withdrawal(visit, &kept, None));
        }
    }
    Reply::page(&page(visit, &kept, &checked, parts))
}

fn page(visit: &Visit<'_>, kept: &Kept, checked: &Checked, parts: Vec<Part>) -> RecordPage {
    RecordPage {
        shell: frame_of(visit, kept, checked),
        tabs: Some(tabs(visit, kept, checked)),
        parts,
    }
}

fn may_change(visit: &Visit<'_>, kept: &Kept) -> bool {
    let may = visit
        .cx()
        .may_on(Action::RecordStatement, &statement::subject(kept));
    may && kept.withdrawn_at.is_none()
}

fn frame_of(visit: &Visit<'_>, kept: &Kept, checked: &Checked) -> Shell {
    let lang = visit.lang();
    let mut shell = shell(visit, &kept.title);
    shell.crumbs = vec![crumb(lang.t("Đối chiếu", "Statements"), "/statements")];
    shell.illustrative = kept.illustrative;
    shell.tag = Some(match kept.withdrawn_at {
        Some(_) => Tag::plain(lang.t("đã rút", "withdrawn")),
        None => verdicts::state(lang, checked),
    });
    if may_change(visit, kept) {
        shell.action = Some(MainAction {
            label: lang.t("Sửa", "Edit").to_owned(),
            url: format!("{}/edit", url(kept.id)),
            official: false,
            posts: false,
        });
    }
    let warning = checked.statement.date_warning().map(|warning| Notice {
        kind: NoticeKind::Warning,
        text: format!(
            "{}: {}.",
            lang.t("Cảnh báo", "Warning"),
            warning.text().say(lang)
        ),
    });
    shell.notice = shell.notice.or(warning);
    shell
}

fn tabs(visit: &Visit<'_>, kept: &Kept, checked: &Checked) -> Tabs {
    let lang = visit.lang();
    let tab = |code: &str, label: &str, count| Tab {
        label: label.to_owned(),
        url: if code.is_empty() {
            url(kept.id)
        } else {
            format!("{}?tab={code}", url(kept.id))
        },
        current: visit.query("tab") == code,
        count,
    };
    let figures = Some(checked.statement.figures.len());
    Tabs {
        label: kept.title.clone(),
        tabs: vec![
            tab(
                "",
                lang.t("Đối chiếu", "Verdicts"),
                Some(checked.findings.len()),
            ),
            tab(
                "figures",
                lang.t("Số liệu như đã in", "Figures as printed"),
                figures,
            ),
            tab("history", lang.t("Lịch sử", "History"), None),
        ],
    }
}

fn facts(visit: &Visit<'_>, kept: &Kept, checked: &Checked) -> Done<Facts> {
    let lang = visit.lang();
    let read = &checked.statement;
    let period =
        |period: Period| format!("{} – {}", show_date(period.from()), show_date(period.to()));
    let text = |value: Option<String>| value.unwrap_or_default();
    let mut facts = vec![
        Fact::text(lang.t("Địa phương", "Place"), text(read.place.clone())),
        Fact::text(
            lang.t("Ngày công bố", "Published on"),
            text(read.published.map(show_date)),
        ),
        Fact::text(
            lang.t("Kỳ số liệu", "Period"),
            text(read.period.map(period)),
        ),
        Fact::text(lang.t("Nguồn", "Source"), text(read.source.clone())),
    ];
    if let Some(linked) = kept.frame {
        let label = match linked.word() {
            "plan" => lang.t("Kế hoạch", "Plan"),
            _ => lang.t("Chương trình", "Programme"),
        };
        match frame::show(&visit.cx(), linked) {
            Ok(head) => facts.push(Fact::link(
                label,
                head.name,
                format!("/{}s/{linked}", linked.word()),
            )),
            Err(Failure::NotFound | Failure::Denied(_)) => {}
            Err(failure) => return Err(failure),
        }
    }
    Ok(Facts { lang, facts })
}

/// The small form that withdraws the statement, for whoever may.
fn withdrawal(visit: &Visit<'_>, kept: &Kept, failure: Option<&Failure>) -> Vec<Part> {
    let lang = visit.lang();
    let found = failure.map_or_else(Vec::new, |failure| problems(failure, lang));
    let label = lang.t("Rút số liệu", "Withdraw");
    let mut parts = Vec::new();
    if !found.is_empty() {
        parts.push(Part::Errors(ErrorSummary {
            lang,
            problems: found.clone(),
        }));
    }
    if may_change(visit, kept) {
        parts.insert(0, Part::Heading(label.to_owned()));
        parts.push(withdrawal_form(visit, kept, &found));
    }
    parts
}

fn withdrawal_form(visit: &Visit<'_>, kept: &Kept, found: &[Problem]) -> Part {
    let lang = visit.lang();
    let label = lang.t("Rút số liệu", "Withdraw");
    let mut fields = vec![
        Field::text(lang, "reason", lang.t("Lý do rút", "Reason"))
            .hint(lang.t(
                "Số liệu không mất: địa chỉ và lịch sử vẫn mở được.",
                "Nothing is lost: its address and history stay.",
            ))
            .value(visit.form("reason")),
    ];
    attach(&mut fields, found);
    let button = PostButton::new(format!("{}/withdrawal", url(kept.id)), visit.csrf(), label)
        .dangerous()
        .with("version", kept.version.to_string());
    Part::Form(SmallForm {
        fields,
        button,
        with_files: false,
    })
}

/// `POST /statements/{statement}/withdrawal`
pub(super) fn withdraw(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let id = visit.id("statement", StatementId::parse)?;
    let version = visit.form("version").parse().unwrap_or(0);
    match statement::withdraw::withdraw(&cx, id, version, visit.form("reason")) {
        Ok(()) => Reply::see_other(
            "/statements",
            visit.lang().t("Đã rút số liệu.", "Withdrawn."),
        ),
        Err(failure) if problems(&failure, visit.lang()).is_empty() => Err(failure),
        Err(failure) => {
            let (kept, checked) = statement::show(&cx, id)?;
            let parts = withdrawal(visit, &kept, Some(&failure));
            Reply::corrections(&page(visit, &kept, &checked, parts))
        }
    }
}
