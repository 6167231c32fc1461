//! What tasks are found from: projects by where they stand, with the day they came there.

mod standing;

pub use standing::{Standing, list_proposed, list_standing};
