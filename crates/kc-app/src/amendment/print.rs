//! A request for change as an official paper in the form of Nghị định 30/2020/NĐ-CP.

use super::words::{name, value};
use super::{Sight, show};
use crate::kernel::{Cx, Done, PaperFormat, local, paper_bytes};
use crate::project;
use kc_domain::amendment::{Act, AmendmentKind, Fact};
use kc_domain::document::Office;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::AmendmentId;
use kc_domain::kernel::paper::{
    Align, Block, Cell, Column, Number, Paper, Row, Sheet, Subject, Table,
};
use kc_domain::kernel::text::Lang;
use kc_domain::place::gazetteer;
use kc_store::identity::organisation;

/// The request as a file, its name and bytes, for whoever may read it.
pub fn print(cx: &Cx<'_>, id: AmendmentId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let paper = paper(cx, id)?;
    let day = paper.day.map(|day| day.to_string()).unwrap_or_default();
    let name = format!("to-trinh-thay-doi-{day}.{}", format.ending());
    Ok((name, paper_bytes(&paper, format)?))
}

/// The request as a paper; its number is left for the clerk's hand.
pub fn paper(cx: &Cx<'_>, id: AmendmentId) -> Done<Paper> {
    let sight = show(cx, id)?;
    let held = &sight.asked.amendment;
    let office = cx.read(|reader| Ok(organisation::find(reader, held.organisation)?))?;
    let office = office.map(|office| office.name).unwrap_or_default();
    let province = gazetteer().unit_at(&held.area.of_own_province());
    Ok(Paper {
        made: local(cx.now()),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(&office, &held.area),
        number: Some(Number {
            number: None,
            sign: "TTr-KC".to_owned(),
        }),
        place: province.map_or("", |unit| unit.name).to_owned(),
        day: Some(held.asked_on),
        subject: Subject::Titled {
            kind: "Tờ trình".to_owned(),
            about: format!(
                "{}: đề án “{}”",
                held.kind.name(Lang::Vi),
                sight.asked.title
            ),
        },
        recipients: recipients(&sight),
        blocks: blocks(cx, &sight)?,
        signature: Some(Office::named(&office).signature(None, None)),
        copies: vec!["Như trên".to_owned(), "Lưu: VT".to_owned()],
        appendices: Vec::new(),
        illustrative: held.illustrative,
        is_draft: false,
        audit_head: None,
    })
}

/// Who confirms first, and who decides.
fn recipients(sight: &Sight) -> Vec<String> {
    let confirms = sight.route.needs_confirmation;
    let mut to = vec!["Sở Công Thương".to_owned()];
    to.retain(|_| confirms);
    to.push(sight.route.authority.name(Lang::Vi).to_owned());
    to
}

fn blocks(cx: &Cx<'_>, sight: &Sight) -> Done<Vec<Block>> {
    let held = &sight.asked.amendment;
    let of = project::show(cx, held.project)?;
    let doubt = if sight.route.is_verified {
        ""
    } else {
        ", chưa kiểm chứng"
    };
    let mut blocks = vec![
        Block::Paragraph(format!(
            "Đề án “{}” (mã {}) đã được phê duyệt. Đề nghị: {}.",
            of.title,
            of.code,
            held.kind.name(Lang::Vi).to_lowercase()
        )),
        Block::Paragraph(format!("Lý do: {}", held.reason)),
    ];
    if !held.facts.is_empty() {
        blocks.push(Block::Table(changes(cx, &held.facts)));
    }
    if held.kind == AmendmentKind::Stop {
        blocks.push(Block::Paragraph(
            "Khi dừng, kinh phí chưa tạm ứng, chưa thanh toán trả về nguồn; khoản đã tạm ứng mà chưa \
             thanh toán được thu hồi."
                .to_owned(),
        ));
    }
    blocks.push(Block::Paragraph(format!(
        "Thẩm quyền quyết định: {} ({}{doubt}).",
        sight.route.authority.name(Lang::Vi),
        sight.route.citation
    )));
    let acts = [
        ("Xác nhận", &held.confirmed),
        (held.stand.name(Lang::Vi), &held.decided),
    ];
    blocks.extend(
        acts.into_iter()
            .filter_map(|(said, act)| done(said, act.as_ref())),
    );
    Ok(blocks)
}

/// What became of the request up to the moment of printing.
fn done(said: &str, act: Option<&Act>) -> Option<Block> {
    let act = act?;
    let day = show_date(act.on);
    Some(Block::Paragraph(format!(
        "{said}: văn bản số {} ngày {day}.",
        act.number
    )))
}

fn changes(cx: &Cx<'_>, facts: &[Fact]) -> Table {
    let row = |(at, fact): (usize, &Fact)| {
        Row::normal(vec![
            Cell::Text(at.to_string()),
            name(cx, fact).into(),
            value(cx, fact, fact.before.as_ref()).into(),
            value(cx, fact, fact.after.as_ref()).into(),
        ])
    };
    Table {
        columns: vec![
            Column::new("TT", 7, Align::Center),
            Column::new("Nội dung", 29, Align::Left),
            Column::new("Đã được phê duyệt", 32, Align::Left),
            Column::new("Nay đề nghị", 32, Align::Left),
        ],
        rows: (1..).zip(facts).map(row).collect(),
        ..Table::default()
    }
}
