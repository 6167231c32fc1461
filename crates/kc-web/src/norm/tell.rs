//! Telling the rules of a project: its kind of support, how many share it, facts and papers.

use super::{tell_url, words};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::norm;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::{Book, Key, Named, Told};
use kc_domain::project::Project;

/// `GET /projects/{project}/norm`
pub(super) fn ask(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let (project, book) = norm::tellable(&cx, visit.id("project", ProjectId::parse)?)?;
    let told = norm::told(&cx, project.id)?;
    form(visit, &project, &book, &values(told.as_ref())).show()
}

/// `POST /projects/{project}/norm`
pub(super) fn tell(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let (project, book) = norm::tellable(&cx, visit.id("project", ProjectId::parse)?)?;
    let done = read(&project, &book, typed).and_then(|told| norm::tell(&cx, &told));
    match done {
        Ok(()) => Reply::see_other(
            crate::project::url(project.id),
            visit
                .lang()
                .t("Đã ghi loại hỗ trợ.", "The kind of support is kept."),
        ),
        Err(failure) => form(visit, &project, &book, typed).come_back(failure),
    }
}

fn values(told: Option<&Told>) -> Query {
    let Some(told) = told else {
        return Query::default().with("count", "1");
    };
    let mut pairs = vec![
        ("kind".to_owned(), told.kind.to_string()),
        ("count".to_owned(), told.count.to_string()),
        ("version".to_owned(), told.version.to_string()),
    ];
    for (fact, valid_to) in &told.facts {
        pairs.push(("fact".to_owned(), fact.to_string()));
        let day = valid_to.map(show_date).unwrap_or_default();
        pairs.push((format!("until-{fact}"), day));
    }
    Query(pairs)
}

fn read(project: &Project, book: &Book, typed: &Query) -> Done<Told> {
    let mut reader = FormReader::new(typed);
    let mut facts = std::collections::BTreeMap::new();
    for fact in &book.facts {
        let until = reader.date_or_none(&format!("until-{}", fact.key));
        if typed.all("fact").any(|key| key == fact.key.as_str()) {
            facts.insert(fact.key.clone(), until);
        }
    }
    let kind = reader.choice("kind", Key::parse);
    let count = reader.count_or_none("count").unwrap_or(1);
    let version = reader.version();
    reader.finish_with(|| {
        Some(Told {
            project: project.id,
            kind: kind?,
            count,
            facts,
            version,
        })
    })
}

fn form(visit: &Visit<'_>, project: &Project, book: &Book, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = crate::project::url(project.id);
    let title = lang.t(
        "Loại hỗ trợ và căn cứ ưu tiên",
        "Kind of support and priorities",
    );
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&project.title, address.clone()),
    ];
    FormPage::new(shell, tell_url(project.id), fields(lang, book, typed))
        .buttons(lang.t("Ghi", "Save"), address)
        .intro(lang.t(
            "Loại hỗ trợ quyết định mức tối đa và tỷ lệ tạm ứng. Đến khi có quyết định phê duyệt vẫn sửa được; sau đó quy định được giữ như lúc quyết định.",
            "The kind decides the ceiling and the advance rate. It can be changed until the project is decided; from then on the rules stay as they were.",
        ))
}

fn fields(lang: Lang, book: &Book, typed: &Query) -> Vec<Field> {
    let kinds = [Choice::new("", lang.t("Chọn loại hỗ trợ", "Choose a kind"))]
        .into_iter()
        .chain(words::kinds(lang, book));
    let label = lang.t("Loại hỗ trợ", "Kind of support");
    let asked = book.facts.iter().filter(|fact| is_asked(fact));
    let facts = asked.map(|fact| choice(lang, fact, typed));
    let mut fields = vec![
        Field::new(lang, Kind::Select(kinds.collect()), "kind", label).value(typed.get("kind")),
        Field::new(
            lang,
            Kind::Count,
            "count",
            lang.t("Số cơ sở, mô hình, cụm… cùng nhận", "How many share it"),
        )
        .value(typed.get("count")),
        Field::new(
            lang,
            Kind::Checks(facts.collect()),
            "fact",
            lang.t("Căn cứ ưu tiên, giấy tờ kèm theo", "Facts and papers"),
        )
        .optional(),
    ];
    for paper in book.facts.iter().filter(|fact| fact.is_paper) {
        let name = format!("until-{}", paper.key);
        let until = match lang {
            Lang::Vi => format!("{}: có giá trị đến", paper.name.vi),
            Lang::En => format!("{}: valid until", paper.name.en),
        };
        let value = typed.get(&name).to_owned();
        fields.push(Field::date(lang, name, until).value(value).optional());
    }
    fields.push(Field::new(lang, Kind::Hidden, "version", "").value(typed.get("version")));
    fields
}

/// What the record of the beneficiary says by itself is not asked again.
fn is_asked(fact: &Named) -> bool {
    !matches!(
        fact.key.as_str(),
        "rural-establishment" | "woman-owned" | "minority-owned"
    )
}

fn choice(lang: Lang, fact: &Named, typed: &Query) -> Choice {
    let mut choice = Choice::new(fact.key.as_str(), fact.name.say(lang));
    choice.chosen = typed.all("fact").any(|key| key == fact.key.as_str());
    choice
}
