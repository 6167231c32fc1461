//! The guidance of a plan: shown on its page, and the form that records it.

use super::url;
use crate::document::choice;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::plan;
use kc_app::plan::guide::{guidance, guide};
use kc_domain::kernel::id::{DocumentId, PlanId};
use kc_domain::plan::{Guidance, Plan};

/// This year's priorities as a part of the plan's page; nothing where nobody recorded any.
pub(super) fn parts(visit: &Visit<'_>, of: &Plan) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let held = guidance(&cx, of.id)?;
    if held.priorities.is_empty() {
        return Ok(Vec::new());
    }
    let mut parts = vec![Part::Heading(
        lang.t("Ưu tiên của năm", "Priorities of the year")
            .to_owned(),
    )];
    let letter = held
        .letter
        .and_then(|id| kc_app::document::show(&cx, id).ok());
    if let Some(letter) = letter {
        let by = lang.t("Theo", "By");
        parts.push(Part::Text(format!(
            "{by} {}: {}.",
            letter.title(lang),
            letter.summary
        )));
    }
    let numbered = (1..).zip(&held.priorities);
    parts.extend(numbered.map(|(at, said)| Part::Text(format!("{at}. {said}"))));
    Ok(parts)
}

/// `GET /plans/{plan}/guidance`
pub fn edit(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    let held = guidance(&cx, found.id)?;
    let letter = held.letter.map_or_else(String::new, |id| id.to_string());
    let typed = Query::default()
        .with("letter", &letter)
        .with("priorities", &held.priorities.join("\n"));
    form(visit, &found, &typed).show()
}

/// `POST /plans/{plan}/guidance`
pub fn update(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = plan::show(&cx, visit.id("plan", PlanId::parse)?)?;
    match read(typed).and_then(|new| guide(&cx, found.id, new)) {
        Ok(()) => Reply::see_other(url(found.id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => form(visit, &found, typed).come_back(failure),
    }
}

fn read(typed: &Query) -> Done<Guidance> {
    let mut reader = FormReader::new(typed);
    let written = reader.written("priorities");
    let new = Guidance {
        letter: reader.choice_or_none("letter", DocumentId::parse),
        priorities: written.lines().map(str::to_owned).collect(),
    };
    reader.finish(new)
}

fn form(visit: &Visit<'_>, of: &Plan, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(of.id);
    let title = lang.t("Hướng dẫn và ưu tiên của năm", "Guidance and priorities");
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Kế hoạch", "Plans"), "/plans"),
        crumb(&of.name, address.clone()),
    ];
    let label = lang.t("Văn bản hướng dẫn xây dựng kế hoạch", "The letter");
    let fields = [
        choice::field(&visit.cx(), "letter", label, None),
        Field::new(
            lang,
            Kind::Long,
            "priorities",
            lang.t("Ưu tiên của năm", "Priorities"),
        )
        .hint(lang.t("Mỗi ưu tiên một dòng.", "One a line."))
        .optional(),
    ];
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    FormPage::new(shell, format!("{address}/guidance"), fields.collect())
        .buttons(lang.t("Lưu", "Save"), address)
}
