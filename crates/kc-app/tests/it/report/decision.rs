//! The decision behind a programme, and what the programme comes to.

use super::office::Centre;
use super::open;
use kc_app::document::link::{link, links, total};
use kc_app::document::record::record;
use kc_domain::document::Relation;
use kc_domain::identity::Role;
use kc_testkit::Engine;

#[test]
fn v24_a_decision_shows_the_totals_of_its_programme() {
    for engine in Engine::BOTH {
        let centre = Centre::published(engine);
        let officer = centre.cast.person(Role::CentreOfficer).at(&centre.office);
        let new = crate::document::decision(&centre.cast, "459/QĐ-UBND", "21/3/2016");
        let decision = record(&officer, new).unwrap();
        link(&officer, decision, centre.programme.0, Relation::Approval).unwrap();

        let report = open(&centre.reader()).report.total;
        let linked = links(&officer, decision).unwrap();
        let shown = total(&officer, &linked[0]).unwrap().unwrap();
        assert_eq!(
            (shown.projects, shown.money.unwrap().0),
            (64, 41_096_530_000)
        );
        assert_eq!(
            (shown.projects, shown.money),
            (report.projects, report.cells().total)
        );

        let service = centre.cast.person(Role::ServiceOrganisation);
        let service = service.at(&centre.office);
        let withheld = total(&service, &linked[0]).unwrap();
        assert_eq!(withheld, None, "who reads no reports sees no totals");
        let foreigner = centre.cast.foreigner(Role::CentreOfficer);
        let foreign = total(&foreigner.at(&centre.office), &linked[0]).unwrap();
        assert_eq!(
            foreign.map(|total| (total.projects, total.money)),
            Some((0, None))
        );
    }
}
