//! What the table must hold, whoever edits it.

use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::id::AssignmentId;

fn actor(role: Role, area: &str) -> Actor {
    let assignment = Assignment {
        id: AssignmentId([1; 16]),
        role,
        organisation: OrganisationId([2; 16]),
        area: AreaPath::parse(area).unwrap(),
        valid_from: parse_date("2016-01-01").unwrap(),
        valid_to: None,
    };
    Actor {
        user: UserId([3; 16]),
        name: "Thử".into(),
        assignments: vec![assignment],
    }
}

fn subject(area: &str) -> Subject {
    Subject::new(
        AreaPath::parse(area).unwrap(),
        Some(OrganisationId([9; 16])),
    )
}

#[test]
fn every_action_has_its_row_once() {
    for action in Action::ALL {
        let rows = TABLE.iter().filter(|(row, _)| *row == action).count();
        assert_eq!(rows, 1, "{}", action.code());
        assert_eq!(Action::from_code(action.code()), Some(action));
    }
}

#[test]
fn the_auditor_writes_nothing_and_the_administrator_has_no_business() {
    let writes = |action: &Action| action.reading() != Some(*action) && *action != Action::SignIn;
    for action in Action::ALL.iter().filter(|action| writes(action)) {
        assert!(!may(Role::Auditor, *action), "{}", action.code());
    }
    for action in [
        Action::ReadProjects,
        Action::ReadLedger,
        Action::ProposeProject,
    ] {
        assert!(!may(Role::SystemAdministrator, action));
    }
}

#[test]
fn a_foreign_record_is_hidden_and_an_own_one_says_why_not() {
    let officer = actor(Role::CommuneOfficer, "VN/31/311");
    let own = permit(&officer, Action::ApproveProject, subject("VN/31/311/11521"));
    assert_eq!(
        own.unwrap_err(),
        Denial::Withheld(Withheld::NoRole {
            action: Action::ApproveProject
        })
    );
    let foreign = permit(&officer, Action::ProposeProject, subject("VN/01/274"));
    assert_eq!(foreign.unwrap_err(), Denial::Hidden);
}

#[test]
fn a_commune_officer_reads_the_province_and_proposes_for_the_own_commune() {
    let officer = actor(Role::CommuneOfficer, "VN/31/311");
    let of_own = |area: &str| Subject {
        organisation: Some(OrganisationId([2; 16])),
        ..subject(area)
    };
    let neighbour = || of_own("VN/31/316/11824");
    for action in [Action::ProposeProject, Action::SubmitProject] {
        assert!(permit(&officer, action, of_own("VN/31/311/11521")).is_ok());
        let of_a_firm_next_door = subject("VN/31/311/11521");
        for not_theirs in [neighbour(), of_a_firm_next_door] {
            let refused = permit(&officer, action, not_theirs).unwrap_err();
            assert_eq!(refused, Denial::Withheld(Withheld::NoRole { action }));
        }
    }
    assert!(permit(&officer, Action::ReadProjects, neighbour()).is_ok());
    let establishments = permit(&officer, Action::ReadEstablishments, neighbour());
    assert_eq!(establishments.unwrap_err(), Denial::Hidden);
    let projects = scope(&officer, Action::ReadProjects).unwrap();
    let province = AreaPath::parse("VN/31").unwrap();
    assert_eq!(projects.areas().first(), Some(&province));
}

#[test]
fn a_firm_reads_the_plans_of_its_province_and_only_its_own_projects() {
    let firm = actor(Role::Firm, "VN/31/311");
    assert!(permit(&firm, Action::ReadPlans, subject("VN/31")).is_ok());
    let other_province = permit(&firm, Action::ReadPlans, subject("VN/01"));
    assert_eq!(other_province.unwrap_err(), Denial::Hidden);
    let of_another = permit(&firm, Action::ReadProjects, subject("VN/31/311"));
    assert_eq!(of_another.unwrap_err(), Denial::Hidden);
    let own = subject("VN/31/311").with_party(Some(OrganisationId([2; 16])));
    assert!(permit(&firm, Action::ReadProjects, own).is_ok());
}

#[test]
fn nobody_approves_what_they_proposed() {
    let head = actor(Role::DepartmentHead, "VN/31");
    let own = subject("VN/31/311").made_by(head.user);
    let refused = permit(&head, Action::ApproveProject, own).unwrap_err();
    assert_eq!(refused, Denial::Withheld(Withheld::OwnProposal));
    let of_another = subject("VN/31/311").made_by(UserId([7; 16]));
    assert!(permit(&head, Action::ApproveProject, of_another).is_ok());
}

#[test]
fn a_scope_never_covers_more_than_the_roles_do() {
    let scope = scope(
        &actor(Role::CommuneOfficer, "VN/31/311"),
        Action::ReadEstablishments,
    )
    .unwrap();
    assert_eq!(scope.areas(), [AreaPath::parse("VN/31/311").unwrap()]);
    let narrowed = scope.within(&AreaPath::parse("VN/01").unwrap());
    assert!(narrowed.areas().is_empty());
}

#[test]
fn the_program_itself_may_only_sign_people_in_and_start() {
    for action in Action::ALL {
        let permitted = system_permit(action, subject("VN")).is_ok();
        assert_eq!(
            permitted,
            matches!(action, Action::SignIn | Action::Initialise)
        );
    }
}
