//! Why a rule about changes says no.

use super::kind::AmendmentKind;
use super::route::Authority;
use super::stand::Stand;
use crate::kernel::date::show_date;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::{Lang, Text};
use crate::project::Status;
use chrono::NaiveDate;

/// A refusal about a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The project is not between its decision and its acceptance.
    NotOpen {
        /// Where it stands.
        status: Status,
    },
    /// A change says why.
    NoReason,
    /// The same kind of change was asked and is open.
    AskedAlready {
        /// The kind.
        kind: AmendmentKind,
    },
    /// Nothing would be different.
    NothingChanges,
    /// The facts do not move as the kind says.
    WrongWay {
        /// The kind.
        kind: AmendmentKind,
    },
    /// No rule says who decides.
    NoRoute,
    /// The request is no longer open for this.
    Settled {
        /// Where it stands.
        stand: Stand,
    },
    /// The route asks for no confirmation.
    NoConfirmation,
    /// The province has not confirmed.
    NotConfirmed,
    /// One person does not ask, confirm and decide.
    SameHand,
    /// Somebody else decides.
    WrongAuthority {
        /// Who.
        authority: Authority,
    },
    /// The day has not come yet.
    InTheFuture {
        /// The day.
        on: NaiveDate,
    },
    /// Earlier than what it answers.
    TooEarly {
        /// The day.
        on: NaiveDate,
        /// The first day possible.
        not_before: NaiveDate,
    },
    /// The new beneficiary may not be supported.
    NotEligible {
        /// The judgement in one sentence.
        judgement: Text,
    },
    /// What is approved is changed by a request, not by hand.
    ByRequest,
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotOpen { .. } => "amendment.not-open",
            Self::NoReason => "amendment.no-reason",
            Self::AskedAlready { .. } => "amendment.asked-already",
            Self::NothingChanges => "amendment.nothing-changes",
            Self::WrongWay { .. } => "amendment.wrong-way",
            Self::NoRoute => "amendment.no-route",
            Self::Settled { .. } => "amendment.settled",
            Self::NoConfirmation => "amendment.no-confirmation",
            Self::NotConfirmed => "amendment.not-confirmed",
            Self::SameHand => "amendment.same-hand",
            Self::WrongAuthority { .. } => "amendment.wrong-authority",
            Self::InTheFuture { .. } => "amendment.in-the-future",
            Self::TooEarly { .. } => "amendment.too-early",
            Self::NotEligible { .. } => "amendment.not-eligible",
            Self::ByRequest => "amendment.by-request",
        }
    }

    fn say(&self, lang: Lang) -> String {
        self.about_request()
            .unwrap_or_else(|| self.about_hands())
            .say(lang)
            .to_owned()
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoReason => Some("reason"),
            Self::InTheFuture { .. } | Self::TooEarly { .. } => Some("on"),
            Self::NotEligible { .. } => Some("establishment_name"),
            Self::WrongAuthority { .. } => Some("document"),
            _ => None,
        }
    }
}

impl Refusal {
    fn about_request(&self) -> Option<Text> {
        Some(match self {
            Self::NotOpen { status } => Text::new(
                format!(
                    "Đề án đang ở trạng thái “{}”: chỉ đề nghị thay đổi đề án đã phê duyệt và chưa nghiệm thu.",
                    status.name(Lang::Vi)
                ),
                format!(
                    "The project is “{}”: a change is asked between its decision and its acceptance.",
                    status.name(Lang::En)
                ),
            ),
            Self::NoReason => Text::new(
                "Hãy nêu lý do; lý do đi cùng đề nghị đến cấp quyết định.",
                "Say why; the reason goes with the request.",
            ),
            Self::AskedAlready { kind } => Text::new(
                format!(
                    "Đã có đề nghị “{}” chưa giải quyết xong. Chờ kết quả đề nghị đó.",
                    kind.name(Lang::Vi)
                ),
                format!(
                    "“{}” was asked and is open. Wait for its outcome.",
                    kind.name(Lang::En)
                ),
            ),
            Self::NothingChanges => Text::new(
                "Chưa có gì thay đổi so với hiện tại. Nhập giá trị mới.",
                "Nothing would be different. Enter the new values.",
            ),
            Self::WrongWay { kind } => Text::new(way(*kind).0, way(*kind).1),
            Self::NoRoute => Text::new(
                "Chưa có quy định cấp quyết định cho loại thay đổi này ở cấp của đề án. Ghi cấp (quốc gia, địa phương) của đề án trước.",
                "No rule says who decides this change at the project's level. State the level first.",
            ),
            Self::NotEligible { judgement } => Text::new(
                format!(
                    "Không thay được cơ sở thụ hưởng. {}",
                    judgement.say(Lang::Vi)
                ),
                format!(
                    "The beneficiary cannot be replaced. {}",
                    judgement.say(Lang::En)
                ),
            ),
            Self::ByRequest => Text::new(
                "Đề án đã có quyết định: cơ sở thụ hưởng, địa điểm, ngày kết thúc, mức hỗ trợ chỉ thay đổi bằng đề nghị điều chỉnh. Mở đề án, chọn “Thay đổi”.",
                "The project is decided: beneficiary, place, last day and support change only by a request. Open the project and choose “Changes”.",
            ),
            _ => return None,
        })
    }

    fn about_hands(&self) -> Text {
        match self {
            Self::Settled { stand } => Text::new(
                format!(
                    "Đề nghị đang ở trạng thái “{}”, không làm bước này được nữa.",
                    stand.name(Lang::Vi)
                ),
                format!(
                    "The request is “{}”; this step is behind it.",
                    stand.name(Lang::En)
                ),
            ),
            Self::NoConfirmation => Text::new(
                "Loại thay đổi này không cần Sở xác nhận. Chuyển thẳng đến người quyết định.",
                "This change needs no confirmation. Pass it to whoever decides.",
            ),
            Self::NotConfirmed => Text::new(
                "Chưa có xác nhận của Sở Công Thương (Thông tư 36/2013/TT-BCT điều 11). Sở xác nhận trước.",
                "The Sở has not confirmed (Thông tư 36/2013/TT-BCT, article 11). It confirms first.",
            ),
            Self::WrongAuthority { authority } => Text::new(
                format!(
                    "Thẩm quyền quyết định: {}. Lãnh đạo Sở chỉ ghi khi đã có văn bản của cấp đó trong mục Văn bản.",
                    authority.name(Lang::Vi)
                ),
                format!(
                    "This is for {} to decide. The head of the Sở records it only on their recorded paper.",
                    authority.name(Lang::En)
                ),
            ),
            Self::InTheFuture { on } => {
                let on = show_date(*on);
                Text::new(
                    format!("Ngày {on} chưa đến. Ghi khi đã có văn bản."),
                    format!("{on} has not come yet. Record it once the paper is there."),
                )
            }
            Self::TooEarly { on, not_before } => {
                let (on, first) = (show_date(*on), show_date(*not_before));
                Text::new(
                    format!("Ngày {on} trước đề nghị, xác nhận ngày {first}. Kiểm tra lại ngày."),
                    format!("{on} is before what it answers, {first}. Check the day."),
                )
            }
            _ => Text::new(
                "Người đề nghị, người xác nhận và người quyết định phải khác nhau. Chuyển cho người khác.",
                "Whoever asks, confirms and decides are different people. Pass it on.",
            ),
        }
    }
}

/// How the facts of a kind must move.
fn way(kind: AmendmentKind) -> (&'static str, &'static str) {
    match kind {
        AmendmentKind::Extend => (
            "Ngày kết thúc mới phải muộn hơn ngày kết thúc đang ghi của đề án. Sửa lại ngày.",
            "An extension has a later last day.",
        ),
        AmendmentKind::RaiseSupport => (
            "Tăng kinh phí: số mới phải lớn hơn số đang được phê duyệt. Nhập tổng số sau khi tăng, không nhập phần tăng thêm.",
            "A raise is above what is approved now.",
        ),
        AmendmentKind::LowerSupport => (
            "Giảm kinh phí: số mới phải nhỏ hơn số đang được phê duyệt và không âm. Nhập tổng số sau khi giảm.",
            "A cut is below what is approved now, and not below zero.",
        ),
        AmendmentKind::SwitchSource => (
            "Đổi nguồn: số chuyển phải lớn hơn 0 và không vượt số đang có ở nguồn chuyển đi; nguồn nhận tăng đúng bấy nhiêu. Sửa số chuyển.",
            "A switch takes from one source exactly what it adds to another.",
        ),
        _ => (
            "Giá trị mới không được để trống.",
            "The new value must not be empty.",
        ),
    }
}
