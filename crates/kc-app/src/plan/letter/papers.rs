//! What a proposal needs, as the processes in force ask for it.

use super::Grounds;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::paper::Block;
use kc_domain::kernel::text::Lang;
use kc_domain::process::{Guard, Move, Paper, Process, Step};

/// The papers of each way, then what flagship and group projects must show.
pub(super) fn blocks(grounds: &Grounds) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(
        "Phiếu đăng ký ghi rõ tên, nội dung, sự cần thiết, địa điểm, cơ sở thụ hưởng, thời gian, \
         tổng chi phí, mức đề nghị hỗ trợ và kết quả dự kiến của đề án, kèm theo:"
            .to_owned(),
    )];
    let lists = grounds.ways.iter().filter_map(list);
    blocks.extend(lists);
    let is_checked = |way: &Process| {
        submission(way).is_some_and(|step| step.guards.contains(&Guard::Composition))
    };
    if grounds.ways.iter().any(|(_, way)| is_checked(way)) {
        blocks.push(composition());
    }
    blocks
}

fn list((level, way): &(Level, Process)) -> Option<Block> {
    let papers = papers(way);
    let papers: Vec<_> = papers
        .iter()
        .map(|paper| decapitalised(&paper.say(Lang::Vi)))
        .collect();
    let money = match level {
        Level::National => "Đề án khuyến công quốc gia",
        Level::Local => "Đề án khuyến công địa phương",
    };
    let said = format!("{money}: {}.", papers.join("; "));
    (!papers.is_empty()).then(|| Block::List(vec![said]))
}

fn submission(way: &Process) -> Option<&Step> {
    let is_submission = |step: &&Step| step.is == Some(Move::Submit);
    way.steps.iter().find(is_submission)
}

/// The papers of the submission; where it asks for none, those of the step that follows it.
fn papers(way: &Process) -> Vec<Paper> {
    let Some(first) = submission(way) else {
        return Vec::new();
    };
    if !first.papers.is_empty() {
        return first.papers.clone();
    }
    let next = way.steps.iter();
    let mut next = next.filter(|step| !step.aside && step.from.contains(&first.to));
    let papers = next.find(|step| !step.papers.is_empty());
    papers.map(|step| step.papers.clone()).unwrap_or_default()
}

/// Thông tư 36/2013/TT-BCT, Điều 2, sửa đổi bởi Thông tư 17/2018/TT-BCT.
fn composition() -> Block {
    Block::List(vec![
        "Đề án điểm: từ 2 hoạt động và từ 2 cơ sở thụ hưởng trở lên, thực hiện trong 2 đến 3 năm \
         (Điều 2 Thông tư 36/2013/TT-BCT, sửa đổi bởi Thông tư 17/2018/TT-BCT)."
            .to_owned(),
        "Đề án nhóm: từ 2 cơ sở thụ hưởng cùng ngành nghề trở lên.".to_owned(),
    ])
}

/// The same within a sentence; what begins with two capitals is an abbreviation and stays.
fn decapitalised(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), text.chars().nth(1));
    if second.is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    let lowered: String = first.into_iter().flat_map(char::to_lowercase).collect();
    lowered + letters.as_str()
}
