//! What the table must hold, whoever edits it.

use super::*;
use crate::identity::Assignment;
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
        stands_in: Vec::new(),
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
    let is_own = |action| {
        let own = [Action::SignIn, Action::HoldTokens, Action::SetReminders];
        own.contains(&action)
    };
    let writes = |action: &Action| action.reading() != Some(*action) && !is_own(*action);
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
fn the_program_itself_may_only_sign_people_in_start_and_remind() {
    for action in Action::ALL {
        let permitted = system_permit(action, subject("VN")).is_ok();
        assert_eq!(
            permitted,
            matches!(action, Action::SignIn | Action::Initialise | Action::Remind)
        );
    }
}

/// A person with one role who stands in for another with one role, at the same organisation.
fn deputy(own: Role, lent: Role) -> Actor {
    let mut deputy = actor(own, "VN/31");
    let mut absent = actor(lent, "VN/31");
    absent.user = UserId([4; 16]);
    deputy.stands_in.push(StandIn {
        user: absent.user,
        name: "Vắng".into(),
        until: parse_date("2026-12-01").unwrap(),
        assignments: absent.assignments,
    });
    deputy
}

#[test]
fn a_deputy_acts_in_the_name_of_the_absent_and_only_where_no_own_role_reaches() {
    let both = deputy(Role::CentreOfficer, Role::CentreHead);
    let lent = permit(&both, Action::WithdrawProject, subject("VN/31/311")).unwrap();
    assert_eq!(lent.attempt().name, "Thử thay Vắng");
    assert_eq!(lent.user(), Some(both.user));
    let own = permit(&both, Action::ProposeProject, subject("VN/31/311")).unwrap();
    assert_eq!(own.attempt().name, "Thử");
    let beyond = permit(&both, Action::WithdrawProject, subject("VN/01"));
    assert_eq!(beyond.unwrap_err(), Denial::Hidden);
    assert!(scope(&both, Action::ReadAudit).is_ok());
}

#[test]
fn a_deputy_is_no_second_pair_of_hands() {
    let approver = deputy(Role::CentreOfficer, Role::PaymentApprover);
    let of = |maker: u8| subject("VN/31/311").made_by(UserId([maker; 16]));
    assert!(permit(&approver, Action::ApproveMove, of(7)).is_ok());
    let own = permit(&approver, Action::ApproveMove, of(3)).unwrap_err();
    assert_eq!(own, Denial::Withheld(Withheld::OwnProposal));
    // Neither in the lent role nor in an own one.
    for approver in [approver, deputy(Role::PaymentApprover, Role::Accountant)] {
        let of_absent = permit(&approver, Action::ApproveMove, of(4)).unwrap_err();
        let name = "Vắng".to_owned();
        assert_eq!(
            of_absent,
            Denial::Withheld(Withheld::ProposalOfAbsent { name })
        );
    }
}

#[test]
fn nothing_is_prepared_in_the_name_of_somebody_who_could_approve_it() {
    let accountant = deputy(Role::CentreOfficer, Role::Accountant);
    assert!(permit(&accountant, Action::PrepareMove, subject("VN/31")).is_ok());
    let mut both = deputy(Role::CentreOfficer, Role::Accountant);
    let approver = actor(Role::PaymentApprover, "VN/31").assignments;
    both.stands_in[0].assignments.extend(approver);
    let refused = permit(&both, Action::PrepareMove, subject("VN/31")).unwrap_err();
    let action = Action::PrepareMove;
    assert_eq!(refused, Denial::Withheld(Withheld::NoRole { action }));
    assert!(permit(&both, Action::ApproveMove, subject("VN/31")).is_ok());
}

#[test]
fn the_administrator_and_what_is_personal_are_never_lent() {
    let lends = |role, action| permit(&deputy(Role::CentreOfficer, role), action, subject("VN/31"));
    assert!(lends(Role::SystemAdministrator, Action::ManagePeople).is_err());
    assert!(lends(Role::SystemAdministrator, Action::ReadPeople).is_err());
    assert!(lends(Role::Auditor, Action::ReadAudit).is_err());
    assert!(lends(Role::Firm, Action::ReadRules).is_ok(), "an own right");
    assert!(lends(Role::CouncilMember, Action::ScoreProject).is_err());
    assert!(lends(Role::CouncilMember, Action::ReadAppraisals).is_ok());
    for role in [Role::SystemAdministrator, Role::Auditor] {
        let mut nobody = deputy(Role::CentreOfficer, role);
        nobody.assignments.clear();
        for action in Action::ALL {
            assert!(scope(&nobody, action).is_err(), "{}", action.code());
        }
    }
    let mut chained = deputy(Role::Auditor, Role::CentreHead);
    chained.assignments.clear();
    assert!(permit(&chained, Action::Delegate, subject("VN/31")).is_err());
}

/// A deputy may do to a record what the absent person could, in every role and with every action:
/// all but what is personal, and what would join two hands.
#[test]
fn a_deputy_reaches_whatever_the_absent_person_reached() {
    let of_two_hands =
        |role, action: &Action| action.second_hand().is_some_and(|second| may(role, second));
    for lent in Role::ALL
        .into_iter()
        .filter(|role| may(*role, Action::Delegate))
    {
        let absent = actor(lent, "VN/31/311");
        let lends = |action: &Action| !action.is_personal() && !of_two_hands(lent, action);
        for own in Role::ALL {
            let mut both = deputy(own, lent);
            both.stands_in[0].assignments[0].area = absent.assignments[0].area.clone();
            both.assignments[0].area = AreaPath::parse("VN/31/316").unwrap();
            assert!(both.has(lent) && both.held().count() == 2);
            for action in Action::ALL.into_iter().filter(lends) {
                let own_record = Subject {
                    organisation: Some(OrganisationId([2; 16])),
                    ..subject("VN/31/311")
                };
                for record in [subject("VN/31/311/11521"), own_record] {
                    let by_absent = permit(&absent, action, record.clone()).is_ok();
                    let by_deputy = permit(&both, action, record).is_ok();
                    assert!(
                        !by_absent || by_deputy,
                        "{lent:?} {own:?} {}",
                        action.code()
                    );
                }
                sees_all(&absent, &both, action);
            }
        }
    }
}

/// Every row of one person is a row of the other.
fn sees_all(one: &Actor, other: &Actor, action: Action) {
    let Ok(seen) = scope(one, action) else { return };
    let sees = scope(other, action).expect("the rows of the absent");
    let mut areas = seen.areas().iter();
    assert!(areas.all(|area| sees.areas().iter().any(|held| area.is_within(held))));
    let mut organisations = seen.organisations().iter();
    assert!(organisations.all(|of| sees.organisations().contains(of)));
    let roles = roles_for(other, action).count();
    assert!(roles_for(one, action).count() <= roles, "{}", action.code());
}
