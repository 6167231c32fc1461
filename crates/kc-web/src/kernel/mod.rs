//! What every page needs: the frame, components, charts and the files they load.

pub mod assets;
pub mod chart;
pub mod components;
pub mod icon;
pub mod shell;
pub mod answer;
pub mod cookie;
pub mod form;
pub mod frame;
pub mod page;
pub mod query;
pub mod route;
pub mod server;
pub mod visit;
