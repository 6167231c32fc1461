//! What reports say beside the sums: targets reached, progress, shares, people.

pub mod grouped;
pub mod learners;
pub mod nested;
pub mod progress;
pub mod record;
pub mod standing;
pub mod target;
pub mod total;
