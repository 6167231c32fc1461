//! How cells look: one quiet design for every workbook.

use crate::book::{Kind, Style};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The face Vietnamese offices write in.
const FACE: &str = "Times New Roman";
/// Lacquer red: what somebody has to look at.
const RED: Color = Color::RGB(0x9E_1B_1B);
/// Grey: what nobody knows, and small print.
const GREY: Color = Color::RGB(0x6B_72_7B);
/// Thin lines of the table.
const LINE: Color = Color::RGB(0xB8_C0_C8);
/// Ground of the column headers.
const HEADER: Color = Color::RGB(0xDF_E5_EB);
/// Ground of group rows.
const GROUP: Color = Color::RGB(0xF1_F4_F7);
/// Ground of totals.
const TOTAL: Color = Color::RGB(0xE8_ED_F2);
/// Ground of gaps.
const GAP: Color = Color::RGB(0xFB_EE_EC);

/// Thousands apart. The language mark makes programs that honour it write `1.250.000`;
/// Excel itself takes the separators of the machine's region.
/// The `_)` at the end keeps a number off the line of its cell.
const WHOLE: &str = "[$-42A]#,##0_)";
/// Full đồng shown in triệu đồng: each comma at the end divides by a thousand.
const MILLIONS: &str = "[$-42A]#,##0.00,,_)";
const PERCENT: &str = "[$-42A]0.00%_)";
const DAY: &str = "dd/mm/yyyy";

/// The plain face in the size of tables.
pub(super) fn base() -> Format {
    Format::new().set_font_name(FACE).set_font_size(12)
}

/// Who issues the table.
pub(super) fn body() -> Format {
    base().set_bold().set_align(FormatAlign::Left)
}

/// The title of the table.
pub(super) fn title() -> Format {
    middle().set_bold().set_font_size(14).set_text_wrap()
}

/// The period under the title.
pub(super) fn period() -> Format {
    middle().set_italic().set_text_wrap()
}

/// The mark of invented details.
pub(super) fn illustrative() -> Format {
    middle().set_bold().set_font_color(RED)
}

/// The unit above the right end of the table.
pub(super) fn unit() -> Format {
    base().set_italic().set_align(FormatAlign::Right)
}

/// A sentence under the table.
pub(super) fn note() -> Format {
    base()
        .set_font_size(11)
        .set_italic()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
}

/// A column header.
pub(super) fn header() -> Format {
    boxed(middle())
        .set_bold()
        .set_text_wrap()
        .set_background_color(HEADER)
}

/// A cell of the table that holds what its column says.
pub(super) fn cell(kind: Kind, style: Style) -> Format {
    let plain = aligned(boxed(base()).set_align(FormatAlign::VerticalCenter), kind);
    let shown = match kind {
        Kind::Text | Kind::Code => plain,
        Kind::Integer | Kind::Dong => plain.set_num_format(WHOLE),
        Kind::Millions => plain.set_num_format(MILLIONS),
        Kind::Percent => plain.set_num_format(PERCENT),
        Kind::Date => plain.set_num_format(DAY),
    };
    styled(shown, style)
}

/// A cell of words in a column of any kind.
pub(super) fn words(kind: Kind, style: Style) -> Format {
    let plain = boxed(base()).set_align(FormatAlign::VerticalCenter);
    styled(
        aligned(plain, kind)
            .set_indent(indent(kind))
            .set_text_wrap(),
        style,
    )
}

/// A cell whose figure nobody knows.
pub(super) fn unknown(kind: Kind, style: Style) -> Format {
    words(kind, style).set_italic().set_font_color(GREY)
}

/// Words in the middle need no air at their side.
fn indent(kind: Kind) -> u8 {
    u8::from(!matches!(kind, Kind::Code | Kind::Date))
}

fn middle() -> Format {
    base()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

fn boxed(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(LINE)
}

fn aligned(format: Format, kind: Kind) -> Format {
    match kind {
        Kind::Text => format
            .set_align(FormatAlign::Left)
            .set_indent(1)
            .set_text_wrap(),
        Kind::Code | Kind::Date => format.set_align(FormatAlign::Center),
        Kind::Integer | Kind::Dong | Kind::Millions | Kind::Percent => {
            format.set_align(FormatAlign::Right)
        }
    }
}

fn styled(format: Format, style: Style) -> Format {
    match style {
        Style::Normal => format,
        Style::Group => format.set_bold().set_background_color(GROUP),
        Style::Total => format.set_bold().set_background_color(TOTAL),
        Style::Gap => format
            .set_bold()
            .set_font_color(RED)
            .set_background_color(GAP),
    }
}
