//! What every page needs: the frame, components, charts and the files they load.

pub mod assets;
pub mod chart;
pub mod components;
pub mod icon;
pub mod map;
pub mod shell;
