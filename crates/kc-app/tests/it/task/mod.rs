//! My work: found from the records, for the very person who may do it.

mod desk;
mod month;
