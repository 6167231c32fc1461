//! A prepared move as a paper: what is asked, on which vouchers, for two hands to sign.

use super::vouchers;
use crate::contract::execution;
use crate::kernel::{Cx, Done, Failure, PaperFormat, local, paper_bytes};
use kc_domain::contract::Contract;
use kc_domain::document::Office;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::EntryId;
use kc_domain::kernel::paper::{
    Align, Block, Cell, Column, Paper, Row, Sheet, Signature, Style, Subject, Table,
};
use kc_domain::kernel::text::Lang;
use kc_domain::kernel::words::in_words;
use kc_domain::ledger::BUDGET_LINE;
use kc_domain::payment::{Voucher, covered};
use kc_domain::place::gazetteer;
use kc_domain::project::Project;
use kc_store::identity::organisation;
use kc_store::ledger::Prepared;

/// What the paper tells of.
struct Grounds {
    prepared: Prepared,
    project: Project,
    contract: Option<Contract>,
    office: String,
    vouchers: Vec<Voucher>,
}

/// The paper as a file, its name and bytes, for whoever may read the ledger there.
pub fn print(cx: &Cx<'_>, id: EntryId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let paper = paper(cx, id)?;
    let day = paper.day.map(|day| day.to_string()).unwrap_or_default();
    let name = format!("giay-de-nghi-{day}.{}", format.ending());
    Ok((name, paper_bytes(&paper, format)?))
}

/// The paper of a prepared move; a draft until the second hand has decided.
pub fn paper(cx: &Cx<'_>, id: EntryId) -> Done<Paper> {
    let grounds = find(cx, id)?;
    let prepared = &grounds.prepared;
    let province = gazetteer().unit_at(&prepared.area.of_own_province());
    Ok(Paper {
        made: local(cx.now()),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(&grounds.office, &prepared.area),
        number: None,
        place: province.map_or("", |unit| unit.name).to_owned(),
        day: Some(prepared.prepared_at.day()),
        subject: Subject::Titled {
            kind: "Giấy đề nghị".to_owned(),
            about: format!(
                "{}, đề án “{}”",
                prepared.kind.name(Lang::Vi),
                prepared.project_title
            ),
        },
        recipients: Vec::new(),
        blocks: blocks(&grounds),
        signature: None,
        copies: Vec::new(),
        appendices: Vec::new(),
        illustrative: prepared.illustrative,
        is_draft: prepared.decision.is_none(),
        audit_head: None,
    })
}

fn find(cx: &Cx<'_>, id: EntryId) -> Done<Grounds> {
    let vouchers = vouchers(cx, id)?;
    cx.read(|reader| {
        let prepared = kc_store::ledger::find_prepared(reader, id)?.ok_or(Failure::NotFound)?;
        let project = kc_store::project::find(reader, prepared.project)?;
        let office = organisation::find(reader, prepared.organisation)?;
        Ok(Grounds {
            project: project.ok_or(Failure::NotFound)?,
            contract: execution(reader, prepared.project)?,
            office: office.map(|office| office.name).unwrap_or_default(),
            vouchers,
            prepared,
        })
    })
}

fn blocks(grounds: &Grounds) -> Vec<Block> {
    let mut blocks = vec![Block::List(facts(grounds))];
    if grounds.vouchers.is_empty() {
        blocks.push(Block::Paragraph("Không có chứng từ kèm theo.".to_owned()));
    } else {
        blocks.push(Block::Table(table(&grounds.vouchers)));
    }
    blocks.push(Block::Paragraph(stand(
        grounds.prepared.decision.as_deref(),
    )));
    let signer = |post: &str, name: &str| Signature {
        authority: Vec::new(),
        post: post.to_owned(),
        name: name.to_owned(),
    };
    blocks.push(Block::Parties(vec![
        signer("Người lập", &grounds.prepared.prepared_by_name),
        signer("Người duyệt chi", ""),
    ]));
    blocks
}

fn facts(grounds: &Grounds) -> Vec<String> {
    let (prepared, project) = (&grounds.prepared, &grounds.project);
    let mut facts = vec![format!("Đề án: {} (mã {})", project.title, project.code)];
    if let Some(held) = &grounds.contract {
        let (number, day) = (&held.number, show_date(held.signed_on));
        facts.push(format!("Hợp đồng: số {number} ngày {day}"));
        facts.push(format!("Đơn vị thực hiện: {}", held.taker));
    }
    facts.push(format!(
        "Nguồn kinh phí: {}, loại – khoản {BUDGET_LINE}",
        prepared.source.name(Lang::Vi)
    ));
    facts.push(format!(
        "Số tiền: {} (bằng chữ: {})",
        prepared.amount,
        in_words(prepared.amount)
    ));
    facts.push(format!(
        "Ngày hiệu lực: {}",
        show_date(prepared.effective_on)
    ));
    let reason = prepared.reason.as_ref();
    facts.extend(reason.map(|reason| format!("Diễn giải: {reason}")));
    facts
}

/// How far the move has come, as the ledger knows it when the paper is made.
fn stand(decision: Option<&str>) -> String {
    match decision {
        None => "Chưa duyệt: chưa ghi vào sổ kinh phí./.",
        Some("approved") => "Đã duyệt và ghi vào sổ kinh phí./.",
        Some(_) => "Đã bị từ chối: không ghi vào sổ kinh phí./.",
    }
    .to_owned()
}

fn table(vouchers: &[Voucher]) -> Table {
    let row = |(at, voucher): (usize, &Voucher)| {
        Row::normal(vec![
            at.to_string().into(),
            voucher.kind.name(Lang::Vi).into(),
            voucher.number.as_str().into(),
            show_date(voucher.dated_on).into(),
            Cell::Text(voucher.amount.grouped()),
            voucher.holder.as_str().into(),
        ])
    };
    let mut rows: Vec<_> = (1..).zip(vouchers).map(row).collect();
    rows.push(Row::styled(
        Style::Total,
        vec![
            Cell::Empty,
            "Cộng".into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Text(covered(vouchers).grouped()),
            Cell::Empty,
        ],
    ));
    Table {
        title: "Chứng từ kèm theo".to_owned(),
        unit: "Đơn vị tính: đồng".to_owned(),
        columns: vec![
            Column::new("TT", 6, Align::Center),
            Column::new("Chứng từ", 20, Align::Left),
            Column::new("Số", 14, Align::Left),
            Column::new("Ngày", 14, Align::Center),
            Column::new("Số tiền", 18, Align::Right),
            Column::new("Người giữ bản gốc", 28, Align::Left),
        ],
        rows,
        ..Table::default()
    }
}
