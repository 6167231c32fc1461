//! A form that never reaches its handler: its token does not fit the session, or it cannot be read.

use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;

/// Why a form was turned away at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormRefusal {
    /// It carries no token, or the token of another session.
    Old,
    /// It is larger than any form with its files may be.
    TooLarge,
    /// It broke off, or is no form at all.
    BrokenOff,
}

impl FormRefusal {
    /// The heading of the page that says so.
    pub fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Old => lang.t("Biểu mẫu đã cũ", "The form is old"),
            Self::TooLarge => lang.t("Tệp quá lớn", "The file is too large"),
            Self::BrokenOff => lang.t("Biểu mẫu chưa đến đủ", "The form did not arrive whole"),
        }
    }

    /// The refusal behind a code.
    pub fn of_code(code: &str) -> Option<Self> {
        let all = [Self::Old, Self::TooLarge, Self::BrokenOff];
        all.into_iter().find(|refusal| refusal.code() == code)
    }
}

impl Refuse for FormRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Old => "form.old",
            Self::TooLarge => "form.too-large",
            Self::BrokenOff => "form.broken-off",
        }
    }

    fn say(&self, lang: Lang) -> String {
        let sentence = match self {
            Self::Old => lang.t(
                "Biểu mẫu mở từ phiên làm việc trước hoặc đến từ trang khác nên chưa được ghi. \
                 Mở lại trang rồi gửi lại.",
                "The form belongs to an earlier session or came from another site, and was not \
                 saved. Open the page again and resend.",
            ),
            Self::TooLarge => lang.t(
                "Biểu mẫu và tệp kèm theo lớn hơn 100 MB nên chưa được ghi. Mỗi tệp tối đa 25 MB: \
                 chọn tệp nhỏ hơn rồi gửi lại.",
                "The form and its files are larger than 100 MB and were not saved. A file may have \
                 25 MB: choose a smaller one and resend.",
            ),
            Self::BrokenOff => lang.t(
                "Biểu mẫu đến máy chủ không trọn vẹn nên chưa được ghi. Quay lại trang và gửi lại.",
                "The form did not reach the server whole and was not saved. Go back and resend.",
            ),
        };
        sentence.to_owned()
    }
}
