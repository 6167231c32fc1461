//! The form behind a request: taken once, however often it is sent.

use super::{Done, Failure, Problem};
use kc_domain::kernel::id::UserId;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_store::kernel::{Tx, sent};
use std::sync::atomic::{AtomicBool, Ordering};

/// A form as it was sent. Nothing is written from one that cannot be read.
#[derive(Debug)]
pub struct SentForm {
    id: Option<[u8; 16]>,
    path: String,
    unreadable: Vec<Problem>,
    taken: AtomicBool,
    changed: AtomicBool,
}

impl SentForm {
    /// A form with the identity it got when it was shown, the path it was sent to, and what in it
    /// cannot be read. Without an identity the store does not tell it from another.
    pub fn new(id: Option<[u8; 16]>, path: impl Into<String>, unreadable: Vec<Problem>) -> Self {
        Self {
            id,
            path: path.into(),
            unreadable,
            taken: AtomicBool::new(false),
            changed: AtomicBool::new(false),
        }
    }

    /// The form was taken before, and said something else then: nothing is written from it now.
    pub fn refuse_changed(&self) {
        self.changed.store(true, Ordering::Relaxed);
    }

    /// Whether a write of this request took the form.
    pub fn is_taken(&self) -> bool {
        self.taken.load(Ordering::Relaxed)
    }

    pub(super) fn set_taken(&self) {
        self.taken.store(true, Ordering::Relaxed);
    }

    /// Takes the form with the first write of the request, in the same transaction.
    pub(super) fn claim(&self, tx: &mut Tx<'_>, person: UserId) -> Done<()> {
        let Some(id) = self.id.filter(|_| !self.is_taken()) else {
            return Ok(());
        };
        if sent::claim(tx, person, id, &self.path)? {
            Ok(())
        } else {
            Err(Failure::refused(SentBefore))
        }
    }

    /// Refuses a form with characters or lengths nobody can have meant, and one that was changed
    /// after it was taken.
    pub(super) fn expect_good(&self) -> Done<()> {
        if self.changed.load(Ordering::Relaxed) {
            return Err(Failure::refused(SentBefore));
        }
        if self.unreadable.is_empty() {
            Ok(())
        } else {
            Err(Failure::Invalid(self.unreadable.clone()))
        }
    }
}

/// The form was taken by an earlier request.
#[derive(Debug)]
struct SentBefore;

impl Refuse for SentBefore {
    fn code(&self) -> &'static str {
        "form.sent"
    }

    fn say(&self, lang: Lang) -> String {
        lang.t(
            "Biểu mẫu này đã được ghi từ lần gửi trước; lần này chưa ghi gì. Muốn xem hoặc sửa bản \
             ghi ấy thì mở danh sách; muốn ghi thêm một bản ghi nữa thì bấm nút lần nữa.",
            "This form was saved when it was sent before; nothing was saved now. Open the list to \
             see or change that record, or press the button again to make another.",
        )
        .to_owned()
    }
}
