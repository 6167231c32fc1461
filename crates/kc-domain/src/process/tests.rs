//! The rules of a process file, each shown red, and the ways through a small process.

use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::refuse::Refuse;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn text(word: &str) -> Text {
    Text::new(word, word)
}

fn state(key: &str, status: Status) -> State {
    State {
        key: key.into(),
        name: text(key),
        public: text(key),
        phase: Phase::Of(status),
        holders: vec![Role::CentreOfficer],
        deadline: None,
        evidence: Evidence::Practice,
    }
}

fn step(made: Move, from: &[&str], to: &str) -> Step {
    let who = Role::ALL.into_iter();
    Step {
        key: made.code().into(),
        name: text(made.code()),
        from: from.iter().map(|key| (*key).into()).collect(),
        to: to.into(),
        is: Some(made),
        who: who.filter(|role| made.action().is_of(*role)).collect(),
        action: made.action(),
        papers: Vec::new(),
        guards: made.guards().to_vec(),
        effects: Effect::due(made.leads_to()).into_iter().collect(),
        aside: matches!(made, Move::Return | Move::Stop | Move::Withdraw),
        basis: None,
    }
}

/// The shortest process there can be.
fn process() -> Process {
    Process {
        key: "test".into(),
        version: "1".into(),
        name: text("Thử"),
        level: Level::Local,
        area: AreaPath::nation(),
        from: day("2016-01-01"),
        to: None,
        basis: "Quy chế".into(),
        note: None,
        states: vec![
            state("A", Status::Registered),
            state("B", Status::Submitted),
            state("BR", Status::Returned),
            state("C", Status::Approved),
            state("D", Status::Contracted),
            state("E", Status::Accepted),
            state("F", Status::Settled),
            state("X", Status::Stopped),
            state("Y", Status::Withdrawn),
        ],
        steps: vec![
            step(Move::Submit, &["A", "BR"], "B"),
            step(Move::Return, &["B"], "BR"),
            step(Move::Approve, &["B"], "C"),
            step(Move::Contract, &["C"], "D"),
            step(Move::Accept, &["D"], "E"),
            step(Move::Settle, &["E"], "F"),
            step(Move::Stop, &["C", "D"], "X"),
            step(Move::Withdraw, &["A", "B"], "Y"),
        ],
    }
}

fn said(process: &Process) -> String {
    let faults = process.faults();
    let lines: Vec<_> = faults.iter().map(|fault| fault.say(Lang::Vi)).collect();
    lines.join("\n")
}

#[test]
fn a_sound_process_has_no_fault() {
    assert_eq!(said(&process()), "");
}

/// What is done to a sound process, and what is then said of it.
type Break = (fn(&mut Process), &'static str);

#[test]
fn each_fault_is_named_where_it_lies() {
    expect_said(&[
        (
            |p| p.to = Some(day("2015-12-31")),
            "test: ngày hết hiệu lực",
        ),
        (|p| p.states[0].key = "B".into(), "B: khóa này dùng hai lần"),
        (
            |p| p.steps[1].key = "submission".into(),
            "submission: khóa này dùng hai lần",
        ),
        (
            |p| p.steps[0].to = "Z".into(),
            "submission: không có trạng thái Z",
        ),
        (|p| p.steps[0].from = Vec::new(), "submission: thiếu from"),
        (
            |p| p.steps[2].who = vec![Role::Firm],
            "approval: vai trò “Cơ sở công nghiệp nông thôn” không có quyền",
        ),
        (
            |p| p.steps[2].action = Action::SubmitProject,
            "approval: bước này phải dùng quyền project.approve",
        ),
        (
            |p| p.steps[2].to = "D".into(),
            "approval: is = \"approval\" phải dẫn đến trạng thái có phase approved",
        ),
        (
            |p| p.steps[2].guards = Vec::new(),
            "approval: thiếu điều kiện (guards) \"decision\"",
        ),
        (
            |p| p.states[1].deadline = Some(Deadline::WorkingDays(0)),
            "B: thời hạn (deadline) phải từ 1 ngày",
        ),
        (
            |p| p.states[1].holders = Vec::new(),
            "B: chưa ghi ai đang giữ",
        ),
        (
            |p| {
                p.steps.remove(3);
            },
            "test: thiếu bước có is = \"contract\"",
        ),
    ]);
}

#[test]
fn a_step_leads_around_no_move_guard_or_effect() {
    expect_said(&[
        (
            |p| p.steps[2].guards = vec![Guard::Decision],
            "approval: thiếu điều kiện (guards) \"ceiling\"",
        ),
        (
            |p| p.steps[3].guards = vec![Guard::Contract],
            "contract: thiếu điều kiện (guards) \"kind\"",
        ),
        (
            |p| p.steps[6].effects = Vec::new(),
            "stop: bước dẫn đến phase stopped phải ghi đúng effects = [\"release\"]",
        ),
        (
            |p| p.steps[7].effects.push(Effect::Release),
            "withdrawal: bước dẫn đến phase withdrawn phải ghi đúng effects = [\"reversal\"]",
        ),
        (
            |p| p.steps[0].effects = vec![Effect::Release],
            "submission: bước dẫn đến phase submitted không có hệ quả về tiền",
        ),
        (
            |p| p.steps[6].guards = Vec::new(),
            "stop: thiếu điều kiện (guards) \"reason\"",
        ),
        (
            |p| p.steps[2].from = vec!["A".into()],
            "approval: is = \"approval\" không đi từ trạng thái có phase registered",
        ),
        (
            |p| {
                let twin = Step {
                    key: "approval-2".into(),
                    ..p.steps[2].clone()
                };
                p.steps.push(twin);
            },
            "approval-2: is = \"approval\" đã có ở bước approval",
        ),
        (
            |p| {
                let around = Step {
                    key: "around".into(),
                    is: None,
                    ..p.steps[2].clone()
                };
                p.steps.push(around);
            },
            "around: bước này đưa đề án sang phase approved nên phải có is = \"approval\"",
        ),
    ]);
}

fn expect_said(breaks: &[Break]) {
    for (break_it, expected) in breaks {
        let mut broken = process();
        break_it(&mut broken);
        let said = said(&broken);
        assert!(said.contains(expected), "{expected} not in:\n{said}");
    }
}

#[test]
fn a_state_nobody_reaches_or_leaves_is_a_fault() {
    let mut stuck = process();
    stuck.states.push(state("G", Status::Submitted));
    let said = said(&stuck);
    assert!(said.contains("G: không bước nào dẫn đến"), "{said}");
    assert!(said.contains("G: đề án đến đây thì mắc lại"), "{said}");
}

#[test]
fn an_island_and_a_round_without_end_are_faults() {
    let mut process = process();
    process.states.push(state("G", Status::Submitted));
    process.states.push(state("H", Status::Submitted));
    let round = |key: &str, from: &str, to: &str| Step {
        key: key.into(),
        is: None,
        guards: Vec::new(),
        ..step(Move::Submit, &[from], to)
    };
    process.steps.push(round("there", "G", "H"));
    process.steps.push(round("back", "H", "G"));
    let said = said(&process);
    assert!(
        said.contains("G: không đi đến được từ trạng thái đầu (A)"),
        "{said}"
    );
    assert!(said.contains("H: đề án đến đây thì mắc lại"), "{said}");
}

#[test]
fn a_step_from_elsewhere_says_where_from_by_which_rule_and_what_next() {
    let process = process();
    let refused = process.next_move("A", Move::Accept).unwrap_err();
    assert_eq!(refused.code(), "process.not-from-here");
    let said = refused.say(Lang::Vi);
    for part in [
        "“acceptance”",
        "“A”",
        "Quy chế",
        "từ “D”",
        "Bước tiếp theo: “submission”",
    ] {
        assert!(said.contains(part), "{part} not in: {said}");
    }
    let closed = process.next("F", "contract").unwrap_err().say(Lang::Vi);
    assert!(
        closed.ends_with("Hồ sơ đã kết thúc, chỉ còn để xem."),
        "{closed}"
    );
}

#[test]
fn the_way_is_the_shortest_and_never_aside() {
    let process = process();
    let way = process.way("A", "F").unwrap();
    let keys: Vec<_> = way.iter().map(|step| step.key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "submission",
            "approval",
            "contract",
            "acceptance",
            "settlement"
        ]
    );
    assert_eq!(process.way("A", "X"), None);
    assert_eq!(process.way("F", "A"), None);
}

#[test]
fn the_provinces_own_process_comes_before_the_nations_from_its_first_day() {
    let national = process();
    let own = Process {
        key: "hai-phong".into(),
        area: AreaPath::parse("VN/31").unwrap(),
        from: day("2026-01-01"),
        ..process()
    };
    let both = [national, own];
    let chosen = |area: &str, on: &str| {
        let area = AreaPath::parse(area).unwrap();
        let found = in_force(&both, (Level::Local, &area, day(on)));
        found.map(|process| process.key.clone())
    };
    assert_eq!(chosen("VN/31/311", "2025-12-31").as_deref(), Some("test"));
    assert_eq!(
        chosen("VN/31/311", "2026-01-01").as_deref(),
        Some("hai-phong")
    );
    assert_eq!(chosen("VN/01/274", "2026-01-01").as_deref(), Some("test"));
    assert_eq!(chosen("VN/31/311", "2015-12-31"), None);
}

#[test]
fn a_deadline_is_counted_in_working_days_or_falls_on_its_day_of_the_year() {
    let calendar = crate::calendar::national();
    let yearly = Deadline::yearly(day("2024-06-20"));
    assert_eq!(
        yearly.due(day("2026-06-20"), calendar),
        Some(day("2026-06-20"))
    );
    assert_eq!(
        yearly.due(day("2026-06-21"), calendar),
        Some(day("2027-06-20"))
    );
    // 30/4/2026 is a Thursday and a holiday, 1/5 too.
    let five = Deadline::WorkingDays(5);
    assert_eq!(
        five.due(day("2026-04-28"), calendar),
        Some(day("2026-05-07"))
    );
}

proptest! {
    #[test]
    fn a_step_leads_on_exactly_from_its_states(state in 0usize..9, step in 0usize..8) {
        let process = process();
        let (state, step) = (&process.states[state].key, &process.steps[step]);
        let allowed = process.next(state, &step.key).is_ok();
        prop_assert_eq!(allowed, step.from.contains(state));
        let offered = process.steps_from(state).any(|other| other.key == step.key);
        prop_assert_eq!(allowed, offered);
    }
}
