//! How a use case fails: by a rule, by a missing right or record, or by our own fault.

use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::{Lang, Text};
use kc_domain::policy::{Denial, Withheld};
use kc_store::kernel::StoreError;

/// Something wrong with one field of what a person sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field.
    pub field: String,
    /// What is wrong and what to do.
    pub text: Text,
}

impl Problem {
    /// A problem with a field.
    pub fn new(field: impl Into<String>, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            text: Text::new(vi, en),
        }
    }
}

/// Why a use case did not happen. Nothing of it was kept.
#[derive(Debug)]
pub enum Failure {
    /// A rule of the business says no; the user can mend it.
    Refused(Box<dyn Refuse>),
    /// What was sent cannot be read; the user can mend it.
    Invalid(Vec<Problem>),
    /// There is no such record, or this person must not know of it.
    NotFound,
    /// The person may not, and is told why.
    Denied(Withheld),
    /// Somebody changed the record meanwhile.
    Stale,
    /// The store could not; some of its reasons the operator can mend.
    Store(StoreError),
    /// We are broken.
    Internal(String),
}

impl Failure {
    /// Refused by a rule.
    pub fn refused(refusal: impl Refuse + 'static) -> Self {
        Self::Refused(Box::new(refusal))
    }

    /// One problem with one field.
    pub fn invalid(field: &str, vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Invalid(vec![Problem::new(field, vi, en)])
    }

    /// The code that never changes.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Invalid(_) => "input.invalid",
            Self::NotFound => "record.not-found",
            Self::Denied(withheld) => withheld.code(),
            Self::Stale => "record.stale",
            Self::Store(StoreError::DiskFull) => "store.disk-full",
            Self::Store(StoreError::InUse(_)) => "store.in-use",
            Self::Store(StoreError::Newer { .. }) => "store.newer",
            Self::Store(StoreError::Older) => "store.older",
            Self::Store(StoreError::Missing(_)) => "store.missing",
            Self::Store(StoreError::Constraint(_)) => "store.clash",
            Self::Store(_) | Self::Internal(_) => "internal",
        }
    }

    /// One sentence for the person: what is wrong and what to do. Our own faults say no detail.
    pub fn say(&self, lang: Lang) -> String {
        match self {
            Self::Refused(refusal) => refusal.say(lang),
            Self::Invalid(problems) => {
                let sentences = problems.iter().map(|problem| problem.text.say(lang));
                sentences.collect::<Vec<_>>().join(" ")
            }
            Self::NotFound => lang
                .t(
                    "Không có gì ở địa chỉ hoặc mã này trong phạm vi bạn được xem. Kiểm tra lại, hoặc tìm theo tên.",
                    "There is nothing at this address or code that you may see. Check it, or search by name.",
                )
                .to_owned(),
            Self::Denied(withheld) => withheld.say(lang),
            Self::Stale => lang
                .t(
                    "Bản ghi đã được người khác sửa trong lúc bạn nhập. Mở lại, so sánh rồi ghi lại phần của bạn.",
                    "Somebody changed the record while you were typing. Open it again, compare, and save your part.",
                )
                .to_owned(),
            Self::Store(error) => say_store(error, lang),
            Self::Internal(_) => internal(lang),
        }
    }
}

fn internal(lang: Lang) -> String {
    lang.t(
        "Chương trình gặp lỗi, chưa ghi gì. Hãy thử lại; nếu còn lỗi, báo quản trị hệ thống.",
        "The program failed and kept nothing. Try again; if it fails again, tell the administrator.",
    )
    .to_owned()
}

fn say_store(error: &StoreError, lang: Lang) -> String {
    match error {
        StoreError::DiskFull => lang
            .t(
                "Ổ đĩa đã đầy, chưa ghi gì. Giải phóng dung lượng rồi làm lại.",
                "The disk is full and nothing was kept. Free some space and try again.",
            )
            .to_owned(),
        StoreError::InUse(folder) => match lang {
            Lang::Vi => format!(
                "Dữ liệu {folder} đang được một tiến trình khác của chương trình dùng. Dừng tiến trình đó trước."
            ),
            Lang::En => {
                format!("The data in {folder} is in use by another process. Stop that one first.")
            }
        },
        StoreError::Newer { found, known } => match lang {
            Lang::Vi => format!(
                "Dữ liệu thuộc phiên bản mới hơn (bước {found}, chương trình này biết đến bước {known}). \
                 Hãy dùng bản chương trình mới hơn; dữ liệu chưa bị thay đổi."
            ),
            Lang::En => format!(
                "The data belongs to a newer version (step {found}; this program knows {known}). \
                 Use the newer program; nothing was changed."
            ),
        },
        StoreError::Older => lang
            .t(
                "Dữ liệu thuộc phiên bản cũ hơn. Chạy `khuyencong migrate` trước.",
                "The data belongs to an older version. Run `khuyencong migrate` first.",
            )
            .to_owned(),
        StoreError::Missing(place) => match lang {
            Lang::Vi => format!(
                "Không có dữ liệu tại {place}. Chạy `khuyencong init` hoặc chỉ đúng thư mục."
            ),
            Lang::En => {
                format!("No data at {place}. Run `khuyencong init` or name the right folder.")
            }
        },
        StoreError::Constraint(_) => lang
            .t(
                "Nội dung vừa nhập trùng hoặc trái với bản ghi đã có, nên chưa ghi gì. Mở danh sách, so lại rồi sửa.",
                "What was entered clashes with a record that is there already; nothing was kept. Open the list, compare and correct it.",
            )
            .to_owned(),
        StoreError::Stale
        | StoreError::MigrationChanged(_)
        | StoreError::NoTrace
        | StoreError::Shape(_)
        | StoreError::Engine(_) => internal(lang),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stale => Self::Stale,
            other => Self::Store(other),
        }
    }
}

impl From<Denial> for Failure {
    fn from(denial: Denial) -> Self {
        match denial {
            Denial::Hidden => Self::NotFound,
            Denial::Withheld(withheld) => Self::Denied(withheld),
        }
    }
}

/// Declares which words' refusals turn into a failure by themselves.
macro_rules! refusals {
    ($($refusal:ty),* $(,)?) => {$(
        impl From<$refusal> for Failure {
            fn from(refusal: $refusal) -> Self {
                Self::refused(refusal)
            }
        }
    )*};
}

refusals!(
    kc_domain::acceptance::refusal::Refusal,
    kc_domain::followup::refusal::Refusal,
    kc_domain::monitoring::refusal::Refusal,
    kc_domain::amendment::refusal::Refusal,
    kc_domain::appraisal::refusal::Refusal,
    kc_domain::contract::refusal::Refusal,
    kc_domain::decision::refusal::Refusal,
    kc_domain::project::Unfit,
    kc_domain::document::refusal::Refusal,
    kc_domain::establishment::refusal::Refusal,
    kc_domain::ledger::refusal::Refusal,
    kc_domain::identity::refusal::Refusal,
    kc_domain::identity::delegation::Refusal,
    kc_domain::norm::refusal::Refusal,
    kc_domain::payment::refusal::Refusal,
    kc_domain::plan::refusal::Refusal,
    kc_domain::process::refusal::Refusal,
    kc_domain::programme::refusal::Refusal,
    kc_domain::project::refusal::Refusal
);
