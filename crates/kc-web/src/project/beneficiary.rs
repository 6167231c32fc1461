//! The beneficiary typed by name or tax number, and chosen where several fit.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::establishment::{self, Filter, Order};
use kc_app::kernel::{Cx, Window};
use kc_domain::establishment::Establishment;
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::text::{clean, fold};

/// The field in which the name is typed.
pub const NAME: &str = "establishment_name";

/// The field in which one of several is chosen.
pub const CHOSEN: &str = "establishment";

/// Most establishments offered to choose from.
const OFFERED_MAX: i64 = 10;

/// The question "which of these", where the name typed fits several.
pub fn field(cx: &Cx<'_>, form: &Query) -> Option<Field> {
    let typed = clean(form.get(NAME));
    let fitting = fitting(cx, &typed);
    if typed.is_empty() || exact(&fitting, &typed).is_some() || fitting.len() < 2 {
        return None;
    }
    let lang = cx.lang();
    let choices = fitting.iter().map(|found| {
        let place = crate::establishment::place_of(found, lang);
        Choice::new(found.id.to_string(), format!("{} – {place}", found.name))
    });
    let label = lang.t("Cơ sở nào trong số này", "Which of these");
    Some(Field::new(lang, Kind::Radio(choices.collect()), CHOSEN, label).value(form.get(CHOSEN)))
}

/// Reads the beneficiary; what fits none or several becomes a problem that the form asks about.
pub fn read(cx: &Cx<'_>, reader: &mut FormReader<'_>, form: &Query) -> Option<EstablishmentId> {
    let typed = clean(form.get(NAME));
    if typed.is_empty() {
        return None;
    }
    let fitting = fitting(cx, &typed);
    let chosen = EstablishmentId::parse(form.get(CHOSEN));
    if let Some(found) = fitting.iter().find(|found| Some(found.id) == chosen) {
        return Some(found.id);
    }
    if let Some(found) = exact(&fitting, &typed) {
        return Some(found.id);
    }
    match fitting.as_slice() {
        [one] => return Some(one.id),
        [] => reader.wrong(
            NAME,
            format!(
                "Không tìm thấy cơ sở “{typed}”. Ghi cơ sở vào Cơ sở CNNT trước, rồi chọn lại."
            ),
            format!("There is no establishment “{typed}”. Record it first, then come back."),
        ),
        _ => reader.wrong(
            CHOSEN,
            "Có nhiều cơ sở khớp tên này. Chọn một cơ sở.",
            "Several establishments fit. Choose one.",
        ),
    }
    None
}

fn fitting(cx: &Cx<'_>, typed: &str) -> Vec<Establishment> {
    let filter = Filter {
        words: typed.to_owned(),
        ..Filter::default()
    };
    let window = Window::of_page(1, OFFERED_MAX);
    let page = establishment::list(cx, &filter, Order::default(), window);
    page.map(|page| page.rows).unwrap_or_default()
}

/// The only one of exactly this name.
fn exact<'a>(fitting: &'a [Establishment], typed: &str) -> Option<&'a Establishment> {
    let name = fold(typed);
    let mut same = fitting.iter().filter(|found| fold(&found.name) == name);
    match (same.next(), same.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}
