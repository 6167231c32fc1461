//! What an acceptance holds, as the page of its visit shows it.

use crate::kernel::components::{Column, Fact, Facts, Head, Money, Shape, Tag, Tone, Value};
use crate::kernel::page::{Cell, Part, RowKind, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::acceptance::{self, Sight};
use kc_app::kernel::Done;
use kc_domain::acceptance::{Compared, Difference};
use kc_domain::kernel::id::VisitId;
use kc_domain::kernel::text::Lang;
use kc_domain::project::Equipment;

/// Work, money, and each machine as approved beside the machine as installed.
pub fn parts(visit: &Visit<'_>, id: VisitId) -> Done<Vec<Part>> {
    let lang = visit.lang();
    let Some(sight) = acceptance::see(&visit.cx(), id)? else {
        return Ok(Vec::new());
    };
    let heading = |vi, en| Part::Heading(lang.t(vi, en).to_owned());
    let mut parts = vec![
        heading("Khối lượng và kinh phí", "Work and money"),
        Part::Facts(facts(lang, &sight)),
    ];
    if !sight.machines.is_empty() {
        parts.push(heading(
            "Máy được duyệt và máy lắp đặt",
            "Machines as approved and as installed",
        ));
        parts.push(Part::Text(told(lang, &sight)));
        parts.push(Part::Table(table(lang, &sight.machines)));
    }
    Ok(parts)
}

fn facts(lang: Lang, sight: &Sight) -> Facts {
    let accepted = &sight.acceptance;
    let money = |label: &str, amount| Fact::new(label, Value::Money(Money::full(lang, amount)));
    let facts = vec![
        Fact::text(lang.t("Khối lượng", "Work done"), &accepted.volume),
        money(lang.t("Chi phí nghiệm thu", "Accepted cost"), accepted.cost),
        money(lang.t("Kinh phí hỗ trợ", "Support"), accepted.support),
        money(
            lang.t("Vốn đối ứng có chứng từ", "Counterpart proven"),
            accepted.counterpart,
        ),
    ];
    Facts { lang, facts }
}

/// How many aspects differ, in words.
fn told(lang: Lang, sight: &Sight) -> String {
    let rows = sight.machines.iter().flat_map(|(_, rows)| rows);
    let (mut marked, mut missing) = (0_usize, 0_usize);
    for row in rows {
        match row.difference {
            Difference::NotRecorded => missing = missing.saturating_add(1),
            other if other.is_marked() => marked = marked.saturating_add(1),
            _ => {}
        }
    }
    match (lang, marked) {
        (Lang::Vi, 0) => format!("Không có điểm khác; {missing} mục chưa ghi."),
        (Lang::Vi, _) => format!("{marked} điểm khác so với phê duyệt; {missing} mục chưa ghi."),
        (Lang::En, _) => format!("{marked} differences, {missing} not recorded."),
    }
}

fn table(lang: Lang, machines: &[(Equipment, Vec<Compared>)]) -> Table {
    let columns = vec![
        Column::text(lang.t("Thông tin", "What")),
        Column::text(lang.t("Được duyệt", "Approved")),
        Column::text(lang.t("Lắp đặt", "Installed")),
        Column::text(lang.t("So sánh", "Compared")),
    ];
    let mut rows = Vec::new();
    for (machine, compared) in machines {
        let name = Cell::text(&machine.name);
        let group = vec![name, Cell::Empty, Cell::Empty, Cell::Empty];
        rows.push(TableRow::of_kind(RowKind::Group, group));
        rows.extend(compared.iter().map(|row| one(lang, row)));
    }
    let caption = lang.t("Máy được duyệt và máy lắp đặt", "Machines side by side");
    Table {
        lang,
        caption: caption.to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

fn one(lang: Lang, row: &Compared) -> TableRow {
    let (shape, tone) = match row.difference {
        Difference::None => (Shape::Full, Tone::Good),
        Difference::NotApproved => (Shape::Empty, Tone::Quiet),
        Difference::NotRecorded => (Shape::Cross, Tone::Bad),
        Difference::Other | Difference::Dearer(_) | Difference::Cheaper(_) => {
            (Shape::Triangle, Tone::Care)
        }
    };
    let cells = vec![
        Cell::text(row.aspect.name(lang)),
        Cell::text_or_unknown(row.approved.as_ref()),
        Cell::text_or_unknown(row.installed.as_ref()),
        Cell::Tag(Tag::new(shape, tone, row.difference.say(lang))),
    ];
    TableRow::new("", cells)
}
