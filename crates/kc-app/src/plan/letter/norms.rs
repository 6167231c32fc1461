//! The rules the letter tells of: who may be supported, and the ceilings in force that day.

use super::Grounds;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::paper::{Align, Appendix, Block, Cell, Column, Row, Sheet, Table};
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{About, Case, Key, Norm, Standing};

/// Who may be supported, and where the ceilings stand.
pub(super) fn blocks(grounds: &Grounds) -> Vec<Block> {
    let rules = grounds.book.all_in_force(
        About::Eligibility,
        grounds.on,
        Level::Local,
        &grounds.plan.area,
    );
    let mut points: Vec<_> = rules
        .map(|norm| {
            let says = norm.content.say(Lang::Vi);
            format!("Đối tượng: {} ({}).", bare(&says), cited(norm))
        })
        .collect();
    points.push(
        "Mức hỗ trợ không vượt mức tối đa tại Phụ lục kèm theo. Không đăng ký nội dung đã được hỗ \
         trợ từ ngân sách nhà nước."
            .to_owned(),
    );
    vec![Block::List(points)]
}

/// The ceilings in force that day, national first, then what the province has of its own.
pub(super) fn appendix(grounds: &Grounds) -> Appendix {
    let national = ceilings(grounds, Level::National);
    let local: Vec<_> = ceilings(grounds, Level::Local)
        .into_iter()
        .filter(|(_, norm)| !norm.is_national())
        .collect();
    let heading = if local.is_empty() {
        "Khuyến công quốc gia và địa phương"
    } else {
        "Khuyến công quốc gia; khuyến công địa phương nơi không có mức riêng"
    };
    let own = "Mức riêng của khuyến công địa phương";
    let tables = [(heading, national), (own, local)];
    let mut blocks: Vec<_> = tables
        .iter()
        .filter(|(_, held)| !held.is_empty())
        .map(|(heading, held)| Block::Table(table(grounds, heading, held)))
        .collect();
    blocks.push(Block::Note(note(grounds)));
    Appendix {
        title: "Mức hỗ trợ tối đa".to_owned(),
        attached_to: format!(
            "Kèm theo công văn hướng dẫn đăng ký đề án khuyến công năm {}",
            grounds.plan.year
        ),
        blocks,
        sheet: Sheet::Portrait,
    }
}

fn ceilings(grounds: &Grounds, level: Level) -> Vec<(&Key, &Norm)> {
    let found = grounds.book.kinds.iter().filter_map(|kind| {
        let case = Case {
            kind: kind.key.clone(),
            on: grounds.on,
            level: Some(level),
            area: grounds.plan.area.clone(),
            cost: None,
            count: 1,
            support: None,
        };
        let norm = grounds.book.find(About::Ceiling, &case).ok()?;
        Some((&kind.key, norm))
    });
    found.collect()
}

fn table(grounds: &Grounds, title: &str, held: &[(&Key, &Norm)]) -> Table {
    let known = held.iter().filter(|(_, norm)| !is_unread(norm));
    let row = |(number, (kind, norm)): (usize, &(&Key, &Norm))| {
        Row::normal(vec![
            Cell::Text(number.to_string()),
            named(grounds, kind).into(),
            Cell::Text(capitalised(&norm.content.say(Lang::Vi))),
            Cell::Text(cited(norm)),
        ])
    };
    Table {
        title: title.to_owned(),
        columns: vec![
            Column::new("TT", 2, Align::Center),
            Column::new("Nội dung hỗ trợ", 10, Align::Left),
            Column::new("Mức hỗ trợ", 10, Align::Left),
            Column::new("Căn cứ", 10, Align::Left),
        ],
        rows: (1..).zip(known).map(row).collect(),
        notes: unknown(grounds, held).into_iter().collect(),
        ..Table::default()
    }
}

/// What has a rule whose figures nobody has entered: named, so that nobody takes it for free.
fn unknown(grounds: &Grounds, held: &[(&Key, &Norm)]) -> Option<String> {
    let unread = held.iter().filter(|(_, norm)| is_unread(norm));
    let names: Vec<_> = unread.map(|(kind, _)| named(grounds, kind)).collect();
    (!names.is_empty()).then(|| {
        format!(
            "Có quy định nhưng chưa nhập mức, tra văn bản gốc: {}.",
            names.join("; ")
        )
    })
}

fn is_unread(norm: &Norm) -> bool {
    norm.standing == Standing::Unread
}

fn named<'g>(grounds: &'g Grounds, kind: &'g Key) -> &'g str {
    let name = grounds.book.kind(kind);
    name.map_or(kind.as_str(), |kind| kind.name.say(Lang::Vi))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

/// The citation, with the mark of what nobody has compared with the text of the law.
fn cited(norm: &Norm) -> String {
    let citation = norm.citation.say();
    match norm.standing {
        Standing::Verified => citation,
        standing => format!("{citation} – {}", standing.name(Lang::Vi)),
    }
}

fn note(grounds: &Grounds) -> String {
    format!(
        "Theo quy định có hiệu lực ngày {}. Dòng ghi “{}” phải đối chiếu văn bản gốc trước khi \
         phát hành. Khi quy định được sửa đổi, thay thế thì thực hiện theo quy định mới.",
        show_date(grounds.on),
        Standing::Unverified.name(Lang::Vi)
    )
}

fn bare(text: &str) -> &str {
    text.trim_end_matches([';', '.', ',', ' '])
}
