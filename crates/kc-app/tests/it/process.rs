//! Processes: every step from every state by every role, papers, adoption, and the files they rest on.

use kc_app::kernel::{About, Failure};
use kc_app::process::adopt::adopt;
use kc_app::process::file::read;
use kc_app::process::shipped;
use kc_app::project::dossier::{Received, receive};
use kc_app::project::propose::{NewProject, propose};
use kc_app::project::step::{Given, Which, take};
use kc_app::project::{self, way};
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_domain::process::{Guard, Phase, Process, Standing, State, Step};
use kc_store::kernel::{Trace, Tx};
use kc_testkit::{Cast, Engine, THUY_NGUYEN, TestOffice, new_project};

#[test]
fn both_processes_inside_the_program_are_sound_and_whole() {
    let references: Vec<_> = shipped().iter().map(|held| held.reference()).collect();
    assert_eq!(references, ["national/2014", "local/2012"]);
    for (reference, first, last, count) in [
        ("national/2014", "N0", "N17", 22),
        ("local/2012", "L0", "L13", 18),
    ] {
        let process = shipped()
            .iter()
            .find(|held| held.reference() == reference)
            .unwrap();
        assert_eq!(process.states.len(), count);
        assert_eq!(process.states.first().unwrap().key, first);
        assert!(process.state(last).is_some());
        let start = process.start().unwrap().key.clone();
        assert!(process.way(&start, last).is_some(), "{last} is reached");
    }
}

fn registered(cast: &Cast, office: &TestOffice, level: Level) -> ProjectId {
    let new = NewProject {
        level: Some(level),
        ..new_project("Máy đúc", THUY_NGUYEN, cast.centre)
    };
    propose(&cast.person(Role::CentreOfficer).at(office), new).unwrap()
}

/// Puts a project into a state, past every rule.
fn put(cast: &Cast, office: &TestOffice, id: ProjectId, process: &Process, state: &State) {
    let cx = cast.person(Role::CentreOfficer).at(office);
    let mut project = project::show(&cx, id).unwrap();
    project.status = state.phase.status().unwrap();
    project.standing = Some(Standing {
        process: process.reference(),
        state: state.key.clone(),
        since: parse_date("2017-03-01").unwrap(),
    });
    let about = About::new("project", id);
    let permit = cx
        .permit(Action::AmendProject, project::subject(&project), &about)
        .unwrap();
    let put = |tx: &mut Tx<'_>| {
        kc_store::project::update(tx, &project)?;
        tx.trace(Trace::new("project", id, "thử"));
        Ok(())
    };
    cx.change(&permit, &about, put).unwrap();
}

fn tried(cast: &Cast, office: &TestOffice, id: ProjectId, role: Role, step: &str) -> String {
    let cx = cast.person(role).at(office);
    let version = project::show(&cx, id).map_or(1, |found| found.version);
    match take(&cx, id, version, Which::Key(step), &Given::default()) {
        Ok(()) => "taken".to_owned(),
        Err(failure) => failure.code().to_owned(),
    }
}

/// Both processes on SQLite and PostgreSQL: a step is never taken from elsewhere, never by a role
/// the process does not name, and what is refused leaves the project where it stood.
#[test]
fn every_step_from_every_state_by_every_role() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        for process in shipped() {
            let id = registered(&cast, &office, process.level);
            for state in process
                .states
                .iter()
                .filter(|state| state.phase != Phase::Before)
            {
                put(&cast, &office, id, process, state);
                buttons(&cast, &office, process, (id, state));
                for step in &process.steps {
                    tries(&cast, &office, process, (id, state), step);
                }
            }
        }
    }
}

/// What is offered to each role is what the table says.
fn buttons(cast: &Cast, office: &TestOffice, process: &Process, (id, state): (ProjectId, &State)) {
    let head = cast.person(Role::DepartmentHead).at(office);
    let project = project::show(&head, id).unwrap();
    for role in Role::ALL {
        let cx = cast.person(role).at(office);
        let way = way::of(&cx, &project).unwrap().unwrap();
        let offered: Vec<_> = way.steps.iter().map(|offered| &offered.step.key).collect();
        let leading: Vec<_> = process
            .steps_from(&state.key)
            .map(|step| &step.key)
            .collect();
        assert_eq!(offered, leading, "{} as {}", state.key, role.code());
        for open in way
            .steps
            .iter()
            .filter(|offered| offered.withheld.is_none())
        {
            assert!(
                open.step.who.contains(&role),
                "{} as {}",
                open.step.key,
                role.code()
            );
        }
    }
}

fn tries(
    cast: &Cast,
    office: &TestOffice,
    process: &Process,
    (id, state): (ProjectId, &State),
    step: &Step,
) {
    let leads = step.leads_from(&state.key);
    let asks = [
        Guard::Reason,
        Guard::Decision,
        Guard::Contract,
        Guard::Acceptance,
    ];
    let lacks = |guard: &Guard| asks.contains(guard) || *guard == Guard::Advanced;
    let is_free = step.papers.is_empty() && !step.guards.iter().any(lacks);
    for role in Role::ALL {
        let became = tried(cast, office, id, role, &step.key);
        let at = format!(
            "{} from {} by {}: {became}",
            step.key,
            state.key,
            role.code()
        );
        let may = leads && is_free && step.who.contains(&role) && reaches(role);
        assert_eq!(became == "taken", may, "{at}");
        if may {
            put(cast, office, id, process, state);
        }
        let head = cast.person(Role::DepartmentHead).at(office);
        let found = project::show(&head, id).unwrap();
        assert_eq!(found.standing.unwrap().state, state.key, "{at}");
    }
}

/// The project is the centre's own: outsiders do not see it, a commune officer only reads it.
fn reaches(role: Role) -> bool {
    !matches!(
        role,
        Role::Firm | Role::ServiceOrganisation | Role::CommuneOfficer
    )
}

#[test]
fn a_step_waits_for_its_papers_and_names_them() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let id = registered(&cast, &office, Level::National);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let go = || take(&centre, id, 1, Which::Key("submission"), &Given::default());
        let refused = go().unwrap_err();
        assert_eq!(refused.code(), "process.papers-missing");
        let said = refused.say(Lang::Vi);
        assert!(
            said.contains("Văn bản đề nghị hỗ trợ") && said.contains("điều 10.1a"),
            "{said}"
        );
        let paper = |copies| Received {
            paper: "request".into(),
            copies,
            holder: "Trung tâm Khuyến công".into(),
            received_on: centre.today(),
            document: None,
        };
        assert!(matches!(
            receive(&centre, id, &paper(0)),
            Err(Failure::Invalid(_))
        ));
        let auditor = cast.person(Role::Auditor).at(&office);
        assert!(matches!(
            receive(&auditor, id, &paper(1)),
            Err(Failure::Denied(_))
        ));
        let foreign = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(
            receive(&foreign, id, &paper(1)),
            Err(Failure::NotFound)
        ));
        receive(&centre, id, &paper(1)).unwrap();
        go().unwrap();
        let project = project::show(&centre, id).unwrap();
        let way = way::of(&centre, &project).unwrap().unwrap();
        assert_eq!(way.state.key, "N2");
        assert_eq!(way.due, parse_date("2017-06-20"));
        assert_eq!(way.taken.len(), 1);
    }
}

#[test]
fn two_sets_asked_are_not_one_set_received() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2017-03-01");
        let cast = Cast::gather(&office);
        let id = registered(&cast, &office, Level::National);
        cast.bring(&office, id, "N3");
        let department = cast.person(Role::DepartmentOfficer).at(&office);
        for (paper, copies) in [("legal", 1), ("dossier", 1)] {
            let received = Received {
                paper: paper.into(),
                copies,
                holder: "Sở Công Thương".into(),
                received_on: department.today(),
                document: None,
            };
            receive(&department, id, &received).unwrap();
        }
        let version = project::show(&department, id).unwrap().version;
        let which = Which::Key("base-appraisal");
        let refused = take(&department, id, version, which, &Given::default()).unwrap_err();
        let said = refused.say(Lang::Vi);
        assert!(said.contains("“Hồ sơ đề án (02 bộ)”"), "{said}");
        assert!(!said.contains("báo cáo tài chính"), "{said}");
    }
}

const OWN: &str = include_str!("../../../../demo/process-hai-phong.toml");

#[test]
fn a_province_puts_its_own_process_into_force_for_what_is_registered_later() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2025-06-01");
        let cast = Cast::gather(&office);
        let before = registered(&cast, &office, Level::Local);
        let head = cast.person(Role::DepartmentHead).at(&office);
        let reference = adopt(&head, cast.department, OWN).unwrap();
        let again = adopt(&head, cast.department, OWN).unwrap_err();
        assert_eq!(again.code(), "process.version-taken");
        office.set_clock("2025-07-20");
        let after = registered(&cast, &office, Level::Local);
        let national = registered(&cast, &office, Level::National);
        let follows = |id| project::show(&head, id).unwrap().standing.unwrap().process;
        assert_eq!(follows(before), "local/2012");
        assert_eq!(follows(after), reference);
        assert_eq!(follows(national), "national/2014");
        cast.bring(&office, after, "L5");
        let project = project::show(&head, after).unwrap();
        let way = way::of(&head, &project).unwrap().unwrap();
        assert!(way.due.is_some(), "the province sets a deadline");
    }
}

#[test]
fn nobody_adopts_for_the_nation_another_province_or_with_faults() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2025-06-01");
        let cast = Cast::gather(&office);
        let head = cast.person(Role::DepartmentHead).at(&office);
        let national = OWN.replace("area = \"VN/31\"", "area = \"VN\"");
        let refused = adopt(&head, cast.department, &national).unwrap_err();
        assert_eq!(refused.code(), "process.not-own-area");
        let foreign = OWN.replace("area = \"VN/31\"", "area = \"VN/01\"");
        let refused = adopt(&head, cast.department, &foreign);
        assert!(matches!(
            refused,
            Err(Failure::Denied(_) | Failure::NotFound)
        ));
        let faulty = OWN.replace("guards = [\"decision\"", "guards = [\"reason\"");
        let refused = adopt(&head, cast.department, &faulty).unwrap_err();
        assert!(refused.say(Lang::Vi).contains("approval: thiếu điều kiện"));
        let centre = cast.person(Role::CentreHead).at(&office);
        let refused = adopt(&centre, cast.centre, OWN);
        assert!(matches!(refused, Err(Failure::Denied(_))));
        assert_eq!(kc_app::process::list(&head).unwrap().len(), 2);
    }
}

#[test]
fn an_unknown_word_is_named_with_its_line_and_the_words_known_there() {
    let typo = OWN.replacen("holders", "holder", 1);
    let fault = read(&typo).unwrap_err().remove(0);
    assert!(fault.line.is_some());
    assert!(fault.say(Lang::Vi).contains("không có khóa “holder”"));
    let role = OWN.replacen("\"centre-head\"", "\"boss\"", 1);
    let said = read(&role).unwrap_err().remove(0).say(Lang::Vi);
    assert!(
        said.contains("boss") && said.contains("centre-officer"),
        "{said}"
    );
}
