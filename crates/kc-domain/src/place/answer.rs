//! The answer to "which place is this": what was found, what became of it, what is open.

use super::gazetteer::{Gazetteer, gazetteer};
use super::succession::{Basis, Successor};
use super::unit::Unit;
use crate::kernel::text::{Lang, Text};
use chrono::NaiveDate;

/// How a unit stands on the day asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In force that day.
    InForce,
    /// Ended before it.
    Ended,
    /// Made after it.
    NotYet,
}

impl Standing {
    /// The code that never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::InForce => "con_hieu_luc",
            Self::Ended => "khong_con",
            Self::NotYet => "chua_co",
        }
    }
}

/// A unit that the text may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The unit, in the version the text fits best.
    pub unit: &'static Unit,
    /// How it stands on the day.
    pub standing: Standing,
    /// Its later versions before 01/07/2025, oldest first.
    pub later: Vec<&'static Unit>,
    /// What took over from it by the day; empty while it is in force.
    pub successors: Vec<Successor<'static>>,
}

/// What the reader should know besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// No such commune in the district named: it was found elsewhere in the province.
    OtherDistrict(String),
    /// The part that should name a commune names none: only the place above is known.
    OnlyAbove(String),
    /// So many units of the same name ended before the day and were left aside.
    FormerNamesakes(usize),
    /// A date of the answer is the day of a list, not of the change.
    ObservedDates,
}

impl Note {
    /// The note as a sentence.
    pub fn say(&self) -> Text {
        match self {
            Self::OtherDistrict(part) => Text::new(
                format!("Không có đơn vị này trong «{part}»; tìm thấy ở nơi khác trong tỉnh."),
                format!("No such unit in “{part}”; it was found elsewhere in the province."),
            ),
            Self::OnlyAbove(part) => Text::new(
                format!("Không tìm thấy «{part}»; chỉ xác định được đơn vị cấp trên."),
                format!("“{part}” was not found; only the place above it is known."),
            ),
            Self::FormerNamesakes(count) => Text::new(
                format!("Còn {count} đơn vị cũ cùng tên, đã hết hiệu lực trước ngày tra."),
                format!("{count} former units of the same name had ended by that day."),
            ),
            Self::ObservedDates => Text::new(
                "Ngày hiệu lực lấy theo danh mục có ghi đơn vị này; ngày thay đổi thật nằm giữa hai kỳ danh mục.",
                "Dates are those of the lists that show the unit; the change itself lies between two lists.",
            ),
        }
    }
}

/// The answer to an address on a day. The address stays as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The address as written.
    pub query: String,
    /// The day asked for.
    pub on: NaiveDate,
    /// All units it may name; never a guess among several.
    pub matches: Vec<Match>,
    /// What the reader should know besides.
    pub notes: Vec<Note>,
}

impl Answer {
    /// Whether anything was found.
    pub fn is_found(&self) -> bool {
        !self.matches.is_empty()
    }

    /// What took over from all that was found, each unit once per extent.
    pub fn successors(&self) -> Vec<Successor<'static>> {
        let mut all: Vec<Successor<'static>> = Vec::new();
        for successor in self.matches.iter().flat_map(|found| &found.successors) {
            if !all.contains(successor) {
                all.push(*successor);
            }
        }
        all
    }

    /// Whether a person must choose or confirm.
    pub fn must_choose(&self) -> bool {
        self.is_found() && self.settled().is_none()
    }

    /// The one unit in force on the day that the text names beyond doubt.
    pub fn settled(&self) -> Option<&'static Unit> {
        let [only] = self.matches.as_slice() else {
            return None;
        };
        let is_doubtful = |note: &Note| matches!(note, Note::OtherDistrict(_) | Note::OnlyAbove(_));
        if self.notes.iter().any(is_doubtful) {
            return None;
        }
        match (only.standing, only.successors.as_slice()) {
            (Standing::InForce, _) => Some(only.unit),
            (Standing::Ended, [after]) if after.basis == Basis::Official => Some(after.unit),
            _ => None,
        }
    }

    /// The answer in one sentence, notes after it.
    pub fn message(&self, lang: Lang) -> String {
        let mut sentences = vec![self.sentence().say(lang).to_owned()];
        sentences.extend(
            self.notes
                .iter()
                .map(|note| note.say().say(lang).to_owned()),
        );
        sentences.join(" ")
    }

    fn sentence(&self) -> Text {
        match self.matches.as_slice() {
            [] => Text::new(
                format!(
                    "Không tìm thấy địa danh «{}». Kiểm tra chính tả, ghi rõ xã, huyện (nếu trước 01/7/2025) và tỉnh.",
                    self.query
                ),
                format!(
                    "No place is called “{}”. Check the spelling; name the commune, the district (before 1 July 2025) and the province.",
                    self.query
                ),
            ),
            [only] => about(only, self.on),
            many => several(many),
        }
    }
}

/// The most units a sentence names; the rest are counted.
const NAMED_MAX: usize = 4;

fn several(many: &[Match]) -> Text {
    let names: Vec<String> = many
        .iter()
        .take(NAMED_MAX)
        .map(|found| gazetteer().address_of(found.unit))
        .collect();
    let names = names.join("; ");
    let (count, more) = (many.len(), if many.len() > NAMED_MAX { "; …" } else { "" });
    Text::new(
        format!(
            "Có {count} đơn vị khớp ({names}{more}): chưa xác định, cần người chọn. Ghi rõ loại và đơn vị cấp trên, như trong ngoặc, để chỉ còn một."
        ),
        format!(
            "{count} units match ({names}{more}): undetermined, a person must choose. Write the type and the place above, as in brackets, to leave one."
        ),
    )
}

fn about(found: &Match, on: NaiveDate) -> Text {
    let name = gazetteer().address_of(found.unit);
    let day = vn_date(on);
    match found.standing {
        Standing::InForce => Text::new(
            format!("{name} (mã {}) có hiệu lực ngày {day}.", found.unit.code),
            format!("{name} (code {}) was in force on {day}.", found.unit.code),
        ),
        Standing::NotYet => Text::new(
            format!(
                "{name} chưa có vào ngày {day}{}: cần người chọn.",
                since(found.unit).vi
            ),
            format!(
                "{name} did not exist on {day}{}: a person must choose.",
                since(found.unit).en
            ),
        ),
        Standing::Ended => ended(found, &name, gazetteer()),
    }
}

fn since(unit: &Unit) -> Text {
    match unit.valid_from() {
        Some(day) => {
            let day = vn_date(day);
            Text::new(format!(", có từ {day}"), format!(" (since {day})"))
        }
        None => Text::new("", ""),
    }
}

fn ended(found: &Match, name: &str, gazetteer: &Gazetteer) -> Text {
    let last = found.unit.valid_to().map(vn_date).unwrap_or_default();
    let start = Text::new(
        format!("{name} (mã {}) có đến {last}", found.unit.code),
        format!("{name} (code {}) existed until {last}", found.unit.code),
    );
    let names = |lang| successors(found, gazetteer, lang);
    let (vi, en) = (names(Lang::Vi), names(Lang::En));
    match found.successors.as_slice() {
        [] => Text::new(
            format!(
                "{}; chưa có đơn vị kế thừa trong danh mục: chưa xác định, cần người chọn.",
                start.vi
            ),
            format!(
                "{}; its successor is not in the lists: undetermined, a person must choose.",
                start.en
            ),
        ),
        [after] if after.basis == Basis::Official => Text::new(
            format!("{}; nay là {vi}.", start.vi),
            format!("{}; now {en}.", start.en),
        ),
        [_] => Text::new(
            format!(
                "{}; nay có thể là {vi}, suy ra từ danh sách tên cũ: cần người xác nhận.",
                start.vi
            ),
            format!(
                "{}; now probably {en}, derived from lists of former names: a person must confirm.",
                start.en
            ),
        ),
        many => Text::new(
            format!(
                "{}; nay thuộc {} đơn vị: {vi}. Chưa xác định, cần người chọn.",
                start.vi,
                many.len()
            ),
            format!(
                "{}; now in {} units: {en}. Undetermined, a person must choose.",
                start.en,
                many.len()
            ),
        ),
    }
}

fn successors(found: &Match, gazetteer: &Gazetteer, lang: Lang) -> String {
    let one = |after: &Successor<'_>| {
        let (address, code) = (gazetteer.address_of(after.unit), &after.unit.code);
        format!("{address} (mã {code}, {})", after.extent.say(lang))
    };
    let names = found.successors.iter().map(one);
    names.collect::<Vec<_>>().join("; ")
}

fn vn_date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
