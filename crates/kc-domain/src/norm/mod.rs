//! Norms (định mức, quy định): rules of law as data, and what they answer for a case.
//!
//! A [`Book`] holds the rules; [`explain`] finds the one in force that day for that place and
//! kind of support, and shows its sum. A decided file keeps the rules it was decided under.

mod book;
mod ceiling;
pub mod doubles;
mod eligibility;
mod explain;
mod key;
mod priority;
mod record;
pub mod refusal;
mod rule;
mod share;
mod site;

pub use book::{Book, Case};
pub use ceiling::{Ceiling, Multiple, Per, Step};
pub use eligibility::{Answer, Eligibility, Judgement, Point, Trade, Who, judge};
pub use explain::{AdvanceShown, Explanation, Open, Verdict, advance, explain};
pub use key::{Key, Named};
pub use priority::{Given, Priority, Proposal, Ranked, Reason, Worth, by_marks, weigh};
pub use record::{Adopted, Decided, Told};
pub use rule::{About, Citation, Content, Norm, Standing};
pub use share::Share;
pub use site::Site;

#[cfg(test)]
mod tests;
