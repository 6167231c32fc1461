//! What was read from a text, kept beside the text.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Most texts kept: a nation has some dozens of processes and some hundreds of kept rules.
const TEXTS_MAX: usize = 256;

/// Texts that were read before, with what was read from them. Nothing here can grow old: a text
/// that changed is another text. What is thrown away is read again.
pub(crate) struct Memo<T> {
    read: Mutex<BTreeMap<String, Arc<T>>>,
}

impl<T> Memo<T> {
    /// Nothing read yet.
    pub(crate) const fn new() -> Self {
        Self {
            read: Mutex::new(BTreeMap::new()),
        }
    }

    /// What a text says; read only if it was not read before. A text that cannot be read is not kept.
    pub(crate) fn read<E>(
        &self,
        text: &str,
        read: impl FnOnce(&str) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let mut known = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = known.get(text) {
            return Ok(Arc::clone(found));
        }
        let found = Arc::new(read(text)?);
        if known.len() >= TEXTS_MAX {
            known.clear();
        }
        known.insert(text.to_owned(), Arc::clone(&found));
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_once_and_another_text_for_itself() {
        let memo = Memo::new();
        let read = |text: &str| text.parse::<i64>();
        let seven = memo.read("7", read).unwrap();
        assert_eq!(*memo.read("8", read).unwrap(), 8);
        let again = memo.read("7", |_| Err::<i64, ()>(())).unwrap();
        assert!(Arc::ptr_eq(&seven, &again), "nobody read it a second time");
    }

    #[test]
    fn what_cannot_be_read_is_not_kept_and_no_more_than_the_most_is() {
        let memo = Memo::new();
        assert!(memo.read("x", |_| Err::<usize, _>("no")).is_err());
        assert!(memo.read("x", |_| Ok::<_, ()>(1)).is_ok());
        for number in 0..TEXTS_MAX {
            memo.read(&number.to_string(), |_| Ok::<_, ()>(number))
                .unwrap();
        }
        assert!(memo.read.lock().unwrap().len() <= TEXTS_MAX);
    }
}
