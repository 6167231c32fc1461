//! How often one may fail to sign in.

use crate::kernel::date::Instant;

/// Failures allowed within the window before one has to wait.
pub const FAILURES_MAX: i64 = 5;

/// Length of the window, and of the wait: 15 minutes in milliseconds.
pub const WINDOW_MS: i64 = 15 * 60 * 1000;

/// The start of the window that counts now.
pub fn window_start(now: Instant) -> Instant {
    Instant(now.0.saturating_sub(WINDOW_MS))
}

/// Whether another attempt may be made after so many failures in the window.
pub fn may_try(failures: i64) -> bool {
    failures < FAILURES_MAX
}
