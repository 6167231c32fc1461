//! The progress of a project as a paper: every month of its contract, the missing ones named.

use super::execution;
use super::progress::{Month, months};
use crate::kernel::{Cx, Done, PaperFormat, local, paper_bytes};
use crate::project;
use kc_domain::contract::Contract;
use kc_domain::document::Office;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::paper::{
    Align, Block, Cell, Column, Paper, Row, Sheet, Signature, Subject, Table,
};
use kc_domain::place::gazetteer;
use kc_domain::project::Project;

/// The paper as a file, its name and bytes, for whoever may read the project.
pub fn print(cx: &Cx<'_>, id: ProjectId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let project = project::show(cx, id)?;
    let paper = paper(cx, &project)?;
    let name = format!("tien-do-{}.{}", project.code, format.ending());
    Ok((name, paper_bytes(&paper, format)?))
}

/// The report of whoever carries the project out to whoever gave the contract, as of today.
pub fn paper(cx: &Cx<'_>, project: &Project) -> Done<Paper> {
    let contract = cx.read(|reader| execution(reader, project.id))?;
    let months = months(cx, project.id)?;
    let held = contract.as_ref();
    let taker = held.map_or("", |held| held.taker.as_str());
    let province = gazetteer().unit_at(&project.area.of_own_province());
    Ok(Paper {
        made: local(cx.now()),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(taker, &project.area),
        number: None,
        place: province.map_or("", |unit| unit.name).to_owned(),
        day: Some(cx.today()),
        subject: Subject::Titled {
            kind: "Báo cáo".to_owned(),
            about: format!("Tiến độ thực hiện đề án “{}”", project.title),
        },
        recipients: held.map(|held| held.giver.clone()).into_iter().collect(),
        blocks: blocks(project, held, &months),
        signature: Some(Signature {
            post: "Đại diện đơn vị thực hiện".to_owned(),
            ..Signature::default()
        }),
        copies: Vec::new(),
        appendices: Vec::new(),
        illustrative: project.illustrative,
        is_draft: false,
        audit_head: None,
    })
}

fn blocks(project: &Project, contract: Option<&Contract>, months: &[Month]) -> Vec<Block> {
    let mut facts = vec![format!("Đề án: {} (mã {})", project.title, project.code)];
    if let Some(held) = contract {
        let (number, signed) = (&held.number, show_date(held.signed_on));
        let ends = held
            .ends_now()
            .map(|day| format!(", đến {}", show_date(day)));
        let ends = ends.unwrap_or_default();
        facts.push(format!("Hợp đồng: số {number} ngày {signed}{ends}"));
        facts.push(format!("Giá trị hợp đồng: {}", held.value_now()));
    }
    let mut blocks = vec![Block::List(facts)];
    blocks.push(if months.is_empty() {
        Block::Paragraph("Chưa có tháng nào phải báo cáo tiến độ.".to_owned())
    } else {
        Block::Table(table(months))
    });
    blocks
}

fn table(months: &[Month]) -> Table {
    Table {
        columns: vec![
            Column::new("Tháng", 12, Align::Center),
            Column::new("Hoàn thành (%)", 14, Align::Right),
            Column::new("Công việc đã làm", 36, Align::Left),
            Column::new("Khó khăn, kiến nghị", 20, Align::Left),
            Column::new("Báo cáo", 18, Align::Center),
        ],
        // Read from the first month on, as the work went.
        rows: months.iter().rev().map(row).collect(),
        ..Table::default()
    }
}

fn row(month: &Month) -> Row {
    let name = month.month.format("%m/%Y").to_string();
    let Some(report) = &month.report else {
        let due = format!("chưa báo cáo, hạn {}", show_date(month.due_on));
        return Row::normal(vec![
            name.into(),
            Cell::Unknown,
            Cell::Unknown,
            Cell::Empty,
            due.into(),
        ]);
    };
    let difficulties = report.difficulties.clone();
    Row::normal(vec![
        name.into(),
        report.percent.to_string().into(),
        report.done.as_str().into(),
        difficulties.map_or(Cell::Empty, Cell::Text),
        show_date(report.reported_on).into(),
    ])
}
