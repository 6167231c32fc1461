//! My work: found from the records, for the very person who may do it.

mod beginnings;
mod delegation;
mod desk;
mod feed;
mod month;
mod remind;
mod standin;
