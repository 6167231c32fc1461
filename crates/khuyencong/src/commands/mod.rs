//! One file per word of the command line.

pub(crate) mod statement;
