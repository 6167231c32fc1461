//! Reckoning a support: a form, and the rule with its sum at an address that can be sent.

use super::words;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Fact, Facts, Field, Kind, Money, Value};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use crate::place::choice;
use kc_app::kernel::Done;
use kc_app::norm;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{Book, Case, Explanation, Key};

const FIELDS: [&str; 8] = [
    "kind",
    "cost",
    "support",
    "count",
    "on",
    "level",
    "place",
    choice::AREA,
];

/// `GET /norms/explain?kind=…`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let query = &visit.arrival.query;
    let book = norm::see(&visit.cx())?;
    if query.get("kind").is_empty() {
        return form(visit, &book, query).show();
    }
    let case = read(visit, query);
    match case.and_then(|case| norm::explain(&visit.cx(), &case)) {
        Ok(shown) => {
            let mut page = form(visit, &book, query);
            page.before = result(visit.lang(), &shown);
            page.show()
        }
        Err(failure) => form(visit, &book, query).come_back(failure),
    }
}

/// `POST /norms/explain`: leads to the address that holds the question.
pub(super) fn ask(visit: &Visit<'_>) -> Answer {
    let typed = &visit.arrival.form;
    if let Err(failure) = read(visit, typed) {
        let book = norm::see(&visit.cx())?;
        return form(visit, &book, typed).come_back(failure);
    }
    let asked = FIELDS.iter().fold(Query::default(), |query, name| {
        query.with(name, typed.get(name))
    });
    Reply::see_other(asked.behind("/norms/explain"), "")
}

fn read(visit: &Visit<'_>, typed: &Query) -> Done<Case> {
    let today = visit.cx().today();
    let mut reader = FormReader::new(typed);
    let kind = reader.choice("kind", Key::parse);
    let on = reader.date_or_none("on").unwrap_or(today);
    let count = reader.count_or_none("count").unwrap_or(1);
    if count < 1 {
        reader.wrong(
            "count",
            "Số lượng phải từ 1 trở lên.",
            "The count must be at least 1.",
        );
    }
    let level = reader.choice_or_none("level", Level::from_code);
    let (cost, support) = (
        reader.money_or_none("cost"),
        reader.money_or_none("support"),
    );
    let area = choice::read(&mut reader, typed, "place", on, None);
    reader.finish_with(|| {
        Some(Case {
            kind: kind?,
            on,
            level,
            cost,
            support,
            count,
            area,
        })
    })
}

/// The result in a sentence, what it rests on, and the sum.
fn result(lang: Lang, shown: &Explanation) -> Vec<Part> {
    let facts = vec![
        Fact::new(
            lang.t("Kết quả", "Result"),
            Value::Tag(words::verdict(lang, shown.verdict)),
        )
        .note(shown.say(lang)),
        Fact::new(
            lang.t("Mức hỗ trợ tối đa", "Highest support"),
            Value::Money(Money::full(lang, shown.limit)),
        )
        .note(shown.norm.content.say(lang)),
        Fact::text(lang.t("Hiệu lực", "Dates"), shown.norm.dates(lang))
            .note(kc_app::place::name_of(&shown.norm.area, lang))
            .law(words::law(lang, &shown.norm)),
    ];
    let mut parts = vec![Part::Facts(Facts { lang, facts })];
    if !shown.steps.is_empty() {
        let table = words::sum(lang, shown);
        parts.push(Part::Heading(table.caption.clone()));
        parts.push(Part::Table(table));
    }
    parts
}

fn form(visit: &Visit<'_>, book: &Book, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Tính mức hỗ trợ", "Reckon a support"));
    shell.crumbs = vec![crumb(lang.t("Định mức, quy định", "Norms"), "/norms")];
    let today = visit.cx().today();
    let mut fields = fields(lang, book);
    let asks_place = choice::field(lang, typed, "place", today);
    fields.extend(asks_place);
    let fields = fields
        .into_iter()
        .map(|field| {
            let value = typed.get(&field.name);
            field.value(value)
        })
        .collect();
    FormPage::new(shell, "/norms/explain", fields)
        .buttons(lang.t("Tính", "Reckon"), "/norms")
        .intro(lang.t(
            "Chọn loại hỗ trợ và ngày: trang này nêu quy định có hiệu lực ngày đó, cách tính và kết luận. Không ghi gì vào hồ sơ.",
            "Choose the kind and the day: this page names the rule in force that day, its sum and the result. Nothing is kept.",
        ))
}

fn fields(lang: Lang, book: &Book) -> Vec<Field> {
    let levels = Level::ALL.map(|level| Choice::new(level.code(), level.name(lang)));
    let kinds = [Choice::new("", lang.t("Chọn loại hỗ trợ", "Choose a kind"))]
        .into_iter()
        .chain(words::kinds(lang, book));
    vec![
        Field::new(
            lang,
            Kind::Select(kinds.collect()),
            "kind",
            lang.t("Loại hỗ trợ", "Kind of support"),
        ),
        Field::money(lang, "cost", lang.t("Tổng chi phí", "Cost in all"))
            .example("600 triệu")
            .optional(),
        Field::money(
            lang,
            "support",
            lang.t("Mức hỗ trợ đề nghị", "Support asked"),
        )
        .hint(lang.t(
            "Để trống nếu chỉ cần biết mức tối đa.",
            "Leave empty to learn the highest only.",
        ))
        .optional(),
        Field::new(
            lang,
            Kind::Count,
            "count",
            lang.t("Số cơ sở, mô hình, cụm… cùng nhận", "How many share it"),
        )
        .hint(lang.t("Để trống là 1.", "Empty means 1."))
        .optional(),
        Field::date(
            lang,
            "on",
            lang.t("Ngày tính quy định", "The day that counts"),
        )
        .hint(lang.t("Để trống là hôm nay.", "Empty means today."))
        .optional(),
        Field::text(lang, "place", lang.t("Địa bàn", "Place"))
            .example("thành phố Hải Phòng")
            .hint(lang.t("Để trống là cả nước.", "Empty means the whole nation."))
            .optional(),
        Field::new(
            lang,
            Kind::Radio(levels.into()),
            "level",
            lang.t("Nguồn kinh phí", "Money"),
        )
        .hint(lang.t(
            "Không chọn thì theo địa bàn: có địa bàn là nguồn địa phương.",
            "Not chosen, it follows the place: with a place it is local money.",
        ))
        .optional(),
    ]
}
