//! Visits to firms: surveys, inspections and acceptances, and how many fall on each beneficiary.

use crate::kernel::percent::{Decimal, PERCENT_PLACES, quotient, share};
use crate::kernel::text::Text;

/// Counts of visits, and of the firms that benefited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldWork {
    /// Surveys to choose beneficiaries.
    pub surveys: i64,
    /// Inspections of running projects.
    pub inspections: i64,
    /// Acceptances.
    pub acceptances: i64,
    /// Firms that benefited.
    pub beneficiaries: i64,
}

impl FieldWork {
    /// All visits.
    pub fn visits(self) -> i64 {
        self.surveys
            .saturating_add(self.inspections)
            .saturating_add(self.acceptances)
    }

    /// Surveys, inspections and acceptances as percentages of all visits.
    pub fn shares(self) -> [Option<Decimal>; 3] {
        [self.surveys, self.inspections, self.acceptances].map(|part| share(part, self.visits()))
    }

    /// Inspections on each beneficiary.
    pub fn inspections_each(self) -> Option<Decimal> {
        quotient(self.inspections, self.beneficiaries, PERCENT_PLACES)
    }

    /// Acceptances on each beneficiary.
    pub fn acceptances_each(self) -> Option<Decimal> {
        quotient(self.acceptances, self.beneficiaries, PERCENT_PLACES)
    }

    /// The sentence of reports: how many visits of each kind.
    pub fn sentence(self) -> Text {
        let Self {
            surveys,
            inspections,
            acceptances,
            ..
        } = self;
        Text::new(
            format!(
                "{surveys} cuộc khảo sát, thẩm tra lựa chọn đơn vị thụ hưởng đề án khuyến công, \
                 {inspections} cuộc kiểm tra việc triển khai thực hiện đề án khuyến công, \
                 {acceptances} cuộc nghiệm thu đề án khuyến công"
            ),
            format!(
                "{surveys} surveys to choose beneficiaries, {inspections} inspections of running \
                 projects, {acceptances} acceptances"
            ),
        )
    }

    /// More acceptances than firms, and what may explain it.
    pub fn warning(self) -> Option<Text> {
        let (acceptances, firms) = (self.acceptances, self.beneficiaries);
        (acceptances > firms).then(|| {
            Text::new(
                format!(
                    "{acceptances} nghiệm thu > {firms} cơ sở; \
                     gắn nghiệm thu với cả đề án ngoài hỗ trợ máy móc"
                ),
                format!(
                    "{acceptances} acceptances > {firms} firms; \
                     link acceptances to projects other than machinery too"
                ),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HA_NOI_2020: FieldWork = FieldWork {
        surveys: 46,
        inspections: 30,
        acceptances: 16,
        beneficiaries: 14,
    };

    #[test]
    fn v20_visits_and_their_shares() {
        assert_eq!(HA_NOI_2020.visits(), 92);
        let shares = HA_NOI_2020.shares().map(|share| share.unwrap().comma());
        assert_eq!(shares, ["50,00", "32,61", "17,39"]);
        assert_eq!(HA_NOI_2020.inspections_each().unwrap().comma(), "2,14");
        assert_eq!(HA_NOI_2020.acceptances_each().unwrap().comma(), "1,14");
    }

    #[test]
    fn v20_more_acceptances_than_firms_is_a_warning() {
        let warning = HA_NOI_2020.warning().unwrap();
        assert!(warning.vi.starts_with("16 nghiệm thu > 14 cơ sở"));
        let even = FieldWork {
            beneficiaries: 16,
            ..HA_NOI_2020
        };
        assert_eq!(even.warning(), None);
    }
}
