//! Field work: visits, what must still be done, photos, counts.

mod count;
mod list;
mod matter;
mod photo;
mod read;
mod write;

pub use count::{Counted, count};
pub use list::{Filter, Listed, OfPlan, list};
pub use matter::{
    Open, close_matter, find_matter, insert_matter, matters_of_project, matters_of_visit,
    open_matters,
};
pub use photo::{find_photo, insert_photo, photos};
pub use read::{find, of_project};
pub use write::{insert, link, name_plan, withdraw};
