//! Whatever is proven and whatever is missing: only what is whole passes.

use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::id::{EquipmentId, EstablishmentId, OrganisationId, ProjectId, VisitId};
use crate::kernel::refuse::Refuse;
use crate::monitoring::{Findings, Side, Verdict, Visit, VisitKind, read_people};
use crate::place::area::AreaPath;
use crate::project::tests::project;
use crate::project::{Equipment, Project, Status};
use chrono::NaiveDate;
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn running() -> Project {
    Project {
        establishment: Some(EstablishmentId([4; 16])),
        contracted_on: Some(day("2/3/2026")),
        ..project(Status::Contracted)
    }
}

fn machine(number: u8) -> Equipment {
    Equipment {
        id: EquipmentId([number; 16]),
        project: ProjectId([1; 16]),
        name: format!("Máy {number}"),
        model: None,
        origin: None,
        year_made: None,
        quantity: 1,
        price: None,
    }
}

fn stood(number: u8) -> Installed {
    Installed {
        serial: Some("26-0412".into()),
        ..Installed::unknown(EquipmentId([number; 16]))
    }
}

fn visit(verdict: Verdict) -> Visit {
    let mut people = read_people(Side::Centre, "Nguyễn Văn An");
    people.extend(read_people(Side::Beneficiary, "Trần Thị Bình"));
    Visit {
        id: VisitId([9; 16]),
        kind: VisitKind::Acceptance,
        project: Some(ProjectId([1; 16])),
        establishment: None,
        held_on: day("15/6/2026"),
        place_written: None,
        people,
        findings: Findings::default(),
        answers: Vec::new(),
        verdict: Some(verdict),
        conclusion: Some("Như biên bản".into()),
        area: AreaPath::parse("VN/31").unwrap(),
        organisation: OrganisationId([3; 16]),
        party: None,
        recorded_by: None,
        withdrawn_because: None,
        illustrative: false,
    }
}

fn accepted(installed: Vec<Installed>, counterpart: Option<i64>) -> Acceptance {
    Acceptance {
        visit: VisitId([9; 16]),
        volume: "Xong".into(),
        cost: None,
        support: None,
        counterpart: counterpart.map(Dong),
        installed,
    }
}

proptest! {
    #[test]
    fn only_whole_work_moves_its_project_on(
        machines in 0_u8..5,
        recorded in 0_u8..5,
        promised in 0_i64..1000,
        proven in proptest::option::of(1_i64..1000),
        ended in 0_usize..3,
    ) {
        let project = running();
        let equipment: Vec<_> = (1..=machines).map(machine).collect();
        let verdict = Verdict::ALL[ended];
        let facts = Facts {
            project: &project,
            equipment: &equipment,
            counterpart_promised: Dong(promised),
            support_approved: Dong::ZERO,
            requests: 1,
        };
        let found = accepted((1..=recorded).map(stood).collect(), proven);
        let answer = decide(&visit(verdict), &found, facts, day("1/7/2026"));
        let is_whole = recorded >= machines && (promised == 0 || proven.unwrap_or(0) >= promised);
        match verdict {
            Verdict::Passed if is_whole => prop_assert_eq!(answer, Ok(true)),
            Verdict::Passed => prop_assert!(answer.is_err()),
            Verdict::Conditional | Verdict::Failed => prop_assert_eq!(answer, Ok(false)),
        }
    }
}

#[test]
fn the_day_lies_between_the_contract_and_today() {
    let project = running();
    let facts = Facts {
        project: &project,
        equipment: &[],
        counterpart_promised: Dong::ZERO,
        support_approved: Dong::ZERO,
        requests: 0,
    };
    let on = |held_on: &str| {
        let visit = Visit {
            held_on: day(held_on),
            ..visit(Verdict::Failed)
        };
        let answer = decide(&visit, &accepted(Vec::new(), None), facts, day("1/7/2026"));
        answer.map_or_else(|refusal| refusal.code(), |_| "ok")
    };
    assert_eq!(on("1/3/2026"), "project.accepted-before-contract");
    assert_eq!(on("2/3/2026"), "ok");
    assert_eq!(on("1/7/2026"), "ok");
    assert_eq!(on("2/7/2026"), "project.in-the-future");
}
