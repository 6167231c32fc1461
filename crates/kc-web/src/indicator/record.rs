//! What stands beside the figures: what can be recorded or withdrawn, and the lines of the plan.

use crate::kernel::components::{Column, Head, Offer, PostButton};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use crate::programme::choice::code;
use kc_app::indicator::{self, Overview};
use kc_app::programme::frame;
use kc_domain::indicator::grouped::Grouped;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::programme::frame::{Frame, FrameHead};

fn may_record(visit: &Visit<'_>, head: &FrameHead) -> bool {
    let subject = frame::subject(head);
    visit.cx().may_on(Action::RecordIndicator, &subject)
}

/// The ways to the two forms, for whoever may record.
pub(super) fn offers(visit: &Visit<'_>, head: &FrameHead) -> Option<Part> {
    let lang = visit.lang();
    let about = code(head.frame);
    may_record(visit, head).then(|| {
        Part::Offers(vec![
            Offer::open(
                lang.t("Ghi kết quả", "Record a result"),
                format!("/indicators/results/new?frame={about}"),
            ),
            Offer::open(
                lang.t("Đặt chỉ tiêu", "Set a target"),
                format!("/indicators/targets/new?frame={about}"),
            ),
            Offer::open(
                lang.t("Rút số ghi nhầm", "Withdraw an entry"),
                format!("/indicators?frame={about}&withdraw=yes"),
            ),
        ])
    })
}

/// A button each that withdraws a target or result entered wrongly, once asked for.
pub(super) fn withdrawals(visit: &Visit<'_>, found: &Overview) -> Vec<Part> {
    if visit.query("withdraw") != "yes" || !may_record(visit, &found.head) {
        return Vec::new();
    }
    let lang = visit.lang();
    let button = |kind: &str, id: String, name: &str, printed: &str| {
        let label = format!("{} {name}: {printed}", lang.t("Rút", "Withdraw"));
        let question = lang.t(
            "Rút số này? Lịch sử vẫn giữ.",
            "Withdraw this? The history keeps it.",
        );
        let url = format!("/indicators/{kind}/{id}/withdrawal");
        let button = PostButton::new(url, visit.csrf(), label);
        Offer::post(button.dangerous().confirm(question))
    };
    let targets = found.standings.iter().map(|standing| {
        let held = &standing.target;
        button(
            "targets",
            held.id.to_string(),
            &held.indicator,
            &held.printed,
        )
    });
    let unknown = lang.t("chưa có số liệu", "no figure");
    let results = found.results.iter().map(|held| {
        let printed = held.printed.as_deref().unwrap_or(unknown);
        button("results", held.id.to_string(), &held.indicator, printed)
    });
    let offers: Vec<_> = targets.chain(results).collect();
    if offers.is_empty() {
        return Vec::new();
    }
    let heading = lang.t("Rút số ghi nhầm", "Withdraw what was entered wrongly");
    vec![Part::Heading(heading.to_owned()), Part::Offers(offers)]
}

/// The lines of a plan by group of content; nothing for programmes and empty plans.
pub(super) fn plan_lines(visit: &Visit<'_>, head: &FrameHead) -> Vec<Part> {
    let Frame::Plan(plan) = head.frame else {
        return Vec::new();
    };
    match indicator::plan_lines(&visit.cx(), plan) {
        Ok(grouped) if grouped.total() > 0 => groups(visit.lang(), &grouped),
        _ => Vec::new(),
    }
}

fn groups(lang: Lang, grouped: &Grouped) -> Vec<Part> {
    let heading = lang.t("Nội dung theo nhóm", "Lines by group");
    let none = lang.t("chưa có nội dung nào", "no lines yet");
    let row = |group: &kc_domain::indicator::grouped::Group| {
        let titles = group.titles.join("; ");
        let cells = vec![
            Cell::text(&group.label),
            Cell::number(group.titles.len()),
            Cell::text(if titles.is_empty() { none } else { &titles }),
        ];
        TableRow::new("", cells)
    };
    let mut rows: Vec<_> = grouped.groups.iter().map(row).collect();
    let total = vec![
        Cell::text(lang.t("Tổng cộng", "Total")),
        Cell::number(grouped.total()),
        Cell::Empty,
    ];
    rows.push(TableRow::of_kind(RowKind::Total, total));
    let columns = vec![
        Column::text(lang.t("Nhóm nội dung", "Group")),
        Column::number(lang.t("Số nội dung", "Lines"), ""),
        Column::text(lang.t("Gồm", "Which")),
    ];
    let note = grouped.open_note();
    let note = note.map_or_else(String::new, |note| format!("{}.", note.say(lang)));
    vec![
        Part::Heading(heading.to_owned()),
        Part::Table(Table {
            lang,
            caption: heading.to_owned(),
            head: Head { columns },
            rows,
            note,
        }),
    ]
}
