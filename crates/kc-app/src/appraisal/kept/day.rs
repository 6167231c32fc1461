//! Days in kept inputs: ISO text.

use chrono::NaiveDate;
use serde::de::Error as _;
use serde::{Deserialize as _, Deserializer, Serializer};

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands on references"
)]
pub(super) fn serialize<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&day.format("%Y-%m-%d").to_string())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(D::Error::custom)
}
