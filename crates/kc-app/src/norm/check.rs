//! Checks a file of norms as a whole, against itself and against the kinds of the program.

use super::block::{blocks, head};
use super::book::reference;
use super::file::{Parsed, parse};
use kc_domain::kernel::text::Text;
use kc_domain::norm::refusal::Mistake;
use kc_domain::norm::{About, Content, Key, Norm, Standing};
use kc_domain::place::AreaPath;
use std::collections::BTreeSet;

/// The longest file of norms; a province has some twenty items.
pub const BYTES_MAX: usize = 200_000;

/// Reads a file and checks it whole: known kinds and facts, keys once, no two rules for the same
/// thing on the same day. A file to be adopted, which gets a version, is a province's, and its rules
/// have a first day.
pub fn check_file(text: &str, version: Option<i64>) -> Result<Parsed, Vec<Mistake>> {
    if text.len() > BYTES_MAX {
        return Err(vec![mistake(
            (0, ""),
            "Tệp quá dài: tối đa 200.000 byte.",
            "The file is too long: at most 200,000 bytes.",
        )]);
    }
    let parsed = parse(text, version)?;
    let mut mistakes = Vec::new();
    let lines = blocks(text, "rule");
    for (at, norm) in parsed.book.norms.iter().enumerate() {
        let block = lines.get(at);
        let line = |key: &str| block.map_or(0, |block| block.line_of(key));
        let earlier = parsed.book.norms.iter().take(at);
        mistakes.extend(unknown_names(&parsed, norm, &line));
        mistakes.extend(clash(earlier, norm, &line));
        if version.is_some() {
            mistakes.extend(dateless(norm, &line));
        }
    }
    if version.is_some() && parsed.area == AreaPath::nation() {
        mistakes.push(mistake(
            (head(text).line_of("area"), "area"),
            "ghi địa bàn của tỉnh, ví dụ VN/31: quy định của cả nước nằm trong chương trình",
            "write the province, as in VN/31: the rules of the nation are in the program",
        ));
    }
    if parsed.book.norms.is_empty() {
        mistakes.push(mistake(
            (1, "rule"),
            "tệp chưa có quy định nào: thêm ít nhất một [[rule]]",
            "the file has no rule: add at least one [[rule]]",
        ));
    }
    if mistakes.is_empty() {
        Ok(parsed)
    } else {
        Err(mistakes)
    }
}

fn mistake((line, key): (usize, &str), vi: impl Into<String>, en: impl Into<String>) -> Mistake {
    Mistake {
        line,
        key: key.to_owned(),
        text: Text::new(vi, en),
    }
}

/// A rule without its first day would never be used; only a draft, or a priority of one year, has
/// none.
fn dateless(norm: &Norm, line: &impl Fn(&str) -> usize) -> Option<Mistake> {
    let is_of_a_year =
        matches!(&norm.content, Content::Priority(priority) if priority.year.is_some());
    if norm.from.is_some() || norm.standing == Standing::Draft || is_of_a_year {
        return None;
    }
    Some(mistake(
        (line("from"), "from"),
        "ghi ngày đầu có hiệu lực, như from = 2026-01-01; bản dự thảo thì ghi status = \"draft\"",
        "write the first day, as in from = 2026-01-01; for a draft write status = \"draft\"",
    ))
}

fn unknown_names(parsed: &Parsed, norm: &Norm, line: &impl Fn(&str) -> usize) -> Vec<Mistake> {
    let mut kinds: BTreeSet<&Key> = norm.kinds.iter().collect();
    let mut facts: BTreeSet<&Key> = BTreeSet::new();
    if let Content::Priority(priority) = &norm.content {
        kinds.extend(&priority.kinds);
        facts.extend(priority.when.iter().chain(&priority.paper));
    }
    let known = [&reference().kinds, &parsed.book.kinds];
    let known_facts = [&reference().facts, &parsed.book.facts];
    let is_in = |held: &[&Vec<kc_domain::norm::Named>; 2], key: &Key| {
        held.iter()
            .copied()
            .flatten()
            .any(|named| named.key == *key)
    };
    let unknown_kinds = kinds.into_iter().filter(|kind| !is_in(&known, kind));
    let unknown_facts = facts.into_iter().filter(|fact| !is_in(&known_facts, fact));
    let kinds = unknown_kinds.map(|kind| undeclared((line("kinds"), "kinds"), "kind", kind));
    let facts = unknown_facts.map(|fact| undeclared((line("when"), "when"), "fact", fact));
    kinds.chain(facts).collect()
}

fn undeclared(at: (usize, &str), table: &str, key: &Key) -> Mistake {
    mistake(
        at,
        format!("“{key}” chưa được khai báo; dùng khóa có sẵn hoặc thêm [[{table}]] với khóa này"),
        format!("“{key}” is not declared; use a known key or add a [[{table}]] with it"),
    )
}

fn clash<'a>(
    mut earlier: impl Iterator<Item = &'a Norm> + Clone,
    norm: &Norm,
    line: &impl Fn(&str) -> usize,
) -> Option<Mistake> {
    if earlier.clone().any(|other| other.key == norm.key) {
        return Some(mistake(
            (line("key"), "key"),
            format!(
                "khóa “{}” đã dùng cho một quy định khác trong tệp",
                norm.key
            ),
            format!("the key “{}” belongs to another rule of the file", norm.key),
        ));
    }
    let other = earlier.find(|other| are_both_in_force(other, norm))?;
    Some(mistake(
        (line("from"), "from"),
        format!(
            "trùng thời gian với quy định “{}” cho cùng loại hỗ trợ; ghi ngày cuối (to) cho quy định cũ",
            other.key
        ),
        format!(
            "it holds at the same time as “{}” for the same kind; give the older one a last day (to)",
            other.key
        ),
    ))
}

fn are_both_in_force(a: &Norm, b: &Norm) -> bool {
    let is_single = matches!(
        a.about(),
        About::Ceiling | About::Advance | About::Eligibility
    );
    let is_level = a.level.is_none() || b.level.is_none() || a.level == b.level;
    let shares_kind = a.kinds.is_empty() && b.kinds.is_empty()
        || a.kinds.iter().any(|kind| b.kinds.contains(kind));
    let meets = match (a.from, b.from) {
        (Some(a_from), Some(b_from)) => {
            a.to.is_none_or(|to| to >= b_from) && b.to.is_none_or(|to| to >= a_from)
        }
        _ => false,
    };
    is_single && a.about() == b.about() && is_level && shares_kind && meets
}
