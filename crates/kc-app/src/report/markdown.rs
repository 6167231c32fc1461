//! A report as paragraphs and tables of plain text.

use super::lines::{HEADERS, UNKNOWN, lines};
use super::recipient::{Recipient, heading};
use super::show::Opened;
use kc_domain::kernel::date::show_date;
use kc_domain::report::notes;

/// The report as Markdown.
pub(super) fn of(opened: &Opened, recipient: Option<&Recipient>) -> String {
    let said = opened.paragraphs();
    let mut text = vec![format!("# {}", heading(opened, recipient)), String::new()];
    if opened.about.illustrative {
        text.extend(["*Số liệu minh họa.*".to_owned(), String::new()]);
    }
    if let Some(recipient) = recipient {
        text.extend([
            format!("Kính gửi: {}", recipient.name(&opened.about)),
            String::new(),
        ]);
    }
    text.extend([said.opening, String::new()]);
    text.extend(said.groups.iter().map(|line| format!("- {line}")));
    text.push(String::new());
    text.extend(table(opened));
    text.push(String::new());
    if let Some(gap) = said.gap {
        text.extend([gap, String::new()]);
    }
    text.extend(
        notes(&opened.report)
            .iter()
            .map(|note| format!("- {}", note.vi)),
    );
    text.extend([
        String::new(),
        format!(
            "Số liệu đến ngày {}, theo những gì đã ghi đến {}. Đơn vị tính tiền: triệu đồng. \
             Mã băm nhật ký: {}",
            show_date(opened.as_of()),
            opened.known_at().show(),
            opened.audit_head
        ),
        String::new(),
    ]);
    text.join("\n")
}

fn table(opened: &Opened) -> Vec<String> {
    let row = |cells: Vec<&str>| format!("| {} |", cells.join(" | "));
    let mut table = vec![
        row(HEADERS.to_vec()),
        "|---:|---|---:|---:|---:|---:|---:|---:|".to_owned(),
    ];
    for line in lines(opened) {
        let cells = line
            .cells
            .iter()
            .map(|cell| cell.as_deref().unwrap_or(UNKNOWN));
        table.push(row(cells.collect()));
    }
    table
}
