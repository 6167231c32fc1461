//! A decision as an official paper in the form of Nghị định 30/2020/NĐ-CP.

mod table;

use super::Sight;
use crate::kernel::local;
use kc_domain::decision::{DecisionKind, Item};
use kc_domain::document::Office;
use kc_domain::kernel::date::{Instant, show_date};
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::paper::{Appendix, Block, Number, Paper, Sheet, Subject};
use kc_domain::kernel::text::{Lang, fold};
use kc_domain::kernel::words::in_words;
use kc_domain::ledger::Source;
use kc_domain::place;
use std::collections::BTreeMap;

/// The paper: number and day stay open while it is a draft.
pub(super) fn of(sight: &Sight, made: Instant) -> Paper {
    let act = &sight.decision;
    let office = Office::named(&act.issuer);
    Paper {
        made: local(made),
        sheet: Sheet::Portrait,
        issuer: Office::issuer(&act.issuer, &act.area),
        number: Some(Number::written(act.number.as_deref(), symbol(office))),
        place: place::gazetteer()
            .unit_at(&act.area)
            .map_or("Hà Nội", |unit| unit.name)
            .to_owned(),
        day: act.dated,
        subject: Subject::Titled {
            kind: "Quyết định".to_owned(),
            about: act.title.clone(),
        },
        recipients: Vec::new(),
        blocks: body(sight, office),
        signature: Some(office.signature(act.signer_post.as_deref(), act.signer_name.as_deref())),
        copies: ["Như Điều 3", "Sở Công Thương", "Sở Tài chính", "Lưu: VT"]
            .map(str::to_owned)
            .into(),
        appendices: vec![appendix(sight)],
        illustrative: act.illustrative,
        is_draft: false,
        audit_head: None,
    }
}

/// The symbol behind the number of a decision.
fn symbol(office: Office) -> &'static str {
    match office {
        Office::Committee => "QĐ-UBND",
        Office::Department => "QĐ-SCT",
        Office::Ministry => "QĐ-BCT",
        Office::Centre | Office::Agency | Office::Other => "QĐ",
    }
}

fn body(sight: &Sight, office: Office) -> Vec<Block> {
    let authority = format!("{} {}", office.head(), sight.decision.issuer);
    let mut blocks = vec![Block::Centred(authority.to_uppercase())];
    blocks.extend(basis(&sight.decision.basis));
    blocks.push(Block::Centred("QUYẾT ĐỊNH:".to_owned()));
    let article = |lead: &str, text: String| Block::Article(lead.to_owned(), text);
    blocks.push(article("Điều 1.", what(sight)));
    if let Some(reason) = &sight.decision.reason {
        blocks.push(Block::Paragraph(format!("Lý do: {}.", bare(reason))));
    }
    blocks.push(article("Điều 2.", duties(sight)));
    blocks.push(article(
        "Điều 3.",
        "Quyết định này có hiệu lực kể từ ngày ký. Thủ trưởng các cơ quan, đơn vị và tổ chức, cá \
         nhân có tên tại Phụ lục chịu trách nhiệm thi hành Quyết định này./."
            .to_owned(),
    ));
    blocks
}

/// "Căn cứ …;", the last with a full stop; proposals ("Theo đề nghị …") stay as written.
fn basis(lines: &[String]) -> Vec<Block> {
    let last = lines.len().saturating_sub(1);
    let each = |(at, line): (usize, &String)| {
        let text = bare(line);
        let folded = fold(text);
        let begun = ["can cu", "theo", "xet"]
            .iter()
            .any(|word| folded.starts_with(word));
        let begin = if begun { "" } else { "Căn cứ " };
        let end = if at == last { "." } else { ";" };
        Block::Basis(format!("{begin}{text}{end}"))
    };
    lines.iter().enumerate().map(each).collect()
}

/// What the decision does, with its sums in figures and words.
fn what(sight: &Sight) -> String {
    let act = &sight.decision;
    let batch = act.batch.as_ref().map(|batch| format!(" (đợt {batch})"));
    let named = format!("{}{}", sight.plan.name, batch.unwrap_or_default());
    let count = projects(sight);
    let target = sight
        .to_plan
        .as_ref()
        .map(|plan| format!(" sang {}", plan.name));
    let target = target.unwrap_or_default();
    let sums = sums(sight, Item::change);
    let total: Dong = sums.values().copied().sum();
    let said = match act.kind {
        DecisionKind::Approve | DecisionKind::Supplement => format!(
            "{} {count} đề án, nhiệm vụ thuộc {named} với tổng kinh phí hỗ trợ {}",
            act.kind.verb(),
            in_figures_and_words(total)
        ),
        DecisionKind::Stop | DecisionKind::Postpone => {
            format!("{} {count} đề án thuộc {named}{target}", act.kind.verb())
        }
        DecisionKind::CarryOver => format!(
            "{} {} của {count} đề án thuộc {named}{target}",
            act.kind.verb(),
            in_figures_and_words(total.abs())
        ),
        DecisionKind::SwitchSource => {
            format!(
                "{} của {count} đề án thuộc {named}, tổng số không đổi",
                act.kind.verb()
            )
        }
        DecisionKind::Adjust | DecisionKind::Cut => {
            let way = if total.is_positive() {
                "tăng"
            } else {
                "giảm"
            };
            format!(
                "{} kinh phí của {count} đề án thuộc {named}, tổng số {way} {}",
                act.kind.verb(),
                in_figures_and_words(total.abs())
            )
        }
    };
    format!(
        "{said}{}. Danh mục và kinh phí từng đề án tại Phụ lục kèm theo.",
        by_source(&sums)
    )
}

fn by_source(sums: &BTreeMap<Source, Dong>) -> String {
    let each = |(source, sum): (&Source, &Dong)| {
        let name = source.name(Lang::Vi);
        format!("{} {}", lowered(name), signed_when_less(*sum))
    };
    let all: Vec<_> = sums.iter().map(each).collect();
    if all.is_empty() {
        return String::new();
    }
    format!(", trong đó: {}", all.join("; "))
}

fn duties(sight: &Sight) -> String {
    let amended = sight.amends.as_ref().and_then(|amended| {
        let (number, dated) = (amended.number.as_ref()?, amended.dated?);
        Some(format!(
            " Những nội dung khác giữ theo Quyết định số {number} ngày {}.",
            show_date(dated)
        ))
    });
    format!(
        "Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính và các đơn vị có liên quan tổ chức \
         thực hiện, quản lý và quyết toán kinh phí theo quy định hiện hành.{}",
        amended.unwrap_or_default()
    )
}

fn appendix(sight: &Sight) -> Appendix {
    let act = &sight.decision;
    let number = act.number.clone().unwrap_or_else(|| {
        let symbol = symbol(Office::named(&act.issuer));
        format!("{}/{symbol}", "\u{A0}".repeat(6))
    });
    let day = act.dated.map_or_else(|| "\u{A0}".repeat(10), show_date);
    Appendix {
        title: "Danh mục đề án, nhiệm vụ và kinh phí".to_owned(),
        attached_to: format!(
            "Kèm theo Quyết định số {number} ngày {day} của {}",
            act.issuer
        ),
        blocks: vec![Block::Table(table::of(sight))],
        sheet: Sheet::Landscape,
    }
}

fn sums(sight: &Sight, of: fn(&Item) -> Dong) -> BTreeMap<Source, Dong> {
    let mut sums: BTreeMap<Source, Dong> = BTreeMap::new();
    for line in &sight.lines {
        let sum = sums.entry(line.item.source).or_default();
        *sum = sum.plus(of(&line.item));
    }
    sums
}

fn projects(sight: &Sight) -> usize {
    let mut ids: Vec<_> = sight.lines.iter().map(|line| line.item.project).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len()
}

fn in_figures_and_words(amount: Dong) -> String {
    format!("{amount} (bằng chữ: {})", in_words(amount))
}

fn signed_when_less(amount: Dong) -> String {
    if amount < Dong::ZERO {
        format!("giảm {}", amount.abs())
    } else {
        amount.to_string()
    }
}

fn bare(text: &str) -> &str {
    text.trim_end_matches([';', '.', ',', ' '])
}

fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    let first: String = first.into_iter().flatten().collect();
    first + letters.as_str()
}
