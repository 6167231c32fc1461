//! The highest support weighs all that a decision grants a project, whatever was asked and
//! whatever purses it comes from.

use super::Year;
use kc_app::decision::draft::StartWith;
use kc_app::decision::see;
use kc_app::project;
use kc_app::project::propose::NewProject;
use kc_domain::decision::DecisionKind;
use kc_domain::identity::Role;
use kc_domain::kernel::money::Dong;
use kc_domain::process::Status;
use kc_testkit::{Engine, tell};

#[test]
fn two_purses_together_keep_to_the_ceiling_and_less_than_was_asked_may_be_granted() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        // Machinery: at most half of the cost.
        let project = year.proposed(NewProject {
            cost_estimated: Some(Dong(600)),
            ..year.proposal("Máy cắt", 400, year.plan)
        });
        tell(&year.at(Role::CentreOfficer), project, "machinery");
        year.cast.bring(&year.office, project, "L5");
        let act = year.draft(DecisionKind::Approve, StartWith::Nothing);
        year.put(act, project, year.local, 200).unwrap();
        year.put(act, project, year.central, 101).unwrap();

        let sight = see(&year.at(Role::DepartmentOfficer), act).unwrap();
        let codes: Vec<_> = sight
            .findings
            .iter()
            .map(|found| found.failure.code())
            .collect();
        assert!(codes.contains(&"norm.over-ceiling"), "{codes:?}");
        let before = year.office.picture();
        let over = year.issue(act, "1/QĐ-UBND", "2026-03-02").unwrap_err();
        assert_eq!(over.code(), "norm.over-ceiling");
        assert_eq!(year.office.picture(), before, "nothing half-done");

        year.put(act, project, year.central, 100).unwrap();
        year.issue(act, "1/QĐ-UBND", "2026-03-02").unwrap();
        let found = project::show(&year.at(Role::CentreOfficer), project).unwrap();
        assert_eq!(
            found.status,
            Status::Approved,
            "300 granted where 400 were asked"
        );
    }
}
