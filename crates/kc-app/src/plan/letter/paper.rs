//! The letter of guidance as an official letter in the form of Nghị định 30/2020/NĐ-CP.

use super::{Grounds, norms, office, papers};
use crate::kernel::local;
use chrono::NaiveDate;
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::paper::{Block, Paper, Sheet, Subject};
use kc_domain::kernel::text::Lang;

/// The paper: number, day and signature stay open while it is a draft.
pub(super) fn of(grounds: &Grounds, made: Instant) -> Paper {
    Paper {
        made: local(made),
        sheet: Sheet::Portrait,
        issuer: office::issuer(grounds),
        number: Some(office::number(grounds)),
        place: office::place(grounds),
        day: grounds.signed.as_ref().and_then(|letter| letter.issued_on),
        subject: Subject::Letter {
            about: format!(
                "hướng dẫn đăng ký đề án khuyến công năm {}",
                grounds.plan.year
            ),
        },
        recipients: office::addressees(grounds),
        blocks: body(grounds),
        signature: Some(office::signature(grounds)),
        copies: office::copies(grounds),
        appendices: vec![norms::appendix(grounds)],
        illustrative: grounds.plan.illustrative,
        is_draft: grounds.signed.is_none(),
        audit_head: None,
    }
}

fn body(grounds: &Grounds) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(opening(grounds))];
    let parts = [
        ("Ưu tiên của năm", priorities(grounds)),
        ("Thời gian đăng ký, thời gian thực hiện", round(grounds)),
        ("Nơi đăng ký và cách đăng ký", desk(grounds)),
        ("Hồ sơ đăng ký", papers::blocks(grounds)),
        ("Điều kiện và mức hỗ trợ", norms::blocks(grounds)),
    ];
    let parts = parts.into_iter().filter(|(_, held)| !held.is_empty());
    for (number, (name, held)) in (1..).zip(parts) {
        blocks.push(Block::Heading(2, format!("{number}. {name}")));
        blocks.extend(held);
    }
    blocks.push(Block::Paragraph(format!(
        "Đề nghị các cơ quan, đơn vị, cơ sở phổ biến, tổ chức đăng ký đúng thời gian. Khó khăn, \
         vướng mắc phản ánh về {} để được hướng dẫn./.",
        grounds.keeper
    )));
    blocks
}

fn opening(grounds: &Grounds) -> String {
    let decree = decree(grounds.on);
    let programme = grounds.programme.as_ref();
    let programme = programme.map_or_else(String::new, |name| format!(" và {name}"));
    format!(
        "Thực hiện {decree}{programme}; để lập {}, {} hướng dẫn đăng ký đề án, nhiệm vụ như sau:",
        grounds.plan.name,
        office::name(grounds)
    )
}

/// The decree on industrial promotion as it was known on a day.
///
/// Nghị định 45/2012/NĐ-CP; Nghị định 235/2025/NĐ-CP of 27/8/2025 amends it.
fn decree(on: NaiveDate) -> String {
    let base = "Nghị định số 45/2012/NĐ-CP ngày 21/5/2012 của Chính phủ về khuyến công";
    let amended = NaiveDate::from_ymd_opt(2025, 8, 27).is_some_and(|signed| signed <= on);
    if amended {
        format!("{base}, được sửa đổi, bổ sung bởi Nghị định số 235/2025/NĐ-CP ngày 27/8/2025")
    } else {
        base.to_owned()
    }
}

fn priorities(grounds: &Grounds) -> Vec<Block> {
    let named = &grounds.guidance.priorities;
    if named.is_empty() {
        return Vec::new();
    }
    let last = named.len().saturating_sub(1);
    let line = |(at, said): (usize, &String)| {
        let end = if at == last { "." } else { ";" };
        format!("{}{end}", bare(said))
    };
    vec![
        Block::Paragraph("Ưu tiên xem xét, xếp theo thứ tự:".to_owned()),
        Block::List(named.iter().enumerate().map(line).collect()),
    ]
}

fn round(grounds: &Grounds) -> Vec<Block> {
    let plan = &grounds.plan;
    let opens = plan.round.opens_at.map(|at| at.say_from(Lang::Vi));
    let Some(opens) = opens else {
        let said = "Nhận đăng ký trong cả năm kế hoạch, đến khi có thông báo đóng đợt đăng ký.";
        return vec![Block::Paragraph(said.to_owned())];
    };
    let closes = plan.closes_at().say_until(Lang::Vi);
    let closes = closes.strip_prefix("lúc ").unwrap_or(&closes);
    vec![
        Block::Paragraph(format!(
            "Mở {opens}, đóng lúc {closes} (giờ Việt Nam). Đăng ký và trình hồ sơ đúng thời điểm \
             đóng vẫn được nhận."
        )),
        Block::Paragraph(
            "Hồ sơ đến sau thời điểm đóng được xem xét cho kế hoạch năm sau, trừ trường hợp giám \
             đốc Trung tâm hoặc lãnh đạo Sở đồng ý tiếp nhận muộn, có nêu lý do. Hồ sơ đã trình \
             đúng hạn mà bị trả lại để bổ sung thì được trình lại."
                .to_owned(),
        ),
        Block::Paragraph(format!(
            "Đề án thực hiện từ ngày {} đến ngày {}; đề án điểm thực hiện trong 2 đến 3 năm.",
            show_date(plan.period.from()),
            show_date(plan.period.to())
        )),
    ]
}

fn desk(grounds: &Grounds) -> Vec<Block> {
    let desk = grounds.guidance.desk.clone();
    let desk = desk.unwrap_or_else(|| grounds.keeper.clone());
    vec![Block::List(vec![
        format!("Nơi đăng ký: {}.", bare(&desk)),
        format!(
            "Cách đăng ký: lập phiếu đăng ký đề án vào kế hoạch {} trên phần mềm quản lý khuyến \
             công, kèm hồ sơ, rồi trình; đơn vị chưa có tài khoản gửi hồ sơ về nơi đăng ký.",
            grounds.plan.code
        ),
    ])]
}

fn bare(text: &str) -> &str {
    text.trim_end_matches([';', '.', ',', ' '])
}
