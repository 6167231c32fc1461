//! Why a rule about acceptance says no.

use crate::kernel::money::Dong;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use crate::project::refusal::Refusal as ProjectRefusal;

/// A refusal about an acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The project cannot be accepted on that day, or not from where it stands.
    OfProject(ProjectRefusal),
    /// A machine of the approved list has no installed facts.
    NotInstalled {
        /// The machine.
        machine: String,
    },
    /// The counterpart promised is not proven.
    CounterpartMissing {
        /// What was promised.
        promised: Dong,
        /// What is proven; `None` when nobody said.
        proven: Option<Dong>,
    },
    /// More support than cost.
    SupportOverCost {
        /// The support.
        support: Dong,
        /// The cost.
        cost: Dong,
    },
    /// More support than was approved.
    SupportOverApproved {
        /// The support.
        support: Dong,
        /// What was approved.
        approved: Dong,
    },
    /// Neither the Sở nor the centre was there.
    NobodyOfTheState,
    /// The beneficiary was not there.
    NobodyOfTheBeneficiary,
    /// A condition without a request.
    NoRequest,
    /// A failure without a reason.
    NoConclusion,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::OfProject(refusal) => refusal.code(),
            Self::NotInstalled { .. } => "acceptance.not-installed",
            Self::CounterpartMissing { .. } => "acceptance.counterpart-missing",
            Self::SupportOverCost { .. } => "acceptance.support-over-cost",
            Self::SupportOverApproved { .. } => "acceptance.support-over-approved",
            Self::NobodyOfTheState => "acceptance.nobody-of-the-state",
            Self::NobodyOfTheBeneficiary => "acceptance.nobody-of-the-beneficiary",
            Self::NoRequest => "acceptance.no-request",
            Self::NoConclusion => "acceptance.no-conclusion",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::OfProject(refusal), _) => refusal.say(lang),
            (Self::NotInstalled { machine }, Lang::Vi) => format!(
                "Chưa ghi máy lắp đặt của “{machine}” trong danh mục được duyệt. Ghi ký hiệu, số máy, hóa đơn; chưa có máy thì chọn “Không đạt” hoặc “Đạt có điều kiện”."
            ),
            (Self::NotInstalled { machine }, Lang::En) => format!(
                "Nothing is recorded of the installed “{machine}”. Record model, serial and invoice, or choose another result."
            ),
            (Self::CounterpartMissing { promised, proven }, _) => {
                counterpart(*promised, *proven, lang)
            }
            (Self::SupportOverCost { support, cost }, Lang::Vi) => format!(
                "Mức hỗ trợ nghiệm thu {support} lớn hơn chi phí nghiệm thu {cost}. Kiểm tra lại hai số."
            ),
            (Self::SupportOverCost { support, cost }, Lang::En) => {
                format!("The support of {support} is above the cost of {cost}.")
            }
            (Self::SupportOverApproved { support, approved }, Lang::Vi) => format!(
                "Mức hỗ trợ nghiệm thu {support} vượt mức đã phê duyệt {approved}. Ghi không quá mức đó, hoặc điều chỉnh đề án trước."
            ),
            (Self::SupportOverApproved { support, approved }, Lang::En) => format!(
                "The support of {support} is above the {approved} approved. Accept less, or change the project first."
            ),
            (Self::NobodyOfTheState, _) => lang
                .t(
                    "Chưa ghi người của Sở Công Thương hoặc Trung tâm dự nghiệm thu.",
                    "Nobody of the Sở or the centre is named.",
                )
                .to_owned(),
            (Self::NobodyOfTheBeneficiary, _) => lang
                .t(
                    "Chưa ghi người của đơn vị thụ hưởng dự nghiệm thu.",
                    "Nobody of the beneficiary is named.",
                )
                .to_owned(),
            (Self::NoRequest, _) => lang
                .t(
                    "Đạt có điều kiện phải kèm ít nhất một yêu cầu có thời hạn. Ghi còn phải làm gì, ai làm, đến ngày nào.",
                    "A condition needs at least one request with a deadline.",
                )
                .to_owned(),
            (Self::NoConclusion, _) => lang
                .t(
                    "Chưa nêu vì sao không đạt. Ghi kết luận.",
                    "Say why it failed.",
                )
                .to_owned(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::OfProject(refusal) => return refusal.field(),
            Self::NotInstalled { .. } => "verdict",
            Self::CounterpartMissing { .. } => "counterpart",
            Self::SupportOverCost { .. } | Self::SupportOverApproved { .. } => "support",
            Self::NobodyOfTheState => "people_centre",
            Self::NobodyOfTheBeneficiary => "people_beneficiary",
            Self::NoRequest => "request_1",
            Self::NoConclusion => "conclusion",
        })
    }
}

fn counterpart(promised: Dong, proven: Option<Dong>, lang: Lang) -> String {
    let unknown = || lang.t("chưa ghi", "not stated").to_owned();
    let proven = proven.map_or_else(unknown, |amount| amount.to_string());
    match lang {
        Lang::Vi => format!(
            "Không ghi “Đạt” được: cơ sở cam kết vốn đối ứng {promised}, chứng từ chứng minh: {proven}. Hỗ trợ chỉ thanh toán khi có đủ chứng từ đối ứng; chọn “Đạt có điều kiện” và yêu cầu bổ sung kèm thời hạn."
        ),
        Lang::En => format!(
            "It cannot pass: {promised} of counterpart was promised, proven: {proven}. Choose “passed with conditions” and ask for the vouchers with a deadline."
        ),
    }
}
