//! The body of the minutes: who sat, who stayed away, what each file came to, what was said.

use super::super::sight::{Mark, MemberSight, Sight, SightOfFile};
use kc_domain::appraisal::{Ground, Post};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::paper::{Align, Block, Cell, Column, Row, Signature, Table};
use kc_domain::kernel::text::Lang;

/// Everything between the subject and the appendices.
pub(super) fn blocks(sight: &Sight) -> Vec<Block> {
    let mut blocks = opening(sight);
    let heading = |text: &str| Block::Heading(1, text.to_owned());
    blocks.push(heading("I. THÀNH PHẦN"));
    blocks.push(Block::Table(members(sight)));
    blocks.push(Block::Paragraph(quorum(sight)));
    blocks.push(heading("II. HỒI TỊ"));
    blocks.push(recusals(sight));
    blocks.push(heading("III. KẾT QUẢ CHẤM ĐIỂM"));
    blocks.push(Block::Paragraph(rule(sight)));
    blocks.push(Block::Table(results(sight)));
    blocks.push(heading("IV. Ý KIẾN CỦA THÀNH VIÊN"));
    blocks.extend(opinions(sight));
    blocks.push(heading("V. NỘI DUNG, KẾT LUẬN"));
    blocks.extend(said(sight));
    blocks.push(Block::Paragraph(closing(sight)));
    blocks.push(Block::Parties(vec![
        signer(sight, Post::Secretary, "Thư ký"),
        signer(sight, Post::Chair, "Chủ tịch hội đồng"),
    ]));
    blocks
}

/// When, where, by which decision; and what these minutes replace or are replaced by.
fn opening(sight: &Sight) -> Vec<Block> {
    let (sitting, council) = (&sight.sitting, &sight.council);
    let place = sitting.place_written.as_ref();
    let place = place.map_or_else(String::new, |place| format!(", tại {place}"));
    let basis = council.decision.as_ref();
    let mut blocks: Vec<_> = basis
        .map(|act| Block::Basis(format!("Căn cứ {act}.")))
        .into_iter()
        .collect();
    blocks.push(Block::Paragraph(format!(
        "Ngày {}{place}, {} họp phiên thứ {} để thẩm định {} đề án, đợt {} năm {}.",
        show_date(sitting.held_on),
        council.name,
        sitting.number,
        sight.files.len(),
        council.round,
        council.year
    )));
    if sitting.version > 1 {
        let reason = sitting.reason.as_deref().unwrap_or_default();
        blocks.push(Block::Paragraph(format!(
            "Đây là bản đính chính số {}. Lý do đính chính: {reason}.",
            sitting.version
        )));
    }
    if sitting.version < sight.newest {
        blocks.push(Block::Paragraph(format!(
            "Bản này đã được thay bằng bản đính chính số {}.",
            sight.newest
        )));
    }
    blocks
}

fn members(sight: &Sight) -> Table {
    let row = |(at, held): (usize, &MemberSight)| {
        let presence = if held.sits { "có mặt" } else { "vắng" };
        let office = held.member.organisation_name.clone();
        Row::normal(vec![
            at.to_string().into(),
            held.member.name.as_str().into(),
            held.member.post.name(Lang::Vi).into(),
            office.map_or(Cell::Unknown, Cell::Text),
            presence.into(),
            Cell::Empty,
        ])
    };
    Table {
        columns: vec![
            Column::new("TT", 6, Align::Center),
            Column::new("Họ và tên", 22, Align::Left),
            Column::new("Chức danh", 14, Align::Left),
            Column::new("Đơn vị", 24, Align::Left),
            Column::new("Dự họp", 11, Align::Center),
            Column::new("Ký tên", 14, Align::Center),
        ],
        rows: (1..).zip(&sight.members).map(row).collect(),
        ..Table::default()
    }
}

fn quorum(sight: &Sight) -> String {
    let (quorum, rule) = (sight.quorum, sight.sheet.rule);
    let state = if quorum.is_met() {
        "đủ điều kiện họp"
    } else if quorum.lacks_chair {
        "chưa đủ điều kiện họp vì vắng chủ tịch"
    } else {
        "chưa đủ điều kiện họp"
    };
    format!(
        "Có mặt {}/{} thành viên, cần ít nhất {} ({}/{} số thành viên): {state}.",
        quorum.present,
        quorum.members,
        quorum.needed,
        rule.present_numerator,
        rule.present_denominator
    )
}

/// Who stayed away from which file and why; scores of such members that came to stand in closed
/// minutes are named.
fn recusals(sight: &Sight) -> Block {
    let mut rows = Vec::new();
    for file in &sight.files {
        for (held, mark) in sight.members.iter().zip(&file.marks) {
            let (ground, late) = match mark {
                Mark::Recused(ground) => (ground, ""),
                Mark::Late(_, ground) => (ground, " (phát hiện sau khi khóa biên bản)"),
                Mark::Scored(_) | Mark::Owed => continue,
            };
            rows.push(recusal(held, file, ground, late));
        }
    }
    if rows.is_empty() {
        return Block::Paragraph("Không có thành viên phải hồi tị.".to_owned());
    }
    Block::Table(Table {
        columns: vec![
            Column::new("Thành viên", 25, Align::Left),
            Column::new("Đề án", 35, Align::Left),
            Column::new("Lý do", 40, Align::Left),
        ],
        rows,
        ..Table::default()
    })
}

fn recusal(held: &MemberSight, file: &SightOfFile, ground: &Ground, late: &str) -> Row {
    Row::normal(vec![
        held.member.name.as_str().into(),
        named(file).into(),
        format!("{}{late}", ground.say(Lang::Vi)).into(),
    ])
}

fn rule(sight: &Sight) -> String {
    let (sheet, rule) = (&sight.sheet, sight.sheet.rule);
    let appended = if sight.counted.is_empty() {
        ""
    } else {
        " Điểm của từng thành viên theo từng tiêu chí ở phụ lục."
    };
    format!(
        "Chấm theo {} ({}; {}). Kết quả của mỗi đề án: {}; cần ít nhất {} phiếu hợp lệ; ngưỡng {} \
         điểm.{appended}",
        sheet.name,
        sheet.citation,
        sheet.standing.name(Lang::Vi),
        rule.method.name(Lang::Vi),
        rule.scores_min,
        sheet.threshold
    )
}

/// One line for each file: how many scores count, how many of them reach the threshold, the
/// result and what it means.
fn results(sight: &Sight) -> Table {
    let row = |(at, file): (usize, &SightOfFile)| {
        let [passing, result, verdict] = if sight.is_blind {
            [Cell::Empty, Cell::Empty, "chưa công bố".into()]
        } else {
            [
                passing(sight, file).into(),
                file.result
                    .map_or(Cell::Unknown, |points| points.to_string().into()),
                verdict(sight, file).into(),
            ]
        };
        Row::normal(vec![
            at.to_string().into(),
            named(file).into(),
            file.counted.to_string().into(),
            passing,
            result,
            verdict,
        ])
    };
    Table {
        columns: vec![
            Column::new("TT", 6, Align::Center),
            Column::new("Đề án", 42, Align::Left),
            Column::new("Phiếu hợp lệ", 10, Align::Right),
            Column::new("Phiếu đạt ngưỡng", 11, Align::Right),
            Column::new("Điểm kết quả", 12, Align::Right),
            Column::new("Kết luận", 18, Align::Left),
        ],
        rows: (1..).zip(&sight.files).map(row).collect(),
        ..Table::default()
    }
}

fn passing(sight: &Sight, file: &SightOfFile) -> String {
    let reach = |mark: &&Mark| match mark {
        Mark::Scored(points) | Mark::Late(points, _) => *points >= sight.sheet.threshold,
        Mark::Owed | Mark::Recused(_) => false,
    };
    let count = file.marks.iter().filter(reach).count();
    format!("{count}/{}", file.counted)
}

fn verdict(sight: &Sight, file: &SightOfFile) -> &'static str {
    match file.result {
        None => "chưa đủ phiếu",
        Some(points) if points >= sight.sheet.threshold => "đạt ngưỡng, đưa vào xếp hạng",
        Some(_) => "dưới ngưỡng, không xếp hạng",
    }
}

/// What members remarked, file by file; nothing of it while the reader may not see the scores.
fn opinions(sight: &Sight) -> Vec<Block> {
    let mut blocks = Vec::new();
    for file in &sight.files {
        let of_file = sight.counted.iter();
        let of_file = of_file.filter(|score| score.project == file.facts.project);
        let said = of_file.filter_map(|score| {
            let mut members = sight.members.iter();
            let held = members.find(|held| held.member.person == score.person)?;
            let remark = score.remark.as_ref()?;
            Some(format!("{}: {remark}", held.member.name))
        });
        let said: Vec<_> = said.collect();
        if !said.is_empty() {
            blocks.push(Block::Heading(3, format!("Đề án {}", named(file))));
            blocks.push(Block::List(said));
        }
    }
    if blocks.is_empty() {
        let none = if sight.is_blind {
            "Ý kiến kèm phiếu chấm được công bố khi biên bản đã khóa."
        } else {
            "Không có ý kiến ghi kèm phiếu chấm."
        };
        blocks.push(Block::Paragraph(none.to_owned()));
    }
    blocks
}

fn said(sight: &Sight) -> Vec<Block> {
    let written = sight.sitting.minutes.as_deref().unwrap_or_default();
    let lines = written.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<_> = lines
        .map(|line| Block::Paragraph(line.to_owned()))
        .collect();
    if lines.is_empty() {
        return vec![Block::Paragraph(
            "Thư ký chưa ghi nội dung, kết luận.".to_owned(),
        )];
    }
    lines
}

fn closing(sight: &Sight) -> String {
    match sight.sitting.closed_at {
        Some(at) => format!(
            "Biên bản được thông qua và khóa lúc {}; sau đó chỉ lập bản đính chính./.",
            at.show()
        ),
        None => {
            "Biên bản chưa khóa: số liệu còn thay đổi, bản này không có giá trị thay biên bản./."
                .to_owned()
        }
    }
}

/// Who signs in a post; the name stays open where nobody holds it.
fn signer(sight: &Sight, post: Post, words: &str) -> Signature {
    let mut members = sight.members.iter();
    let held = members.find(|held| held.member.post == post && held.sits);
    Signature {
        authority: Vec::new(),
        post: words.to_owned(),
        name: held.map_or_else(String::new, |held| held.member.name.clone()),
    }
}

/// "DA-2026-00003 – Hỗ trợ máy đúc".
pub(super) fn named(file: &SightOfFile) -> String {
    format!("{} – {}", file.facts.code, file.facts.title)
}
