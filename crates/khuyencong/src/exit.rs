//! Exit codes, and the one place where the command line speaks.

use kc_app::kernel::Failure;
use kc_domain::kernel::text::Lang;
use std::io::{self, Write};

/// Everything went well.
pub const OK: u8 = 0;
/// It failed.
pub const FAILED: u8 = 1;
/// The call was wrong, or a file cannot be read.
pub const USAGE: u8 = 2;
/// Something needs a person: figures that differ, a chain that is broken, a choice to be made.
pub const NEEDS_ACTION: u8 = 3;
/// Refused, to keep the data safe.
pub const REFUSED: u8 = 4;

/// Says a line to whoever called. Where nobody reads any more, nothing is left to be said.
pub fn say(text: impl std::fmt::Display) {
    writeln!(io::stdout(), "{text}").unwrap_or_default();
}

/// Complains to whoever called.
pub fn complain(text: impl std::fmt::Display) {
    writeln!(io::stderr(), "khuyencong: {text}").unwrap_or_default();
}

/// Says why it failed and answers the exit code.
pub fn fail(failure: &Failure) -> u8 {
    complain(failure.say(Lang::Vi));
    match failure {
        Failure::Invalid(_) => USAGE,
        Failure::Refused(_) | Failure::Denied(_) | Failure::Stale => REFUSED,
        Failure::Store(error) => store_code(error),
        Failure::NotFound => FAILED,
        Failure::Internal(detail) => {
            complain(detail);
            FAILED
        }
    }
}

fn store_code(error: &kc_app::kernel::StoreError) -> u8 {
    use kc_app::kernel::StoreError;
    match error {
        StoreError::InUse(_) | StoreError::Newer { .. } | StoreError::MigrationChanged(_) => {
            REFUSED
        }
        StoreError::Older => NEEDS_ACTION,
        other => {
            complain(other);
            FAILED
        }
    }
}
