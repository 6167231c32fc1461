//! What a person who ranks may choose, in the address: so a trial can be sent and tried again.

use crate::kernel::answer::render;
use crate::kernel::components::{Choice as Answer, Field, Kind, LawLink};
use crate::kernel::page::Part;
use crate::kernel::query::Query;
use askama::Template;
use kc_app::appraisal::rank::{Choice, Trial};
use kc_app::kernel::Done;
use kc_domain::appraisal::Points;
use kc_domain::appraisal::ranking::Fill;
use kc_domain::kernel::id::PurseId;
use kc_domain::kernel::text::Lang;

/// How many floors one form takes.
const FLOORS: usize = 2;

/// Most files a floor or the reserve list can name.
const COUNT_MAX: usize = 99;

/// Reads the choice; what cannot be read is as if it were not chosen. Where nothing was asked yet,
/// every purse is chosen.
pub(super) fn read(query: &Query, all: &[PurseId]) -> Choice {
    let count = |name: &str| {
        let typed = query.get(name).trim().parse::<usize>();
        typed.unwrap_or(0).min(COUNT_MAX)
    };
    let purses = if query.get("asked").is_empty() {
        all.to_vec()
    } else {
        query.all("purse").filter_map(PurseId::parse).collect()
    };
    let floor = |number: usize| {
        let group = query.get(&format!("floor{number}")).to_owned();
        let at_least = count(&format!("floor{number}_count"));
        (!group.is_empty() && at_least > 0).then_some((group, at_least))
    };
    Choice {
        purses,
        threshold: Points::parse(query.get("threshold")),
        points_first: query.get("keys") == "points",
        fill: Fill::from_code(query.get("fill")).unwrap_or_default(),
        reduce_from: Points::parse(query.get("reduce"))
            .map(|percent| percent.0)
            .filter(|share| (1..=10_000).contains(share)),
        reserve: count("reserve"),
        floors: (0..FLOORS).filter_map(floor).collect(),
    }
}

/// The form that asks for a choice.
#[derive(Template)]
#[template(path = "appraisal/choice.html")]
struct Asked {
    lang: Lang,
    action: String,
    fields: Vec<Field>,
}

/// The form with what is chosen now.
pub(super) fn form(
    lang: Lang,
    action: String,
    trial: &Trial,
    (query, choice): (&Query, &Choice),
) -> Done<Part> {
    let mut fields = vec![purses(lang, trial, choice), fill(lang, choice)];
    fields.push(keys(lang, choice));
    let threshold = trial.threshold.to_string();
    let typed = |name: &str| query.get(name).to_owned();
    fields.push(
        Field::new(
            lang,
            Kind::Decimal,
            "threshold",
            lang.t("Ngưỡng điểm", "Threshold"),
        )
        .value(typed("threshold"))
        .hint(format!(
            "{} {threshold}.",
            lang.t("Để trống thì theo phiếu:", "Left empty, as on the sheet:")
        ))
        .optional(),
    );
    fields.extend(floors(lang, trial, query));
    let reduce = lang.t("Giảm cho vừa, không dưới", "Reduce to fit, not below");
    fields.push(
        Field::new(lang, Kind::Decimal, "reduce", reduce)
            .value(typed("reduce"))
            .unit("%")
            .hint(lang.t(
                "Đề án đầu tiên không đủ được giảm còn phần vừa với nguồn, làm tròn xuống; để trống thì không giảm.",
                "The first file that does not fit gets the share that does, cut off; empty: none.",
            ))
            .optional(),
    );
    let reserve = lang.t("Danh sách dự phòng", "Reserve list");
    fields.push(
        Field::new(lang, Kind::Count, "reserve", reserve)
            .value(typed("reserve"))
            .unit(lang.t("đề án", "files"))
            .optional(),
    );
    let asked = Asked {
        lang,
        action,
        fields,
    };
    Ok(Part::Drawing(render(&asked)?))
}

fn purses(lang: Lang, trial: &Trial, choice: &Choice) -> Field {
    let answers = trial.purses.iter().map(|card| Answer {
        chosen: choice.purses.contains(&card.purse.id),
        ..Answer::new(
            card.purse.id.to_string(),
            format!(
                "{} – {} {}",
                card.purse.name,
                lang.t("còn", "left"),
                card.available
            ),
        )
    });
    let label = lang.t("Nguồn kinh phí", "Purses");
    Field::new(lang, Kind::Checks(answers.collect()), "purse", label)
}

fn fill(lang: Lang, choice: &Choice) -> Field {
    let answers = Fill::ALL.map(|fill| {
        let promise = if fill.is_monotone() {
            String::new()
        } else {
            format!(
                " ({})",
                lang.t(
                    "không bảo đảm: thêm tiền có thể làm đề án đang được xếp bị loại",
                    "no promise: more money may remove a winner"
                )
            )
        };
        Answer::new(fill.code(), format!("{}{promise}", fill.name(lang)))
    });
    let label = lang.t(
        "Khi một đề án không đủ kinh phí",
        "When a file does not fit",
    );
    Field::new(lang, Kind::Radio(answers.into()), "fill", label)
        .value(choice.fill.code())
        .hint(lang.t(
            "Hai cách đầu giữ trọn các bảo đảm: không vượt nguồn, điểm cao hơn không làm mất suất, thêm tiền không loại ai.",
            "The first two keep every promise: no overdraft, no loss by a higher score or by more money.",
        ))
}

fn keys(lang: Lang, choice: &Choice) -> Field {
    let answers = vec![
        Answer::new(
            "marks",
            lang.t(
                "Đề án điểm, dấu ưu tiên, điểm, kinh nghiệm đơn vị, ngày đăng ký, mã",
                "Flagship, marks, points, experience, day of registration, code",
            ),
        ),
        Answer::new(
            "points",
            lang.t(
                "Điểm, đề án điểm, dấu ưu tiên, kinh nghiệm đơn vị, ngày đăng ký, mã",
                "Points, flagship, marks, experience, day of registration, code",
            ),
        ),
    ];
    let now = if choice.points_first {
        "points"
    } else {
        "marks"
    };
    let label = lang.t("Thứ tự xét", "Order");
    Field::new(lang, Kind::Radio(answers), "keys", label)
        .value(now)
        .law(LawLink {
            lang,
            citation: "Điều 7, Thông tư 36/2013/TT-BCT".to_owned(),
            url: String::new(),
            verified: false,
        })
}

fn floors(lang: Lang, trial: &Trial, query: &Query) -> Vec<Field> {
    let none = Answer::new("", lang.t("Không", "None"));
    let groups = trial.groups.iter();
    let groups = groups.map(|(code, words)| Answer::new(code, words));
    let answers: Vec<_> = std::iter::once(none).chain(groups).collect();
    let mut fields = Vec::new();
    for number in 0..FLOORS {
        let (group, count) = (format!("floor{number}"), format!("floor{number}_count"));
        let label = format!(
            "{} {}",
            lang.t("Xét trước: nhóm", "First: group"),
            number.saturating_add(1)
        );
        let kind = Kind::Select(answers.clone());
        let field = Field::new(lang, kind, &group, label).value(query.get(&group));
        fields.push(field.optional());
        let field = Field::new(lang, Kind::Count, &count, lang.t("Ít nhất", "At least"));
        let field = field
            .value(query.get(&count))
            .unit(lang.t("đề án", "files"));
        fields.push(field.optional());
    }
    fields
}
