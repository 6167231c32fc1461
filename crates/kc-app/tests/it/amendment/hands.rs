//! Who asks, confirms and decides; what falls; what the facts become.

use super::{ask, grant, granted, local, to_be};
use crate::contract::{Story, day, decision};
use kc_app::amendment::confirm::confirm;
use kc_app::amendment::decide::{Decision, decide};
use kc_app::amendment::{self, Filter};
use kc_app::establishment::record::{NewEstablishment, record};
use kc_app::kernel::{Failure, Window};
use kc_app::project::amend::amend;
use kc_app::project::propose::NewProject;
use kc_app::{contract, project};
use kc_domain::amendment::{AmendmentKind, Stand, What};
use kc_domain::identity::Role;
use kc_domain::kernel::level::Level;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_testkit::{Engine, HAI_PHONG, THUY_NGUYEN, new_project};

#[test]
fn an_extension_is_true_once_it_is_decided_and_the_appendix_is_asked_for() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let centre = story.at(Role::CentreOfficer);
        contract::sign::sign(&centre, story.contract()).unwrap();
        let id = ask(
            &story,
            AmendmentKind::Extend,
            vec![to_be(What::EndsOn, "2026-12-15")],
        )
        .unwrap();
        let before = project::show(&centre, story.project).unwrap();
        assert_eq!(
            before.ends_on,
            Some(day("2026-10-31")),
            "asked is not decided"
        );
        assert_eq!(grant(&story, id).unwrap(), Stand::Granted);
        let after = project::show(&centre, story.project).unwrap();
        assert_eq!(after.ends_on, Some(day("2026-12-15")));
        let kept = amendment::show(&centre, id).unwrap().asked.amendment;
        assert_eq!(kept.facts[0].before.as_deref(), Some("2026-10-31"));
        assert_eq!(kept.decided.unwrap().number, "77/QĐ-SCT");
        let waiting = contract::waiting_for(&centre).unwrap();
        assert!(waiting[0].what.say(Lang::Vi).contains("phụ lục"));
        let again = grant(&story, id).unwrap_err();
        assert_eq!(again.code(), "amendment.settled");
    }
}

#[test]
fn a_national_change_is_confirmed_by_one_and_decided_by_another() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-05-04");
        let id = ask(
            &story,
            AmendmentKind::Extend,
            vec![to_be(What::EndsOn, "2027-03-31")],
        )
        .unwrap();
        let centre = story.at(Role::CentreOfficer);
        let route = amendment::show(&centre, id).unwrap().route;
        assert_eq!(route.code, "extend/national/next-year");
        let agency = story.at(Role::AgencyOfficer);
        let early = decide(&agency, id, &granted()).unwrap_err();
        assert_eq!(early.code(), "amendment.not-confirmed");
        let head = story.at(Role::DepartmentHead);
        assert_eq!(amendment::waiting_for(&head).unwrap().len(), 1);
        assert!(amendment::waiting_for(&agency).unwrap().is_empty());
        confirm(&head, id, day("2026-05-04"), "88/SCT-QLCN").unwrap();
        let same = decide(&head, id, &granted()).unwrap_err();
        assert_eq!(same.code(), "amendment.same-hand");
        assert_eq!(amendment::waiting_for(&agency).unwrap().len(), 1);
        decide(&agency, id, &granted()).unwrap();
        let after = project::show(&centre, story.project).unwrap();
        assert_eq!(after.ends_on, Some(day("2027-03-31")));
    }
}

#[test]
fn the_head_of_the_department_records_the_ministrys_word_only_on_its_paper() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-05-04");
        let id = ask(
            &story,
            AmendmentKind::Adjust,
            vec![to_be(What::Outcome, "900 tấn/năm")],
        )
        .unwrap();
        confirm(
            &story.at(Role::DepartmentOfficer),
            id,
            day("2026-05-04"),
            "88/SCT",
        )
        .unwrap();
        let head = story.at(Role::DepartmentHead);
        let refused = decide(&head, id, &granted()).unwrap_err();
        assert_eq!(refused.code(), "amendment.wrong-authority");
        assert!(refused.say(Lang::Vi).contains("Bộ Công Thương"));
        let centre = story.at(Role::CentreOfficer);
        let paper = decision(&centre, &story.cast, "1200/QĐ-BCT", "2026-05-04");
        let on_paper = Decision {
            document: Some(paper),
            number: String::new(),
            ..granted()
        };
        decide(&head, id, &on_paper).unwrap();
        let kept = amendment::show(&centre, id).unwrap().asked.amendment;
        assert_eq!(kept.decided.unwrap().number, "1200/QĐ-BCT");
        let after = project::show(&centre, story.project).unwrap();
        assert_eq!(after.outcome.as_deref(), Some("900 tấn/năm"));
    }
}

#[test]
fn nobody_decides_what_they_asked_and_no_role_reaches_further_than_it_may() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let stop = || ask(&story, AmendmentKind::Stop, Vec::new());
        let id = stop().unwrap();
        assert_eq!(stop().unwrap_err().code(), "amendment.asked-already");
        for role in [
            Role::CentreOfficer,
            Role::CentreHead,
            Role::DepartmentOfficer,
            Role::Accountant,
        ] {
            let refused = decide(&story.at(role), id, &granted());
            assert!(matches!(refused, Err(Failure::Denied(_))), "{role:?}");
        }
        let agency = decide(&story.at(Role::AgencyOfficer), id, &granted()).unwrap_err();
        assert_eq!(agency.code(), "amendment.wrong-authority");
        let foreigner = story.cast.foreigner(Role::DepartmentHead).at(&story.office);
        assert!(matches!(
            amendment::show(&foreigner, id),
            Err(Failure::NotFound)
        ));
        let everything = amendment::list(&foreigner, &Filter::default(), Window::of_page(1, 10));
        assert_eq!(everything.unwrap().total, 0);
        let mute = Decision {
            is_granted: false,
            ..granted()
        };
        let head = story.at(Role::DepartmentHead);
        assert_eq!(
            decide(&head, id, &mute).unwrap_err().code(),
            "input.invalid"
        );
        let refused = Decision {
            note: Some("Chưa đủ căn cứ".into()),
            ..mute
        };
        assert_eq!(decide(&head, id, &refused).unwrap(), Stand::Refused);
        let found = project::show(&head, story.project).unwrap();
        assert_eq!(found.status, kc_domain::project::Status::Approved);
    }
}

#[test]
fn a_request_falls_when_the_project_changed_in_the_same_facts_and_says_which() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let first = ask(
            &story,
            AmendmentKind::ReplaceBeneficiary,
            vec![to_be(What::Beneficiary, &firm(&story, "Cơ khí A"))],
        )
        .unwrap();
        let second = ask(
            &story,
            AmendmentKind::Extend,
            vec![to_be(What::EndsOn, "2026-11-30")],
        )
        .unwrap();
        let mixed = ask(
            &story,
            AmendmentKind::Adjust,
            vec![
                to_be(What::EndsOn, "2026-11-20"),
                to_be(What::Outcome, "900 tấn/năm"),
            ],
        )
        .unwrap();
        assert_eq!(grant(&story, second).unwrap(), Stand::Granted);
        let sight = amendment::show(&story.at(Role::DepartmentHead), mixed).unwrap();
        assert_eq!(sight.stale.len(), 1);
        assert_eq!(grant(&story, mixed).unwrap(), Stand::Fallen);
        let fallen = amendment::show(&story.at(Role::DepartmentHead), mixed).unwrap();
        let note = fallen.asked.amendment.note.unwrap();
        assert_eq!(note, "Ngày kết thúc: 31/10/2026 → 30/11/2026");
        let found = project::show(&story.at(Role::CentreOfficer), story.project).unwrap();
        assert_eq!(found.outcome, None, "nothing of a fallen request is kept");
        assert_eq!(
            grant(&story, first).unwrap(),
            Stand::Granted,
            "other facts still hold"
        );
    }
}

/// A firm of Hải Phòng, as requests name it.
fn firm(story: &Story, name: &str) -> String {
    let centre = story.at(Role::CentreOfficer);
    let area = AreaPath::parse(THUY_NGUYEN).unwrap();
    let new = NewEstablishment::named(name, "Thủy Nguyên", area, story.cast.centre);
    record(&centre, new, false).unwrap().to_string()
}

#[test]
fn a_decided_project_changes_its_governed_facts_only_by_request() {
    for engine in Engine::BOTH {
        let story = local(engine);
        let centre = story.at(Role::CentreOfficer);
        let found = project::show(&centre, story.project).unwrap();
        let same = NewProject {
            plan: found.plan,
            level: found.level,
            starts_on: found.starts_on,
            ends_on: found.ends_on,
            content_group: found.content_group.clone(),
            support_asked: found.support_asked,
            cost_estimated: found.cost_estimated,
            ..new_project("Máy cắt laser", HAI_PHONG, story.cast.centre)
        };
        let later = NewProject {
            ends_on: Some(day("2026-12-31")),
            ..same.clone()
        };
        let refused = amend(&centre, story.project, found.version, later).unwrap_err();
        assert_eq!(refused.code(), "amendment.by-request");
        let noted = NewProject {
            note: Some("Ghi chú".into()),
            ..same
        };
        amend(&centre, story.project, found.version, noted).unwrap();
        let level = project::show(&centre, story.project).unwrap().level;
        assert_eq!(level, Some(Level::Local));
    }
}
