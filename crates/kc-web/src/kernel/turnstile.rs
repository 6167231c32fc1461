//! Lets each form through once: a second press waits for the first and is led where that one led.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Forms remembered with where they led. Older ones are refused by the store, without the way.
const REMEMBERED_MAX: usize = 1_000;

/// Which form of which person, sent to which path.
pub type Key = ([u8; 16], [u8; 16], String);

/// The forms under way and those taken lately.
#[derive(Debug, Default)]
pub struct Turnstile {
    forms: Mutex<Forms>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Forms {
    /// Under way where it leads nowhere yet.
    led: BTreeMap<Key, Option<String>>,
    taken: VecDeque<Key>,
}

/// What a form meets.
pub enum Pass<'a> {
    /// It was taken, and led here.
    Taken(String),
    /// It is the first of its kind; whoever sends it again waits until this is dropped.
    First(Turn<'a>),
}

/// One form going through.
pub struct Turn<'a> {
    turnstile: &'a Turnstile,
    key: Key,
}

impl Turnstile {
    /// Waits while the same form is under way.
    pub fn enter(&self, key: Key) -> Pass<'_> {
        let mut forms = self.forms();
        while matches!(forms.led.get(&key), Some(None)) {
            let waiting = self.freed.wait(forms);
            forms = waiting.unwrap_or_else(PoisonError::into_inner);
        }
        if let Some(Some(url)) = forms.led.get(&key) {
            return Pass::Taken(url.clone());
        }
        forms.led.insert(key.clone(), None);
        Pass::First(Turn {
            turnstile: self,
            key,
        })
    }

    fn forms(&self) -> MutexGuard<'_, Forms> {
        self.forms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// The form was taken and leads here.
    pub fn led_to(&self, url: &str) {
        let mut forms = self.turnstile.forms();
        forms.led.insert(self.key.clone(), Some(url.to_owned()));
        forms.taken.push_back(self.key.clone());
        if forms.taken.len() > REMEMBERED_MAX
            && let Some(oldest) = forms.taken.pop_front()
        {
            forms.led.remove(&oldest);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut forms = self.turnstile.forms();
        if matches!(forms.led.get(&self.key), Some(None)) {
            forms.led.remove(&self.key);
        }
        self.turnstile.freed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(form: u8) -> Key {
        ([1; 16], [form; 16], "/documents".to_owned())
    }

    #[test]
    fn a_form_that_was_taken_leads_where_it_led_and_one_that_failed_may_try_again() {
        let turnstile = Turnstile::default();
        let Pass::First(turn) = turnstile.enter(key(1)) else {
            panic!("nobody was here before");
        };
        turn.led_to("/documents/7");
        drop(turn);
        assert!(matches!(turnstile.enter(key(1)), Pass::Taken(url) if url == "/documents/7"));
        assert!(matches!(turnstile.enter(key(2)), Pass::First(_)));
        assert!(matches!(turnstile.enter(key(2)), Pass::First(_)));
    }

    #[test]
    fn a_second_press_waits_for_the_first() {
        let turnstile = Turnstile::default();
        let Pass::First(turn) = turnstile.enter(key(1)) else {
            panic!("nobody was here before");
        };
        std::thread::scope(|scope| {
            let second = scope.spawn(|| match turnstile.enter(key(1)) {
                Pass::Taken(url) => url,
                Pass::First(_) => String::new(),
            });
            turn.led_to("/documents/7");
            drop(turn);
            assert_eq!(second.join().unwrap(), "/documents/7");
        });
    }

    #[test]
    fn only_so_many_are_remembered() {
        let turnstile = Turnstile::default();
        for number in 0..=REMEMBERED_MAX {
            let form = (u128::try_from(number).unwrap()).to_be_bytes();
            let Pass::First(turn) = turnstile.enter(([1; 16], form, String::new())) else {
                panic!("{number} was not here before");
            };
            turn.led_to("/");
        }
        assert_eq!(turnstile.forms().led.len(), REMEMBERED_MAX);
    }
}
