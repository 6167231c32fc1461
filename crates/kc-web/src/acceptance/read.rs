//! Reading the form of an acceptance.

use super::form::name_of;
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::monitoring::fields;
use kc_app::acceptance::record::NewAcceptance;
use kc_app::kernel::Done;
use kc_domain::acceptance::Installed;
use kc_domain::monitoring::Verdict;
use kc_domain::project::Equipment;

/// Reads what was typed; a machine of which nothing was typed stays unknown.
pub fn read(typed: &Query, equipment: &[Equipment]) -> Done<NewAcceptance> {
    let mut reader = FormReader::new(typed);
    let installed = equipment.iter().map(|machine| one(&mut reader, machine));
    let installed = installed.collect();
    let new = NewAcceptance {
        held_on: reader.date("on"),
        place_written: reader.text_or_none("place_written"),
        people: fields::read_all_people(&reader),
        volume: reader.text("volume"),
        cost: reader.money_or_none("cost"),
        support: reader.money_or_none("support"),
        counterpart: reader.money_or_none("counterpart"),
        installed,
        verdict: reader.choice_or_none("verdict", Verdict::from_code),
        conclusion: reader.text_or_none("conclusion"),
        requests: fields::read_requests(&mut reader),
        illustrative: false,
    };
    reader.finish(new)
}

fn one(reader: &mut FormReader<'_>, machine: &Equipment) -> Installed {
    let name = |aspect: &str| name_of(aspect, machine.id);
    Installed {
        equipment: machine.id,
        name: reader.text_or_none(&name("name")),
        model: reader.text_or_none(&name("model")),
        serial: reader.text_or_none(&name("serial")),
        origin: reader.text_or_none(&name("origin")),
        year_made: reader.count_or_none(&name("year_made")),
        price: reader.money_or_none(&name("price")),
        invoice_number: reader.text_or_none(&name("invoice_number")),
        invoiced_on: reader.date_or_none(&name("invoiced_on")),
    }
}
