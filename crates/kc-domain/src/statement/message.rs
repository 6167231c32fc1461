//! The one sentence of a finding. It names both numbers and what stands between them.

use super::finding::{Finding, Shape, Shown, Verdict};
use super::side::{Known, Side, View};
use crate::kernel::figure::{Figure, Interval, Kind, Quantity, Unit, amount, amount_between};
use crate::kernel::percent::share;
use crate::kernel::text::Text;

/// The two sides of a check and how they stand to each other.
pub(super) struct Compared<'a> {
    view: &'a View<'a>,
    verdict: Verdict,
    unit: Unit,
    shape: Shape,
    stated: &'a Side,
    computed: &'a Side,
}

impl<'a> Compared<'a> {
    pub(super) fn new(
        view: &'a View<'a>,
        verdict: Verdict,
        unit: Unit,
        stated: &'a Side,
        computed: &'a Side,
    ) -> Self {
        let ends = |side: &Side| [side.sharp.low.number(), side.sharp.high.number()];
        let numbers = ends(stated).into_iter().chain(ends(computed)).flatten();
        let places = numbers.map(Quantity::places).max().unwrap_or(0);
        let shape = match (places, &unit.kind) {
            (0, Kind::Dong | Kind::Plain | Kind::Things(_)) => Shape::Whole,
            (places, _) => Shape::Decimal(places),
        };
        let unit = unit.short();
        Self {
            view,
            verdict,
            unit,
            shape,
            stated,
            computed,
        }
    }

    /// The same with numbers written in another shape.
    pub(super) fn shaped(self, shape: Shape) -> Self {
        Self { shape, ..self }
    }

    /// The finding with its sentence.
    pub(super) fn finding(&self, message: Text) -> Finding {
        let is_loose = self.is_loose();
        let interval = |side: &Side| {
            let is_nothing = side.known == Known::Partly && side.sharp == Interval::unknown();
            (!is_nothing).then(|| side.shown(is_loose))
        };
        Finding {
            name: self.view.name(),
            kind: self.view.check.rule.kind(),
            stated: self.stated.nominal,
            computed: self.computed.nominal,
            interval_stated: interval(self.stated),
            interval_computed: interval(self.computed),
            tolerance: self.stated.slack.plus(self.computed.slack),
            verdict: self.verdict,
            unit: self.unit.clone(),
            shape: self.shape,
            shown: self.shown(),
            message,
        }
    }

    fn shown(&self) -> Shown {
        let gap = self.gap().map(|gap| both(&self.distance(gap)));
        Shown {
            stated: self.side_text(self.stated),
            computed: self.side_text(self.computed),
            difference: gap.unwrap_or_else(no_figure),
            tolerance: both(&self.tolerance()),
        }
    }

    fn is_loose(&self) -> bool {
        self.stated.is_loose || self.computed.is_loose
    }

    /// A side in words: as published, a number, a range, or at least so much.
    fn side_text(&self, side: &Side) -> Text {
        let keeps_decimals = !side.is_loose && self.shape != Shape::Whole;
        match (&side.printed, side.nominal) {
            (Some(_), Some(number)) if keeps_decimals => return both(&self.number(number)),
            (Some(printed), _) => return both(printed),
            (None, Some(number)) => return both(&self.number(number)),
            (None, None) => {}
        }
        match (side.sharp.low.number(), side.sharp.high.number()) {
            (Some(low), Some(high)) => both(&amount_between(low, high, &self.unit)),
            (Some(low), None) if low > Quantity::ZERO => {
                let low = amount(low, &self.unit);
                Text::new(format!("ít nhất {low}"), format!("at least {low}"))
            }
            _ => no_figure(),
        }
    }

    fn number(&self, number: Quantity) -> String {
        match (self.shape, &self.unit.kind) {
            (Shape::Decimal(places), Kind::Percent) => format!("{}%", number.comma(places)),
            (Shape::Decimal(places), Kind::Plain | Kind::Things(_)) => {
                let unit = self.unit.to_string();
                format!("{} {unit}", number.comma(places))
                    .trim_end()
                    .to_owned()
            }
            _ => amount(number, &self.unit),
        }
    }

    /// Differences of percentages are counted in points.
    fn distance(&self, number: Quantity) -> String {
        match (self.shape, &self.unit.kind) {
            (Shape::Decimal(places), Kind::Percent) => {
                format!("{} điểm %", number.comma(places.max(number.places())))
            }
            _ => self.number(number),
        }
    }

    fn tail(&self) -> Text {
        match self.verdict {
            Verdict::Agrees | Verdict::AgreesWithin => self.verdict.text(),
            Verdict::Rounded => self.rounded(),
            Verdict::CutOff => Text::new(
                "phần lẻ bị cắt bớt thay vì làm tròn",
                "its decimals were cut off instead of rounded",
            ),
            Verdict::Differs => self.differs(),
            Verdict::Unsettled => self.unsettled(),
        }
    }

    fn tolerance(&self) -> String {
        let most = self.stated.slack.plus(self.computed.slack);
        if self.unit.kind == Kind::Percent {
            return self.distance(most);
        }
        amount(most, &self.unit)
    }

    fn gap(&self) -> Option<Quantity> {
        Some(self.stated.nominal?.minus(self.computed.nominal?))
    }

    fn rounded(&self) -> Text {
        let gap = self.distance(self.gap().unwrap_or_default().abs());
        let most = self.tolerance();
        Text::new(
            format!("chênh {gap}, trong sai số làm tròn {most}"),
            format!("{gap} apart, within rounding of {most}"),
        )
    }

    fn differs(&self) -> Text {
        let Some(gap) = self.gap() else {
            return self.differs_by_range();
        };
        let distance = self.distance(gap.abs());
        let whole = self.stated.nominal.and_then(Quantity::as_whole);
        let share = gap
            .abs()
            .as_whole()
            .zip(whole)
            .and_then(|(gap, whole)| share(gap, whole));
        let share = match share {
            Some(share) if self.unit.is_money() => format!(" ({}%)", share.comma()),
            _ => String::new(),
        };
        let beyond = self.stated.slack.plus(self.computed.slack) > Quantity::ZERO;
        if !beyond || self.is_loose() || self.unit.kind == Kind::Percent {
            return Text::new(
                format!("lệch {distance}{share}"),
                format!("differs by {distance}{share}"),
            );
        }
        let most = self.tolerance();
        Text::new(
            format!("lệch {distance}{share}, quá sai số làm tròn {most}"),
            format!("differs by {distance}{share}, more than rounding of {most}"),
        )
    }

    /// Beside an unknown: how much is missing, or too much, at least and at most.
    fn differs_by_range(&self) -> Text {
        let (stated, computed) = (self.stated.sharp, self.computed.sharp);
        let above = |a: Interval, b: Interval| Some(a.low.number()?.minus(b.high.number()?));
        let most = |a: Interval, b: Interval| Some(a.high.number()?.minus(b.low.number()?));
        let positive = |gap: &Quantity| *gap > Quantity::ZERO;
        let missing = above(stated, computed).filter(positive);
        let (vi, en, least, most) = match (missing, above(computed, stated).filter(positive)) {
            (Some(least), _) => ("thiếu", "short by", least, most(stated, computed)),
            (None, Some(least)) => ("vượt", "above by", least, most(computed, stated)),
            (None, None) => return Verdict::Differs.text(),
        };
        let least = self.distance(least);
        let (most_vi, most_en) = match most {
            Some(most) => {
                let most = self.distance(most);
                (
                    format!(" và nhiều nhất {most}"),
                    format!(" and at most {most}"),
                )
            }
            None => (String::new(), String::new()),
        };
        Text::new(
            format!("lệch, {vi} ít nhất {least}{most_vi}"),
            format!("differs, {en} at least {least}{most_en}"),
        )
    }

    fn unsettled(&self) -> Text {
        let sides = [self.stated, self.computed];
        let missing: Vec<&str> = sides
            .into_iter()
            .flat_map(|side| &side.missing)
            .map(String::as_str)
            .collect();
        let verdict = Verdict::Unsettled.text();
        if missing.is_empty() {
            return verdict;
        }
        let missing = missing.join(", ");
        Text::new(
            format!("{} (chưa có: {missing})", verdict.vi),
            format!("{} (missing: {missing})", verdict.en),
        )
    }

    /// "Công bố A, <how> B: tail."
    fn sentence(&self, how: (&str, &str)) -> Text {
        let (stated, computed) = (self.side_text(self.stated), self.side_text(self.computed));
        let tail = self.tail();
        Text::new(
            format!(
                "Công bố {}, {} {}: {}.",
                stated.vi, how.0, computed.vi, tail.vi
            ),
            format!(
                "Stated {}, {} {}: {}.",
                stated.en, how.1, computed.en, tail.en
            ),
        )
    }
}

fn both(text: &str) -> Text {
    Text::new(text, text)
}

fn no_figure() -> Text {
    Text::new("chưa có số liệu", "no figure")
}

pub(super) fn sum(compared: &Compared<'_>) -> Text {
    compared.sentence(("các phần cộng lại", "the parts add up to"))
}

pub(super) fn product(compared: &Compared<'_>) -> Text {
    compared.sentence(("các thừa số nhân lại", "the factors make"))
}

pub(super) fn count(compared: &Compared<'_>, complete: bool) -> Text {
    let number = |side: &Side| side.nominal.and_then(Quantity::as_whole);
    let is_open = !complete && compared.verdict == Verdict::Unsettled;
    match (number(compared.computed), number(compared.stated)) {
        (Some(listed), Some(whole)) if is_open => {
            let stated = compared.side_text(compared.stated);
            let verdict = compared.verdict.text();
            Text::new(
                format!(
                    "Công bố {}, liệt kê {listed}/{whole}, danh sách chưa đầy đủ: {}.",
                    stated.vi, verdict.vi
                ),
                format!(
                    "Stated {}, listed {listed}/{whole}, the list is not complete: {}.",
                    stated.en, verdict.en
                ),
            )
        }
        _ => compared.sentence(("liệt kê", "listed")),
    }
}

/// What was divided by what, in words; none while one of them is unknown.
pub(super) fn operands((above, below): (&Side, &Side)) -> Option<(String, String)> {
    above.printed.clone().zip(below.printed.clone())
}

pub(super) fn ratio(compared: &Compared<'_>, operands: Option<(String, String)>) -> Text {
    match operands {
        None => compared.sentence(("tính lại được", "it comes to")),
        Some((above, below)) => compared.sentence((
            &format!("{above} chia {below} được"),
            &format!("{above} by {below} is"),
        )),
    }
}

pub(super) fn at_most(compared: &Compared<'_>, units: (Option<&Figure>, Option<&Figure>)) -> Text {
    let (low, high) = (
        compared.side_text(compared.stated),
        compared.side_text(compared.computed),
    );
    let gap = compared.gap().filter(|gap| *gap > Quantity::ZERO);
    let tail = match (compared.verdict, gap) {
        (Verdict::Differs, Some(gap)) => {
            let gap = compared.distance(gap);
            Text::new(
                format!("lệch, vượt {gap}"),
                format!("differs, above by {gap}"),
            )
        }
        _ => compared.tail(),
    };
    let note = unlike(units);
    Text::new(
        format!(
            "Công bố {}, không được vượt {}: {}{}.",
            low.vi, high.vi, tail.vi, note.vi
        ),
        format!(
            "Stated {}, not above {}: {}{}.",
            low.en, high.en, tail.en, note.en
        ),
    )
}

/// A note that two figures count different things.
fn unlike((a, b): (Option<&Figure>, Option<&Figure>)) -> Text {
    match a.zip(b).filter(|(a, b)| !a.unit().agrees(b.unit())) {
        Some((a, b)) => {
            let (a, b) = (a.unit().short(), b.unit().short());
            Text::new(
                format!("; lưu ý {a} khác {b}"),
                format!("; note that {a} is not {b}"),
            )
        }
        None => Text::new("", ""),
    }
}
