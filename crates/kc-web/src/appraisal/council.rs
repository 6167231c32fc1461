//! The page of a council: its sheet and rule, its members, sittings and kept rankings.

use super::{crumbs, ranking_url, run, sitting_url, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Column, Empty, Fact, Facts, Head, Offer, Shape, Tab, Tabs, Tag, Tone,
};
use crate::kernel::frame::shell;
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::appraisal::{self, declare, rank, sheet};
use kc_app::kernel::{Cx, Done};
use kc_app::plan;
use kc_domain::appraisal::{Council, Member, Sheet, Sitting};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::CouncilId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /appraisals/{council}`, with `?tab=history`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let council = appraisal::show(&cx, visit.id("council", CouncilId::parse)?)?;
    let mut shell = shell(visit, &council.name);
    shell.crumbs = crumbs(lang, &council);
    shell.crumbs.pop();
    shell.illustrative = council.illustrative;
    let parts = match visit.query("tab") {
        "history" if appraisal::may_see_history(&cx, &council) => {
            vec![crate::audit::history_part(visit, council.id)?]
        }
        _ => overview(&cx, &council)?,
    };
    Reply::page(&RecordPage {
        shell,
        tabs: appraisal::may_see_history(&cx, &council).then(|| tabs(visit, &council)),
        parts,
    })
}

fn tabs(visit: &Visit<'_>, council: &Council) -> Tabs {
    let (lang, shown, base) = (visit.lang(), visit.query("tab"), url(council.id));
    let tab = |code: &str, label: &str, url: String| Tab {
        label: label.to_owned(),
        url,
        current: shown == code,
        count: None,
    };
    Tabs {
        label: council.name.clone(),
        tabs: vec![
            tab("", lang.t("Tổng quan", "Overview"), base.clone()),
            tab(
                "history",
                lang.t("Lịch sử", "History"),
                format!("{base}?tab=history"),
            ),
        ],
    }
}

fn overview(cx: &Cx<'_>, council: &Council) -> Done<Vec<Part>> {
    let lang = cx.lang();
    let members = appraisal::members(cx, council.id)?;
    let sheet = sheet::get(&council.sheet)?;
    let mut parts = vec![Part::Facts(facts(cx, council, &sheet))];
    parts.push(Part::Offers(offers(cx, council, &members)));
    parts.push(heading(lang, "Thành viên", "Members"));
    parts.push(members_part(cx, council, &members)?);
    parts.push(heading(lang, "Phiên họp", "Sittings"));
    parts.push(sittings_part(cx, council)?);
    parts.push(heading(lang, "Kết quả xếp hạng đã ghi", "Kept rankings"));
    parts.push(runs_part(cx, council)?);
    parts.push(heading(lang, "Phiếu chấm điểm", "Scoring sheet"));
    parts.push(Part::Table(sheet_table(lang, &sheet)));
    parts.retain(|part| !matches!(part, Part::Offers(offers) if offers.is_empty()));
    Ok(parts)
}

fn heading(lang: Lang, vi: &str, en: &str) -> Part {
    Part::Heading(lang.t(vi, en).to_owned())
}

fn facts(cx: &Cx<'_>, council: &Council, sheet: &Sheet) -> Facts {
    let lang = cx.lang();
    let rule = sheet.rule;
    let chair = if rule.chair_must_sit {
        lang.t(", có chủ tịch", ", with the chair")
    } else {
        ""
    };
    let quorum = format!(
        "{} {}/{} {}{chair}",
        lang.t("ít nhất", "at least"),
        rule.present_numerator,
        rule.present_denominator,
        lang.t("số thành viên", "of the members")
    );
    let plan = match plan::show(cx, council.plan) {
        Ok(plan) => Fact::link(
            lang.t("Kế hoạch", "Plan"),
            plan.name,
            crate::plan::url(plan.id),
        ),
        Err(_) => Fact::text(lang.t("Năm", "Year"), council.year.to_string()),
    };
    let decision = council.decision.as_deref().unwrap_or_default();
    let threshold = lang.t("Ngưỡng điểm", "Threshold");
    let facts = vec![
        plan,
        Fact::text(lang.t("Đợt", "Round"), &council.round),
        Fact::text(lang.t("Quyết định thành lập", "Decision"), decision),
        Fact::text(lang.t("Phiếu chấm điểm", "Sheet"), &sheet.name).note(sheet.standing.name(lang)),
        Fact::text(
            threshold,
            format!("{} / {}", sheet.threshold, sheet.points_max()),
        ),
        Fact::text(lang.t("Họp khi có mặt", "Sits with"), quorum),
        Fact::text(lang.t("Kết quả đề án", "Result"), rule.method.name(lang)).note(format!(
            "{} {}",
            lang.t("số phiếu ít nhất:", "scores at least:"),
            rule.scores_min
        )),
    ];
    Facts { lang, facts }
}

fn offers(cx: &Cx<'_>, council: &Council, members: &[Member]) -> Vec<Offer> {
    let (lang, base) = (cx.lang(), url(council.id));
    let mut offers = Vec::new();
    if cx.may_on(Action::RecordAppraisal, &appraisal::subject(council)) {
        let open = |vi, en, tail: &str| Offer::open(lang.t(vi, en), format!("{base}/{tail}"));
        offers.push(open("Mời thành viên", "Call a member", "members/new"));
        offers.push(open("Mở phiên họp", "Open a sitting", "sittings/new"));
        offers.push(open("Xếp hạng", "Rank", "ranking"));
    }
    if members.iter().any(|held| Some(held.person) == cx.user()) {
        let label = lang.t("Kê khai lợi ích của tôi", "My declaration of interests");
        offers.push(Offer::open(label, format!("{base}/declaration")));
    }
    offers
}

fn members_part(cx: &Cx<'_>, council: &Council, members: &[Member]) -> Done<Part> {
    let lang = cx.lang();
    if members.is_empty() {
        return Ok(Part::Empty(Empty {
            title: lang.t("Chưa có thành viên", "No members yet").to_owned(),
            text: lang
                .t(
                    "Mời chủ tịch, các ủy viên và thư ký; mỗi người kê khai lợi ích liên quan hằng năm.",
                    "Call a chair, members and a secretary; each declares interests every year.",
                )
                .to_owned(),
            action: None,
        }));
    }
    let runs_it = cx.may_on(Action::RecordAppraisal, &appraisal::subject(council));
    let known = declare::list_declared(cx, council)?;
    let row = |member: &Member| {
        let may_see = runs_it || Some(member.person) == cx.user();
        let declared = if may_see {
            let declared = known.get(&member.person);
            Cell::Tag(declared_tag(lang, declared.map(|held| held.at.day())))
        } else {
            Cell::Empty
        };
        let cells = vec![
            Cell::text(&member.name),
            Cell::text(member.post.name(lang)),
            Cell::text_or_unknown(member.organisation_name.as_deref()),
            declared,
        ];
        let declaration = format!("{}/declaration?person={}", url(council.id), member.person);
        TableRow::new(if may_see { declaration } else { String::new() }, cells)
    };
    let columns = vec![
        Column::text(lang.t("Họ tên", "Name")),
        Column::text(lang.t("Chức danh", "Post")),
        Column::text(lang.t("Đơn vị", "Organisation")),
        Column::text(format!(
            "{} {}",
            lang.t("Kê khai lợi ích năm", "Declaration for"),
            council.year
        )),
    ];
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Thành viên hội đồng", "Members").to_owned(),
        head: Head { columns },
        rows: members.iter().map(row).collect(),
        note: String::new(),
    }))
}

fn declared_tag(lang: Lang, day: Option<chrono::NaiveDate>) -> Tag {
    match day {
        Some(day) => {
            let label = format!("{} {}", lang.t("đã kê khai", "declared"), show_date(day));
            Tag::new(Shape::Full, Tone::Good, label)
        }
        None => Tag::new(
            Shape::Triangle,
            Tone::Care,
            lang.t("chưa kê khai", "not declared"),
        ),
    }
}

fn sittings_part(cx: &Cx<'_>, council: &Council) -> Done<Part> {
    let lang = cx.lang();
    let sittings = appraisal::sittings(cx, council.id)?;
    if sittings.is_empty() {
        return Ok(Part::Empty(Empty {
            title: lang.t("Chưa có phiên họp", "No sittings yet").to_owned(),
            text: lang
                .t(
                    "Mở phiên họp, đưa đề án vào phiên; thành viên chấm điểm, thư ký khóa biên bản.",
                    "Open a sitting and list files; members score, the secretary closes the minutes.",
                )
                .to_owned(),
            action: None,
        }));
    }
    let row = |sitting: &Sitting| {
        let cells = vec![
            Cell::text(sitting_name(lang, sitting)),
            Cell::text(show_date(sitting.held_on)),
            Cell::Tag(sitting_tag(lang, sitting)),
            Cell::text(sitting.reason.clone().unwrap_or_default()),
        ];
        TableRow::new(sitting_url(sitting.id), cells)
    };
    let columns = vec![
        Column::text(lang.t("Phiên", "Sitting")),
        Column::text(lang.t("Ngày họp", "Held on")),
        Column::text(lang.t("Biên bản", "Minutes")),
        Column::text(lang.t("Lý do đính chính", "Reason of the correction")),
    ];
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Các phiên họp", "Sittings").to_owned(),
        head: Head { columns },
        rows: sittings.iter().map(row).collect(),
        note: String::new(),
    }))
}

/// "Phiên 1", or "Phiên 1, bản đính chính 2".
pub(super) fn sitting_name(lang: Lang, sitting: &Sitting) -> String {
    let name = format!("{} {}", lang.t("Phiên", "Sitting"), sitting.number);
    match sitting.version {
        1 => name,
        version => format!("{name}, {} {version}", lang.t("bản đính chính", "version")),
    }
}

/// Whether the minutes are open or closed.
pub(super) fn sitting_tag(lang: Lang, sitting: &Sitting) -> Tag {
    match sitting.closed_at {
        Some(at) => Tag::new(
            Shape::Seal,
            Tone::State,
            format!("{} {}", lang.t("đã khóa", "closed"), show_date(at.day())),
        ),
        None => Tag::new(Shape::Half, Tone::Work, lang.t("đang mở", "open")),
    }
}

fn runs_part(cx: &Cx<'_>, council: &Council) -> Done<Part> {
    let lang = cx.lang();
    let runs = rank::runs(cx, council.id)?;
    if runs.is_empty() {
        let text = lang.t(
            "Chưa ghi kết quả xếp hạng nào. Xếp thử bao nhiêu lần cũng được trước khi ghi.",
            "No ranking is kept yet. It can be tried out any number of times first.",
        );
        return Ok(Part::Text(text.to_owned()));
    }
    let newest = runs.first().map(|run| (run.id, run.recorded_at.show()));
    let row = |run: &rank::KeptRanking| {
        let replaced = newest.as_ref().filter(|(id, _)| *id != run.id);
        let cells = vec![
            Cell::text(run.recorded_at.show()),
            Cell::Tag(run::validity(lang, replaced.map(|(_, at)| at.as_str()))),
            Cell::text(run.recorded_by.clone().unwrap_or_default()),
            Cell::text(run.note.clone().unwrap_or_default()),
        ];
        TableRow::new(ranking_url(run.id), cells)
    };
    let columns = vec![
        Column::text(lang.t("Ghi lúc", "Kept at")),
        Column::text(lang.t("Giá trị", "Standing")),
        Column::text(lang.t("Người ghi", "By")),
        Column::text(lang.t("Ghi chú", "Note")),
    ];
    Ok(Part::Table(Table {
        lang,
        caption: lang.t("Kết quả xếp hạng", "Rankings").to_owned(),
        head: Head { columns },
        rows: runs.iter().map(row).collect(),
        note: String::new(),
    }))
}

fn sheet_table(lang: Lang, sheet: &Sheet) -> Table {
    let row = |criterion: &kc_domain::appraisal::Criterion| {
        let cells = vec![
            Cell::text(&criterion.name),
            Cell::number(criterion.points_max),
        ];
        TableRow::new("", cells)
    };
    let columns = vec![
        Column::text(lang.t("Tiêu chí", "Criterion")),
        Column::number(lang.t("Điểm tối đa", "Most points"), ""),
    ];
    Table {
        lang,
        caption: sheet.name.clone(),
        head: Head { columns },
        rows: sheet.criteria.iter().map(row).collect(),
        note: format!(
            "{}: {} ({}).",
            lang.t("Căn cứ", "Source"),
            sheet.citation,
            sheet.standing.name(lang)
        ),
    }
}
