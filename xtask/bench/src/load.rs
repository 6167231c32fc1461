//! Callers who ask one after another without a pause, and what they saw.

use crate::failure::Failure;
use kc_testkit::wire::Connection;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// What a round of calls took.
pub(crate) struct Round {
    /// Each call, shortest first.
    pub(crate) calls: Vec<Duration>,
    /// From the first call to the end of the last.
    pub(crate) elapsed: Duration,
}

impl Round {
    /// Puts the calls in order.
    pub(crate) fn new(mut calls: Vec<Duration>, elapsed: Duration) -> Self {
        calls.sort_unstable();
        Self { calls, elapsed }
    }

    /// How many calls there were; at least one, so that it can be divided by.
    pub(crate) fn count(&self) -> u64 {
        u64::try_from(self.calls.len()).unwrap_or(u64::MAX).max(1)
    }

    /// The call that `percent` of the calls did not exceed.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let rank = self.calls.len().saturating_mul(percent).div_ceil(100);
        self.calls
            .get(rank.saturating_sub(1))
            .copied()
            .unwrap_or_default()
    }

    /// Whole calls per second.
    pub(crate) fn per_second(&self) -> u64 {
        let micros = u64::try_from(self.elapsed.as_micros())
            .unwrap_or(u64::MAX)
            .max(1);
        self.count()
            .saturating_mul(1_000_000)
            .checked_div(micros)
            .unwrap_or_default()
    }
}

/// Lets `callers` share the requests among them, each on a connection of its own.
pub(crate) fn run(
    address: SocketAddr,
    requests: &[Vec<u8>],
    callers: usize,
    expected: u16,
) -> Result<Round, Failure> {
    let share = requests.len().div_ceil(callers.max(1)).max(1);
    let started = Instant::now();
    let results: Vec<_> = std::thread::scope(|scope| {
        let call = |part| scope.spawn(move || calls(address, part, expected));
        let handles: Vec<_> = requests.chunks(share).map(call).collect();
        handles
            .into_iter()
            .map(std::thread::ScopedJoinHandle::join)
            .collect()
    });
    let elapsed = started.elapsed();
    let mut all = Vec::with_capacity(requests.len());
    for result in results {
        all.extend(result.map_err(|_panic| Failure::new("a caller broke off"))??);
    }
    Ok(Round::new(all, elapsed))
}

fn calls(
    address: SocketAddr,
    requests: &[Vec<u8>],
    expected: u16,
) -> Result<Vec<Duration>, Failure> {
    let mut connection = Connection::open(address)?;
    let mut calls = Vec::with_capacity(requests.len());
    for request in requests {
        let started = Instant::now();
        let answer = connection.ask(request)?;
        calls.push(started.elapsed());
        if answer.status != expected {
            let page = String::from_utf8_lossy(&answer.body)
                .chars()
                .take(600)
                .collect::<String>();
            let request = String::from_utf8_lossy(request).into_owned();
            return Err(Failure::new(format!(
                "{} for\n{request}\n{page}",
                answer.status
            )));
        }
    }
    Ok(calls)
}
