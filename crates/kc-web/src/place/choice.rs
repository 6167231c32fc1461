//! An address typed as written, and the unit a person chooses where several are possible.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use chrono::NaiveDate;
use kc_app::place::look_up;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::{Lang, clean, fold};
use kc_domain::place::{Answer, AreaPath, Unit, gazetteer};

/// The field in which a person chooses among units.
pub const AREA: &str = "area";

/// An address that is kept already, with the unit that was chosen for it.
pub type Kept<'a> = Option<(&'a str, &'a AreaPath)>;

/// The question "which unit is it", where the address typed leaves it open.
pub fn field(lang: Lang, form: &Query, address: &str, today: NaiveDate) -> Option<Field> {
    let typed = clean(form.get(address));
    if typed.is_empty() || is_nation(&typed) {
        return None;
    }
    let answer = look_up(&typed, today);
    if !answer.must_choose() {
        return None;
    }
    let choices = options(lang, &answer)
        .into_iter()
        .map(|(area, label)| Choice::new(area.as_str(), label));
    let label = lang.t("Địa chỉ này thuộc đơn vị nào", "Which unit is it");
    let field = Field::new(lang, Kind::Radio(choices.collect()), AREA, label);
    Some(
        field
            .hint(answer.message(lang))
            .value(form.get(AREA).to_owned()),
    )
}

/// Reads the unit of an address; what is open becomes a problem that the form asks about.
pub fn read(
    reader: &mut FormReader<'_>,
    form: &Query,
    address: &str,
    today: NaiveDate,
    kept: Kept<'_>,
) -> AreaPath {
    let nowhere = AreaPath::nation;
    let typed = clean(form.get(address));
    if typed.is_empty() {
        return nowhere();
    }
    if is_nation(&typed) {
        return nowhere();
    }
    let chosen = AreaPath::parse(form.get(AREA)).ok();
    if let (Some((written, area)), None) = (kept, &chosen)
        && written == typed
    {
        return area.clone();
    }
    let answer = look_up(&typed, today);
    let offered = options(Lang::Vi, &answer);
    if let Some(area) = chosen.filter(|area| offered.iter().any(|(offer, _)| offer == area)) {
        return area;
    }
    if let Some(unit) = answer.settled() {
        return unit.area();
    }
    let field = if answer.is_found() { AREA } else { address };
    reader.wrong(field, answer.message(Lang::Vi), answer.message(Lang::En));
    nowhere()
}

/// Whether the text means the whole nation, which is no unit of the lists.
fn is_nation(typed: &str) -> bool {
    matches!(
        fold(typed).as_str(),
        "ca nuoc" | "viet nam" | "the whole nation"
    )
}

/// Every unit an address may mean: those it names, and what took over from them.
fn options(lang: Lang, answer: &Answer) -> Vec<(AreaPath, String)> {
    let mut options: Vec<(AreaPath, String)> = Vec::new();
    let mut offer = |unit: &Unit, remark: &str| {
        let area = unit.area();
        if options.iter().all(|(held, _)| *held != area) {
            options.push((area, label(lang, unit, remark)));
        }
    };
    for found in &answer.matches {
        offer(found.unit, "");
        for successor in &found.successors {
            offer(successor.unit, successor.extent.say(lang));
        }
    }
    options
}

/// `Xã Mỹ Đồng, Huyện Thuỷ Nguyên, Thành phố Hải Phòng (đến 31/12/2024)`.
fn label(lang: Lang, unit: &Unit, remark: &str) -> String {
    let mut notes = Vec::new();
    if let Some(last) = unit.valid_to() {
        notes.push(format!("{} {}", lang.t("đến", "until"), show_date(last)));
    }
    if !remark.is_empty() {
        notes.push(remark.to_owned());
    }
    let name = gazetteer().address_of(unit);
    if notes.is_empty() {
        name
    } else {
        format!("{name} ({})", notes.join(", "))
    }
}
