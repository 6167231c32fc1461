//! What every word of the business needs: money, text, dates, identities, refusals.

pub mod date;
pub mod id;
pub mod money;
pub mod refuse;
pub mod text;
