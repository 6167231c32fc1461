//! Projects: who may do what, step by step, on both engines.

mod list;
mod registration;
mod scenarios;
mod steps;
