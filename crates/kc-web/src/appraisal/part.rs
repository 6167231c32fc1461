//! What the councils found of a project, on its page.

use super::council::sitting_name;
use super::{ranking_url, sitting_url};
use crate::kernel::components::{Column, Head, Offer};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::appraisal::{InSitting, Mark, of_project};
use kc_app::kernel::Done;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;

/// The part "Thẩm định" of a project; nothing for who may not see it or while there is none.
pub(crate) fn project_part(visit: &Visit<'_>, project: ProjectId) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let found = of_project(&visit.cx(), project)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = vec![Part::Heading(lang.t("Thẩm định", "Appraisal").to_owned())];
    for held in &found {
        parts.push(Part::Text(name(lang, held)));
        parts.push(Part::Table(table(lang, held)));
        let mut offers = vec![Offer::open(
            lang.t("Mở phiên họp", "Open the sitting"),
            sitting_url(held.sight.sitting.id),
        )];
        if let Some((run, said)) = &held.ranked {
            parts.push(Part::Text(said.clone()));
            let label = lang.t("Mở kết quả xếp hạng", "Open the ranking");
            offers.push(Offer::open(label, ranking_url(*run)));
        }
        parts.push(Part::Offers(offers));
    }
    Ok(parts)
}

fn table(lang: Lang, held: &InSitting) -> Table {
    let sight = &held.sight;
    let columns = vec![
        Column::text(lang.t("Thành viên", "Member")),
        Column::number(lang.t("Điểm", "Points"), ""),
        Column::text(lang.t("Ghi chú", "Note")),
    ];
    let members = sight.members.iter().zip(&held.file.marks);
    let mut rows: Vec<_> = members
        .map(|(member, mark)| {
            let (points, note) = cells(lang, mark, sight.is_blind);
            TableRow::new("", vec![Cell::text(&member.member.name), points, note])
        })
        .collect();
    let result = held.file.result.filter(|_| !sight.is_blind);
    rows.push(TableRow::of_kind(
        RowKind::Total,
        vec![
            Cell::text(lang.t("Kết quả", "Result")),
            result.map_or(Cell::Unknown, Cell::number),
            Cell::text(format!(
                "{} {}, {} {}",
                held.file.counted,
                lang.t("phiếu hợp lệ", "scores count"),
                lang.t("ngưỡng", "threshold"),
                sight.sheet.threshold
            )),
        ],
    ));
    Table {
        lang,
        caption: sitting_name(lang, &sight.sitting),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// The council, its sitting and how far its sheet was checked.
fn name(lang: Lang, held: &InSitting) -> String {
    let sight = &held.sight;
    format!(
        "{}, {}, {} ({}).",
        sight.council.name,
        sitting_name(lang, &sight.sitting).to_lowercase(),
        show_date(sight.sitting.held_on),
        sight.sheet.standing.name(lang)
    )
}

fn cells(lang: Lang, mark: &Mark, is_blind: bool) -> (Cell, Cell) {
    match mark {
        Mark::Scored(_) if is_blind => (Cell::Empty, Cell::text(lang.t("đã chấm", "scored"))),
        Mark::Scored(points) => (Cell::number(points), Cell::Empty),
        Mark::Owed => (Cell::Empty, Cell::text(lang.t("chưa chấm", "not yet"))),
        Mark::Recused(ground) => (
            Cell::Empty,
            Cell::text(format!(
                "{}: {}",
                lang.t("hồi tị", "recused"),
                ground.say(lang)
            )),
        ),
        Mark::Late(points, ground) => (
            Cell::number(points),
            Cell::text(format!(
                "{}: {}",
                lang.t("phải hồi tị sau khi khóa biên bản", "recused after closing"),
                ground.say(lang)
            )),
        ),
    }
}
