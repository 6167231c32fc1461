//! What is seen: pages, public portal, REST API.

pub mod kernel;
