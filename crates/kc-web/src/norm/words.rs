//! How rules are shown: their standing as a mark, their citation as a link, their sum as a table.

use super::url;
use crate::kernel::components::{Choice, Column, Head, LawLink, Money, Shape, Tag, Tone};
use crate::kernel::page::{Cell, Table, TableRow};
use chrono::NaiveDate;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{Answer, Book, Explanation, Named, Norm, Open, Standing, Verdict};

/// How far a rule can be relied on.
pub(super) fn standing(lang: Lang, standing: Standing) -> Tag {
    let (shape, tone) = match standing {
        Standing::Verified => (Shape::Full, Tone::Good),
        Standing::Unverified => (Shape::Triangle, Tone::Care),
        Standing::Draft => (Shape::Empty, Tone::Quiet),
        Standing::Unread => (Shape::Half, Tone::Care),
    };
    Tag::new(shape, tone, standing.name(lang))
}

/// Where a rule stands on a day: in force, over, not yet, or without a day.
pub(super) fn force(lang: Lang, norm: &Norm, on: NaiveDate) -> Tag {
    if norm.is_in_force(on) {
        return Tag::new(Shape::Full, Tone::Work, lang.t("còn hiệu lực", "in force"));
    }
    if norm.is_over(on) {
        return Tag::new(Shape::Cross, Tone::Quiet, lang.t("hết hiệu lực", "over"));
    }
    Tag::new(Shape::Empty, Tone::Quiet, norm.dates(lang))
}

/// The article a rule stands in; opens the rule.
pub(super) fn law(lang: Lang, norm: &Norm) -> LawLink {
    LawLink {
        lang,
        citation: norm.citation.say(),
        url: url(norm),
        verified: norm.standing == Standing::Verified,
    }
}

/// What came of a case, in a word.
pub(super) fn verdict(lang: Lang, verdict: Verdict) -> Tag {
    match verdict {
        Verdict::Accepted => Tag::new(Shape::Full, Tone::Good, lang.t("trong mức", "within")),
        Verdict::Over { by } => {
            let over = format!("{} {by}", lang.t("vượt", "over by"));
            Tag::new(Shape::Cross, Tone::Bad, over)
        }
        Verdict::Open(Open::Support) => {
            Tag::plain(lang.t("chưa ghi mức hỗ trợ", "no support stated"))
        }
        Verdict::Open(_) => Tag::new(
            Shape::Triangle,
            Tone::Care,
            lang.t("chưa kết luận được", "cannot be told"),
        ),
    }
}

/// An answer that may be missing, in a word.
pub(super) fn answer(lang: Lang, answer: Answer) -> Tag {
    match answer {
        Answer::Yes => Tag::new(Shape::Full, Tone::Good, lang.t("đủ điều kiện", "eligible")),
        Answer::No => Tag::new(
            Shape::Cross,
            Tone::Bad,
            lang.t("không đủ điều kiện", "not eligible"),
        ),
        Answer::Unknown => Tag::new(
            Shape::Triangle,
            Tone::Care,
            lang.t("cần làm rõ", "to be found out"),
        ),
    }
}

/// The sum, line by line, with the lower bound as its last line.
pub(super) fn sum(lang: Lang, shown: &Explanation) -> Table {
    let columns = vec![
        Column::text(lang.t("Phép tính", "Reckoning")),
        Column::number(lang.t("Kết quả", "Result"), lang.t("đồng", "VND")),
    ];
    let money = |amount| {
        Cell::Money(Money {
            full: true,
            ..Money::cell(lang, amount)
        })
    };
    let row = |text: String, amount| TableRow::new("", vec![Cell::text(text), money(amount)]);
    let steps = shown.steps.iter();
    let mut rows: Vec<_> = steps
        .map(|step| row(step.text.say(lang).to_owned(), Some(step.amount)))
        .collect();
    let lowest = lang.t(
        "Mức tối đa: số nhỏ nhất",
        "The highest support: the lowest of them",
    );
    rows.push(TableRow::of_kind(
        crate::kernel::page::RowKind::Total,
        vec![Cell::text(lowest), money(shown.limit)],
    ));
    Table {
        lang,
        caption: lang
            .t(
                "Cách tính mức hỗ trợ tối đa",
                "How the ceiling was reckoned",
            )
            .to_owned(),
        head: Head { columns },
        rows,
        note: String::new(),
    }
}

/// The kinds of support to choose from.
pub(super) fn kinds(lang: Lang, book: &Book) -> Vec<Choice> {
    let kinds = book.kinds.iter();
    kinds
        .map(|kind| Choice::new(kind.key.as_str(), kind.name.say(lang)))
        .collect()
}

/// Keys with their names.
pub(super) fn keys(lang: Lang, caption: &str, named: &[Named]) -> Table {
    let columns = vec![
        Column::text(lang.t("Khóa", "Key")),
        Column::text(lang.t("Tên", "Name")),
    ];
    let row = |held: &Named| {
        let cells = vec![
            Cell::text(held.key.as_str()),
            Cell::text(held.name.say(lang)),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: caption.to_owned(),
        head: Head { columns },
        rows: named.iter().map(row).collect(),
        note: String::new(),
    }
}

/// The names of the kinds a rule speaks of.
pub(super) fn kinds_of(lang: Lang, book: &Book, norm: &Norm) -> String {
    if norm.kinds.is_empty() {
        return lang.t("mọi loại hỗ trợ", "every kind").to_owned();
    }
    let names = norm.kinds.iter().map(|key| {
        let named = book.kind(key);
        named.map_or(key.as_str(), |kind| kind.name.say(lang))
    });
    names.collect::<Vec<_>>().join("; ")
}
