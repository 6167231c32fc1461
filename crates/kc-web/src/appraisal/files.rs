//! The files of a sitting: adding them, and what each asks of which purse.

use super::matrix::file_name;
use super::{crumbs, file_url, sitting_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Fact, Facts, Field, Kind, Money, PostButton, Value};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, SmallForm};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::file::{self, AskedOf};
use kc_app::appraisal::{Sight, SightOfFile, see};
use kc_app::kernel::{Done, Failure, ROWS_MAX, Window};
use kc_app::ledger::purse;
use kc_domain::kernel::id::{ProjectId, PurseId, SittingId};

/// How many purses a file may ask of on one form.
const ASKS: usize = 3;

/// `GET /appraisals/sittings/{sitting}/files/new`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    adding(visit, &Query::default())?.show()
}

/// `POST /appraisals/sittings/{sitting}/files`
pub(super) fn add(visit: &Visit<'_>) -> Answer {
    let id = visit.id("sitting", SittingId::parse)?;
    let typed = &visit.arrival.form;
    let chosen: Vec<_> = typed.all("project").filter_map(ProjectId::parse).collect();
    if chosen.is_empty() {
        let missing = Failure::invalid("project", "Chọn ít nhất một đề án.", "Choose one.");
        return adding(visit, typed)?.come_back(missing);
    }
    match file::add(&visit.cx(), id, &chosen) {
        Ok(()) => Reply::see_other(
            sitting_url(id),
            visit
                .lang()
                .t("Đã thêm đề án vào phiên.", "The files are added."),
        ),
        Err(failure) => adding(visit, typed)?.come_back(failure),
    }
}

fn adding(visit: &Visit<'_>, typed: &Query) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let id = visit.id("sitting", SittingId::parse)?;
    let sight = see(&cx, id)?;
    let choices = file::choices(&cx, id)?.into_iter().map(|project| {
        let value = project.id.to_string();
        let label = format!(
            "{} – {} ({})",
            project.code,
            project.title,
            project.status.name(lang).to_lowercase()
        );
        let chosen = typed.all("project").any(|held| held == value);
        Choice {
            chosen,
            ..Choice::new(value, label)
        }
    });
    let choices: Vec<_> = choices.collect();
    let intro = if choices.is_empty() {
        lang.t(
            "Mọi đề án của kế hoạch đã có trong phiên.",
            "Every project of the plan is on the list.",
        )
    } else {
        lang.t(
            "Việc hồi tị được tính ngay khi thêm đề án.",
            "Who must stay away is found at once.",
        )
    };
    let label = lang.t("Đề án của kế hoạch", "Projects of the plan");
    let field = Field::new(lang, Kind::Checks(choices), "project", label);
    let mut shell = shell(visit, lang.t("Thêm đề án vào phiên", "Add files"));
    shell.crumbs = way(visit, &sight);
    Ok(
        FormPage::new(shell, format!("{}/files", sitting_url(id)), vec![field])
            .intro(intro)
            .buttons(lang.t("Thêm đề án", "Add"), sitting_url(id)),
    )
}

fn way(visit: &Visit<'_>, sight: &Sight) -> Vec<crate::kernel::shell::Crumb> {
    let lang = visit.lang();
    let mut crumbs = crumbs(lang, &sight.council);
    let name = super::council::sitting_name(lang, &sight.sitting);
    crumbs.push(crumb(name, sitting_url(sight.sitting.id)));
    crumbs
}

/// `GET /appraisals/sittings/{sitting}/files/{project}`
pub(super) fn edit(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let mut pairs = vec![("marks".to_owned(), file.facts.marks.join(", "))];
    for (number, ask) in file.facts.asks.iter().enumerate() {
        pairs.push((format!("purse{number}"), ask.purse.to_string()));
        pairs.push((format!("amount{number}"), ask.amount.grouped()));
    }
    form(visit, &sight, &file, &Query(pairs))?.show()
}

/// `POST /appraisals/sittings/{sitting}/files/{project}`
pub(super) fn update(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let (id, project) = (sight.sitting.id, file.facts.project);
    let typed = &visit.arrival.form;
    let done = read(typed)
        .and_then(|asks| file::set(&visit.cx(), id, project, (typed.get("marks"), &asks)));
    match done {
        Ok(()) => Reply::see_other(sitting_url(id), visit.lang().t("Đã lưu.", "Saved.")),
        Err(failure) => form(visit, &sight, &file, typed)?.come_back(failure),
    }
}

/// `POST /appraisals/sittings/{sitting}/files/{project}/removal`
pub(super) fn remove(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let (id, project) = (sight.sitting.id, file.facts.project);
    match file::remove(&visit.cx(), id, project) {
        Ok(()) => Reply::see_other(
            sitting_url(id),
            visit
                .lang()
                .t("Đã bỏ đề án khỏi phiên.", "The file is taken off."),
        ),
        Err(failure) => form(visit, &sight, &file, &Query::default())?.come_back(failure),
    }
}

fn found(visit: &Visit<'_>) -> Done<(Sight, SightOfFile)> {
    let sight = see(&visit.cx(), visit.id("sitting", SittingId::parse)?)?;
    let project = visit.id("project", ProjectId::parse)?;
    let file = sight.files.iter().find(|f| f.facts.project == project);
    let file = file.cloned().ok_or(Failure::NotFound)?;
    Ok((sight, file))
}

fn read(typed: &Query) -> Done<Vec<AskedOf>> {
    let mut reader = FormReader::new(typed);
    let mut asks = Vec::new();
    for number in 0..ASKS {
        let (purse, amount) = (format!("purse{number}"), format!("amount{number}"));
        let of = reader.choice_or_none(&purse, PurseId::parse);
        let asked = reader.money_or_none(&amount);
        match (of, asked) {
            (Some(purse), Some(amount)) if amount.is_positive() => {
                asks.push(AskedOf { purse, amount });
            }
            (None, None) => {}
            (Some(_), _) => reader.wrong(&amount, "Chưa ghi số tiền.", "No amount yet."),
            (None, Some(_)) => reader.wrong(&purse, "Chưa chọn nguồn.", "No purse yet."),
        }
    }
    reader.finish(asks)
}

fn form(visit: &Visit<'_>, sight: &Sight, file: &SightOfFile, typed: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let id = sight.sitting.id;
    let url = file_url(id, file.facts.project);
    let mut fields = vec![
        Field::new(
            lang,
            Kind::Short,
            "marks",
            lang.t("Dấu ưu tiên", "Priority marks"),
        )
        .value(typed.get("marks"))
        .example("A, E, F")
        .hint(lang.t(
            "Mã các tiêu chí ưu tiên đề án đạt, cách nhau bằng dấu phẩy.",
            "Codes of the priorities it meets, with commas between.",
        ))
        .optional(),
    ];
    fields.extend(asks(visit, typed)?);
    let mut shell = shell(visit, file_name(file));
    shell.crumbs = way(visit, sight);
    let mut page = FormPage::new(shell, url.clone(), fields)
        .buttons(lang.t("Lưu", "Save"), sitting_url(id))
        .intro(lang.t(
            "Không ghi nguồn nào thì toàn bộ kinh phí đề nghị được tính từ nguồn theo cấp của đề án.",
            "Without any purse, all that is asked counts against the purse of the project's level.",
        ));
    let asked = Money::full(lang, file.facts.support_asked);
    let fact = Fact::new(
        lang.t("Kinh phí đề nghị Nhà nước hỗ trợ", "Support asked"),
        Value::Money(asked),
    );
    let facts = vec![fact];
    page.before.push(Part::Facts(Facts { lang, facts }));
    let label = lang.t("Bỏ khỏi phiên", "Take off the list");
    let button = PostButton::new(format!("{url}/removal"), visit.csrf(), label).dangerous();
    page.after.push(Part::Form(SmallForm {
        fields: Vec::new(),
        button,
        with_files: false,
    }));
    Ok(page)
}

fn asks(visit: &Visit<'_>, typed: &Query) -> Done<Vec<Field>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let purses = purse::list(&cx, Window::of_page(1, ROWS_MAX))?;
    let none = Choice::new("", lang.t("Không", "None"));
    let choices = purses.rows.into_iter().map(|card| {
        let left = lang.t("còn", "left");
        let label = format!("{} – {left} {}", card.purse.name, card.available);
        Choice::new(card.purse.id.to_string(), label)
    });
    let choices: Vec<_> = std::iter::once(none).chain(choices).collect();
    let mut fields = Vec::new();
    for number in 0..ASKS {
        let (purse, amount) = (format!("purse{number}"), format!("amount{number}"));
        let shown = number.saturating_add(1);
        let label = format!("{} {shown}", lang.t("Nguồn kinh phí", "Purse"));
        let kind = Kind::Select(choices.clone());
        let field = Field::new(lang, kind, &purse, label).value(typed.get(&purse));
        fields.push(field.optional());
        let label = format!(
            "{} {shown}",
            lang.t("Số tiền đề nghị từ nguồn", "Amount of purse")
        );
        let field = Field::money(lang, &amount, label).value(typed.get(&amount));
        fields.push(field.optional());
    }
    Ok(fields)
}
