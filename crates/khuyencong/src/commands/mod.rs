//! The commands, one file each.

pub mod audit;
pub mod init;
pub mod serve;
