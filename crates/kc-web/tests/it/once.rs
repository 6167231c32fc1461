//! Forms that make a record, sent twice: one record, whatever the second says, also after a restart.

use crate::town::Town;
use kc_domain::identity::Role;
use kc_testkit::Engine;

/// Who sends a form that makes a record, where to, its answers, and one answer that is another when
/// it is sent again from the browser's "back".
type Form = (Role, &'static str, &'static str, [&'static str; 2]);

/// In the order of a project's life: each rests on those before. `{approved}` is a project that
/// waits for its contract.
const FORMS: [Form; 11] = [
    (
        Role::CentreOfficer,
        "/projects",
        "kind=single",
        ["title=M%C3%A1y+c%E1%BA%AFt", "title=M%C3%A1y+ti%E1%BB%87n"],
    ),
    (
        Role::CentreOfficer,
        "/visits/surveys",
        "on=15/6/2020&people_centre=An&establishment_name=%C4%90%C3%BAc+M%E1%BB%B9+%C4%90%E1%BB%93ng&verdict=passed",
        ["need=M%C3%A1y", "need=L%C3%B2"],
    ),
    (
        Role::CentreOfficer,
        "/projects/{approved}/contract",
        "kind=execution&on=15/6/2019&giver=A&taker=B&value_local=100.000.000&advance_percent=30",
        ["number=15/H%C4%90", "number=16/H%C4%90"],
    ),
    (
        Role::CentreOfficer,
        "/projects/{approved}/changes",
        "kind=adjust&title=M%C3%A1y+phay",
        ["reason=M%E1%BB%99t", "reason=Hai"],
    ),
    (
        Role::CentreOfficer,
        "/projects/{approved}/inspections",
        "kind=planned&on=15/6/2020&people_centre=An",
        ["progress=M%E1%BB%99t+n%E1%BB%ADa", "progress=Xong"],
    ),
    (
        Role::CentreOfficer,
        "/projects/{approved}/moves",
        "kind=commit&source=counterpart&effective_on=15/6/2019",
        ["amount=1.000.000", "amount=2.000.000"],
    ),
    (
        Role::Accountant,
        "/projects/{approved}/payments",
        "kind=advance&source=local&effective_on=15/6/2019",
        ["amount=10.000.000", "amount=11.000.000"],
    ),
    (
        Role::CentreOfficer,
        "/projects/{approved}/acceptance",
        "on=15/6/2020&people_centre=An&verdict=passed&counterpart=1.000.000",
        ["volume=Xong", "volume=Xong+h%E1%BA%BFt"],
    ),
    (
        Role::DepartmentOfficer,
        "/ledger/purses/{purse}/moves",
        "kind=assign&effective_on=15/6/2019",
        ["amount=5.000.000", "amount=6.000.000"],
    ),
    (
        Role::PaymentApprover,
        "/ledger/entries/{entry}/reversal",
        "effective_on=15/6/2019&reason=Nh%E1%BA%A7m",
        ["amount=1.000.000", "amount=2.000.000"],
    ),
    (
        Role::Accountant,
        "/ledger/handovers",
        "handed_on=30/6/2019&from=1/6/2019&to=30/6/2019",
        ["number=02/BK", "number=03/BK"],
    ),
];

/// A form on its way: who sends it, where to, what it says first and what it says again.
struct Sent {
    role: Role,
    url: String,
    first: String,
    again: String,
}

fn on_their_way(town: &Town) -> Vec<Sent> {
    let approved = town.approved().to_string();
    let sent = |(number, (role, path, answers, [first, again])): (usize, Form)| {
        let said =
            |last: &str| format!("once=01a20000-0000-7000-8000-{number:012}&{answers}&{last}");
        Sent {
            role,
            url: town.address(&path.replace("{approved}", &approved)),
            first: said(first),
            again: said(again),
        }
    };
    FORMS.into_iter().enumerate().map(sent).collect()
}

/// The form comes back with the sentence, and nothing was written from it.
fn expect_refused(town: &Town, sent: &Sent, form: &str) {
    let before = town.office.picture();
    let (status, page) = town.send(&sent.url, &town.home[&sent.role], form);
    assert_eq!(status, 422, "{} {form}", sent.url);
    assert!(page.contains("lần này chưa ghi gì"), "{}: {page}", sent.url);
    assert_eq!(town.office.picture(), before, "{} {form}", sent.url);
}

#[test]
fn each_form_makes_one_record_and_a_second_press_leads_where_the_first_did() {
    for engine in Engine::BOTH {
        let town = Town::build(engine);
        let forms = on_their_way(&town);
        for sent in &forms {
            let press = || town.led(&sent.url, &town.home[&sent.role], &sent.first);
            let before = town.office.picture();
            let first = press();
            assert_eq!(first.0, 303, "{} {}", sent.url, sent.first);
            let made = town.office.picture();
            assert_ne!(made, before, "{}", sent.url);
            assert_eq!(press(), first, "{}", sent.url);
            assert_eq!(town.office.picture(), made, "{}: made twice", sent.url);
            expect_refused(&town, sent, &sent.again);
        }
        let town = town.restarted();
        for sent in &forms {
            expect_refused(&town, sent, &sent.first);
            expect_refused(&town, sent, &sent.again);
        }
    }
}
