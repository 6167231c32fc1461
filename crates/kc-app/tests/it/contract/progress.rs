//! Progress: a report a month, and who is reminded of the missing ones.

use super::{Story, day};
use kc_app::contract::overdue_progress;
use kc_app::contract::progress::{NewProgress, months, report};
use kc_app::kernel::Failure;
use kc_domain::identity::Role;
use kc_testkit::Engine;

fn of_month(month: &str, percent: i64) -> NewProgress {
    NewProgress {
        month: day(month),
        percent,
        done: "Đã ký mua máy".into(),
        difficulties: None,
    }
}

#[test]
fn a_missing_month_is_shown_as_missing_and_reminded_of_until_it_is_reported() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-20");
        let centre = story.at(Role::CentreOfficer);
        let found = months(&centre, story.project).unwrap();
        let late: Vec<_> = found.iter().map(|month| month.is_late).collect();
        assert_eq!(late, [false, true, true], "newest first: 5, 4, 3/2026");
        let waiting = overdue_progress(&centre).unwrap();
        assert_eq!(waiting[0].since, Some(day("2026-03-01")));
        assert_eq!(waiting[0].due, Some(day("2026-04-07")));

        report(&centre, story.project, &of_month("2026-03-17", 10)).unwrap();
        report(&centre, story.project, &of_month("2026-04-01", 30)).unwrap();
        report(&centre, story.project, &of_month("2026-04-01", 35)).unwrap();
        let found = months(&centre, story.project).unwrap();
        let percents: Vec<_> = found
            .iter()
            .map(|month| month.report.as_ref().map(|report| report.percent))
            .collect();
        assert_eq!(percents, [None, Some(35), Some(10)]);
        assert!(overdue_progress(&centre).unwrap().is_empty());
    }
}

#[test]
fn a_month_outside_the_contract_and_a_stranger_are_refused() {
    for engine in Engine::BOTH {
        let (story, _) = Story::contracted(engine, "2026-05-20");
        let centre = story.at(Role::CentreOfficer);
        for month in ["2026-02-01", "2026-06-01"] {
            let refused = report(&centre, story.project, &of_month(month, 10)).unwrap_err();
            assert_eq!(refused.code(), "contract.wrong-month");
        }
        let over = report(&centre, story.project, &of_month("2026-03-01", 101));
        assert!(matches!(over, Err(Failure::Invalid(_))));
        let accountant = report(
            &story.at(Role::Accountant),
            story.project,
            &of_month("2026-03-01", 1),
        );
        assert!(matches!(accountant, Err(Failure::Denied(_))));
        let service = report(
            &story.at(Role::ServiceOrganisation),
            story.project,
            &of_month("2026-03-01", 1),
        );
        assert!(matches!(service, Err(Failure::NotFound)));
        assert!(
            months(&centre, story.project)
                .unwrap()
                .iter()
                .all(|m| m.report.is_none())
        );
    }
}

#[test]
fn no_report_is_asked_before_the_contract() {
    for engine in Engine::BOTH {
        let story = Story::approved(engine, "2026-05-20");
        let centre = story.at(Role::CentreOfficer);
        assert!(months(&centre, story.project).unwrap().is_empty());
        let refused = report(&centre, story.project, &of_month("2026-03-01", 10)).unwrap_err();
        assert_eq!(refused.code(), "contract.not-under-way");
    }
}
