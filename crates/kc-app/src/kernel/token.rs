//! Random tokens and identities.

use super::{Done, Failure};
use kc_domain::kernel::date::Instant;
use sha2::{Digest, Sha256};
use std::sync::{Mutex, PoisonError};

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
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves
        .filter_map(|half| char::from_digit(u32::from(half), 16))
        .collect()
}

/// The last moment an identity was made for, and how many were made for it.
static LAST: Mutex<(i64, u16)> = Mutex::new((0, 0));

/// A new identity: the moment first, then its place among those of the same moment, then chance;
/// so records lie, and are listed, in the order they were made.
pub fn new_id(now: Instant) -> Done<[u8; 16]> {
    let mut chance = [0u8; 10];
    getrandom::fill(&mut chance).map_err(|error| Failure::Internal(error.to_string()))?;
    let [first, second, ..] = &mut chance;
    [*first, *second] = place_in_moment(now).to_be_bytes();
    let millis = u64::try_from(now.0).unwrap_or(0);
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &chance);
    Ok(id.into_uuid().into_bytes())
}

fn place_in_moment(now: Instant) -> u16 {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    *last = if last.0 == now.0 {
        (now.0, last.1.wrapping_add(1))
    } else {
        (now.0, 0)
    };
    last.1
}
