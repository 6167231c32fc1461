//! What a step asks and what must hold for it, by name.

use super::named::named;

named! {
    /// A condition of a step. Files name it; the rule behind it is code.
    Guard

    /// A reason is stated, and kept.
    Reason => "reason", "nêu lý do", "a reason";
    /// A recorded, dated decision stands behind it, and is kept.
    Decision => "decision", "có quyết định, có ngày", "a dated decision";
    /// The contract is not older than the decision; its day and number are kept.
    Contract => "contract", "hợp đồng không trước quyết định", "the contract is not before the decision";
    /// The acceptance is not older than the contract; its day is kept.
    Acceptance => "acceptance", "nghiệm thu không trước hợp đồng", "the acceptance is not before the contract";
    /// The beneficiary may receive support on the day (Nghị định 45/2012, 235/2025).
    Eligible => "eligible", "cơ sở đủ điều kiện thụ hưởng", "the firm is eligible";
    /// Somebody chose the kind of support, so that the rules of law can be asked.
    Kind => "kind", "đã chọn loại hỗ trợ", "the kind of support is chosen";
    /// The support asked is within the ceiling of its kind; without a kind it is not.
    Ceiling => "ceiling", "mức hỗ trợ không quá định mức", "support within the ceiling";
    /// The registration round of its plan is open, or the head took the proposal in late.
    Round => "round", "trong đợt đăng ký của kế hoạch", "within the registration round";
    /// Flagship and group projects have the activities, beneficiaries and years of their kind.
    Composition => "composition", "đủ hoạt động, cơ sở thụ hưởng theo loại đề án", "activities and beneficiaries as its kind asks";
    /// Some money was advanced.
    Advanced => "advanced", "sổ kinh phí đã ghi tạm ứng", "the ledger holds an advance";
    /// Everything under contract was paid, and no advance is left to clear.
    Paid => "paid", "đã thanh toán hết, không còn tạm ứng", "all paid, no advance left";
    /// Everything under contract was paid and settled.
    Settled => "settled", "đã thanh toán và quyết toán hết", "all is paid and settled";
}

/// What the form of a step asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// A day.
    Day,
    /// A recorded document.
    Document,
    /// The number of a paper.
    Number,
    /// A reason.
    Reason,
}

impl Guard {
    /// What must be asked so that the guard can be decided.
    pub fn asks(self) -> &'static [Ask] {
        match self {
            Self::Reason => &[Ask::Reason],
            Self::Decision => &[Ask::Document],
            Self::Contract => &[Ask::Day, Ask::Number],
            Self::Acceptance => &[Ask::Day],
            Self::Eligible
            | Self::Kind
            | Self::Ceiling
            | Self::Round
            | Self::Composition
            | Self::Advanced
            | Self::Paid
            | Self::Settled => &[],
        }
    }
}
