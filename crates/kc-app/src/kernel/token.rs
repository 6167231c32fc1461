//! Random tokens and identities.

use super::{Done, Failure};
use kc_domain::kernel::date::Instant;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU32, Ordering};

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

/// How many identities this process has made.
static MADE: AtomicU32 = AtomicU32::new(0);

/// A new identity: the moment first, then its place among those this process made, then chance; so
/// records lie, and are listed, in the order they were made.
pub fn new_id(now: Instant) -> Done<[u8; 16]> {
    let mut chance = [0u8; 10];
    getrandom::fill(&mut chance).map_err(|error| Failure::Internal(error.to_string()))?;
    let [first, second, third, fourth, ..] = &mut chance;
    [*first, *second, *third, *fourth] = place(MADE.fetch_add(1, Ordering::Relaxed));
    let millis = u64::try_from(now.0).unwrap_or(0);
    let id = uuid::Builder::from_unix_timestamp_millis(millis, &chance);
    Ok(id.into_uuid().into_bytes())
}

/// The last 26 bits of a number, around the bits that tell version and variant of the identity.
fn place(made: u32) -> [u8; 4] {
    let [_, _, middle, low] = made.to_be_bytes();
    let [_, _, top, next] = (made >> 14).to_be_bytes();
    [top & 0x0F, next, middle & 0x3F, low]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_of_one_moment_lie_in_the_order_they_were_made() {
        let (now, then) = (Instant(1_795_000_000_000), Instant(1_700_000_000_000));
        let mut made = Vec::new();
        for _ in 0..10_000 {
            made.push(new_id(now).unwrap());
            new_id(then).unwrap();
        }
        assert!(made.is_sorted());
    }
}
