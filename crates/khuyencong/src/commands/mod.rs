//! The commands, one file each.

pub(crate) mod audit;
pub(crate) mod demo;
pub(crate) mod init;
pub(crate) mod ledger;
pub(crate) mod migrate;
pub(crate) mod norm;
pub(crate) mod place;
pub(crate) mod process;
pub(crate) mod remind;
pub(crate) mod report;
pub(crate) mod serve;
pub(crate) mod statement;
