//! Statements put together piece by piece: what comes and what does not.

use super::dialect::{Conditions, depends_on_values, search_query};
use super::page::{Page, Window};
use super::{Link, Reader};
use kc_domain::identity::{Actor, Assignment, Role};
use kc_domain::kernel::id::{AssignmentId, OrganisationId, UserId};
use kc_domain::kernel::text::fold;
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Scope, scope};
use rusqlite::Connection;

const OWN: OrganisationId = OrganisationId([1; 16]);
const OTHER: OrganisationId = OrganisationId([2; 16]);

/// A table of four records: two in Hải Phòng, one in Hải Dương, one in Hà Nội.
fn office() -> Link {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE TABLE record (name TEXT, fold TEXT, area TEXT, organisation_id BLOB,
                                  party_id BLOB) STRICT;",
        )
        .unwrap();
    let mut link = Link::sqlite(connection);
    for (name, area, organisation, party) in [
        ("Đúc gang", "VN/31/11506", OWN, None),
        ("Dệt may", "VN/31", OTHER, None),
        ("Gốm", "VN/30/288/10507", OTHER, Some(OWN)),
        ("Nón lá", "VN/01", OTHER, None),
    ] {
        let values = [
            name.into(),
            fold(name).into(),
            area.into(),
            organisation.into(),
            party.into(),
        ];
        link.execute("INSERT INTO record VALUES ($1, $2, $3, $4, $5)", &values)
            .unwrap();
    }
    link
}

/// The names that some conditions leave, in order.
fn names(conditions: &Conditions) -> Vec<String> {
    let (sql, values) = conditions.statement("SELECT name FROM record", "ORDER BY name", []);
    let rows = office().query(&sql, &values).unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

fn scope_of(role: Role, area: &str) -> Scope {
    let assignment = Assignment {
        id: AssignmentId([3; 16]),
        role,
        organisation: OWN,
        area: AreaPath::parse(area).unwrap(),
        valid_from: chrono::NaiveDate::MIN,
        valid_to: None,
    };
    let actor = Actor {
        user: UserId([4; 16]),
        name: "Thử".into(),
        assignments: vec![assignment],
        stands_in: Vec::new(),
    };
    scope(&actor, Action::ReadProjects).unwrap()
}

#[test]
fn an_officer_reads_the_province_and_what_it_took_in_but_no_other() {
    let mut conditions = Conditions::new();
    conditions.scope(
        &scope_of(Role::CentreOfficer, "VN/31"),
        "record",
        Some("party_id"),
    );
    assert_eq!(names(&conditions), ["Dệt may", "Gốm", "Đúc gang"]);
}

#[test]
fn who_reads_the_nation_reads_every_row_and_no_engine_is_asked_to_look_by_area() {
    let nation = scope_of(Role::AgencyOfficer, "VN");
    let mut conditions = Conditions::new();
    conditions.scope(&nation, "record", Some("party_id"));
    conditions.scope_by_area(&nation, "record");
    assert_eq!(conditions.clause(), "");
    assert_eq!(names(&conditions), ["Dệt may", "Gốm", "Nón lá", "Đúc gang"]);
}

#[test]
fn a_firm_reads_its_own_and_what_it_stands_behind_wherever_that_lies() {
    let firm = scope_of(Role::Firm, "VN/31/11506");
    let mut conditions = Conditions::new();
    conditions.scope(&firm, "record", Some("party_id"));
    assert_eq!(names(&conditions), ["Gốm", "Đúc gang"]);
    let mut alone = Conditions::new();
    alone.scope(&firm, "record", None);
    assert_eq!(names(&alone), ["Đúc gang"]);
    let mut by_area = Conditions::new();
    by_area.scope_by_area(&firm, "record");
    assert!(
        names(&by_area).is_empty(),
        "a scope without areas reads nothing by area"
    );
}

#[test]
fn a_choice_of_no_area_finds_nothing_and_a_province_covers_those_it_took_in() {
    let mut none = Conditions::new();
    none.in_areas(&[], "record");
    assert!(names(&none).is_empty());
    let mut hai_phong = Conditions::new();
    hai_phong.in_areas(&[AreaPath::parse("VN/31").unwrap()], "record");
    assert_eq!(names(&hai_phong), ["Dệt may", "Gốm", "Đúc gang"]);
    let mut commune = Conditions::new();
    commune.in_areas(&[AreaPath::parse("VN/31/11506").unwrap()], "record");
    assert_eq!(names(&commune), ["Đúc gang"]);
}

#[test]
fn every_word_must_be_there_without_accents_and_in_any_order() {
    for (words, wanted) in [
        ("gang ĐÚC", vec!["Đúc gang"]),
        ("duc", vec!["Đúc gang"]),
        ("duc may", vec![]),
        ("  ", vec!["Dệt may", "Gốm", "Nón lá", "Đúc gang"]),
    ] {
        let mut conditions = Conditions::new();
        conditions.holds_words("fold", words);
        assert_eq!(names(&conditions), wanted, "{words}");
    }
}

#[test]
fn values_are_bound_in_the_order_they_appear_also_after_the_conditions() {
    let mut conditions = Conditions::new();
    conditions.add("name = ?", ["Gốm".into()]);
    let (sql, values) = conditions.statement("SELECT name FROM record", "LIMIT ?", [1.into()]);
    assert_eq!(sql, "SELECT name FROM record WHERE name = $1 LIMIT $2");
    assert_eq!(values, ["Gốm".into(), 1_i64.into()]);
    assert_eq!(conditions.values().len(), 1, "the tail stays apart");
}

#[test]
fn only_the_last_word_of_a_search_may_be_a_beginning() {
    let mut link = office();
    let asked = search_query(&Reader::over(&mut link), "kcproject", "duc ga");
    assert_eq!(asked, "\"kcproject\" \"duc\" \"ga\"*");
    assert_eq!(
        search_query(&Reader::over(&mut link), "kcproject", "  "),
        ""
    );
}

#[test]
fn a_statement_with_a_bound_range_is_planned_for_its_values_and_another_is_not() {
    let mut officer = Conditions::new();
    officer.scope(&scope_of(Role::CentreOfficer, "VN/31"), "record", None);
    assert!(depends_on_values(&officer.clause()));
    let mut one = Conditions::new();
    one.among("name", ["Gốm".into()]);
    assert!(!depends_on_values(&one.clause()));
}

#[test]
fn a_page_found_by_its_key_holds_the_rows_of_its_window_in_their_order() {
    let mut conditions = Conditions::new();
    conditions.add("record.area >= ?", ["VN/30".into()]);
    let parts = [
        "record",
        "rowid",
        "SELECT record.name FROM record",
        "ORDER BY record.area",
    ];
    let mut link = office();
    let mut page = |offset: i64| {
        let window = Window { offset, limit: 2 };
        let found = conditions.page_by_key(&mut Reader::over(&mut link), parts, window, |row| {
            row.get(0)
        });
        let found: Page<String> = found.unwrap();
        (found.rows, found.total)
    };
    assert_eq!(page(0), (vec!["Gốm".to_owned(), "Dệt may".to_owned()], 3));
    assert_eq!(page(2), (vec!["Đúc gang".to_owned()], 3));
}

#[test]
fn a_page_holds_its_rows_and_counts_all_that_the_conditions_leave() {
    let mut conditions = Conditions::new();
    conditions.add("area >= ?", ["VN/30".into()]);
    let parts = [
        "SELECT count(*) FROM record",
        "SELECT name FROM record",
        "ORDER BY area",
    ];
    let mut link = office();
    let mut page = |page: i64| {
        let window = Window {
            offset: page * 2,
            limit: 2,
        };
        let found = conditions.page(&mut Reader::over(&mut link), parts, window, |row| {
            row.get(0)
        });
        let found: Page<String> = found.unwrap();
        (found.rows, found.total)
    };
    assert_eq!(page(0), (vec!["Gốm".to_owned(), "Dệt may".to_owned()], 3));
    assert_eq!(page(1), (vec!["Đúc gang".to_owned()], 3));
    assert_eq!(page(2), (vec![], 3));
}
