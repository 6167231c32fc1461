//! What is true: pure rules, without I/O, clock or async.
//!
//! A rule is a function from facts to outcome. `kernel` holds what every word of the
//! business needs, `policy` decides who may do what; each other module is one word of the
//! glossary.

pub mod acceptance;
pub mod amendment;
pub mod appraisal;
pub mod audit;
pub mod calendar;
pub mod contract;
pub mod decision;
pub mod document;
pub mod establishment;
pub mod followup;
pub mod identity;
pub mod indicator;
pub mod kernel;
pub mod ledger;
pub mod monitoring;
pub mod norm;
pub mod payment;
pub mod place;
pub mod plan;
pub mod policy;
pub mod process;
pub mod programme;
pub mod project;
pub mod report;
pub mod statement;
pub mod task;
