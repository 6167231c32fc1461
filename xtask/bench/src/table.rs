//! The numbers, as lines that fit a terminal.

use crate::load::Round;
use std::time::Duration;

/// One kind of work, done by the product and by the bare driver.
pub(crate) struct Work {
    /// What was asked for.
    pub(crate) name: &'static str,
    /// The product's answers, one caller after another and several at once.
    pub(crate) product: Measured,
    /// The same work by the driver alone.
    pub(crate) bare: Measured,
}

/// A round and the time on the processor it took.
pub(crate) struct Measured {
    pub(crate) round: Round,
    pub(crate) processor: Duration,
}

impl Measured {
    /// Microseconds on the processor for one call.
    fn processor_per_call(&self) -> u128 {
        let calls = u128::from(self.round.count());
        self.processor
            .as_micros()
            .checked_div(calls)
            .unwrap_or_default()
    }
}

/// Prints the names of the columns.
pub(crate) fn head() {
    println!(
        "{:<28} {:>9} {:>9} {:>9} {:>9} {:>10} {:>10} {:>8} {:>9}",
        "work", "calls/s", "p50 µs", "p95 µs", "p99 µs", "CPU µs", "bare CPU", "CPU ×", "p95 ×"
    );
}

/// Prints one kind of work.
pub(crate) fn row(work: &Work) {
    let (product, bare) = (&work.product, &work.bare);
    println!(
        "{:<28} {:>9} {:>9} {:>9} {:>9} {:>10} {:>10} {:>8} {:>9}",
        work.name,
        product.round.per_second(),
        product.round.percentile(50).as_micros(),
        product.round.percentile(95).as_micros(),
        product.round.percentile(99).as_micros(),
        product.processor_per_call(),
        bare.processor_per_call(),
        times(product.processor_per_call(), bare.processor_per_call()),
        times(
            product.round.percentile(95).as_micros(),
            bare.round.percentile(95).as_micros()
        ),
    );
}

/// How many times the second goes into the first, with one decimal.
fn times(product: u128, bare: u128) -> String {
    let tenths = product
        .saturating_mul(10)
        .checked_div(bare.max(1))
        .unwrap_or_default();
    format!("{}.{}", tenths / 10, tenths % 10)
}
