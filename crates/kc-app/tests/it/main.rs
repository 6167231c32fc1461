//! Use cases on both engines, with the cast.

mod audit;
mod document;
mod establishment;
mod indicator;
mod ledger;
mod people;
mod plan;
mod programme;
mod project;
mod report;
mod statement;
