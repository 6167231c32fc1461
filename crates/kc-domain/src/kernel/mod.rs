//! What every word of the business needs: money, text, dates, refusals.

pub mod figure;
pub mod money;
pub mod percent;
pub mod published;
pub mod refuse;
pub mod text;
