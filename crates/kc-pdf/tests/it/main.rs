//! Papers, read back with other eyes than those that set them.
#![expect(
    clippy::float_arithmetic,
    reason = "lengths on paper are measured here, not money"
)]

#[cfg(test)]
mod cast;
#[cfg(test)]
mod form;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod safety;
