//! Files against members: raw scores, who stays away, and the result beside them.

use super::{file_url, score_url};
use crate::kernel::components::{Column, Head, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Table, TableRow};
use kc_app::appraisal::{Mark, Sight, SightOfFile};
use kc_domain::appraisal::Score;
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::text::Lang;

/// Files by members, with the result of each file.
pub(super) fn matrix(lang: Lang, sight: &Sight, opens: bool) -> Table {
    let mut columns = vec![
        Column::text(lang.t("Mã", "Code")),
        Column::text(lang.t("Đề án", "File")),
    ];
    let names = sight.members.iter().map(|held| held.member.name.as_str());
    columns.extend(names.map(|name| Column::number(name, "")));
    columns.push(Column::number(lang.t("Phiếu hợp lệ", "Counted"), ""));
    columns.push(Column::number(lang.t("Kết quả", "Result"), ""));
    columns.push(Column::text(lang.t("Đánh giá", "Verdict")));
    let row = |file: &SightOfFile| {
        let mut cells = vec![Cell::text(&file.facts.code), Cell::text(&file.facts.title)];
        cells.extend(file.marks.iter().map(|mark| cell(lang, sight, mark)));
        cells.push(Cell::number(file.counted));
        cells.push(match file.result {
            Some(points) if !sight.is_blind => Cell::number(points),
            _ => Cell::Unknown,
        });
        cells.push(verdict(lang, sight, file));
        let url = if opens {
            file_url(sight.sitting.id, file.facts.project)
        } else {
            crate::project::url(file.facts.project)
        };
        TableRow::new(url, cells)
    };
    Table {
        lang,
        caption: lang
            .t("Điểm của từng thành viên", "Scores by member")
            .to_owned(),
        head: Head { columns },
        rows: sight.files.iter().map(row).collect(),
        note: note(lang, sight),
    }
}

/// "DA-2026-00003 – Hỗ trợ máy đúc".
pub(super) fn file_name(file: &SightOfFile) -> String {
    format!("{} – {}", file.facts.code, file.facts.title)
}

fn cell(lang: Lang, sight: &Sight, mark: &Mark) -> Cell {
    match mark {
        Mark::Scored(_) if sight.is_blind => Cell::Tag(Tag::new(
            Shape::Full,
            Tone::Quiet,
            lang.t("đã chấm", "scored"),
        )),
        Mark::Scored(points) => Cell::number(points),
        Mark::Owed => Cell::Tag(Tag::new(
            Shape::Empty,
            Tone::Quiet,
            lang.t("chưa chấm", "not yet"),
        )),
        Mark::Recused(_) => Cell::Tag(Tag::new(
            Shape::Cross,
            Tone::Care,
            lang.t("hồi tị", "recused"),
        )),
        Mark::Late(points, _) => Cell::Tag(Tag::new(
            Shape::Triangle,
            Tone::Bad,
            format!("{points} – {}", lang.t("phải hồi tị", "must be recused")),
        )),
    }
}

fn verdict(lang: Lang, sight: &Sight, file: &SightOfFile) -> Cell {
    match file.result {
        _ if sight.is_blind => Cell::Empty,
        None => Cell::Empty,
        Some(points) if points >= sight.sheet.threshold => Cell::Tag(Tag::new(
            Shape::Full,
            Tone::Good,
            lang.t("đạt ngưỡng", "passes"),
        )),
        Some(_) => Cell::Tag(Tag::new(
            Shape::Cross,
            Tone::Bad,
            lang.t("dưới ngưỡng", "below"),
        )),
    }
}

fn note(lang: Lang, sight: &Sight) -> String {
    let rule = sight.sheet.rule;
    if sight.is_blind {
        return lang
            .t(
                "Điểm của người khác hiện ra khi biên bản đã khóa.",
                "What others gave is shown once the minutes are closed.",
            )
            .to_owned();
    }
    match lang {
        Lang::Vi => format!(
            "Điểm từng thành viên giữ nguyên như đã chấm. Kết quả: {}; cần ít nhất {} phiếu hợp lệ; ngưỡng {} điểm.",
            rule.method.name(lang),
            rule.scores_min,
            sight.sheet.threshold
        ),
        Lang::En => format!(
            "Scores stay as they were given. Result: {}; at least {} scores count; threshold {}.",
            rule.method.name(lang),
            rule.scores_min,
            sight.sheet.threshold
        ),
    }
}

/// The own sheets of a member; nothing for others.
pub(super) fn own(lang: Lang, sight: &Sight, person: Option<UserId>) -> Option<Table> {
    let person = person?;
    sight
        .members
        .iter()
        .find(|held| held.member.person == person)?;
    let columns = vec![
        Column::text(lang.t("Đề án", "File")),
        Column::text(lang.t("Phiếu của tôi", "My score")),
    ];
    let row = |file: &SightOfFile| {
        let mark = sight.mark_of(file, person)?;
        let shown = match &mark {
            Mark::Scored(points) | Mark::Late(points, _) => {
                Cell::text(format!("{points} {}", lang.t("điểm", "points")))
            }
            other => cell(lang, sight, other),
        };
        let url = score_url(sight.sitting.id, file.facts.project);
        Some(TableRow::new(url, vec![Cell::text(file_name(file)), shown]))
    };
    Some(Table {
        lang,
        caption: lang.t("Phiếu của tôi", "My scores").to_owned(),
        head: Head { columns },
        rows: sight.files.iter().filter_map(row).collect(),
        note: String::new(),
    })
}

/// Who stays away from what, and why; nothing where nobody does.
pub(super) fn recusals(lang: Lang, sight: &Sight) -> Option<Table> {
    let mut rows = Vec::new();
    for file in &sight.files {
        for (held, mark) in sight.members.iter().zip(&file.marks) {
            if let Mark::Recused(ground) | Mark::Late(_, ground) = mark {
                let cells = vec![
                    Cell::text(file_name(file)),
                    Cell::text(&held.member.name),
                    Cell::text(ground.say(lang)),
                ];
                rows.push(TableRow::new("", cells));
            }
        }
    }
    let columns = vec![
        Column::text(lang.t("Đề án", "File")),
        Column::text(lang.t("Thành viên", "Member")),
        Column::text(lang.t("Lý do", "Reason")),
    ];
    (!rows.is_empty()).then(|| Table {
        lang,
        caption: lang.t("Hồi tị", "Recusals").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    })
}

/// Scores that count no more, kept to be read; nothing where there are none.
pub(super) fn struck(lang: Lang, sight: &Sight) -> Option<Table> {
    let row = |score: &Score| {
        let struck = score.struck.as_ref()?;
        let file = sight
            .files
            .iter()
            .find(|f| f.facts.project == score.project)?;
        let mut members = sight.members.iter();
        let held = members.find(|held| held.member.person == score.person)?;
        let cells = vec![
            Cell::text(file_name(file)),
            Cell::text(&held.member.name),
            Cell::number(score.total),
            Cell::text(struck.why.name(lang)),
            Cell::text(struck.at.show()),
        ];
        Some(TableRow::new("", cells))
    };
    let columns = vec![
        Column::text(lang.t("Đề án", "File")),
        Column::text(lang.t("Thành viên", "Member")),
        Column::number(lang.t("Điểm", "Points"), ""),
        Column::text(lang.t("Lý do gạch", "Struck for")),
        Column::text(lang.t("Lúc", "At")),
    ];
    let rows: Vec<_> = sight.struck.iter().filter_map(row).collect();
    (!rows.is_empty() && !sight.is_blind).then(|| Table {
        lang,
        caption: lang.t("Phiếu đã gạch", "Struck scores").to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    })
}
