//! The program: settings, logging, wiring and commands.

fn main() {}
