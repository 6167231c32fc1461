//! The gazetteer against its counts, its laws and a table of addresses.

use super::*;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day("2026-11-22")
}

fn in_force(level: Level, on: &str) -> usize {
    let units = gazetteer()
        .units()
        .iter()
        .filter(|unit| unit.level == level);
    let held = units.filter(|unit| {
        unit.valid_from().is_none_or(|first| first <= day(on))
            && unit.valid_to().is_none_or(|last| day(on) <= last)
    });
    held.map(Unit::key).collect::<BTreeSet<_>>().len()
}

fn codes_of(answer: &Answer) -> Vec<&'static str> {
    answer.matches.iter().map(|found| found.unit.code).collect()
}

fn after(answer: &Answer) -> Vec<(&'static str, &'static str)> {
    answer
        .successors()
        .iter()
        .map(|s| (s.unit.code, s.extent.code()))
        .collect()
}

#[test]
fn the_lists_hold_as_many_units_as_the_decrees_say() {
    for (level, on, count) in [
        (Level::Province, "2025-06-30", 63),
        (Level::Province, "2025-07-01", 34),
        (Level::Province, "2026-11-22", 34),
        (Level::District, "2025-06-30", 696),
        (Level::District, "2025-07-01", 0),
        (Level::Commune, "2019-09-11", 11_161),
        (Level::Commune, "2025-06-30", 10_035),
        (Level::Commune, "2025-07-01", 3_321),
        (Level::Commune, "2026-11-22", 3_321),
    ] {
        assert_eq!(in_force(level, on), count, "{level:?} on {on}");
    }
}

#[test]
fn types_of_communes_and_provinces_changed_on_their_days() {
    let count = |level, kind, on| {
        let units = gazetteer().units().iter();
        units
            .filter(|u| u.level == level && u.kind == kind && u.is_valid_on(day(on)))
            .count()
    };
    for (level, kind, first, now) in [
        (Level::Commune, Kind::Xa, 2_621, 2_599),
        (Level::Commune, Kind::Phuong, 687, 709),
        (Level::Commune, Kind::DacKhu, 13, 13),
        (Level::Province, Kind::Tinh, 28, 25),
        (Level::Province, Kind::ThanhPho, 6, 9),
    ] {
        assert_eq!(count(level, kind, "2025-07-01"), first, "{kind:?}");
        assert_eq!(count(level, kind, "2026-11-22"), now, "{kind:?}");
    }
}

#[test]
fn every_commune_of_30_06_2025_has_a_successor_in_the_right_province() {
    let gazetteer = gazetteer();
    let (mut split, mut pairs) = (0, 0);
    for unit in gazetteer
        .units()
        .iter()
        .filter(|unit| unit.level == Level::Commune)
    {
        if unit.era == Era::Today || unit.valid_to() != Some(day("2025-06-30")) {
            continue;
        }
        let successors = gazetteer.successors(unit, today());
        assert!(!successors.is_empty(), "{}", unit.full_name());
        split += usize::from(successors.len() > 1);
        pairs += successors.len();
        for successor in successors {
            let (old, new) = (AreaPath::of_province(unit.province), successor.unit.area());
            let new = AreaPath::of_province(new.province().expect("a province")).expect("a path");
            assert!(
                old.expect("a path").is_covered_by(&new),
                "{}",
                unit.full_name()
            );
        }
    }
    assert_eq!((split, pairs), (440, 10_565));
}

#[test]
fn a_split_commune_is_never_settled_by_a_guess() {
    let gazetteer = gazetteer();
    let mut split = 0;
    for unit in gazetteer
        .units()
        .iter()
        .filter(|unit| unit.level == Level::Commune)
    {
        if unit.era == Era::Today || unit.valid_to() != Some(day("2025-06-30")) {
            continue;
        }
        if gazetteer.successors(unit, today()).len() > 1 {
            split += 1;
            let answer = resolve(&gazetteer.address_of(unit), today());
            assert!(
                answer.must_choose() && answer.settled().is_none(),
                "{}",
                answer.query
            );
            assert!(answer.successors().len() > 1, "{}", answer.query);
        }
    }
    assert_eq!(split, 440);
}

#[test]
fn every_unit_is_found_by_its_own_address() {
    let gazetteer = gazetteer();
    for unit in gazetteer.units().iter().step_by(7) {
        let on = unit.valid_to().or(unit.valid_from()).expect("a day");
        let answer = resolve(&gazetteer.address_of(unit), on);
        assert!(codes_of(&answer).contains(&unit.code), "{}", answer.query);
    }
}

#[test]
fn districts_lead_to_as_many_communes_as_the_derived_table_says() {
    let gazetteer = gazetteer();
    let districts = gazetteer
        .units()
        .iter()
        .filter(|unit| unit.level == Level::District && unit.valid_to() == Some(day("2025-06-30")));
    let pairs: Vec<usize> = districts
        .map(|unit| gazetteer.successors(unit, day("2025-07-01")).len())
        .collect();
    assert!(!pairs.contains(&0));
    assert_eq!((pairs.len(), pairs.iter().sum::<usize>()), (696, 3_652));
}

#[test]
fn xa_my_dong_lies_in_two_wards_of_today_and_a_person_must_choose() {
    let answer = resolve("xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng", today());
    assert_eq!(codes_of(&answer), ["11521"]);
    let found = &answer.matches[0];
    assert_eq!(found.unit.full_name(), "Xã Mỹ Đồng");
    assert_eq!(found.unit.valid_to(), Some(day("2024-12-31")));
    assert_eq!(found.unit.area().as_str(), "VN/31/311/11521");
    assert_eq!(
        gazetteer()
            .district_of(found.unit)
            .expect("one")
            .full_name(),
        "Huyện Thuỷ Nguyên"
    );
    let later: Vec<_> = found.later.iter().map(|unit| unit.full_name()).collect();
    assert_eq!(later, ["Phường Lê Hồng Phong"]);
    assert_eq!(
        after(&answer),
        [("11506", "mot_phan"), ("11557", "mot_phan")]
    );
    assert!(answer.must_choose());
    let message = answer.message(crate::kernel::text::Lang::Vi);
    for part in [
        "Phường Lê Ích Mộc",
        "Phường Thiên Hương",
        "31/12/2024",
        "cần người chọn",
    ] {
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn the_same_address_is_answered_as_of_each_day() {
    let address = "xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng";
    let answer = resolve(address, day("2017-05-02"));
    assert_eq!(
        (codes_of(&answer), answer.successors().len()),
        (vec!["11521"], 0)
    );
    assert!(!answer.must_choose());
    let answer = resolve(address, day("2025-03-01"));
    assert_eq!(
        answer.settled().map(Unit::full_name).as_deref(),
        Some("Phường Lê Hồng Phong")
    );
    assert_eq!(
        answer.successors()[0].unit.area().as_str(),
        "VN/31/311/11521"
    );
}

#[test]
fn addresses_are_read_however_they_are_written() {
    for (address, code) in [
        ("XA MY DONG, H. THUY NGUYEN, TP HAI PHONG", "11521"),
        ("Mỹ Đồng, Thuỷ Nguyên, Hải Phòng, Việt Nam", "11521"),
        ("thôn 3, xã Mĩ Đồng huyện Thuỷ Nguyên", "11521"),
        ("phường Lê Ích Mộc, Hải Phòng", "11506"),
        ("p. Thiên Hương, tp. Hải Phòng", "11557"),
        ("TT. Núi Đối, H. Kiến Thụy, Hải Phòng", "11680"),
        ("phường Bến Nghé, Quận 1, TP.HCM", "26740"),
        ("P.Bến Nghé, Q1, TPHCM", "26740"),
        ("đặc khu Bạch Long Vĩ, Hải Phòng", "11948"),
        ("Tỉnh Hải Dương", "30"),
        ("tỉnh Thừa Thiên Huế", "46"),
        ("TP Sài Gòn", "79"),
        ("huyện Thủy Nguyên, Hải Phòng", "311"),
        ("Bà Rịa - Vũng Tàu", "77"),
    ] {
        assert_eq!(codes_of(&resolve(address, today())), [code], "{address}");
    }
}

#[test]
fn a_name_of_several_units_is_answered_with_all_of_them() {
    let answer = resolve("xã Tân An", day("2024-06-01"));
    assert!(answer.matches.len() > 5 && answer.must_choose());
    let answer = resolve("Thủy Nguyên, Hải Phòng", today());
    assert!(
        answer.must_choose(),
        "a district of before and a ward of today"
    );
}

#[test]
fn accents_that_were_typed_tell_names_apart_on_all_levels() {
    let named = |text| codes_of(&resolve(text, today()));
    assert_eq!(named("Hải Phòng"), ["31"], "not the communes Hải Phong");
    assert!(named("hai phong").len() > 1, "without accents, all of them");
    assert_eq!(
        named("Quảng Trị"),
        ["44", "462", "19360"],
        "three of one name"
    );
    let message = resolve("Quảng Trị", today()).message(crate::kernel::text::Lang::Vi);
    assert!(
        message.contains("Tỉnh Quảng Trị; Thị xã Quảng Trị, Tỉnh Quảng Trị; Phường"),
        "{message}"
    );
}

#[test]
fn what_is_not_there_is_not_found_and_what_is_half_there_is_not_settled() {
    for address in [
        "",
        " ,;, ",
        "xã Không Đâu Cả, tỉnh Nào Đó",
        "Hà Nộii",
        "VN",
        "🙂",
        "%",
    ] {
        assert!(!resolve(address, today()).is_found(), "{address}");
    }
    let answer = resolve("xã Không Đâu Cả, huyện Thủy Nguyên, Hải Phòng", today());
    assert_eq!(
        (codes_of(&answer), answer.must_choose()),
        (vec!["311"], true)
    );
    let answer = resolve("phường Lê Ích Mộc, TP Thủy Nguyên, Hải Phòng", today());
    assert_eq!(
        (codes_of(&answer), answer.must_choose()),
        (vec!["11506"], true)
    );
}

#[test]
fn a_unit_that_changed_its_type_is_followed() {
    let changed: BTreeMap<_, Vec<&Unit>> = gazetteer()
        .units()
        .iter()
        .filter(|unit| unit.era == Era::Today && unit.level == Level::Commune)
        .fold(BTreeMap::new(), |mut all: BTreeMap<_, Vec<&Unit>>, unit| {
            all.entry(unit.code).or_default().push(unit);
            all
        });
    let changed: Vec<_> = changed
        .into_values()
        .filter(|versions| versions.len() > 1)
        .collect();
    assert_eq!(changed.len(), 22);
    for versions in changed {
        let answer = resolve(&gazetteer().address_of(versions[0]), today());
        assert_eq!(answer.settled(), Some(versions[1]));
    }
}

#[test]
fn a_succession_derived_from_the_press_must_be_confirmed() {
    let answer = resolve("thị trấn Núi Đèo, huyện Thủy Nguyên, Hải Phòng", today());
    assert_eq!(codes_of(&answer), ["11470"]);
    assert!(
        answer
            .successors()
            .iter()
            .all(|successor| successor.basis == Basis::Derived)
    );
    assert!(answer.must_choose() && answer.settled().is_none());
}

#[test]
fn searching_folds_accents_and_shows_what_is_in_force_first() {
    let found = search("thuy ngu", today(), 20);
    assert!(found[0].unit.is_valid_on(today()));
    assert!(found.iter().any(|found| found.unit.code == "311"));
    assert!(search("t", today(), 20).len() <= 20);
    assert!(search("", today(), 20).is_empty());
}

#[test]
fn a_path_leads_back_to_its_unit() {
    let unit = |path: &str| gazetteer().unit_at(&AreaPath::parse(path).expect("a path"));
    for (path, name) in [
        ("VN/31", "Thành phố Hải Phòng"),
        ("VN/30", "Tỉnh Hải Dương"),
        ("VN/31/311", "Thành phố Thuỷ Nguyên"),
        ("VN/31/311/11521", "Phường Lê Hồng Phong"),
        ("VN/31/11506", "Phường Lê Ích Mộc"),
    ] {
        assert_eq!(
            unit(path).map(Unit::full_name).as_deref(),
            Some(name),
            "{path}"
        );
    }
    for path in ["VN", "VN/03", "VN/01/311", "VN/31/312/11521", "VN/01/11506"] {
        assert_eq!(unit(path), None, "{path}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_gazetteer_fail(text in "(\\PC{0,40}|[a-zđ ,.;0-9]{0,60}|(xã|huyện|tp\\.?|q) ?\\PC{0,8},?){0,4}") {
        let answer = resolve(&text, today());
        proptest::prop_assert_eq!(&answer.query, &text);
        proptest::prop_assert!(!answer.message(crate::kernel::text::Lang::Vi).is_empty());
        let _ = search(&text, today(), 5);
        proptest::prop_assert_eq!(AreaPath::parse(&text).is_ok(), text == "VN");
    }
}
