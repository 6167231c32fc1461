//! A province puts its own file of norms into force: paste, try, adopt.

use super::words;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Done, Failure, Problem};
use kc_app::norm::adopt::{self, NewFile};
use kc_app::norm::{check_file, reference};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::norm::refusal::Mistake;
use kc_domain::policy::Action;

/// What a file looks like, shown to whoever writes one.
const EXAMPLE: &str = "key = \"ten-tep\"\ntitle = \"Mức chi khuyến công của tỉnh\"\narea = \"VN/31\"\nact = \"Nghị quyết …/2026/NQ-HĐND\"\n\n[[rule]]\nkey = \"machinery\"\nabout = \"ceiling\"\nkinds = [\"machinery\"]\narticle = \"khoản 1 Điều 4\"\nfrom = 2026-01-01\nstatus = \"verified\"\npercent = 50\namount = 250_000_000\nper = \"establishment\"\n";

/// `GET /norms/adopt`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    form(visit, &Query::default().with("text", EXAMPLE)).show()
}

/// `POST /norms/adopt`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    match keep(visit) {
        Ok((file, version)) => {
            let done = match visit.lang() {
                Lang::Vi => format!(
                    "Đã áp dụng {file}, phiên bản {version}, từ ngày {}.",
                    show_date(visit.cx().today())
                ),
                Lang::En => format!("Adopted {file}, version {version}."),
            };
            Reply::see_other("/norms", done)
        }
        Err(failure) => form(visit, &visit.arrival.form).come_back(failure),
    }
}

/// `POST /norms/adopt/check`: reads the file and keeps nothing.
pub(super) fn check(visit: &Visit<'_>) -> Answer {
    let (lang, typed) = (visit.lang(), &visit.arrival.form);
    let mut page = form(visit, typed);
    match check_file(typed.get("text"), Some(1)) {
        Ok(parsed) => {
            let rules = parsed.book.norms.iter();
            let rules: Vec<_> = rules
                .map(|norm| {
                    format!(
                        "{}: {} ({})",
                        norm.key,
                        norm.content.say(lang),
                        norm.dates(lang)
                    )
                })
                .collect();
            let head = lang.t(
                "Tệp đọc được. Chưa ghi gì.",
                "The file can be read. Nothing is kept.",
            );
            page.before.push(Part::Text(head.to_owned()));
            page.before.extend(rules.into_iter().map(Part::Text));
            page.show()
        }
        Err(mistakes) => page.come_back(apart(mistakes)),
    }
}

fn keep(visit: &Visit<'_>) -> Done<(kc_domain::norm::Key, i64)> {
    let cx = visit.cx();
    let given = cx.role_for(Action::AdoptRules);
    let organisation = given.ok_or(Failure::NotFound)?.organisation;
    let text = visit.arrival.form.get("text");
    check_file(text, Some(1)).map_err(apart)?;
    let new = NewFile {
        text: text.to_owned(),
        organisation,
        illustrative: false,
    };
    adopt::adopt(&cx, new)
}

/// Every mistake as a problem of its own, so that the form lists them.
fn apart(mistakes: Vec<Mistake>) -> Failure {
    let problems = mistakes.into_iter().map(|held| {
        let (vi, en) = (held.say(Lang::Vi), held.say(Lang::En));
        Problem::new("text", vi, en)
    });
    Failure::Invalid(problems.collect())
}

fn form(visit: &Visit<'_>, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let title = lang.t("Áp dụng định mức của tỉnh", "Adopt norms of the province");
    let mut shell = shell(visit, title);
    shell.crumbs = vec![crumb(lang.t("Định mức, quy định", "Norms"), "/norms")];
    let field = Field::new(
        lang,
        Kind::Lines,
        "text",
        lang.t("Nội dung tệp định mức", "The file of norms"),
    )
    .hint(lang.t(
        "Mỗi quy định là một khối [[rule]] có điều khoản và ngày hiệu lực. Sửa thì dán lại cả tệp: phiên bản mới đứng trên, phiên bản cũ vẫn giữ; đề án đã quyết định không đổi.",
        "Each rule is a block [[rule]] with its article and dates. To change it, paste the whole file again: the new version stands above, the old one is kept; decided projects do not change.",
    ))
    .value(typed.get("text"));
    let mut page = FormPage::new(shell, "/norms/adopt", vec![field])
        .buttons(lang.t("Áp dụng", "Adopt"), "/norms")
        .other(lang.t("Kiểm tra thử", "Check only"), "/norms/adopt/check");
    page.official = true;
    page.after = help(lang);
    page
}

/// The keys a file may use.
fn help(lang: Lang) -> Vec<Part> {
    let book = reference();
    let kinds = lang.t(
        "Khóa của loại hỗ trợ (kinds)",
        "Keys of kinds of support (kinds)",
    );
    let facts = lang.t(
        "Khóa của căn cứ, giấy tờ (when, paper)",
        "Keys of facts and papers (when, paper)",
    );
    vec![
        Part::Heading(kinds.to_owned()),
        Part::Table(words::keys(lang, kinds, &book.kinds)),
        Part::Heading(facts.to_owned()),
        Part::Table(words::keys(lang, facts, &book.facts)),
    ]
}
