//! A form whose token does not fit the session: opened before signing in again, or not ours at all.

use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;

/// The code by which our script knows that the page must be asked for a fresh token.
const CODE: &str = "form.old";

/// The form carries no token, or the token of another session.
#[derive(Debug)]
pub struct OldForm;

impl Refuse for OldForm {
    fn code(&self) -> &'static str {
        CODE
    }

    fn say(&self, lang: Lang) -> String {
        lang.t(
            "Biểu mẫu mở từ phiên làm việc trước hoặc đến từ trang khác nên chưa được ghi. \
             Mở lại trang rồi gửi lại.",
            "The form belongs to an earlier session or came from another site, and was not saved. \
             Open the page again and resend.",
        )
        .to_owned()
    }
}
