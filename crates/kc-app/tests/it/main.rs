//! Use cases on both engines, with the cast.

#[cfg(test)]
mod amendment;
#[cfg(test)]
mod api_token;
#[cfg(test)]
mod appraisal;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod decision;
#[cfg(test)]
mod document;
#[cfg(test)]
mod establishment;
#[cfg(test)]
mod field;
#[cfg(test)]
mod indicator;
#[cfg(test)]
mod ledger;
#[cfg(test)]
mod norm;
#[cfg(test)]
mod people;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod process;
#[cfg(test)]
mod process_files;
#[cfg(test)]
mod programme;
#[cfg(test)]
mod project;
#[cfg(test)]
mod report;
#[cfg(test)]
mod round;
#[cfg(test)]
mod session;
#[cfg(test)]
mod statement;
#[cfg(test)]
mod stays;
#[cfg(test)]
mod task;
