//! Lets each form through once: a second press waits for the first and is led where that one led.
//! One that says something else by then – the browser's "back" – is told apart.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Forms remembered with where they led. Older ones are refused by the store, without the way.
const REMEMBERED_MAX: usize = 1_000;

/// Which form of which person, sent to which path.
pub type Key = ([u8; 16], [u8; 16], String);

/// A form that was taken: the hash of what it said, and where it led.
#[derive(Debug)]
struct Led {
    content: [u8; 32],
    url: String,
}

/// The forms under way and those taken lately.
#[derive(Debug, Default)]
pub struct Turnstile {
    forms: Mutex<Forms>,
    freed: Condvar,
}

#[derive(Debug, Default)]
struct Forms {
    /// Under way where it leads nowhere yet.
    led: BTreeMap<Key, Option<Led>>,
    taken: VecDeque<Key>,
}

/// What a form meets.
pub enum Pass<'a> {
    /// It was taken, and led here.
    Taken(String),
    /// It was taken, and said something else then.
    Changed,
    /// It is the first of its kind; whoever sends it again waits until this is dropped.
    First(Turn<'a>),
}

/// One form going through.
pub struct Turn<'a> {
    turnstile: &'a Turnstile,
    key: Key,
    content: [u8; 32],
}

impl Turnstile {
    /// Waits while the same form is under way. `content` is the hash of what it says.
    pub fn enter(&self, key: Key, content: [u8; 32]) -> Pass<'_> {
        let mut forms = self.forms();
        while matches!(forms.led.get(&key), Some(None)) {
            let waiting = self.freed.wait(forms);
            forms = waiting.unwrap_or_else(PoisonError::into_inner);
        }
        match forms.led.get(&key) {
            Some(Some(led)) if led.content == content => return Pass::Taken(led.url.clone()),
            Some(Some(_)) => return Pass::Changed,
            _ => {}
        }
        forms.led.insert(key.clone(), None);
        Pass::First(Turn {
            turnstile: self,
            key,
            content,
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
        let led = Led {
            content: self.content,
            url: url.to_owned(),
        };
        forms.led.insert(self.key.clone(), Some(led));
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

    const SAID: [u8; 32] = [0; 32];

    fn key(form: u8) -> Key {
        ([1; 16], [form; 16], "/documents".to_owned())
    }

    #[test]
    fn a_form_that_was_taken_leads_where_it_led_and_one_that_failed_may_try_again() {
        let turnstile = Turnstile::default();
        let Pass::First(turn) = turnstile.enter(key(1), SAID) else {
            panic!("nobody was here before");
        };
        turn.led_to("/documents/7");
        drop(turn);
        assert!(matches!(turnstile.enter(key(1), SAID), Pass::Taken(url) if url == "/documents/7"));
        assert!(matches!(turnstile.enter(key(1), [1; 32]), Pass::Changed));
        assert!(matches!(turnstile.enter(key(2), SAID), Pass::First(_)));
        assert!(matches!(turnstile.enter(key(2), SAID), Pass::First(_)));
    }

    #[test]
    fn a_second_press_waits_for_the_first() {
        let turnstile = Turnstile::default();
        let Pass::First(turn) = turnstile.enter(key(1), SAID) else {
            panic!("nobody was here before");
        };
        std::thread::scope(|scope| {
            let second = scope.spawn(|| match turnstile.enter(key(1), SAID) {
                Pass::Taken(url) => url,
                Pass::First(_) | Pass::Changed => String::new(),
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
            let Pass::First(turn) = turnstile.enter(([1; 16], form, String::new()), SAID) else {
                panic!("{number} was not here before");
            };
            turn.led_to("/");
        }
        assert_eq!(turnstile.forms().led.len(), REMEMBERED_MAX);
    }
}
