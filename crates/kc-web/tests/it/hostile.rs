//! Every form as a hostile or unlucky person would send it: answered with a sentence, never by
//! breaking, and nothing is written.

use crate::town::Town;
use kc_domain::identity::Role;
use kc_domain::policy::may;
use kc_testkit::Engine;
use kc_web::kernel::route::{Access, Method, Route};
use std::collections::{BTreeMap, BTreeSet};

/// What no person types, as it travels.
const NEVER_MEANT: &[(&str, &str)] = &[
    ("100 kB of text", "%C4%91"),
    ("control characters", "a%00b%07%1B%5B31m%E2%80%AEc"),
    ("only what is not seen", "%00%E2%80%8B"),
    ("no valid text", "%C3%28%FF%FE"),
];

/// What people type by mistake, or to see what happens.
const UNLIKELY: &[(&str, &str)] = &[
    ("nothing", ""),
    ("a number below nought", "-5"),
    (
        "a number beyond all",
        "9999999999999999999999999999999999999999",
    ),
    ("no number", "1e309"),
    ("a day that never was", "31%2F02%2F2026"),
    ("a day long past", "1%2F1%2F0001"),
    (
        "a record nobody has",
        "5a5a5a5a-5a5a-5a5a-5a5a-5a5a5a5a5a5a",
    ),
    ("commands", "%27%3B+DROP+TABLE+person%3B+--%3Cscript%3E"),
];

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// A field of a form, and an answer that reads well there.
type Field = (String, String);

/// The fields of each form, by where it is sent.
type Forms = BTreeMap<String, Vec<Field>>;

/// The forms of a page.
fn forms_of(page: &str, forms: &mut Forms) {
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap();
        let tags = form
            .split('<')
            .filter(|tag| attribute(tag, "name").is_some());
        let fields: Vec<_> = tags.filter_map(|tag| field(tag, form)).collect();
        let action = attribute(form, "action").filter(|_| form.contains("method=\"post\""));
        if let Some(action) = action {
            forms.entry(action.to_owned()).or_insert(fields);
        }
    }
}

/// One field with an answer; the token and the identity of the form are no answers.
fn field(tag: &str, form: &str) -> Option<Field> {
    let name = attribute(tag, "name").filter(|name| !matches!(*name, "csrf" | "once"))?;
    let held = attribute(tag, "value").filter(|value| !value.is_empty());
    let select = || form.split_once(tag)?.1.split("</select>").next();
    let option = || {
        select()?
            .split("<option")
            .find_map(|option| attribute(option, "value").filter(|value| !value.is_empty()))
    };
    let answer = match tag {
        _ if held.is_some() => held?,
        _ if tag.starts_with("select") => option().unwrap_or_default(),
        _ if tag.contains("box-date") => "15%2F6%2F2026",
        _ if tag.contains("box-money") => "100+tri%E1%BB%87u",
        _ if tag.contains("box-count") => "5",
        _ => "Th%E1%BB%AD",
    };
    Some((name.to_owned(), answer.to_owned()))
}

fn may_come(role: Role, route: &Route) -> bool {
    match route.access {
        Access::Needs(action) => may(role, action),
        Access::Open => false,
        Access::SignedIn => true,
    }
}

/// Every form that somebody of the town is shown, with whoever is shown it first. Whoever sends the
/// forms of the own session away sends nothing more.
fn forms(town: &Town) -> Vec<(Role, String, Vec<Field>)> {
    let pages = kc_web::routes().into_iter();
    let pages: Vec<_> = pages.filter(|route| route.method == Method::Get).collect();
    let mut asked = BTreeSet::new();
    let mut all = Vec::new();
    for (role, visitor) in &town.home {
        let mut forms = Forms::new();
        for route in pages.iter().filter(|route| may_come(*role, route)) {
            forms_of(&town.page(&town.address(route.path), visitor), &mut forms);
        }
        let leaving = |action: &str| action == "/sign-out" || action.starts_with("/account");
        let new = forms
            .into_iter()
            .filter(|(action, _)| !leaving(action) && asked.insert(action.clone()));
        all.extend(new.map(|(action, fields)| (*role, action, fields)));
    }
    all
}

fn encoded(fields: &[Field]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("&")
}

fn filled(fields: &[Field], value: &str) -> Vec<Field> {
    let all = fields.iter();
    all.map(|(name, _)| (name.clone(), value.to_owned()))
        .collect()
}

/// A page that says what is wrong.
fn says_so(status: u16, page: &str) -> bool {
    matches!(status, 403 | 404 | 409 | 413 | 422)
        && (page.contains("error-summary") || page.contains("class=\"empty"))
}

#[test]
fn what_nobody_can_have_meant_is_refused_with_a_sentence_and_writes_nothing() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let before = town.office.picture();
        let mut wrong = Vec::new();
        // The choice of language and theme is a cookie and writes nothing.
        let forms = forms(&town).into_iter().filter(|(_, action, fields)| {
            !fields.is_empty() && action != "/language" && action != "/theme"
        });
        let forms: Vec<_> = forms.collect();
        assert!(forms.len() > 60, "{} forms", forms.len());
        for (role, action, fields) in &forms {
            for (what, value) in NEVER_MEANT {
                let value = value.repeat(if *what == "100 kB of text" { 50_000 } else { 1 });
                let (status, page) =
                    town.send(action, &town.home[role], &encoded(&filled(fields, &value)));
                if !says_so(status.as_u16(), &page) {
                    wrong.push(format!("{engine:?} {action}, {what}: {status}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(town.office.picture(), before, "something was written");
    }
}

/// The form with each of some answers in turn in each of its fields, well filled otherwise.
fn with_one_wrong<'a>(
    fields: &'a [Field],
    answers: &'a [&(&str, &str)],
) -> impl Iterator<Item = (String, String)> + 'a {
    fields
        .iter()
        .enumerate()
        .flat_map(move |(number, (name, _))| {
            answers.iter().map(move |(what, value)| {
                let mut fields = fields.to_vec();
                fields[number].1 = (*value).to_owned();
                (format!("{name} with {what}"), encoded(&fields))
            })
        })
}

#[test]
fn one_wrong_answer_among_good_ones_never_breaks_a_form() {
    let unlikely = NEVER_MEANT.iter().chain(UNLIKELY).collect::<Vec<_>>();
    let never_meant: Vec<_> = NEVER_MEANT.iter().collect();
    for (engine, answers) in [(Engine::Sqlite, unlikely), (Engine::Postgres, never_meant)] {
        let town = &Town::build(engine);
        let forms = forms(town);
        let answered = forms.iter().flat_map(|(role, action, fields)| {
            let with_one_wrong = with_one_wrong(fields, &answers);
            with_one_wrong.map(move |(what, form)| {
                let (status, page) = town.send(action, &town.home[role], &form);
                let well = status.is_redirection() || page.contains("<h1>");
                (
                    well && !status.is_server_error(),
                    format!("{action}, {what}: {status}"),
                )
            })
        });
        let wrong: Vec<_> = answered
            .filter(|(well, _)| !well)
            .map(|(_, what)| what)
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// Sends every form that carries an identity, filled well; those that were taken, each with the
/// place it led to.
fn taken(town: &Town, forms: &[(Role, String, Vec<Field>)]) -> Vec<(Role, String, String, String)> {
    let mut taken = Vec::new();
    for (number, (role, action, fields)) in forms.iter().enumerate() {
        let once = format!("once=0000000000000000000000000000{number:04}&");
        let form = once + &encoded(fields);
        let (status, led) = town.led(action, &town.home[role], &form);
        if status.is_redirection() {
            taken.push((*role, action.clone(), form, led));
        }
    }
    taken
}

#[test]
fn a_form_sent_again_makes_nothing_new_and_leads_to_the_same_place() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let forms = forms(&town);
        let forms: Vec<_> = forms
            .into_iter()
            .filter(|(_, action, _)| action != "/language" && action != "/theme")
            .collect();
        let taken = taken(&town, &forms);
        assert!(taken.len() > 15, "only {} forms were taken", taken.len());
        let once = town.office.picture();
        for (role, action, form, led) in &taken {
            let again = town.led(action, &town.home[role], form);
            assert_eq!(
                (again.0.as_u16(), &again.1),
                (303, led),
                "{engine:?} {action}"
            );
        }
        assert_eq!(town.office.picture(), once, "{engine:?}: sent again");

        let town = town.restarted();
        let mut wrong = Vec::new();
        for (role, action, form, led) in &taken {
            let (status, page) = town.send(action, &town.home[role], form);
            if !says_so(status.as_u16(), &page) && !status.is_redirection() {
                wrong.push(format!("{engine:?} {action} → {led}: {status}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_eq!(
            town.office.picture(),
            once,
            "{engine:?}: sent again after a restart"
        );
    }
}
