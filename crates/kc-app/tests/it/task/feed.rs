//! The calendar feed: read back by a calendar, open to whoever has the address and nobody else.

use super::delegation::Worker;
use super::desk::plan_2027;
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use kc_app::audit;
use kc_app::identity::people;
use kc_app::kernel::{Access, App, Clock, Window};
use kc_app::plan::record::record;
use kc_app::task::{feed, settings};
use kc_domain::identity::Role;
use kc_domain::kernel::date::Instant;
use kc_testkit::{Cast, Engine, TestOffice};

/// An officer of the centre, for whom a round of registration closes with 26 November.
fn office(engine: Engine) -> (TestOffice, Cast, Worker) {
    office_until(engine, "2026-11-26")
}

/// The same with a round that closes at a moment.
fn office_until(engine: Engine, closes: &str) -> (TestOffice, Cast, Worker) {
    let office = TestOffice::open(engine, "2026-11-23T08:00:00+07:00");
    let cast = Cast::gather(&office);
    let department = cast.person(Role::DepartmentOfficer).at(&office);
    let mut plan = plan_2027(&cast);
    plan.round.closes_at = Instant::parse(closes);
    record(&department, plan).unwrap();
    let at = cast.centre;
    let officer = Worker::new(&office, &cast, "Nguyễn Thị Lan", Role::CentreOfficer, at);
    (office, cast, officer)
}

fn events(file: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = file.parse().unwrap();
    let event = |part: &CalendarComponent| part.as_event().cloned();
    calendar.components.iter().filter_map(event).collect()
}

#[test]
fn every_deadline_is_a_whole_day_under_the_same_name_each_time() {
    for engine in Engine::BOTH {
        let (office, _, officer) = office(engine);
        let secret = settings::renew_feed(&officer.at(&office)).unwrap();
        let file = feed::feed(&office.app, &secret).unwrap();
        assert!(
            file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
            "{file}"
        );
        assert!(file.lines().all(|line| line.len() <= 75), "{file}");
        let found = events(&file);
        assert_eq!(found.len(), 1);
        let event = &found[0];
        let summary = "Hạn: Đăng ký đề án trong đợt đang mở – Kế hoạch khuyến công 2027";
        assert_eq!(event.get_summary(), Some(summary));
        let day = "2026-11-26".parse().unwrap();
        assert_eq!(event.get_start(), Some(DatePerhapsTime::Date(day)));
        let next = "2026-11-27".parse().unwrap();
        assert_eq!(event.get_end(), Some(DatePerhapsTime::Date(next)));
        let made = event.get_timestamp().unwrap();
        assert_eq!(made.to_rfc3339(), "2026-11-23T01:00:00+00:00");
        assert!(file.contains("TRIGGER:-PT57600S"), "{file}");
        office.set_clock("2026-11-25T08:00:00+07:00");
        let later = events(&feed::feed(&office.app, &secret).unwrap());
        assert_eq!(later[0].get_uid(), event.get_uid());
        assert_ne!(later[0].get_timestamp(), event.get_timestamp());
    }
}

#[test]
fn an_event_leads_to_its_record_where_the_office_names_its_address() {
    for engine in Engine::BOTH {
        let (office, _, officer) = office(engine);
        let secret = settings::renew_feed(&officer.at(&office)).unwrap();
        let plain = feed::feed(&office.app, &secret).unwrap();
        assert_eq!(events(&plain)[0].get_url(), None);
        let clock = Clock::standing_at(office.app.now());
        let named = App::open(&office.location, Access::ReadOnly, &office.files(), clock).unwrap();
        let named = named.at_site(Some("https://khuyencong.haiphong.gov.vn/"));
        let file = feed::feed(&named, &secret).unwrap();
        let url = events(&file)[0].get_url().unwrap().to_owned();
        let path = url.strip_prefix("https://khuyencong.haiphong.gov.vn/plans/");
        assert_eq!(path.map(str::len), Some(36), "{url}");
        assert_eq!(events(&file)[0].get_uid(), events(&plain)[0].get_uid());
    }
}

#[test]
fn a_deadline_with_an_hour_is_the_hour_that_leads_up_to_it() {
    for engine in Engine::BOTH {
        // A Saturday: the round does not wait for the Monday after.
        let (office, _, officer) = office_until(engine, "2026-11-28T17:00:00+07:00");
        let secret = settings::renew_feed(&officer.at(&office)).unwrap();
        let file = feed::feed(&office.app, &secret).unwrap();
        assert!(file.contains("DTSTART:20261128T090000Z"), "{file}");
        assert!(file.contains("DTEND:20261128T100000Z"), "{file}");
        assert!(file.contains("17:00 ngày 28/11/2026"), "{file}");
    }
}

#[test]
fn the_history_says_that_reminders_were_set_and_not_that_somebody_signed_in() {
    for engine in Engine::BOTH {
        let (office, cast, officer) = office(engine);
        let me = officer.at(&office);
        settings::renew_feed(&me).unwrap();
        settings::set_address(&me, "lan@example.invalid", true).unwrap();
        let auditor = cast.person(Role::Auditor).at(&office);
        let of = officer.user.to_string();
        let kept = audit::list(&auditor, Some(&of), Window::of_page(1, 9)).unwrap();
        let kept = kept.rows.iter().filter(|record| record.word == "task");
        let actions: Vec<_> = kept.map(|record| &*record.action).collect();
        assert_eq!(actions, ["task.set-reminders", "task.set-reminders"]);
    }
}

#[test]
fn an_address_opens_ones_own_desk_until_it_is_renewed_ended_or_the_account_closed() {
    for engine in Engine::BOTH {
        let (office, cast, officer) = office(engine);
        let me = officer.at(&office);
        let open = |secret: &str| feed::feed(&office.app, secret).map(|file| events(&file).len());
        let first = settings::renew_feed(&me).unwrap();
        assert_eq!(open(&first).unwrap(), 1);
        let second = settings::renew_feed(&me).unwrap();
        assert_eq!(open(&first).unwrap_err().code(), "record.not-found");
        assert_eq!(open(&second).unwrap(), 1);
        settings::set_address(&me, "lan@example.invalid", true).unwrap();
        let kept = settings::show(&me).unwrap();
        assert_eq!((kept.has_feed, kept.is_daily), (true, true));
        settings::end_feed(&me).unwrap();
        assert!(open(&second).is_err() && open("").is_err());
        assert!(settings::show(&me).unwrap().is_daily, "the letters stay");
        let third = settings::renew_feed(&me).unwrap();
        let administrator = cast.person(Role::SystemAdministrator).at(&office);
        people::set_closed(&administrator, officer.user, true).unwrap();
        assert!(open(&third).is_err());
    }
}
