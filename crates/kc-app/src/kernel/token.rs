//! Random tokens and identities.

use super::{Done, Failure};
use kc_domain::kernel::date::Instant;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A secret of 32 random bytes, as 64 hexadecimal digits.
pub fn secret() -> Done<String> {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| Failure::Internal(error.to_string()))?;
    Ok(hex(&bytes))
}

/// The hash under which a secret is kept.
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        // Writing to a string cannot fail.
        drop(write!(digits, "{byte:02x}"));
        digits
    })
}

/// A new identity: the moment first, so that records made together lie together; then chance.
pub fn new_id(now: Instant) -> Done<[u8; 16]> {
    let mut chance = [0u8; 10];
    getrandom::fill(&mut chance).map_err(|error| Failure::Internal(error.to_string()))?;
    let millis = u64::try_from(now.0).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &chance)
        .into_uuid()
        .into_bytes())
}
