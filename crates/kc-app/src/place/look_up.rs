//! Looks up an address, or the beginning of a name, as of a day.

use chrono::NaiveDate;
use kc_domain::kernel::text::Lang;
use kc_domain::place::{self, Answer, AreaPath, Match, gazetteer};

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

/// The name of an area with those above it: `Xã Mỹ Đồng, Huyện Thuỷ Nguyên, Thành phố Hải Phòng`.
pub fn name_of(area: &AreaPath, lang: Lang) -> String {
    if *area == AreaPath::nation() {
        return lang.t("Cả nước", "The whole nation").to_owned();
    }
    let gazetteer = gazetteer();
    gazetteer
        .unit_at(area)
        .map_or_else(|| area.to_string(), |unit| gazetteer.address_of(unit))
}
