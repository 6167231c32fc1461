//! Rules and explanations as JSON, for the command line and the interface.

use chrono::NaiveDate;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{Case, Content, Explanation, Key, Norm, Open, Standing, Verdict};
use serde_json::{Map, Value, json};

/// A rule: what it is about, by which article, when, where, and what it says.
pub fn norm_json(norm: &Norm) -> Value {
    let mut object = norm_map(norm);
    let more = match &norm.content {
        Content::Ceiling(ceiling) => json!({
            "percent": ceiling.share.map(|share| share.to_string()),
            "amount": amount(ceiling.amount),
            "per": ceiling.per.code(),
            "text": ceiling.say(Lang::Vi),
        }),
        Content::Advance(share) => json!({ "percent": share.map(|share| share.to_string()) }),
        Content::Eligibility(rule) => json!({
            "forms": rule.forms.iter().map(|form| form.code()).collect::<Vec<_>>(),
            "forms_anywhere": rule.forms_anywhere.iter().map(|form| form.code()).collect::<Vec<_>>(),
            "places": rule.places.iter().map(|site| site.code()).collect::<Vec<_>>(),
            "craft_villages": rule.craft_villages,
            "trades": rule.trades.iter().map(|trade| &trade.name).collect::<Vec<_>>(),
        }),
        Content::Priority(priority) => json!({
            "mark": priority.mark,
            "name": priority.name.vi,
            "year": priority.year,
        }),
        Content::Ranking(order) => json!({ "order": order }),
    };
    if let Value::Object(more) = more {
        object.extend(more);
    }
    object.into()
}

fn norm_map(norm: &Norm) -> Map<String, Value> {
    let kinds: Vec<_> = norm.kinds.iter().map(Key::as_str).collect();
    let article = Some(&norm.citation.article).filter(|article| !article.is_empty());
    let all = fields([
        ("rule", norm.path().into()),
        ("version", norm.version.into()),
        ("about", norm.about().code().into()),
        ("kinds", kinds.into()),
        ("document", norm.citation.instrument.clone().into()),
        ("article", article.cloned().into()),
        ("from", day(norm.from)),
        ("to", day(norm.to)),
        ("area", norm.area.as_str().into()),
        ("level", norm.level.map(Level::code).into()),
        ("status", norm.standing.code().into()),
        ("source", norm.source.clone().into()),
    ]);
    all.collect()
}

/// An explanation: whether it is accepted, what was asked, the rule, the sum, and the result in
/// words. A refusal has the same keys.
pub fn explanation_json(shown: &Explanation) -> Value {
    let steps = shown.steps.iter();
    let steps = steps.map(|step| json!({ "text": step.text.vi, "amount": step.amount.0 }));
    let (over, open) = match shown.verdict {
        Verdict::Accepted => (None, None),
        Verdict::Over { by } => (Some(by.0), None),
        Verdict::Open(open) => (None, Some(open_code(open))),
    };
    let mut object = case_map(&shown.case);
    object.extend(fields([
        ("accepted", shown.is_accepted().into()),
        ("code", Value::Null),
        ("ceiling", amount(shown.limit)),
        ("over", over.into()),
        ("open", open.into()),
        ("status", shown.norm.standing.code().into()),
        (
            "unverified",
            (shown.norm.standing == Standing::Unverified).into(),
        ),
        ("rule", norm_json(&shown.norm)),
        ("sum", steps.collect()),
        (
            "may_also_apply",
            shown.undated.iter().map(norm_json).collect(),
        ),
        ("message", shown.say(Lang::Vi).into()),
    ]));
    object.into()
}

/// A refusal: not accepted, with its code and the sentence, and everything an explanation has.
pub fn refusal_json(refusal: &Refusal, case: &Case) -> Value {
    let mut object = case_map(case);
    let (last, next) = match refusal {
        Refusal::Gap { last, next, .. } => (*last, *next),
        _ => (None, None),
    };
    object.extend(fields([
        ("accepted", false.into()),
        ("code", refusal.code().into()),
        ("ceiling", Value::Null),
        ("over", Value::Null),
        ("open", "no-rule".into()),
        ("status", Value::Null),
        ("unverified", false.into()),
        ("rule", Value::Null),
        ("sum", json!([])),
        ("may_also_apply", json!([])),
        ("previous_to", day(last)),
        ("next_from", day(next)),
        ("message", refusal.say(Lang::Vi).into()),
    ]));
    object.into()
}

/// What was asked.
fn case_map(case: &Case) -> Map<String, Value> {
    let asked = fields([
        ("kind", case.kind.as_str().into()),
        ("on", case.on.to_string().into()),
        ("level", case.money().code().into()),
        ("area", case.area.as_str().into()),
        ("count", case.count.into()),
        ("cost", amount(case.cost)),
        ("support", amount(case.support)),
    ]);
    asked.collect()
}

fn fields<const N: usize>(
    fields: [(&'static str, Value); N],
) -> impl Iterator<Item = (String, Value)> {
    fields
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
}

fn open_code(open: Open) -> &'static str {
    match open {
        Open::Support => "support-not-stated",
        Open::Cost => "cost-not-stated",
        Open::Figure => "figure-not-entered",
    }
}

fn amount(amount: Option<Dong>) -> Value {
    amount.map(|amount| amount.0).into()
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map(|day| day.to_string()).into()
}
