//! Rules and explanations as JSON, for the command line and the interface.

use chrono::NaiveDate;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{Content, Explanation, Key, Norm, Open, Standing, Verdict};
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
    let fields = [
        ("rule", norm.path().into()),
        ("version", norm.version.into()),
        ("about", norm.about().code().into()),
        ("kinds", kinds.into()),
        ("document", norm.citation.instrument.clone().into()),
        ("article", norm.citation.article.clone().into()),
        ("from", day(norm.from)),
        ("to", day(norm.to)),
        ("area", norm.area.as_str().into()),
        ("level", norm.level.map(Level::code).into()),
        ("status", norm.standing.code().into()),
        ("source", norm.source.clone().into()),
    ];
    let owned = fields.map(|(key, value)| (key.to_owned(), value));
    owned.into_iter().collect()
}

/// An explanation: whether it is accepted, the rule, the sum, and the result in words.
pub fn explanation_json(shown: &Explanation) -> Value {
    let case = &shown.case;
    let steps = shown.steps.iter();
    let steps = steps.map(|step| json!({ "text": step.text.vi, "amount": step.amount.0 }));
    let (over, open) = match shown.verdict {
        Verdict::Accepted => (None, None),
        Verdict::Over { by } => (Some(by.0), None),
        Verdict::Open(open) => (None, Some(open_code(open))),
    };
    json!({
        "accepted": shown.is_accepted(),
        "kind": case.kind.as_str(),
        "on": case.on.to_string(),
        "level": case.money().code(),
        "area": case.area.as_str(),
        "count": case.count,
        "cost": amount(case.cost),
        "support": amount(case.support),
        "ceiling": amount(shown.limit),
        "over": over,
        "open": open,
        "unverified": shown.norm.standing == Standing::Unverified,
        "rule": norm_json(&shown.norm),
        "sum": steps.collect::<Vec<_>>(),
        "may_also_apply": shown.undated.iter().map(norm_json).collect::<Vec<_>>(),
        "message": shown.say(Lang::Vi),
    })
}

/// A refusal: not accepted, with its code and the sentence.
pub fn refusal_json(refusal: &Refusal) -> Value {
    let mut object = json!({
        "accepted": false,
        "code": refusal.code(),
        "rule": null,
        "message": refusal.say(Lang::Vi),
    });
    if let (Refusal::Gap { on, last, next, .. }, Some(object)) = (refusal, object.as_object_mut()) {
        object.insert("on".to_owned(), on.to_string().into());
        object.insert("previous_to".to_owned(), day(*last));
        object.insert("next_from".to_owned(), day(*next));
    }
    object
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
