//! The part “Định mức áp dụng” of the page of a project.

use super::{tell_url, words};
use crate::kernel::components::{Column, Fact, Facts, Head, Money, Offer, Shape, Tag, Tone, Value};
use crate::kernel::page::{Cell, Part, Table, TableRow};
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::norm::{self, OfProject};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::doubles::Double;
use kc_domain::norm::{Explanation, Standing};
use kc_domain::policy::Action;
use kc_domain::project::Project;

/// What the rules say of a project: ceiling with its sum, advance rate, eligibility, priorities,
/// doubles; and where to tell them more.
pub fn project_part(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    if !cx.may(Action::ReadRules) {
        return Ok(Vec::new());
    }
    let shown = norm::see_project(&cx, project)?;
    let mut parts = vec![Part::Heading(
        lang.t("Định mức áp dụng", "Norms applied").to_owned(),
    )];
    if shown.told.is_none() {
        let none = lang.t(
            "Chưa chọn loại hỗ trợ, nên chưa tính được mức tối đa và tỷ lệ tạm ứng.",
            "No kind of support is chosen yet, so there is no ceiling and no advance rate.",
        );
        parts.push(Part::Text(none.to_owned()));
    }
    let facts = facts(lang, project, &shown);
    if !facts.is_empty() {
        parts.push(Part::Facts(Facts { lang, facts }));
    }
    if let Some(Ok(ceiling)) = &shown.ceiling
        && !ceiling.steps.is_empty()
    {
        let table = words::sum(lang, ceiling);
        parts.push(Part::Heading(table.caption.clone()));
        parts.push(Part::Table(table));
    }
    parts.extend(doubles(lang, &shown.doubles));
    parts.extend(offer(visit, project, &shown));
    Ok(parts)
}

fn offer(visit: &Visit<'_>, project: &Project, shown: &OfProject) -> Option<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let subject = kc_app::project::subject(project);
    if shown.decided.is_some() || !cx.may_on(Action::CollectProject, &subject) {
        return None;
    }
    let label = if shown.told.is_some() {
        lang.t("Sửa loại hỗ trợ, căn cứ ưu tiên", "Change kind and facts")
    } else {
        lang.t("Chọn loại hỗ trợ", "Choose the kind of support")
    };
    Some(Part::Offers(vec![Offer::open(label, tell_url(project.id))]))
}

fn facts(lang: Lang, project: &Project, shown: &OfProject) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(decided) = &shown.decided {
        let label = lang.t(
            "Quy định giữ theo quyết định",
            "Rules kept with the decision",
        );
        let version = decided.norm_version.map(|number| format!(" (v{number})"));
        let norm = decided.norm.clone().unwrap_or_default();
        let norm = format!("{norm}{}", version.unwrap_or_default());
        facts.push(Fact::text(label, show_date(decided.on)).note(norm));
    }
    facts.extend(shown.ceiling.as_ref().map(|ceiling| match ceiling {
        Ok(ceiling) => within(lang, ceiling),
        Err(refusal) => gap(
            lang,
            lang.t("Mức hỗ trợ tối đa", "Highest support"),
            refusal,
        ),
    }));
    facts.extend(
        shown
            .advance
            .as_ref()
            .map(|advance| advanced(lang, advance)),
    );
    facts.extend(
        shown
            .eligibility
            .as_ref()
            .map(|judged| eligible(lang, judged)),
    );
    facts.extend(priorities(lang, shown));
    facts.extend(sum_over(lang, project, shown));
    facts
}

fn gap(lang: Lang, label: &str, refusal: &impl Refuse) -> Fact {
    let tag = Tag::new(
        Shape::Triangle,
        Tone::Care,
        lang.t("không có quy định ngày đó", "no rule that day"),
    );
    Fact::new(label, Value::Tag(tag)).note(refusal.say(lang))
}

fn within(lang: Lang, shown: &Explanation) -> Fact {
    let label = lang.t("Hỗ trợ so với mức tối đa", "Support against the ceiling");
    let limit = shown.limit.map(|limit| Money::full(lang, Some(limit)));
    let said = limit.map_or_else(String::new, |money| {
        let amount = money.amount.unwrap_or_default();
        let words = lang.t("mức tối đa", "the highest is");
        format!("{words} {amount}; ")
    });
    // The link to the article says by itself that a figure is unverified.
    let warning = shown
        .warning()
        .filter(|_| shown.norm.standing == Standing::Verified);
    let warning = warning.map(|text| format!("; {}", text.say(lang)));
    Fact::new(label, Value::Tag(words::verdict(lang, shown.verdict)))
        .note(format!(
            "{said}{} ({}){}",
            shown.norm.content.say(lang),
            shown.norm.dates(lang),
            warning.unwrap_or_default(),
        ))
        .law(words::law(lang, &shown.norm))
}

fn advanced(
    lang: Lang,
    advance: &Result<kc_domain::norm::AdvanceShown, kc_domain::norm::refusal::Refusal>,
) -> Fact {
    let label = lang.t("Tạm ứng", "Advance");
    match advance {
        Ok(shown) => {
            let said = shown.norm.content.say(lang);
            Fact::text(label, said).law(words::law(lang, &shown.norm))
        }
        Err(refusal) => gap(lang, label, refusal),
    }
}

fn eligible(
    lang: Lang,
    judged: &Result<kc_domain::norm::Judgement, kc_domain::norm::refusal::Refusal>,
) -> Fact {
    let label = lang.t("Đối tượng", "Eligibility");
    match judged {
        Ok(judgement) => {
            let points = judgement.points.iter().map(|point| point.text.say(lang));
            let points = points.collect::<Vec<_>>().join("; ");
            Fact::new(label, Value::Tag(words::answer(lang, judgement.answer)))
                .note(points)
                .law(words::law(lang, &judgement.norm))
        }
        Err(refusal) => gap(lang, label, refusal),
    }
}

/// The marks earned and what keeps the project from others; no line where no priorities are known.
fn priorities(lang: Lang, shown: &OfProject) -> Option<Fact> {
    let (marks, reasons) = (shown.worth.marks(), shown.worth.reasons());
    if shown.told.is_none() && marks.is_empty() {
        return None;
    }
    let label = lang.t("Ưu tiên", "Priorities");
    let named = shown.worth.given.iter();
    let earned = named.filter(|given| given.reason.is_none()).map(|given| {
        let to_province = if given.is_for_province {
            lang.t(" (tính cho địa phương)", " (for the province)")
        } else {
            ""
        };
        format!("{}: {}{to_province}", given.mark, given.name.say(lang))
    });
    let earned: Vec<_> = earned.collect();
    let said = if earned.is_empty() {
        lang.t("không có", "none").to_owned()
    } else {
        earned.join("; ")
    };
    Some(Fact::text(label, said).note(reasons.join("; ")))
}

fn sum_over(lang: Lang, project: &Project, shown: &OfProject) -> Option<Fact> {
    let (sum, limit) = shown.sum_over?;
    let label = lang.t(
        "Tổng hỗ trợ cùng loại cho cơ sở",
        "Support of this kind in all",
    );
    let note = match lang {
        Lang::Vi => format!("vượt mức {limit} cho một cơ sở; tính cả {}", project.code),
        Lang::En => format!(
            "above the {limit} for one establishment, {} included",
            project.code
        ),
    };
    Some(Fact::new(label, Value::Money(Money::full(lang, Some(sum)))).note(note))
}

/// Other projects that look like the same support, each with what is the same.
fn doubles(lang: Lang, doubles: &[Double]) -> Vec<Part> {
    if doubles.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(lang.t("Đề án", "Project")),
        Column::text(lang.t("Giống nhau", "The same in")),
        Column::text(lang.t("Mức độ", "Weight")),
    ];
    let rows = doubles.iter().map(|double| {
        let same: Vec<_> = double.same.iter().map(|same| same.say(lang)).collect();
        let title = format!("{} – {}", double.code, double.title);
        let named = Cell::link(title, crate::project::url(double.project));
        let cells = vec![
            named,
            Cell::text(same.join("; ")),
            Cell::Tag(weight(lang, double)),
        ];
        TableRow::new("", cells)
    });
    let heading = lang.t("Có thể trùng hỗ trợ", "Support that may be given twice");
    let table = Table {
        lang,
        caption: heading.to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: lang
            .t(
                "Chỉ hỗ trợ nội dung chưa được Nhà nước hỗ trợ từ nguồn nào.",
                "Support is given only for what the State has not paid for from any source.",
            )
            .to_owned(),
    };
    vec![Part::Heading(heading.to_owned()), Part::Table(table)]
}

fn weight(lang: Lang, double: &Double) -> Tag {
    if double.same.iter().any(|same| same.is_grave()) {
        return Tag::new(
            Shape::Cross,
            Tone::Bad,
            lang.t("cùng nội dung", "same content"),
        );
    }
    Tag::new(
        Shape::Triangle,
        Tone::Care,
        lang.t("đối chiếu", "to compare"),
    )
}
