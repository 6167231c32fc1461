//! A month is drawn in whole weeks, with holidays and what is due.

use kc_app::task::{Month, Task};
use kc_domain::calendar::DayKind;
use kc_domain::kernel::date::{Instant, parse_date, show_date};
use kc_domain::kernel::text::{Lang, Text};

fn task(due: &str) -> Task {
    Task {
        what: Text::new("Duyệt", "Approve"),
        title: "Máy đúc".into(),
        path: "/projects/x".into(),
        amount: None,
        since: parse_date("1/11/2026"),
        due: parse_date(due),
        until: None,
        holder: Text::new("Sở", "Sở"),
    }
}

#[test]
fn a_month_has_whole_weeks_with_its_holidays_and_deadlines() {
    let tasks = [task("30/11/2026"), task("1/12/2026"), task("15/12/2026")];
    let month = Month::around(parse_date("22/11/2026").unwrap(), tasks.iter());
    assert_eq!(show_date(month.first), "01/11/2026");
    assert!(month.weeks.iter().all(|week| week.len() == 7));
    let days: Vec<_> = month.weeks.concat();
    assert_eq!(show_date(days[0].day), "26/10/2026");
    assert_eq!(show_date(days.last().unwrap().day), "06/12/2026");
    assert_eq!(days.iter().filter(|day| day.is_inside).count(), 30);
    let culture = days.iter().find(|day| show_date(day.day) == "24/11/2026");
    assert!(matches!(culture.unwrap().kind, DayKind::Off(_)));
    let due = days.iter().filter(|day| !day.due.is_empty());
    let due: Vec<_> = due.map(|day| show_date(day.day)).collect();
    assert_eq!(due, ["30/11/2026", "01/12/2026"]);
}

#[test]
fn a_deadline_on_a_day_off_is_drawn_where_it_ends_and_a_moment_where_it_is() {
    let saturday = task("28/11/2026");
    let hour = Task {
        until: Instant::parse("2026-11-28T17:00:00+07:00"),
        ..task("28/11/2026")
    };
    let tasks = [saturday, hour];
    let month = Month::around(parse_date("22/11/2026").unwrap(), tasks.iter());
    let days: Vec<_> = month.weeks.concat();
    let due = |text| {
        let day = days.iter().find(|day| show_date(day.day) == text).unwrap();
        day.due.clone()
    };
    assert_eq!(due("30/11/2026"), [&tasks[0]]);
    assert_eq!(due("28/11/2026"), [&tasks[1]]);
    let moved = Some("28/11 là ngày nghỉ".to_owned());
    assert_eq!(tasks[0].say_moved(Lang::Vi), moved);
    assert_eq!(tasks[1].say_moved(Lang::Vi), None);
}

#[test]
fn the_ends_of_the_calendar_are_drawn_too() {
    for text in ["1/1/1900", "31/12/2199", "1/2/2027"] {
        let month = Month::around(parse_date(text).unwrap(), std::iter::empty());
        assert!((4..=6).contains(&month.weeks.len()), "{text}");
        assert!(month.before.is_some() && month.after.is_some());
    }
}
