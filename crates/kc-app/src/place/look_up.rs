//! Looks up an address, or the beginning of a name, as of a day.

use chrono::NaiveDate;
use kc_domain::kernel::text::Lang;
use kc_domain::place::{self, Answer, AreaPath, Match, Unit, gazetteer};

/// The most units a search box shows.
const SUGGESTIONS_MAX: usize = 20;

/// Finds what an address names on a day; the address is kept as written. Never a guess: see
/// [`Answer::must_choose`].
pub fn look_up(address: &str, on: NaiveDate) -> Answer {
    place::resolve(address, on)
}

/// Finds units for a search box: those an address names, then those whose name begins so.
pub fn suggest(text: &str, on: NaiveDate) -> Vec<Match> {
    place::search(text, on, SUGGESTIONS_MAX)
}

/// The name of an area with those above it, as on the day of the record that names it:
/// `Xã Mỹ Đồng, Huyện Thuỷ Nguyên, Thành phố Hải Phòng`.
pub fn name_on(area: &AreaPath, day: NaiveDate, lang: Lang) -> String {
    let unit = gazetteer().unit_on(area, day);
    unit.map_or_else(
        || without_unit(area, lang),
        |unit| gazetteer().address_of(unit),
    )
}

/// The name of an area nobody dated, as it is or was last called. Where its code was given to
/// another unit, every bearer is named.
pub fn name_of(area: &AreaPath, lang: Lang) -> String {
    let bearers = gazetteer().bearers(area);
    let is_last_of_its_name = |(nth, unit): &(usize, &&Unit)| {
        let mut later = bearers.iter().skip(nth.saturating_add(1));
        later.all(|other| other.name != unit.name)
    };
    let last = bearers.iter().enumerate().filter(is_last_of_its_name);
    let names: Vec<_> = last.map(|(_, unit)| gazetteer().address_of(unit)).collect();
    if names.is_empty() {
        return without_unit(area, lang);
    }
    names.join(lang.t(" hoặc ", " or "))
}

fn without_unit(area: &AreaPath, lang: Lang) -> String {
    if *area == AreaPath::nation() {
        return lang.t("Cả nước", "The whole nation").to_owned();
    }
    area.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(path: &str) -> AreaPath {
        AreaPath::parse(path).expect("a path")
    }

    #[test]
    fn a_code_given_again_is_called_as_on_the_day_of_the_record() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (path, on, name) in [
            ("VN/31/311/11521", "2017-05-02", "Xã Mỹ Đồng, "),
            ("VN/31/311/11521", "2025-03-01", "Phường Lê Hồng Phong, "),
            ("VN/31/311/11521", "2026-11-22", "Phường Lê Hồng Phong, "),
            ("VN/31/311", "2017-05-02", "Huyện Thuỷ Nguyên, "),
            ("VN/31/11506", "2016-01-01", "Phường Lê Ích Mộc, "),
            ("VN", "2017-05-02", "Cả nước"),
        ] {
            let named = name_on(&area(path), day(on), Lang::Vi);
            assert!(named.starts_with(name), "{path} on {on}: {named}");
        }
    }

    #[test]
    fn without_a_day_every_bearer_of_a_code_is_named_and_a_new_kind_is_not_another_unit() {
        let both = name_of(&area("VN/31/311/11521"), Lang::Vi);
        assert!(both.contains("Xã Mỹ Đồng") && both.contains(" hoặc Phường Lê Hồng Phong"));
        let city = name_of(&area("VN/31/311"), Lang::Vi);
        assert_eq!(city, "Thành phố Thuỷ Nguyên, Thành phố Hải Phòng");
    }
}
