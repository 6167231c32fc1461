//! From the scores of the members to the result of a file; both are always shown together.

use super::Points;
use crate::kernel::text::Lang;

/// Fewest scores of which the highest and the lowest may be left out.
const TRIMMED_FROM: usize = 5;

/// How scores become one result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The mean of all, half up at the second decimal.
    Mean,
    /// The mean without the highest and the lowest, from five scores on; of fewer the plain mean.
    Trimmed,
}

impl Method {
    /// The method of a code in the data.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "mean" => Some(Self::Mean),
            "trimmed" => Some(Self::Trimmed),
            _ => None,
        }
    }

    /// The words on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Mean => lang.t(
                "trung bình cộng các phiếu hợp lệ, làm tròn 2 chữ số thập phân",
                "the mean of the counted scores, rounded half up to two decimals",
            ),
            Self::Trimmed => lang.t(
                "trung bình sau khi bỏ một phiếu cao nhất và một phiếu thấp nhất (khi có từ 5 phiếu), làm tròn 2 chữ số thập phân",
                "the mean without the highest and the lowest (from five scores on), rounded half up to two decimals",
            ),
        }
    }

    /// The result of the scores that count; `None` where there are fewer than the rule asks for.
    pub fn result(self, scores: &[Points], scores_min: usize) -> Option<Points> {
        if scores.len() < scores_min {
            return None;
        }
        let mut sorted = scores.to_vec();
        sorted.sort_unstable();
        let inner = match self {
            Self::Trimmed if sorted.len() >= TRIMMED_FROM => sorted
                .get(1..sorted.len().saturating_sub(1))
                .unwrap_or_default(),
            _ => sorted.as_slice(),
        };
        Points::mean(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(method: Method, points: &[i64], scores_min: usize) -> Option<i64> {
        let points: Vec<_> = points.iter().copied().map(Points::whole).collect();
        method.result(&points, scores_min).map(|points| points.0)
    }

    #[test]
    fn the_highest_and_lowest_fall_away_only_from_five_scores_on() {
        let five = [40, 80, 82, 84, 100];
        assert_eq!(result(Method::Mean, &five, 3), Some(7720));
        assert_eq!(result(Method::Trimmed, &five, 3), Some(8200));
        assert_eq!(result(Method::Trimmed, &[40, 80, 82, 84], 3), Some(7150));
    }

    #[test]
    fn too_few_scores_make_no_result() {
        assert_eq!(result(Method::Mean, &[90, 91], 3), None);
        assert_eq!(result(Method::Mean, &[], 0), None);
    }
}
