//! What pages ask of the database: no more statements than stated, and as many with ten times the rows.

use crate::grown::grow;
use crate::sample::{Sample, Site};
use kc_testkit::wire::Visitor;
use kc_web::kernel::route::Method;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Who looks through the office.
const PEOPLE: &[&str] = &[
    "canbo.tt",
    "lanhdao.sct",
    "ketoan",
    "cuc",
    "hoidong",
    "quantri",
];

/// Pages of one kind that one person opens.
const OF_A_KIND: usize = 4;

/// Statements of any page: those of its parts, three that find out who asks, and two that open and
/// end the picture.
const STATEMENTS_MAX: u64 = 30;

/// Pages that bring more together, each with how much.
const MORE: &[(&str, u64)] = &[
    ("/", 38),
    ("/appraisals/sittings/{sitting}/scores/{project}", 44),
    ("/decisions/{decision}", 88),
    ("/decisions/{decision}/paper/{format}", 78),
    ("/projects/{project}", 62),
];

/// Pages that repeat their questions for something of which there are few by nature, each with what.
const EACH: &[(&str, &str)] = &[
    ("/appraisals/{council}/ranking", "sitting of the council"),
    (
        "/decisions/{decision}",
        "line of a draft, judged as when it is issued",
    ),
    (
        "/decisions/{decision}/paper/{format}",
        "line of a draft, judged as on its page",
    ),
    (
        "/projects/{project}",
        "sitting that has the project before it",
    ),
];

/// Routes the sample office may happen not to lead to: secret addresses, and forms of records in a
/// state that nothing in it is in. More, and this test would be going blind.
const UNSEEN_MAX: usize = 8;

/// Who opened what, and how many statements it took.
type Taken = BTreeMap<(&'static str, String), u64>;

#[test]
fn a_page_takes_few_statements_and_no_more_when_there_are_ten_times_the_rows() {
    let sample = Sample::build();
    let taken = look_through(&sample.serve());
    let seen: BTreeSet<_> = taken.keys().map(|(_, address)| route(address)).collect();
    let unseen: Vec<_> = routes().filter(|route| !seen.contains(route)).collect();
    assert!(unseen.len() <= UNSEEN_MAX, "{unseen:?}");
    let over = taken
        .iter()
        .filter(|((_, address), taken)| **taken > most(address));
    assert_eq!(over.collect::<Vec<_>>(), []);

    grow(&sample.file());

    let grown = look_again(&sample.serve(), &taken);
    let more = grown
        .iter()
        .filter(|(page, now)| taken[page] < **now && !repeats(&page.1));
    let more = more.map(|(page, now)| (page, taken[page], *now));
    assert_eq!(more.collect::<Vec<_>>(), []);
}

/// Follows every link from the first page, some of each kind, then tries the routes no link led to.
fn look_through(site: &Site) -> Taken {
    let mut taken = Taken::new();
    for person in PEOPLE {
        let mut walk = Walk::new(site, person);
        walk.follow(vec!["/".to_owned()], &mut taken);
        let parts = parts(&taken);
        let rest = routes().flat_map(|route| addresses(route, &parts));
        walk.follow(rest.collect(), &mut taken);
    }
    taken
}

/// The same pages once more.
fn look_again(site: &Site, taken: &Taken) -> Taken {
    let mut again = Taken::new();
    for person in PEOPLE {
        let mut visitor = site.person(person);
        for (_, address) in taken.keys().filter(|(who, _)| who == person) {
            let (status, _, sent) = site.open(&mut visitor, address);
            assert!(status < 500, "{person} {address}: {status}");
            again.insert((person, address.clone()), sent);
        }
    }
    again
}

/// One person's way through the office.
struct Walk<'a> {
    site: &'a Site,
    person: &'static str,
    visitor: Visitor,
    seen: BTreeSet<String>,
    kinds: BTreeMap<String, usize>,
}

impl<'a> Walk<'a> {
    fn new(site: &'a Site, person: &'static str) -> Self {
        Self {
            site,
            person,
            visitor: site.person(person),
            seen: BTreeSet::new(),
            kinds: BTreeMap::new(),
        }
    }

    fn follow(&mut self, from: Vec<String>, taken: &mut Taken) {
        let mut ahead = VecDeque::from(from);
        while let Some(address) = ahead.pop_front() {
            let opened = self.kinds.entry(kind(&address)).or_default();
            if *opened >= OF_A_KIND || !self.seen.insert(address.clone()) {
                continue;
            }
            *opened += 1;
            let (status, page, sent) = self.site.open(&mut self.visitor, &address);
            assert!(status < 500, "{} {address}: {status}", self.person);
            ahead.extend(links(&page));
            taken.insert((self.person, address), sent);
        }
    }
}

/// The pages a page leads to.
fn links(page: &str) -> Vec<String> {
    let found = page.split("href=\"").skip(1);
    let found = found.filter_map(|rest| rest.split(['"', '#']).next());
    let found = found.filter(|path| path.starts_with('/') && !path.starts_with("/static"));
    found.map(|path| path.replace("&#38;", "&")).collect()
}

/// The route of an address, with the names it asks with and the side it opens.
fn kind(address: &str) -> String {
    let query = address.split('?').nth(1).unwrap_or_default();
    let names = query.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if matches!(name, "tab" | "kind") {
            format!("{name}={value}")
        } else {
            name.to_owned()
        }
    });
    format!("{} {}", route(address), names.collect::<Vec<_>>().join(" "))
}

fn routes() -> impl Iterator<Item = &'static str> {
    let all = kc_web::routes().into_iter();
    all.filter(|route| route.method == Method::Get)
        .map(|route| route.path)
}

/// The route that answers an address; what is written out comes before what varies.
fn route(address: &str) -> &'static str {
    let path = address.split('?').next().unwrap();
    let fitting = routes().filter(|route| pairs(route, path).is_some());
    fitting
        .min_by_key(|route| route.matches('{').count())
        .unwrap_or("nowhere")
}

/// Each part of a route beside that of a path; nothing where they do not fit.
fn pairs<'a>(route: &'static str, path: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let (route, path): (Vec<_>, Vec<_>) = (route.split('/').collect(), path.split('/').collect());
    let fits = |(part, given): (&&str, &&str)| part.starts_with('{') || part == given;
    let is_one = route.len() == path.len() && route.iter().zip(&path).all(fits);
    is_one.then(|| route.into_iter().zip(path).collect())
}

/// What was seen in each place of the paths that varies.
fn parts(taken: &Taken) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut parts = BTreeMap::<_, BTreeSet<_>>::new();
    for (_, address) in taken.keys() {
        let path = address.split('?').next().unwrap();
        for (part, given) in pairs(route(address), path).unwrap_or_default() {
            parts.entry(part).or_default().insert(given.to_owned());
        }
    }
    parts
}

/// Addresses of a route, made of what was seen.
fn addresses(route: &str, parts: &BTreeMap<&str, BTreeSet<String>>) -> Vec<String> {
    let mut found = vec![String::new()];
    for part in route.split('/').skip(1) {
        let given: Vec<_> = match parts.get(part).filter(|_| part.starts_with('{')) {
            Some(seen) => seen.iter().take(OF_A_KIND).cloned().collect(),
            None if part.starts_with('{') => Vec::new(),
            None => vec![part.to_owned()],
        };
        let longer = found
            .iter()
            .flat_map(|start| given.iter().map(move |part| format!("{start}/{part}")));
        found = longer.collect();
    }
    found
}

fn most(address: &str) -> u64 {
    let route = route(address);
    let stated = MORE.iter().find(|(more, _)| *more == route);
    stated.map_or(STATEMENTS_MAX, |(_, most)| *most)
}

fn repeats(address: &str) -> bool {
    EACH.iter().any(|(each, _)| *each == route(address))
}
