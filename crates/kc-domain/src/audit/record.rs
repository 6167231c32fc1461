//! One record of the audit, and how the chain is checked.

use crate::kernel::date::Instant;
use crate::kernel::id::UserId;
use sha2::{Digest, Sha256};

/// The hash before the first record.
pub const GENESIS: [u8; 32] = [0; 32];

/// How what was tried ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// A rule or a missing right refused it.
    Refused,
}

impl Outcome {
    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// The outcome of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Done, Self::Refused]
            .into_iter()
            .find(|outcome| outcome.code() == code)
    }
}

/// Who did what to which record, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Place in the chain, from 1, without gaps.
    pub sequence: i64,
    /// When.
    pub at: Instant,
    /// Who; `None` for the program itself.
    pub user: Option<UserId>,
    /// The name at that time.
    pub name: String,
    /// The code of the action.
    pub action: String,
    /// Done or refused.
    pub outcome: Outcome,
    /// The word of the record: `project`, `ledger`, …
    pub word: String,
    /// The identity of the record.
    pub record: String,
    /// Where it lies.
    pub area: String,
    /// One sentence, and the fields before and after.
    pub detail: String,
    /// Hash of the record before.
    pub previous: [u8; 32],
    /// Hash of this one.
    pub hash: [u8; 32],
}

impl Record {
    /// The hash of everything but the hash itself; each field with its length before it, so that
    /// no two records read alike.
    pub fn compute_hash(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        hasher.update(self.previous);
        hasher.update(self.sequence.to_be_bytes());
        hasher.update(self.at.0.to_be_bytes());
        hasher.update(self.user.map_or([0; 16], |user| user.0));
        let texts = [
            self.name.as_str(),
            &self.action,
            self.outcome.code(),
            &self.word,
            &self.record,
            &self.area,
            &self.detail,
        ];
        for text in texts {
            hasher.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
            hasher.update(text.as_bytes());
        }
        hasher.finalize().into()
    }
}

/// The first record that does not fit, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// A record is missing or stands twice.
    Gap {
        /// The number expected here.
        expected: i64,
    },
    /// The record does not follow the one before.
    Unlinked {
        /// Its number.
        sequence: i64,
    },
    /// The record was changed after it was written.
    Changed {
        /// Its number.
        sequence: i64,
    },
}

/// Checks one record against the hash and number of the one before.
pub fn verify_next(sequence: i64, previous: [u8; 32], record: &Record) -> Result<(), Broken> {
    let expected = sequence.saturating_add(1);
    if record.sequence != expected {
        return Err(Broken::Gap { expected });
    }
    if record.previous != previous {
        return Err(Broken::Unlinked { sequence: expected });
    }
    if record.compute_hash() != record.hash {
        return Err(Broken::Changed { sequence: expected });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(sequence: i64, previous: [u8; 32]) -> Record {
        let mut record = Record {
            sequence,
            at: Instant(1),
            user: None,
            name: "khuyencong".into(),
            action: "identity.sign-in".into(),
            outcome: Outcome::Done,
            word: "identity".into(),
            record: "x".into(),
            area: "VN".into(),
            detail: "{}".into(),
            previous,
            hash: GENESIS,
        };
        record.hash = record.compute_hash();
        record
    }

    #[test]
    fn any_change_of_any_field_is_found() {
        let good = record(1, GENESIS);
        assert_eq!(verify_next(0, GENESIS, &good), Ok(()));
        let changes: [fn(&mut Record); 7] = [
            |r| r.name.push('x'),
            |r| r.at = Instant(2),
            |r| r.user = Some(UserId([1; 16])),
            |r| r.outcome = Outcome::Refused,
            |r| r.detail = "{ }".into(),
            |r| r.area = "VN/31".into(),
            |r| std::mem::swap(&mut r.word, &mut r.record),
        ];
        for change in changes {
            let mut bad = good.clone();
            change(&mut bad);
            assert_eq!(
                verify_next(0, GENESIS, &bad),
                Err(Broken::Changed { sequence: 1 })
            );
        }
    }

    #[test]
    fn a_missing_or_foreign_record_is_found() {
        let second = record(2, record(1, GENESIS).hash);
        assert_eq!(
            verify_next(0, GENESIS, &second),
            Err(Broken::Gap { expected: 1 })
        );
        assert_eq!(
            verify_next(1, GENESIS, &second),
            Err(Broken::Unlinked { sequence: 2 })
        );
    }
}
