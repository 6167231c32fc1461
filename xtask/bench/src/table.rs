//! The numbers, as lines that fit a terminal.

use crate::load::Round;
use std::time::Duration;

/// One kind of work, done by the product, by a bare web layer and by the bare driver.
pub(crate) struct Work {
    /// What was asked for.
    pub(crate) name: &'static str,
    /// The product's answers.
    pub(crate) product: Measured,
    /// The same rows over the wire, without the product.
    pub(crate) web: Measured,
    /// The same rows by the driver alone.
    pub(crate) driver: Measured,
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
        "{:<24} {:>8} {:>8} {:>8} {:>8} | {:>8} {:>8} {:>8} | {:>8} {:>8} | {:>8} {:>8}",
        "", "product", "", "", "", "CPU µs", "", "", "CPU ×", "", "p95 ×", ""
    );
    println!(
        "{:<24} {:>8} {:>8} {:>8} {:>8} | {:>8} {:>8} {:>8} | {:>8} {:>8} | {:>8} {:>8}",
        "work",
        "calls/s",
        "p50 µs",
        "p95 µs",
        "p99 µs",
        "product",
        "bare web",
        "driver",
        "bare web",
        "driver",
        "bare web",
        "driver"
    );
}

/// Prints one kind of work.
pub(crate) fn row(work: &Work) {
    let (product, web, driver) = (&work.product, &work.web, &work.driver);
    let cpu = Measured::processor_per_call;
    let p95 = |measured: &Measured| measured.round.percentile(95).as_micros();
    println!(
        "{:<24} {:>8} {:>8} {:>8} {:>8} | {:>8} {:>8} {:>8} | {:>8} {:>8} | {:>8} {:>8}",
        work.name,
        product.round.per_second(),
        product.round.percentile(50).as_micros(),
        p95(product),
        product.round.percentile(99).as_micros(),
        cpu(product),
        cpu(web),
        cpu(driver),
        times(cpu(product), cpu(web)),
        times(cpu(product), cpu(driver)),
        times(p95(product), p95(web)),
        times(p95(product), p95(driver)),
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
