//! The one sentence of a finding. It names both numbers and what stands between them.

use super::finding::{Finding, Shape, Verdict};
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
            message,
        }
    }

    fn is_loose(&self) -> bool {
        self.stated.is_loose || self.computed.is_loose
    }

    /// The computed side in words: a number, a range, or at least so much.
    fn computed_text(&self) -> Text {
        if let Some(number) = self.computed.nominal {
            return both(&self.number(number));
        }
        let shown = self.computed.sharp;
        match (shown.low.number(), shown.high.number()) {
            (Some(low), Some(high)) => both(&amount_between(low, high, &self.unit)),
            (Some(low), None) if low > Quantity::ZERO => {
                let low = amount(low, &self.unit);
                Text::new(format!("ít nhất {low}"), format!("at least {low}"))
            }
            _ => Text::new("chưa có số liệu", "no figure"),
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
        amount(self.stated.slack.plus(self.computed.slack), &self.unit)
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
    fn sentence(&self, stated: Option<&Figure>, how: (&str, &str)) -> Text {
        let (tail, computed) = (self.tail(), self.computed_text());
        let stated = self.stated_text(stated);
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

    fn stated_text(&self, figure: Option<&Figure>) -> Text {
        match figure {
            None => Text::new("chưa có số liệu", "nothing"),
            Some(figure) if figure.is_loose() => both(&figure.in_report()),
            Some(figure) => both(&self.number(figure.low())),
        }
    }
}

fn both(text: &str) -> Text {
    Text::new(text, text)
}

pub(super) fn sum(compared: &Compared<'_>, stated: Option<&Figure>) -> Text {
    compared.sentence(stated, ("các phần cộng lại", "the parts add up to"))
}

pub(super) fn product(compared: &Compared<'_>, stated: Option<&Figure>) -> Text {
    compared.sentence(stated, ("các thừa số nhân lại", "the factors make"))
}

pub(super) fn count(compared: &Compared<'_>, stated: Option<&Figure>, complete: bool) -> Text {
    let listed = compared.computed.nominal.and_then(Quantity::as_whole);
    let whole = compared.stated.nominal.and_then(Quantity::as_whole);
    match (listed, whole) {
        (Some(listed), Some(whole)) if !complete && compared.verdict == Verdict::Unsettled => {
            let (stated, verdict) = (compared.stated_text(stated), compared.verdict.text());
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
        _ => compared.sentence(stated, ("liệt kê", "listed")),
    }
}

/// What was divided by what, in words.
pub(super) fn operands(
    view: &View<'_>,
    (above, below): (&Side, &Side),
) -> Option<(String, String)> {
    let rule = &view.check.rule;
    let (first, second) = match rule {
        super::Rule::Percent { part, whole, .. } => (part, whole),
        super::Rule::Quotient {
            dividend, divisor, ..
        } => (dividend, divisor),
        _ => return None,
    };
    if above.known != Known::Fully || below.known != Known::Fully {
        return None;
    }
    let shown = |key: &str| view.figure(key).ok().flatten().map(Figure::in_report);
    shown(first).zip(shown(second))
}

pub(super) fn ratio(
    compared: &Compared<'_>,
    stated: Option<&Figure>,
    operands: Option<(String, String)>,
) -> Text {
    match operands {
        None => compared.sentence(stated, ("tính lại được", "it comes to")),
        Some((above, below)) => compared.sentence(
            stated,
            (
                &format!("{above} chia {below} được"),
                &format!("{above} by {below} is"),
            ),
        ),
    }
}

pub(super) fn at_most(
    compared: &Compared<'_>,
    (smaller, larger): (Option<&Figure>, Option<&Figure>),
) -> Text {
    let shown = |figure: Option<&Figure>, side: &Side| match (figure, side.sharp.high.number()) {
        (Some(figure), _) => both(&figure.in_report()),
        (None, Some(most)) => {
            let most = amount(most, &compared.unit);
            Text::new(format!("không quá {most}"), format!("at most {most}"))
        }
        (None, None) => Text::new("chưa có số liệu", "no figure"),
    };
    let (low, high) = (
        shown(smaller, compared.stated),
        shown(larger, compared.computed),
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
    let units = smaller
        .zip(larger)
        .filter(|(a, b)| !a.unit().agrees(b.unit()));
    let (note_vi, note_en) = match units {
        Some((a, b)) => {
            let (a, b) = (a.unit().short(), b.unit().short());
            (
                format!("; lưu ý {a} khác {b}"),
                format!("; note that {a} is not {b}"),
            )
        }
        None => (String::new(), String::new()),
    };
    Text::new(
        format!(
            "Phần nhỏ {}, phần lớn {}: {}{note_vi}.",
            low.vi, high.vi, tail.vi
        ),
        format!(
            "Smaller {}, larger {}: {}{note_en}.",
            low.en, high.en, tail.en
        ),
    )
}
