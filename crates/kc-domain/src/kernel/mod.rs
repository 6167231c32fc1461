//! What every word of the business needs: money, text, dates, identities, refusals.

pub mod date;
pub mod figure;
pub mod id;
pub mod level;
pub mod money;
pub mod paper;
pub mod percent;
pub mod period;
pub mod published;
pub mod refuse;
pub mod text;
pub mod time;
pub mod typed;
pub mod words;
