//! What every page needs: the frame, components, charts and the files they load.

pub mod answer;
mod arrive;
pub mod assets;
pub mod chart;
pub mod common;
pub mod components;
pub mod cookie;
pub mod form;
mod form_refusal;
pub mod frame;
pub mod icon;
pub mod map;
pub mod page;
pub mod query;
pub mod remedy;
pub mod route;
pub mod server;
pub mod shell;
mod turnstile;
pub mod visit;
