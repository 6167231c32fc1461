//! The tools of the house: tidy, test, bench, gen.

fn main() {}
