//! The minutes of a visit as an official paper in the form of Nghị định 30/2020/NĐ-CP. Minutes
//! carry no number; those who came sign for their sides.

use super::{Sight, see};
use crate::acceptance;
use crate::kernel::{Cx, Done, PaperFormat, local, paper_bytes};
use kc_domain::acceptance::Compared;
use kc_domain::document::Office;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::VisitId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::paper::{
    Align, Block, Cell, Column, Paper, Row, Sheet, Signature, Style, Subject, Table,
};
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::checklist::find;
use kc_domain::monitoring::{Matter, Person, Side, Visit, VisitKind};
use kc_domain::place::gazetteer;
use kc_domain::project::Equipment;
use kc_store::identity::organisation;

/// The minutes as a file: its name and bytes, for whoever may read the visit.
pub fn print(cx: &Cx<'_>, id: VisitId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let sight = see(cx, id)?;
    let accepted = acceptance::see(cx, id)?;
    let of = sight.visit.organisation;
    let office = cx.read(|reader| Ok(organisation::find(reader, of)?))?;
    let office = office.map(|office| office.name).unwrap_or_default();
    let paper = paper(cx, &sight, accepted.as_ref(), &office);
    let (kind, day) = (sight.visit.kind.code(), sight.visit.held_on);
    let name = format!("bien-ban-{kind}-{day}.{}", format.ending());
    Ok((name, paper_bytes(&paper, format)?))
}

fn paper(cx: &Cx<'_>, sight: &Sight, accepted: Option<&acceptance::Sight>, office: &str) -> Paper {
    let visit = &sight.visit;
    let province = gazetteer().unit_at(&visit.area.of_own_province());
    Paper {
        made: local(cx.now()),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(office, &visit.area),
        number: None,
        place: province.map_or("", |unit| unit.name).to_owned(),
        day: Some(visit.held_on),
        subject: Subject::Titled {
            kind: title(visit.kind).to_owned(),
            about: about(sight),
        },
        recipients: Vec::new(),
        blocks: body(sight, accepted),
        signature: None,
        copies: Vec::new(),
        appendices: Vec::new(),
        illustrative: visit.illustrative,
        is_draft: false,
        audit_head: None,
    }
}

fn title(kind: VisitKind) -> &'static str {
    match kind {
        VisitKind::Survey => "Phiếu khảo sát nhu cầu",
        VisitKind::Planned | VisitKind::AdHoc => "Biên bản kiểm tra",
        VisitKind::Acceptance => "Biên bản nghiệm thu",
    }
}

fn about(sight: &Sight) -> String {
    match (&sight.project, &sight.establishment) {
        (Some(project), _) if sight.visit.kind != VisitKind::Survey => {
            format!("Đề án: {}", project.title)
        }
        (_, Some(firm)) => format!("Cơ sở: {firm}"),
        _ => sight.visit.place_written.clone().unwrap_or_default(),
    }
}

fn body(sight: &Sight, accepted: Option<&acceptance::Sight>) -> Vec<Block> {
    let visit = &sight.visit;
    let place = visit.place_written.clone();
    let place = place.unwrap_or_else(|| crate::place::name_of(&visit.area, Lang::Vi));
    let mut blocks = vec![
        Block::Paragraph(format!(
            "Hôm nay, ngày {}, tại {place}, chúng tôi gồm:",
            show_date(visit.held_on)
        )),
        Block::List(visit.people.iter().map(introduced).collect()),
    ];
    blocks.extend(findings(visit));
    if let Some(accepted) = accepted {
        blocks.extend(work(accepted));
        blocks.extend(accepted.machines.iter().map(machine));
    }
    if let Some(table) = requests(&sight.requests) {
        blocks.push(Block::Heading(2, "Yêu cầu, kiến nghị".to_owned()));
        blocks.push(table);
    }
    blocks.extend(conclusion(visit));
    blocks.push(Block::Paragraph(
        "Biên bản được đọc cho những người có tên nghe, thống nhất và ký tên./.".to_owned(),
    ));
    blocks.push(Block::Parties(signatures(&visit.people)));
    blocks
}

fn introduced(person: &Person) -> String {
    let post = person.post.as_deref().unwrap_or("chưa ghi chức vụ");
    let side = person.side.name(Lang::Vi);
    format!("Ông (bà) {}, {post}, đại diện {side}", person.name)
}

/// What was found, each under its heading; what nobody wrote of is left out.
fn findings(visit: &Visit) -> Vec<Block> {
    let found = &visit.findings;
    let parts = [
        ("Nhu cầu", &found.need),
        ("Tiến độ, khối lượng", &found.progress),
        ("Kinh phí, chứng từ", &found.money),
        ("Máy móc, thiết bị", &found.machine),
    ];
    let mut blocks = Vec::new();
    for (heading, text) in parts {
        let Some(text) = text else { continue };
        blocks.push(Block::Heading(2, heading.to_owned()));
        blocks.push(Block::Paragraph(text.clone()));
    }
    let answers = visit.answers.iter().map(|answer| {
        let question = find(&answer.question);
        let asked = question.map_or(answer.question.as_str(), |q| q.text.say(Lang::Vi));
        format!("{asked}: {}", answer.finding.name(Lang::Vi))
    });
    let answers: Vec<_> = answers.collect();
    if !answers.is_empty() {
        blocks.push(Block::Heading(2, "Kiểm tra điều kiện".to_owned()));
        blocks.push(Block::List(answers));
    }
    blocks
}

fn work(sight: &acceptance::Sight) -> Vec<Block> {
    let accepted = &sight.acceptance;
    let amount = |amount: Option<Dong>| {
        amount.map_or_else(|| "chưa có số liệu".to_owned(), |amount| amount.to_string())
    };
    vec![
        Block::Heading(2, "Khối lượng và kinh phí".to_owned()),
        Block::Paragraph(accepted.volume.clone()),
        Block::List(vec![
            format!("Tổng chi phí nghiệm thu: {}", amount(accepted.cost)),
            format!("Trong đó kinh phí hỗ trợ: {}", amount(accepted.support)),
            format!("Vốn đối ứng có chứng từ: {}", amount(accepted.counterpart)),
        ]),
    ]
}

/// A machine as approved beside the machine as installed.
fn machine((approved, compared): &(Equipment, Vec<Compared>)) -> Block {
    let known = |text: &Option<String>| text.clone().map_or(Cell::Unknown, Cell::Text);
    let row = |row: &Compared| {
        let cells = vec![
            row.aspect.name(Lang::Vi).into(),
            known(&row.approved),
            known(&row.installed),
            row.difference.say(Lang::Vi).into(),
        ];
        let style = if row.difference.is_marked() {
            Style::Gap
        } else {
            Style::Normal
        };
        Row::styled(style, cells)
    };
    Block::Table(Table {
        title: format!("Máy được duyệt và máy lắp đặt: {}", approved.name),
        columns: vec![
            Column::new("Thông tin", 3, Align::Left),
            Column::new("Được duyệt", 3, Align::Left),
            Column::new("Lắp đặt", 3, Align::Left),
            Column::new("So sánh", 3, Align::Left),
        ],
        rows: compared.iter().map(row).collect(),
        ..Table::default()
    })
}

fn requests(requests: &[Matter]) -> Option<Block> {
    let row = |request: &Matter| {
        Row::normal(vec![
            request.what.clone().into(),
            request.holder.name(Lang::Vi).into(),
            show_date(request.due_on).into(),
        ])
    };
    let table = Table {
        columns: vec![
            Column::new("Yêu cầu", 6, Align::Left),
            Column::new("Ai làm", 3, Align::Left),
            Column::new("Thời hạn", 2, Align::Center),
        ],
        rows: requests.iter().map(row).collect(),
        ..Table::default()
    };
    (!requests.is_empty()).then_some(Block::Table(table))
}

fn conclusion(visit: &Visit) -> Vec<Block> {
    let ended = visit.verdict.map(|verdict| {
        let verdict = verdict.name(visit.kind, Lang::Vi);
        Block::Paragraph(format!("Kết quả: {verdict}."))
    });
    let words = visit.conclusion.clone().map(Block::Paragraph);
    let said: Vec<_> = ended.into_iter().chain(words).collect();
    if said.is_empty() {
        return said;
    }
    let heading = Block::Heading(2, "Kết luận".to_owned());
    std::iter::once(heading).chain(said).collect()
}

/// The first named of each side signs for it.
fn signatures(people: &[Person]) -> Vec<Signature> {
    let first = |side: Side| people.iter().find(|person| person.side == side);
    let signs = |person: &Person| Signature {
        authority: Vec::new(),
        post: format!("Đại diện {}", person.side.name(Lang::Vi)),
        name: person.name.clone(),
    };
    Side::ALL.into_iter().filter_map(first).map(signs).collect()
}
