//! Days kept by an older program become the first and the last moment of those days.

use super::Opened;
use kc_app::plan;
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_testkit::Engine;

/// A plan as it was kept before rounds knew the hour.
const BEFORE: [&str; 4] = [
    "ALTER TABLE plan ADD COLUMN registration_opens_on TEXT",
    "ALTER TABLE plan ADD COLUMN registration_closes_on TEXT",
    "UPDATE plan SET registration_opens_on = '2025-07-15', registration_closes_on = '2025-09-30'
     WHERE code = 'HP-2027'",
    "INSERT INTO plan_guidance (plan_id, document_id, recorded_at)
     SELECT id, NULL, 1 FROM plan WHERE code = 'HP-2027'",
];

/// The step that carries the days over, as each engine takes it.
const STEP: [(Engine, &str); 2] = [
    (
        Engine::Sqlite,
        include_str!("../../../../kc-store/migrations/0021_round.sqlite.sql"),
    ),
    (
        Engine::Postgres,
        include_str!("../../../../kc-store/migrations/0021_round.postgres.sql"),
    ),
];

#[test]
fn an_older_round_keeps_the_whole_of_its_first_and_last_day() {
    for (engine, step) in STEP {
        let opened = Opened::on(engine);
        let centre = opened.at(Role::DepartmentOfficer);
        let other = kc_testkit::new_plan(&opened.cast, 2028);
        let free = plan::record::record(&centre, other).unwrap();
        let carries_over = step.split(';').filter(|text| !text.trim().is_empty());
        for statement in BEFORE.into_iter().chain(carries_over) {
            opened.office.behind_the_back(statement).unwrap();
        }
        let Opened { office, cast, plan } = opened;
        let office = office.reopened("2026-02-02");
        let cx = cast.person(Role::DepartmentOfficer).at(&office);
        let round = plan::show(&cx, plan).unwrap().round;
        let at = |text| Instant::parse(text);
        assert_eq!(round.opens_at, at("2025-07-15T00:00:00+07:00"));
        assert_eq!(round.closes_at, at("2025-09-30T23:59:59.999+07:00"));
        let unset = plan::show(&cx, free).unwrap().round;
        assert_eq!((unset.opens_at, unset.closes_at), (None, None));
        let guidance = plan::guide::guidance(&cx, plan).unwrap();
        assert_eq!(guidance, kc_domain::plan::Guidance::default());

        let backward = "UPDATE plan SET registration_closes_at = registration_opens_at
                        WHERE registration_opens_at IS NOT NULL";
        assert!(office.behind_the_back(backward).is_err());
    }
}
