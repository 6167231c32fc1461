//! What is written is kept; what is not written is missing.

use super::*;
use crate::kernel::date::parse_date;
use crate::kernel::refuse::Refuse;

fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

fn owed() -> Followup {
    Followup {
        id: FollowupId([1; 16]),
        project: ProjectId([2; 16]),
        year: 1,
        due_on: day("15/6/2027"),
        answered_on: None,
        answered_by: None,
        answers: Vec::new(),
        note: None,
        area: AreaPath::parse("VN/31").unwrap(),
        organisation: OrganisationId([3; 16]),
        party: None,
        illustrative: false,
    }
}

fn said(pairs: &[(&str, &str)]) -> Vec<Answer> {
    let answer = |(question, written): &(&str, &str)| Answer {
        question: (*question).to_owned(),
        written: (*written).to_owned(),
    };
    pairs.iter().map(answer).collect()
}

#[test]
fn a_range_is_kept_and_a_missing_answer_stays_missing() {
    let given = said(&[("machine", "in-use"), ("output", "3.000 - 3.500 tấn/năm")]);
    let on = (day("1/6/2027"), "Cơ sở".to_owned());
    let done = answer(owed(), given, on, None, day("1/6/2027")).unwrap();
    assert_eq!(done.written("output"), Some("3.000 - 3.500 tấn/năm"));
    assert_eq!(done.written("revenue"), None);
    let shown = show_answer(find("output").unwrap(), "3.000 - 3.500 tấn/năm", Lang::Vi);
    assert_eq!(shown, "3.000 – 3.500 tấn/năm");
}

#[test]
fn answers_that_cannot_be_read_are_refused_at_their_question() {
    let refused = |given: &[(&str, &str)]| {
        let on = (day("1/6/2027"), "Cơ sở".to_owned());
        let refusal = answer(owed(), said(given), on, None, day("1/6/2027")).unwrap_err();
        (refusal.code(), refusal.field())
    };
    let table: [(&[(&str, &str)], _, _); 5] = [
        (&[], "followup.nothing-answered", None),
        (&[("machine", "có")], "followup.unreadable", Some("machine")),
        (
            &[("revenue", "12 người")],
            "followup.unreadable",
            Some("revenue"),
        ),
        (
            &[("jobs", "5 tỷ đồng")],
            "followup.unreadable",
            Some("jobs"),
        ),
        (&[("weather", "nắng")], "followup.unknown-question", None),
    ];
    for (given, code, field) in table {
        assert_eq!(refused(given), (code, field));
    }
    let early = answer(
        owed(),
        said(&[("jobs", "12 người")]),
        (day("2/6/2027"), String::new()),
        None,
        day("1/6/2027"),
    );
    assert_eq!(early.unwrap_err().code(), "followup.in-the-future");
}

#[test]
fn it_is_asked_each_year_after_the_acceptance() {
    let due = due_days(day("29/2/2028"));
    assert_eq!(
        due,
        [
            (1, day("28/2/2029")),
            (2, day("28/2/2030")),
            (3, day("28/2/2031")),
        ]
    );
    assert_eq!(overdue(&owed(), day("15/6/2027")), None);
    assert_eq!(overdue(&owed(), day("25/6/2027")), Some(10));
}
