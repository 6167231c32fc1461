//! Why a rule about field work says no.

use crate::kernel::date::show_date;
use crate::kernel::refuse::Refuse;
use crate::kernel::text::Lang;
use chrono::NaiveDate;

/// A refusal about a visit, a request or an obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The day has not come yet.
    InTheFuture {
        /// The day.
        day: NaiveDate,
    },
    /// Nobody is named.
    NobodyCame,
    /// More people than a team has.
    TooMany {
        /// How many may be named.
        max: usize,
    },
    /// An inspection found nothing.
    NothingFound,
    /// A survey of nowhere.
    NoPlace,
    /// A survey without a need.
    NoNeed,
    /// Nobody said how it ended.
    NoVerdict,
    /// Who does not qualify or pass must be told why.
    NoConclusion,
    /// The deadline lies before the day of the request.
    DueBeforeRaised {
        /// The deadline.
        due_on: NaiveDate,
        /// The day it was raised.
        raised_on: NaiveDate,
    },
    /// Closed before it was raised.
    ClosedBeforeRaised {
        /// The day it was done.
        closed_on: NaiveDate,
        /// The day it was raised.
        raised_on: NaiveDate,
    },
    /// Closed before.
    AlreadyClosed {
        /// The day it was done.
        closed_on: NaiveDate,
    },
    /// Nobody said how it was done.
    NoHow,
    /// A reason is missing.
    NoReason,
    /// The visit no longer counts.
    Withdrawn,
    /// An acceptance moved the project on and stays.
    AcceptanceStays,
    /// A proposal was made from this survey already.
    SurveyUsed,
    /// The kind of visit does not fit what is asked of it.
    OtherKind,
    /// What is kept beside a visit is a photo.
    NoPhoto {
        /// The name of the file.
        name: String,
    },
}

impl Refuse for Refusal {
    fn code(&self) -> &'static str {
        match self {
            Self::InTheFuture { .. } => "monitoring.in-the-future",
            Self::NobodyCame => "monitoring.nobody-came",
            Self::TooMany { .. } => "monitoring.too-many",
            Self::NothingFound => "monitoring.nothing-found",
            Self::NoPlace => "monitoring.no-place",
            Self::NoNeed => "monitoring.no-need",
            Self::NoVerdict => "monitoring.no-verdict",
            Self::NoConclusion => "monitoring.no-conclusion",
            Self::DueBeforeRaised { .. } => "monitoring.due-before-raised",
            Self::ClosedBeforeRaised { .. } => "monitoring.closed-before-raised",
            Self::AlreadyClosed { .. } => "monitoring.already-closed",
            Self::NoHow => "monitoring.no-how",
            Self::NoReason => "monitoring.no-reason",
            Self::Withdrawn => "monitoring.withdrawn",
            Self::AcceptanceStays => "monitoring.acceptance-stays",
            Self::SurveyUsed => "monitoring.survey-used",
            Self::OtherKind => "monitoring.other-kind",
            Self::NoPhoto { .. } => "monitoring.no-photo",
        }
    }

    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.in_vietnamese(),
            Lang::En => self.in_english(),
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::InTheFuture { .. } | Self::ClosedBeforeRaised { .. } => Some("on"),
            Self::NobodyCame | Self::TooMany { .. } => Some("people_centre"),
            Self::NothingFound => Some("progress"),
            Self::NoPlace => Some("place_written"),
            Self::NoNeed => Some("need"),
            Self::NoVerdict => Some("verdict"),
            Self::NoConclusion => Some("conclusion"),
            Self::DueBeforeRaised { .. } => Some("due_on"),
            Self::NoHow => Some("how"),
            Self::NoReason => Some("reason"),
            Self::NoPhoto { .. } => Some("photo"),
            Self::AlreadyClosed { .. }
            | Self::Withdrawn
            | Self::AcceptanceStays
            | Self::SurveyUsed
            | Self::OtherKind => None,
        }
    }
}

impl Refusal {
    fn in_vietnamese(&self) -> String {
        let fixed = match self {
            Self::InTheFuture { day } => {
                return format!("Ngày {} chưa đến. Ghi khi việc đã xong.", show_date(*day));
            }
            Self::TooMany { max } => return format!("Chỉ ghi tối đa {max} người cho một cuộc."),
            Self::DueBeforeRaised { due_on, raised_on } => {
                return format!(
                    "Thời hạn {} trước ngày nêu {}. Ghi thời hạn từ ngày đó trở đi.",
                    show_date(*due_on),
                    show_date(*raised_on)
                );
            }
            Self::ClosedBeforeRaised {
                closed_on,
                raised_on,
            } => {
                return format!(
                    "Ngày xong {} trước ngày nêu {}. Kiểm tra lại ngày.",
                    show_date(*closed_on),
                    show_date(*raised_on)
                );
            }
            Self::AlreadyClosed { closed_on } => {
                return format!("Việc này đã xong ngày {}.", show_date(*closed_on));
            }
            Self::NoPhoto { name } => {
                return format!("“{name}” không phải ảnh. Chọn tệp png hoặc jpg.");
            }
            Self::NobodyCame => "Chưa ghi ai tham gia. Ghi ít nhất một người, kèm chức vụ.",
            Self::NothingFound => {
                "Chưa ghi kết quả kiểm tra. Ghi ít nhất một trong ba mục: tiến độ, kinh phí, máy móc."
            }
            Self::NoPlace => "Chưa biết khảo sát ở đâu. Chọn cơ sở, hoặc ghi địa điểm.",
            Self::NoNeed => "Chưa ghi nhu cầu. Ghi cơ sở cần hỗ trợ gì và vì sao.",
            Self::NoVerdict => "Chưa chọn kết quả.",
            Self::NoConclusion => {
                "Chưa nêu vì sao. Ghi còn thiếu gì để người đọc biết phải làm gì."
            }
            Self::NoHow => "Chưa ghi đã giải quyết thế nào. Ghi một câu.",
            Self::NoReason => "Chưa nêu lý do rút. Ghi một câu để người đọc sau này hiểu.",
            Self::Withdrawn => "Biên bản này đã được rút. Lập biên bản mới.",
            Self::AcceptanceStays => {
                "Biên bản nghiệm thu đạt đã đưa đề án sang bước sau nên không rút được. Lập yêu cầu điều chỉnh đề án."
            }
            Self::SurveyUsed => "Đã có đề án lập từ cuộc khảo sát này. Mở đề án đó để sửa.",
            Self::OtherKind => "Không dùng được loại cuộc này ở đây. Mở lại từ danh sách thực địa.",
        };
        fixed.to_owned()
    }

    fn in_english(&self) -> String {
        let fixed = match self {
            Self::InTheFuture { day } => {
                return format!(
                    "{} has not come yet. Record it when it is done.",
                    show_date(*day)
                );
            }
            Self::TooMany { max } => return format!("At most {max} people are named for a visit."),
            Self::DueBeforeRaised { due_on, raised_on } => {
                return format!(
                    "The deadline {} lies before {}, when it was raised.",
                    show_date(*due_on),
                    show_date(*raised_on)
                );
            }
            Self::ClosedBeforeRaised {
                closed_on,
                raised_on,
            } => {
                return format!(
                    "{} lies before {}, when it was raised.",
                    show_date(*closed_on),
                    show_date(*raised_on)
                );
            }
            Self::AlreadyClosed { closed_on } => {
                return format!("This was done on {}.", show_date(*closed_on));
            }
            Self::NoPhoto { name } => {
                return format!("“{name}” is no photo. Choose a png or jpg file.");
            }
            Self::NobodyCame => "Nobody is named. Name at least one person with the post.",
            Self::NothingFound => {
                "Nothing was found. Write of progress, of the money or of the machine."
            }
            Self::NoPlace => "Where was it? Choose an establishment or write the place.",
            Self::NoNeed => "The need is missing. Say what is needed and why.",
            Self::NoVerdict => "Choose how it ended.",
            Self::NoConclusion => "Say why, so that the reader knows what to do.",
            Self::NoHow => "Say in one sentence how it was done.",
            Self::NoReason => "Say in one sentence why it is withdrawn.",
            Self::Withdrawn => "These minutes were withdrawn. Record new ones.",
            Self::AcceptanceStays => {
                "A passed acceptance has moved the project on and stays. Ask for a change of the project."
            }
            Self::SurveyUsed => "A proposal was made from this survey. Open that one.",
            Self::OtherKind => "This kind of visit does not fit here. Open it from the list.",
        };
        fixed.to_owned()
    }
}
