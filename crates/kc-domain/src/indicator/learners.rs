//! Learners of several kinds of classes, of which some were never counted.

use crate::kernel::money::group_thousands;
use crate::kernel::percent::{Decimal, PERCENT_PLACES, quotient};
use crate::kernel::text::Text;

/// Classes of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Classes {
    /// How many classes.
    pub classes: i64,
    /// How many learners in all of them; `None` when nobody counted.
    pub learners: Option<i64>,
}

impl Classes {
    /// Learners per class; `None` when nobody counted.
    pub fn learners_each(self) -> Option<Decimal> {
        quotient(self.learners?, self.classes, PERCENT_PLACES)
    }
}

/// Learners counted so far, and the classes whose learners were not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Learners {
    /// All classes.
    pub classes: i64,
    /// Learners of the classes that were counted.
    pub counted: i64,
    /// Classes whose learners nobody counted.
    pub classes_uncounted: i64,
}

impl Learners {
    /// Adds up classes of several kinds.
    pub fn of(kinds: &[Classes]) -> Self {
        kinds.iter().fold(Self::default(), |sum, kind| {
            let uncounted = if kind.learners.is_none() {
                kind.classes
            } else {
                0
            };
            Self {
                classes: sum.classes.saturating_add(kind.classes),
                counted: sum.counted.saturating_add(kind.learners.unwrap_or(0)),
                classes_uncounted: sum.classes_uncounted.saturating_add(uncounted),
            }
        })
    }

    /// The total, when every class was counted.
    pub fn total(self) -> Option<i64> {
        (self.classes_uncounted == 0).then_some(self.counted)
    }

    /// "600 (còn thiếu số liệu 10 lớp)": never a part as if it were the whole.
    pub fn text(self) -> Text {
        let (counted, missing) = (group_thousands(self.counted), self.classes_uncounted);
        match self.total() {
            Some(_) => Text::new(counted.clone(), counted),
            None if self.counted == 0 => Text::new("chưa có số liệu", "no figure"),
            None => Text::new(
                format!("{counted} (còn thiếu số liệu {missing} lớp)"),
                format!("{counted} (no figures for {missing} classes)"),
            ),
        }
    }
}

/// A note when the partners named are not as many as the classes they held.
pub fn partners_note(partners: i64, classes: i64) -> Option<Text> {
    (partners != classes).then(|| {
        Text::new(
            format!("{partners} đơn vị phối hợp, {classes} lớp"),
            format!("{partners} partners, {classes} classes"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WITH_PARTNERS: Classes = Classes {
        classes: 10,
        learners: None,
    };
    const POLICY: Classes = Classes {
        classes: 6,
        learners: Some(600),
    };

    #[test]
    fn v21_learners_of_some_classes_are_not_the_total() {
        let learners = Learners::of(&[WITH_PARTNERS, POLICY]);
        assert_eq!(learners.classes, 16);
        assert_eq!(learners.total(), None);
        assert_eq!(learners.text().vi, "600 (còn thiếu số liệu 10 lớp)");
        assert_eq!(Learners::of(&[POLICY]).total(), Some(600));
        assert_eq!(Learners::of(&[WITH_PARTNERS]).text().vi, "chưa có số liệu");
    }

    #[test]
    fn v21_a_mean_is_given_for_counted_classes_only() {
        assert_eq!(POLICY.learners_each().unwrap().comma(), "100,00");
        assert_eq!(WITH_PARTNERS.learners_each(), None);
    }

    #[test]
    fn v21_more_partners_than_classes_is_noted() {
        let note = partners_note(11, 10).unwrap();
        assert_eq!(note.vi, "11 đơn vị phối hợp, 10 lớp");
        assert_eq!(partners_note(10, 10), None);
    }
}
