//! What a project may ask and what was given before.

use super::*;

#[test]
fn a_support_above_the_ceiling_of_the_day_is_refused_with_its_sum() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2018-05-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = project(&centre, &cast, Level::National, 250_000_000);
        let held = show(&centre, id).unwrap();
        let asked = |support: i64, on: &str| {
            centre.read(|reader| expect_within_ceiling(reader, &held, Some(Dong(support)), day(on)))
        };
        assert_eq!(asked(1, "2018-05-10").unwrap_err().code(), "norm.no-kind");
        tell(&centre, &facts(id, "machinery", &[])).unwrap();
        let refused = asked(250_000_000, "2018-05-10").unwrap_err();
        assert_eq!(refused.code(), "norm.over-ceiling");
        assert!(refused.say(centre.lang()).contains("200.000.000"));
        assert!(asked(250_000_000, "2018-05-11").is_ok());
        assert!(asked(300_000_000, "2018-05-11").is_ok());
        assert!(asked(300_000_001, "2018-05-11").is_err());
        assert_eq!(asked(1, "2010-01-01").unwrap_err().code(), "norm.gap");
    }
}

#[test]
fn the_kind_of_support_is_told_by_those_who_take_proposals_in() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let id = project(&centre, &cast, Level::Local, 1);
        let new = facts(id, "machinery", &[("recognition", Some("2027-01-01"))]);
        for role in [Role::Auditor, Role::Accountant, Role::CouncilMember] {
            let other = cast.person(role).at(&office);
            assert!(matches!(tell(&other, &new), Err(Failure::Denied(_))));
        }
        let foreigner = cast.foreigner(Role::CentreOfficer).at(&office);
        assert!(matches!(tell(&foreigner, &new), Err(Failure::NotFound)));
        let unknown = tell(&centre, &facts(id, "may-moc", &[])).unwrap_err();
        assert_eq!(unknown.code(), "norm.unknown-kind");
        assert_eq!(told(&centre, id).unwrap(), None);

        tell(&centre, &new).unwrap();
        assert!(matches!(tell(&centre, &new), Err(Failure::Stale)));
        let kept = told(&centre, id).unwrap().unwrap();
        assert_eq!(kept, Told { version: 1, ..new });
        let changed = Told {
            version: 1,
            ..facts(id, "trademark", &[])
        };
        tell(&centre, &changed).unwrap();
        let kept = told(&centre, id).unwrap().unwrap();
        assert_eq!(
            kept,
            Told {
                version: 2,
                ..changed
            }
        );
    }
}

#[test]
fn support_given_twice_is_named_as_far_as_the_reader_may_see() {
    for engine in Engine::BOTH {
        let office = TestOffice::open(engine, "2026-02-01");
        let cast = Cast::gather(&office);
        let centre = cast.person(Role::CentreOfficer).at(&office);
        let first = firm(&centre, &cast, "Cơ khí Hoàng Cường", LegalForm::Enterprise);
        let second = firm(&centre, &cast, "Đúc Phương Mỹ", LegalForm::Enterprise);
        let propose_one = |title: &str, firm, support: i64| {
            let new = NewProject {
                establishment: Some(firm),
                level: Some(Level::Local),
                cost_estimated: Some(Dong(600_000_000)),
                support_asked: Some(Dong(support)),
                ..new_project(title, HAI_PHONG, cast.centre)
            };
            let id = propose(&centre, new).unwrap();
            let machine = NewEquipment {
                name: "Máy phay CNC".into(),
                model: Some("VMC-850".into()),
                origin: None,
                year_made: None,
                quantity: 1,
                price: None,
            };
            add(&centre, id, machine).unwrap();
            tell(&centre, &facts(id, "machinery", &[])).unwrap();
            show(&centre, id).unwrap()
        };
        let this = propose_one("Máy 1", first, 200_000_000);
        let same = propose_one("Máy 2", first, 150_000_000);
        let other = propose_one("Máy 3", second, 100_000_000);
        let shown = see_project(&centre, &this).unwrap();
        let named: Vec<_> = shown
            .doubles
            .iter()
            .map(|d| (d.code.as_str(), d.same.clone()))
            .collect();
        let machine = Sameness::Machine;
        let wanted = [
            (same.code.as_str(), vec![Sameness::Content, machine]),
            (
                other.code.as_str(),
                vec![machine, Sameness::Owner, Sameness::Address],
            ),
        ];
        assert_eq!(named, wanted);
        assert_eq!(shown.sum_over, Some((Dong(350_000_000), Dong(300_000_000))));
        assert_eq!(shown.eligible(), Answer::Yes);

        let service = cast.person(Role::ServiceOrganisation).at(&office);
        assert!(see_project(&service, &this).unwrap().doubles.is_empty());
        let all = centre.read(|reader| of_project(reader, &this, day("2026-02-01")));
        assert_eq!(all.unwrap().doubles.len(), 2);
    }
}
