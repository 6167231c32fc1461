//! What every word of the business needs: money, text, dates, refusals.

pub mod figure;
pub mod money;
pub mod refuse;
pub mod text;
