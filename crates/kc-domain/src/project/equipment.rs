//! Machines and equipment a project buys.

use crate::kernel::id::{EquipmentId, ProjectId};
use crate::kernel::money::Dong;

/// A machine or piece of equipment of a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equipment {
    /// Identity.
    pub id: EquipmentId,
    /// The project that buys it.
    pub project: ProjectId,
    /// What it is, as written.
    pub name: String,
    /// Model and serial.
    pub model: Option<String>,
    /// Where it was made.
    pub origin: Option<String>,
    /// The year it was made.
    pub year_made: Option<i64>,
    /// How many.
    pub quantity: i64,
    /// Price of all of them, đồng.
    pub price: Option<Dong>,
}
