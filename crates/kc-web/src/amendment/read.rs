//! Reading the form of a change into the facts that are to be different.

use super::form::{PLACE, field_of};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::place::choice;
use crate::project::beneficiary;
use kc_app::amendment::request::NewAmendment;
use kc_app::contract::facts::approved_for;
use kc_app::kernel::{Cx, Done};
use kc_app::ledger::purse;
use kc_domain::amendment::{AmendmentKind, Fact, What};
use kc_domain::contract::Part;
use kc_domain::kernel::id::PurseId;
use kc_domain::kernel::money::Dong;
use kc_domain::project::Project;

/// Reads what was typed.
pub(super) fn read(cx: &Cx<'_>, form: &Query, found: &Project) -> Done<NewAmendment> {
    let mut reader = FormReader::new(form);
    let kind = reader.choice("kind", AmendmentKind::from_code);
    let wished = match kind {
        Some(AmendmentKind::Adjust | AmendmentKind::Supplement) => content(&mut reader),
        Some(AmendmentKind::Extend) => {
            let day = reader.date("ends_on").to_string();
            vec![to_be(What::EndsOn, Some(day))]
        }
        Some(AmendmentKind::ReplaceBeneficiary) => {
            if reader.text_or_none(beneficiary::NAME).is_none() {
                reader.text(beneficiary::NAME);
            }
            let chosen = beneficiary::read(cx, &mut reader, form);
            vec![to_be(What::Beneficiary, chosen.map(|id| id.to_string()))]
        }
        Some(AmendmentKind::ChangePlace) => place(cx, &mut reader, form),
        Some(AmendmentKind::RaiseSupport | AmendmentKind::LowerSupport) => {
            amounts(&mut reader, &approved_for(cx, found.id)?)
        }
        Some(AmendmentKind::SwitchSource) => {
            let approved = approved_for(cx, found.id)?;
            switch(cx, &mut reader, &approved)
        }
        Some(AmendmentKind::Stop) | None => Vec::new(),
    };
    let reason = reader.text("reason");
    reader.finish_with(|| {
        Some(NewAmendment {
            project: found.id,
            kind: kind?,
            reason,
            wished,
        })
    })
}

fn to_be(what: What, after: Option<String>) -> Fact {
    Fact {
        what,
        purse: None,
        before: None,
        after,
    }
}

fn content(reader: &mut FormReader<'_>) -> Vec<Fact> {
    let mut facts = vec![to_be(What::Title, Some(reader.text("title")))];
    for (what, name) in [(What::Need, "need"), (What::Outcome, "outcome")] {
        let typed = reader.text_or_none(name);
        facts.extend(typed.map(|text| to_be(what, Some(text))));
    }
    facts
}

fn place(cx: &Cx<'_>, reader: &mut FormReader<'_>, form: &Query) -> Vec<Fact> {
    let written = reader.text(PLACE);
    let area = choice::read(reader, form, PLACE, cx.today(), None);
    vec![
        to_be(What::Place, Some(written)),
        to_be(What::Area, Some(area.as_str().to_owned())),
    ]
}

fn amounts(reader: &mut FormReader<'_>, approved: &[Part]) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (index, part) in approved.iter().enumerate() {
        if let Some(amount) = reader.money_or_none(&field_of(index)) {
            facts.push(Fact::support(part.source, part.purse, part.amount, amount));
        }
    }
    facts
}

/// Less of the one, as much more of the other; a purse of the same source adds to what it has.
fn switch(cx: &Cx<'_>, reader: &mut FormReader<'_>, approved: &[Part]) -> Vec<Fact> {
    let from = reader.choice("from", |text| approved.get(text.parse::<usize>().ok()?));
    let to = reader.choice("to", PurseId::parse);
    let amount = reader.money("amount");
    let (Some(from), Some(to)) = (from, to) else {
        return Vec::new();
    };
    let Ok(card) = purse::show(cx, to) else {
        reader.wrong(
            "to",
            "Chọn một nguồn trong danh sách.",
            "Choose a purse from the list.",
        );
        return Vec::new();
    };
    let same = |part: &&Part| part.source == card.purse.source && part.purse == Some(to);
    let held = approved
        .iter()
        .find(same)
        .map_or(Dong::ZERO, |part| part.amount);
    vec![
        Fact::support(
            from.source,
            from.purse,
            from.amount,
            from.amount.minus(amount),
        ),
        Fact::support(card.purse.source, Some(to), held, held.plus(amount)),
    ]
}
