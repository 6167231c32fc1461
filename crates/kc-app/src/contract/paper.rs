//! A contract as a paper: what is recorded, or the draft of what may be signed.

use crate::kernel::local;
use kc_domain::contract::{Contract, ContractKind, Part};
use kc_domain::document::{Document, Office};
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::paper::{
    Align, Block, Cell, Column, Number, Paper, Row, Sheet, Signature, Style, Subject, Table,
};
use kc_domain::kernel::text::Lang;
use kc_domain::kernel::words::in_words;
use kc_domain::ledger::BUDGET_LINE;
use kc_domain::place::gazetteer;
use kc_domain::project::Project;

/// What a contract stands on.
pub(super) struct Grounds<'a> {
    /// The project it carries out.
    pub project: &'a Project,
    /// The decision that approves it.
    pub decision: Option<&'a Document>,
    /// Whether it is signed; a draft leaves number and day open.
    pub is_signed: bool,
}

/// The paper of a contract.
pub(super) fn of(contract: &Contract, grounds: &Grounds<'_>, made: Instant) -> Paper {
    Paper {
        made: local(made),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(&contract.giver, &contract.area),
        number: Some(number(contract, grounds.is_signed)),
        place: gazetteer()
            .unit_at(&contract.area.of_own_province())
            .map_or_else(String::new, |unit| unit.name.to_owned()),
        day: grounds.is_signed.then_some(contract.signed_on),
        subject: Subject::Titled {
            kind: "Hợp đồng".to_owned(),
            about: about(contract.kind, grounds.project),
        },
        recipients: Vec::new(),
        blocks: blocks(contract, grounds),
        signature: None,
        copies: Vec::new(),
        appendices: Vec::new(),
        illustrative: contract.illustrative,
        is_draft: false,
        audit_head: None,
    }
}

fn number(contract: &Contract, is_signed: bool) -> Number {
    let signed = is_signed.then_some(&*contract.number);
    Number::written(signed, "HĐ-KC")
}

fn about(kind: ContractKind, project: &Project) -> String {
    let what = match kind {
        ContractKind::Execution => "Thực hiện đề án khuyến công",
        ContractKind::Support => "Hỗ trợ kinh phí khuyến công, đề án",
    };
    format!("{what} “{}”", project.title)
}

fn blocks(contract: &Contract, grounds: &Grounds<'_>) -> Vec<Block> {
    let mut blocks = basis(grounds);
    blocks.push(Block::Paragraph("Hai bên gồm có:".to_owned()));
    for (name, side) in [(&contract.giver, "Bên A"), (&contract.taker, "Bên B")] {
        blocks.push(Block::Heading(2, format!("{side}: {name}")));
        blocks.push(Block::List(
            [
                "Địa chỉ:",
                "Mã số thuế:",
                "Tài khoản, nơi mở:",
                "Người đại diện, chức vụ:",
            ]
            .map(str::to_owned)
            .into(),
        ));
    }
    blocks.push(Block::Paragraph(
        "Hai bên thỏa thuận ký hợp đồng với các điều sau:".to_owned(),
    ));
    blocks.extend(articles(contract, grounds.project));
    let party = |post: &str| Signature {
        authority: Vec::new(),
        post: post.to_owned(),
        name: String::new(),
    };
    blocks.push(Block::Parties(vec![
        party("Đại diện Bên A"),
        party("Đại diện Bên B"),
    ]));
    blocks
}

fn basis(grounds: &Grounds<'_>) -> Vec<Block> {
    let Some(paper) = grounds.decision else {
        return Vec::new();
    };
    let day = paper.issued_on.map(show_date).unwrap_or_default();
    vec![Block::Basis(format!(
        "Căn cứ {} ngày {day} của {} {}.",
        paper.title(Lang::Vi),
        paper.issuer,
        paper.summary
    ))]
}

fn articles(contract: &Contract, project: &Project) -> Vec<Block> {
    let article = |number: u8, name: &str, text: String| {
        Block::Article(format!("Điều {number}. {name}."), text)
    };
    let goal = project.outcome.as_ref();
    let goal = goal.map(|outcome| format!(" Kết quả: {outcome}."));
    let place = project.place_written.as_ref();
    let place = place.map(|place| format!(" Địa điểm: {place}."));
    let total = contract.value_now();
    vec![
        article(
            1,
            "Nội dung",
            format!(
                "Bên B thực hiện đề án “{}” (mã {}) theo nội dung được phê duyệt.{}{}",
                project.title,
                project.code,
                place.unwrap_or_default(),
                goal.unwrap_or_default()
            ),
        ),
        article(2, "Thời gian, tiến độ", time(contract)),
        article(
            3,
            "Giá trị hợp đồng",
            format!(
                "Kinh phí hỗ trợ {total} (bằng chữ: {}), loại – khoản {BUDGET_LINE}, theo từng nguồn như sau:",
                in_words(total)
            ),
        ),
        Block::Table(values(contract.parts_now(), total)),
        article(4, "Tạm ứng, thanh toán, quyết toán", payment(contract)),
        article(
            5,
            "Báo cáo, kiểm tra, nghiệm thu",
            "Bên B báo cáo tiến độ hằng tháng; tạo điều kiện để Bên A và cơ quan có thẩm quyền kiểm \
             tra; hai bên nghiệm thu máy móc, khối lượng đúng nội dung được phê duyệt, có hóa đơn, \
             chứng từ và chứng minh vốn đối ứng."
                .to_owned(),
        ),
        article(
            6,
            "Trách nhiệm",
            contract.terms.clone().unwrap_or_else(|| {
                "Bên A cấp kinh phí đúng hợp đồng. Bên B sử dụng kinh phí đúng mục đích; nếu dừng \
                 đề án thì hoàn trả kinh phí đã tạm ứng."
                    .to_owned()
            }),
        ),
        article(
            7,
            "Điều khoản chung",
            "Thay đổi giá trị, thời gian được lập thành phụ lục hợp đồng sau khi cấp có thẩm quyền \
             chấp thuận. Hợp đồng lập thành 04 bản có giá trị như nhau, mỗi bên giữ 02 bản, có hiệu \
             lực kể từ ngày ký./."
                .to_owned(),
        ),
    ]
}

fn time(contract: &Contract) -> String {
    let open = || "…/…/……".to_owned();
    let from = contract.starts_on.map_or_else(open, show_date);
    let to = contract.ends_now().map_or_else(open, show_date);
    let schedule = contract.schedule.as_deref().unwrap_or_default();
    format!("Từ ngày {from} đến ngày {to}. {schedule}")
        .trim_end()
        .to_owned()
}

fn payment(contract: &Contract) -> String {
    let advance = match contract.advance_percent {
        Some(0) => "Không tạm ứng.".to_owned(),
        Some(percent) => format!(
            "Bên A tạm ứng một lần {percent} % kinh phí hỗ trợ, không vượt tỷ lệ quy định cho loại đề án."
        ),
        None => "Tạm ứng một lần, không vượt tỷ lệ quy định cho loại đề án.".to_owned(),
    };
    format!(
        "{advance} Phần còn lại thanh toán sau khi nghiệm thu, không vượt giá trị hợp đồng, mức hỗ \
         trợ tối đa và tỷ lệ hỗ trợ trên chi phí được nghiệm thu. Quyết toán kèm bảng kê chứng từ; \
         bản gốc do bên ghi trên bảng kê lưu giữ."
    )
}

fn values(parts: &[Part], total: Dong) -> Table {
    let row = |(number, part): (usize, &Part)| {
        Row::normal(vec![
            Cell::Text(number.to_string()),
            part.source.name(Lang::Vi).into(),
            Cell::Text(part.amount.grouped()),
        ])
    };
    let mut rows: Vec<_> = (1..).zip(parts).map(row).collect();
    rows.push(Row::styled(
        Style::Total,
        vec![Cell::Empty, "Tổng cộng".into(), Cell::Text(total.grouped())],
    ));
    Table {
        unit: "Đơn vị tính: đồng".to_owned(),
        columns: vec![
            Column::new("TT", 1, Align::Center),
            Column::new("Nguồn kinh phí", 6, Align::Left),
            Column::new("Số tiền", 3, Align::Right),
        ],
        rows,
        ..Table::default()
    }
}
