//! The registration round: from which moment to which proposals are taken.

use crate::kernel::date::Instant;
use crate::kernel::text::Lang;

/// The registration round (đợt đăng ký): the moments between which proposals are taken, as far as
/// they are known. Both moments belong to the round: what comes exactly when it closes came in time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Round {
    /// The first moment.
    pub opens_at: Option<Instant>,
    /// The last moment.
    pub closes_at: Option<Instant>,
}

/// How far a registration round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundState {
    /// No moment of opening is known.
    Unknown,
    /// Not open yet.
    Ahead,
    /// Open.
    Open,
    /// Over.
    Closed,
}

impl Round {
    /// How far the round is at a moment. A round without an end stays open as long as its plan.
    pub fn at(self, moment: Instant) -> RoundState {
        match (self.opens_at, self.closes_at) {
            (_, Some(last)) if last < moment => RoundState::Closed,
            (Some(first), _) if moment < first => RoundState::Ahead,
            (Some(_), _) => RoundState::Open,
            (None, _) => RoundState::Unknown,
        }
    }

    /// Whether it would close before it opens, or at that very moment.
    pub(super) fn is_backward(self) -> bool {
        let both = self.opens_at.zip(self.closes_at);
        both.is_some_and(|(opens, closes)| closes <= opens)
    }

    /// "mở từ 08:00 ngày 01/03/2026, đóng lúc 17:00 ngày 30/06/2026"; nothing where none is known.
    pub fn say(self, lang: Lang) -> String {
        let opens = self.opens_at.map(|at| {
            let opens = lang.t("mở", "opens");
            format!("{opens} {}", at.say_from(lang))
        });
        let closes = self.closes_at.map(|at| {
            let closes = lang.t("đóng", "closes");
            format!("{closes} {}", at.say_until(lang))
        });
        let both: Vec<_> = opens.into_iter().chain(closes).collect();
        both.join(", ")
    }

    /// Where the round stands: "đang mở, đóng lúc 17:00 ngày 30/06/2026, còn 3 giờ"; nothing where
    /// no moment is known.
    pub fn say_at(self, now: Instant, state: RoundState, lang: Lang) -> Option<String> {
        let from = self.opens_at.map(|at| at.say_from(lang));
        let from = from.unwrap_or_default();
        let until = self.closes_at.map(|at| at.say_until(lang));
        Some(match (state, until) {
            (RoundState::Unknown, _) => return None,
            (RoundState::Ahead, _) => {
                let left = self.opens_at.map(|at| at.say_left(now, lang));
                let opens = lang.t("Mở", "Opens");
                format!("{opens} {from}, {}", left.unwrap_or_default())
            }
            (RoundState::Open, None) => format!("{} {from}", lang.t("Đang mở", "Open, opened")),
            (RoundState::Open, Some(until)) => {
                let left = self.closes_at.map(|at| at.say_left(now, lang));
                let open = lang.t("Đang mở, đóng", "Open, closes");
                format!("{open} {until}, {}", left.unwrap_or_default())
            }
            (RoundState::Closed, None) => lang
                .t("Đã kết thúc cùng kế hoạch", "Over with the plan")
                .to_owned(),
            (RoundState::Closed, Some(until)) => {
                format!("{} {until}", lang.t("Đã đóng", "Closed"))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn a_round_is_ahead_then_open_then_closed_and_says_so() {
        let round = Round {
            opens_at: Some(at("2026-03-01T08:00:00+07:00")),
            closes_at: Some(at("2026-06-30T17:00:00+07:00")),
        };
        let table = [
            (
                "2026-03-01T07:59:59.999+07:00",
                RoundState::Ahead,
                "Mở từ 08:00 ngày 01/03/2026, còn chưa đầy một phút",
            ),
            (
                "2026-06-30T13:59:00+07:00",
                RoundState::Open,
                "Đang mở, đóng lúc 17:00 ngày 30/06/2026, còn 3 giờ",
            ),
            (
                "2026-06-30T17:00:00.001+07:00",
                RoundState::Closed,
                "Đã đóng lúc 17:00 ngày 30/06/2026",
            ),
        ];
        for (now, state, said) in table {
            let now = at(now);
            assert_eq!(round.at(now), state);
            let shown = round.say_at(now, state, Lang::Vi);
            assert_eq!(shown.as_deref(), Some(said));
        }
        let unknown = Round::default();
        assert_eq!(unknown.at(at("2026-03-01")), RoundState::Unknown);
        assert_eq!(unknown.say(Lang::Vi), "");
        assert_eq!(
            round.say(Lang::Vi),
            "mở từ 08:00 ngày 01/03/2026, đóng lúc 17:00 ngày 30/06/2026"
        );
    }
}
