//! The body of a ranking on paper: by which rules, what each file came to in one sentence, and what
//! is left in the purses.

use super::super::rank::Reopened;
use kc_domain::appraisal::Points;
use kc_domain::appraisal::ranking::{Draw, Outcome, Purse};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::paper::{Align, Block, Cell, Column, Row, Signature, Style, Table};
use kc_domain::kernel::text::Lang;

/// Everything under the subject.
pub(super) fn blocks(again: &Reopened) -> Vec<Block> {
    let heading = |text: &str| Block::Heading(1, text.to_owned());
    let replaced = again.replaced_by.as_ref().map(|newest| {
        Block::Paragraph(format!(
            "Kết quả này đã được thay bằng kết quả ghi lúc {}.",
            newest.recorded_at.show()
        ))
    });
    let mut blocks: Vec<_> = replaced.into_iter().collect();
    blocks.extend([heading("I. CÁCH XẾP"), Block::List(rules(again))]);
    blocks.push(heading("II. KẾT QUẢ TỪNG ĐỀ ÁN"));
    blocks.push(Block::Table(outcomes(again)));
    blocks.push(heading("III. NGUỒN KINH PHÍ"));
    blocks.push(Block::Table(purses(again)));
    let proof = if again.is_same {
        "Kết quả này tính lại được từ số liệu đầu vào đã lưu và khớp với kết quả đã ghi./."
    } else {
        "Kết quả tính lại từ số liệu đầu vào đã lưu KHÔNG khớp với kết quả đã ghi; không dùng bản in này./."
    };
    blocks.push(Block::Paragraph(proof.to_owned()));
    blocks.push(Block::Parties(
        ["Thư ký", "Chủ tịch hội đồng"].map(signer).into(),
    ));
    blocks
}

fn rules(again: &Reopened) -> Vec<String> {
    let rules = &again.run.rules;
    let keys: Vec<_> = rules.keys.iter().map(|key| key.name(Lang::Vi)).collect();
    let mut lines = vec![
        format!("Số dư các nguồn lấy ngày {}", show_date(again.on)),
        format!("Ngưỡng: {} điểm", rules.threshold),
        format!("Thứ tự xét: {}; cuối cùng theo mã đề án", keys.join(", ")),
        format!("Khi không đủ nguồn: {}", rules.fill.name(Lang::Vi)),
    ];
    if let Some(share) = rules.reduce_from {
        lines.push(format!("Giảm cho vừa, không dưới {} %", Points(share)));
    }
    lines.push(format!("Danh sách dự phòng: {} đề án", rules.reserve));
    let floors = rules.floors.iter().zip(&again.run.ranking.floors);
    lines.extend(floors.map(|(floor, met)| {
        let state = if *met >= floor.at_least {
            "đạt"
        } else {
            "chưa đạt"
        };
        format!("Sàn “{}”: {met}, {state}", floor.label)
    }));
    if let Some(note) = &again.kept.note {
        lines.push(format!("Ghi chú: {note}"));
    }
    lines
}

fn outcomes(again: &Reopened) -> Table {
    let run = &again.run;
    let row = |(at, outcome): (usize, &Outcome)| {
        let mut files = run.files.iter();
        let file = files.find(|file| file.code == outcome.code);
        let title = file.map_or("", |file| file.title.as_str());
        let asked = (!outcome.draws.is_empty()).then(|| sum(outcome, |draw| draw.asked));
        Row::normal(vec![
            at.to_string().into(),
            format!("{} – {title}", outcome.code).into(),
            outcome
                .points
                .map_or(Cell::Unknown, |points| points.to_string().into()),
            asked.map_or(Cell::Unknown, |asked| asked.grouped().into()),
            sum(outcome, |draw| draw.granted).grouped().into(),
            outcome.say(&run.rules, Lang::Vi).into(),
        ])
    };
    let ranked = run.ranking.outcomes.iter();
    let mut rows: Vec<_> = (1..).zip(ranked.clone()).map(row).collect();
    let total = |of: fn(&Draw) -> Dong| -> Cell {
        let all: Dong = ranked.clone().map(|outcome| sum(outcome, of)).sum();
        all.grouped().into()
    };
    rows.push(Row::styled(
        Style::Total,
        vec![
            Cell::Empty,
            "Cộng".into(),
            Cell::Empty,
            total(|draw| draw.asked),
            total(|draw| draw.granted),
            Cell::Empty,
        ],
    ));
    Table {
        unit: "Đơn vị tính: đồng".to_owned(),
        columns: vec![
            Column::new("TT", 8, Align::Center),
            Column::new("Đề án", 44, Align::Left),
            Column::new("Điểm", 11, Align::Right),
            Column::new("Đề nghị", 20, Align::Right).under("Kinh phí hỗ trợ"),
            Column::new("Được xếp", 20, Align::Right).under("Kinh phí hỗ trợ"),
            Column::new("Kết luận", 62, Align::Left),
        ],
        rows,
        ..Table::default()
    }
}

fn sum(outcome: &Outcome, of: fn(&Draw) -> Dong) -> Dong {
    outcome.draws.iter().map(of).sum()
}

fn purses(again: &Reopened) -> Table {
    let run = &again.run;
    let left = |purse: &Purse| {
        let left = run.ranking.left.get(&purse.code);
        left.copied().unwrap_or_default()
    };
    let row = |name: &str, before: Dong, left: Dong| -> Vec<Cell> {
        let given = before.minus(left);
        let amounts = [before, given, left].map(|amount| Cell::Text(amount.grouped()));
        std::iter::once(name.into()).chain(amounts).collect()
    };
    let all = run.purses.iter();
    let mut rows: Vec<_> = all
        .clone()
        .map(|purse| Row::normal(row(&purse.name, purse.available, left(purse))))
        .collect();
    let before = all.clone().map(|purse| purse.available).sum();
    let after = all.map(left).sum();
    rows.push(Row::styled(Style::Total, row("Cộng", before, after)));
    Table {
        unit: "Đơn vị tính: đồng".to_owned(),
        columns: vec![
            Column::new("Nguồn", 40, Align::Left),
            Column::new("Trước khi xếp", 20, Align::Right),
            Column::new("Xếp cho đề án", 20, Align::Right),
            Column::new("Còn lại", 20, Align::Right),
        ],
        rows,
        ..Table::default()
    }
}

fn signer(post: &str) -> Signature {
    Signature {
        post: post.to_owned(),
        ..Signature::default()
    }
}
