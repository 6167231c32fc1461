//! What can be done: one use case, one file, in one shape.
//!
//! Who may, then what is known, then what is allowed, then what is kept: permit, transaction,
//! rule, save, audit. Pages, API and command line call the same functions.

pub mod acceptance;
pub mod amendment;
pub mod appraisal;
pub mod audit;
pub mod contract;
pub mod decision;
pub mod demo;
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
pub mod process;
pub mod programme;
pub mod project;
pub mod report;
pub mod search;
pub mod statement;
pub mod task;
