//! What is remembered: SQL and nothing else, the same text on SQLite and PostgreSQL.
//!
//! Reading functions take a [`kernel::Reader`] and, where they can return more than one
//! person's data, a `Scope`. Writing functions take a [`kernel::Tx`], which only a `Permit` opens
//! and which commits with its audit record or not at all.

pub mod acceptance;
pub mod amendment;
pub mod appraisal;
pub mod audit;
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
pub mod plan;
pub mod process;
pub mod programme;
pub mod project;
pub mod report;
pub mod search;
pub mod statement;
pub mod task;
