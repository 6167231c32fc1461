//! The choice of a programme or plan, as forms and addresses carry it.

use crate::kernel::components::{Choice, Field, Kind};
use kc_domain::kernel::text::Lang;
use kc_domain::programme::frame::{Frame, FrameHead};

/// The choice of the programme or plan something belongs to.
pub fn frame_field(lang: Lang, heads: &[FrameHead]) -> Field {
    let none = Choice::new("", lang.t("(không gắn)", "(none)"));
    let choice =
        |head: &FrameHead| Choice::new(code(head.frame), format!("{} – {}", head.code, head.name));
    let choices = std::iter::once(none).chain(heads.iter().map(choice));
    let label = lang.t("Chương trình hoặc kế hoạch", "Programme or plan");
    Field::new(lang, Kind::Select(choices.collect()), "frame", label).optional()
}

/// A programme or plan as forms and addresses carry it: `programme:0190…`.
pub fn code(frame: Frame) -> String {
    format!("{}:{frame}", frame.word())
}

/// Reads what [`code`] wrote.
pub fn frame_of(code: &str) -> Option<Frame> {
    let (word, id) = code.split_once(':')?;
    Frame::parse(word, id)
}
