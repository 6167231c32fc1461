//! What a check found.

use crate::kernel::figure::{Interval, Quantity, Unit};
use crate::kernel::text::Text;

/// How stated and computed stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The numbers are equal.
    Agrees,
    /// A hedge, a range or a bounded unknown leaves room, and the intervals meet.
    AgreesWithin,
    /// Rounding explains the difference.
    Rounded,
    /// The decimals were cut off instead of rounded.
    CutOff,
    /// Nothing explains the difference.
    Differs,
    /// A figure is missing, and no bound settles it.
    Unsettled,
}

impl Verdict {
    /// The name in files: `khop`, `lech`, …
    pub fn code(self) -> &'static str {
        match self {
            Self::Agrees => "khop",
            Self::AgreesWithin => "khop_trong_khoang",
            Self::Rounded => "lam_tron",
            Self::CutOff => "cat_bot",
            Self::Differs => "lech",
            Self::Unsettled => "khong_du_so_lieu",
        }
    }

    /// The word for people.
    pub fn text(self) -> Text {
        let (vi, en) = match self {
            Self::Agrees => ("khớp", "agrees"),
            Self::AgreesWithin => ("khớp trong khoảng", "agrees within its range"),
            Self::Rounded => ("làm tròn", "rounded"),
            Self::CutOff => ("cắt bớt", "cut off"),
            Self::Differs => ("lệch", "differs"),
            Self::Unsettled => ("không đủ số liệu", "not enough figures"),
        };
        Text::new(vi, en)
    }

    /// Whether nobody has to look at it.
    pub fn is_fine(self) -> bool {
        matches!(self, Self::Agrees | Self::AgreesWithin | Self::Rounded)
    }
}

/// How the numbers of a finding are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Whole đồng or whole things.
    Whole,
    /// With this many decimals: percentages, means and ratios.
    Decimal(u32),
}

/// What a check found. Money in đồng.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the check.
    pub name: String,
    /// The kind of the check as files name it.
    pub kind: &'static str,
    /// The number stated; `None` when unknown or a range.
    pub stated: Option<Quantity>,
    /// The number it comes to; `None` when a figure is unknown or a range.
    pub computed: Option<Quantity>,
    /// Where the stated number may lie; `None` when it was not published.
    pub interval_stated: Option<Interval>,
    /// Where the computed number may lie; `None` when nothing is known of it.
    pub interval_computed: Option<Interval>,
    /// How far the difference may go by rounding alone.
    pub tolerance: Quantity,
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// What is counted.
    pub unit: Unit,
    /// How the numbers are written.
    pub shape: Shape,
    /// The numbers in words.
    pub shown: Shown,
    /// One sentence that names both numbers.
    pub message: Text,
}

/// The numbers of a finding as reports write them, hedges and ranges kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What was stated.
    pub stated: Text,
    /// What it comes to.
    pub computed: Text,
    /// Stated less computed.
    pub difference: Text,
    /// How far the difference may go by rounding alone.
    pub tolerance: Text,
}

impl Finding {
    /// Stated less computed; `None` when one of them is unknown.
    pub fn difference(&self) -> Option<Quantity> {
        Some(self.stated?.minus(self.computed?))
    }
}
