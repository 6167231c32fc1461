//! Adding machines and equipment to a project.

use super::amend::{action, expect_amendable};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Failure, Trace, token};
use kc_domain::kernel::id::{EquipmentId, ProjectId};
use kc_domain::kernel::money::Dong;
use kc_domain::project::Equipment;
use kc_store::project;

/// A machine as it is entered.
#[derive(Debug, Clone)]
pub struct NewEquipment {
    /// What it is, as written.
    pub name: String,
    /// Model and serial.
    pub model: Option<String>,
    /// Where it was made.
    pub origin: Option<String>,
    /// The year it was made.
    pub year_made: Option<i64>,
    /// How many, at least one.
    pub quantity: i64,
    /// Price of all of them.
    pub price: Option<Dong>,
}

/// Adds a machine to a project.
pub fn add(cx: &Cx<'_>, id: ProjectId, new: NewEquipment) -> Done<EquipmentId> {
    check(&new)?;
    let held = show(cx, id)?;
    let about = About::new("project", id);
    let permit = cx.permit(action(cx, &held), subject(&held), &about)?;
    let equipment = Equipment {
        id: EquipmentId(token::new_id(cx.now())?),
        project: id,
        name: new.name,
        model: new.model,
        origin: new.origin,
        year_made: new.year_made,
        quantity: new.quantity,
        price: new.price,
    };
    cx.change(&permit, &about, |tx| {
        let now = project::find(&mut tx.reader(), id)?.ok_or(Failure::NotFound)?;
        expect_amendable(cx, &now)?;
        project::add_equipment(tx, &equipment)?;
        let detail = format!("Thêm thiết bị {}: {}", equipment.quantity, equipment.name);
        tx.trace(Trace::new("project", id, detail));
        Ok(equipment.id)
    })
}

fn check(new: &NewEquipment) -> Done<()> {
    if new.quantity < 1 {
        return Err(Failure::invalid(
            "quantity",
            "Số lượng phải từ 1 trở lên.",
            "The quantity must be at least 1.",
        ));
    }
    if new.price.is_some_and(|price| !price.is_positive()) {
        return Err(Failure::invalid(
            "price",
            "Giá phải lớn hơn 0. Nếu chưa biết, hãy để trống.",
            "The price must be above 0. If it is not known, leave it empty.",
        ));
    }
    Ok(())
}
