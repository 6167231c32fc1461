//! A report as an official paper in the form of Nghị định 30/2020/NĐ-CP.

use super::lines::{HEADERS, LineKind, lines};
use super::recipient::{Recipient, heading};
use super::show::Opened;
use crate::kernel::local;
use kc_domain::document::Office;
use kc_domain::kernel::date::show_date;
use kc_domain::report::notes;
use kc_pdf::{
    Align, Block, Cell, Column, Issuer, Number, Paper, Row, Sheet, Style, Subject, Table,
};

/// The paper of a report. Number and day stay open for the clerk's hand.
pub(super) fn of(opened: &Opened, recipient: Option<&Recipient>) -> Paper {
    let about = &opened.about;
    Paper {
        made: local(opened.known_at()),
        sheet: Sheet::Landscape,
        issuer: Issuer {
            superior: about.superior.clone(),
            body: about.issuer.clone(),
        },
        number: Some(Number {
            number: None,
            sign: "BC-KC".to_owned(),
        }),
        place: about.place_short(),
        day: None,
        subject: Subject::Titled {
            kind: "Báo cáo".to_owned(),
            about: heading(opened, recipient),
        },
        recipients: recipient
            .map(|recipient| recipient.name(about))
            .into_iter()
            .collect(),
        blocks: blocks(opened),
        signature: Some(Office::named(&about.issuer).signature(None, None)),
        copies: copies(opened, recipient),
        appendices: Vec::new(),
        illustrative: about.illustrative,
        is_draft: false,
        audit_head: Some(opened.audit_head.clone()),
    }
}

fn copies(opened: &Opened, recipient: Option<&Recipient>) -> Vec<String> {
    let to = recipient.map(|recipient| format!("{} (để báo cáo)", recipient.name(&opened.about)));
    to.into_iter().chain(["Lưu: VT.".to_owned()]).collect()
}

fn blocks(opened: &Opened) -> Vec<Block> {
    let said = opened.paragraphs();
    let mut blocks = vec![
        Block::Heading(1, "I. KẾT QUẢ CHUNG".to_owned()),
        Block::Paragraph(said.opening),
        Block::Heading(1, "II. KẾT QUẢ THEO NỘI DUNG HOẠT ĐỘNG".to_owned()),
        Block::Table(table(opened)),
    ];
    if let Some(gap) = said.gap {
        blocks.extend([
            Block::Heading(1, "III. ĐỐI CHIẾU VỚI SỐ ĐÃ CÔNG BỐ".to_owned()),
            Block::Paragraph(format!("{gap}.")),
        ]);
        let findings = opened.findings.iter();
        blocks.push(Block::List(
            findings.map(|finding| finding.message.vi.clone()).collect(),
        ));
    }
    blocks.push(Block::Note(format!(
        "Số liệu đến ngày {}, lấy từ sổ kinh phí và danh mục đề án theo những gì đã ghi đến {}.",
        show_date(opened.as_of()),
        opened.known_at().show()
    )));
    blocks
}

fn table(opened: &Opened) -> Table {
    let widths = [6, 40, 11, 16, 17, 16, 11, 11];
    let columns = HEADERS.iter().zip(widths).map(|(header, width)| {
        let align = match *header {
            "STT" => Align::Center,
            "Nội dung" => Align::Left,
            _ => Align::Right,
        };
        Column::new(*header, width, align)
    });
    let rows = lines(opened).into_iter().map(|line| {
        let cells = line.cells.into_iter().map(|cell| match cell {
            None => Cell::Unknown,
            Some(text) if text.is_empty() => Cell::Empty,
            Some(text) => Cell::Text(text),
        });
        let style = match line.kind {
            LineKind::Group | LineKind::Published => Style::Normal,
            LineKind::Total => Style::Total,
            LineKind::Gap => Style::Gap,
        };
        Row::styled(style, cells.collect())
    });
    Table {
        title: "Kết quả theo nội dung hoạt động".to_owned(),
        unit: "Đơn vị tính tiền: triệu đồng".to_owned(),
        columns: columns.collect(),
        rows: rows.collect(),
        notes: notes(&opened.report)
            .into_iter()
            .map(|note| note.vi)
            .collect(),
        illustrative: opened.about.illustrative,
        ..Table::default()
    }
}
