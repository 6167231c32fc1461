//! To whom a report goes: the same numbers under different headings.

use super::show::{Header, Opened};
use kc_domain::kernel::date::show_date;

/// Who receives a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// The people's committee of the province or city.
    Committee,
    /// The Ministry of Industry and Trade.
    Ministry,
    /// Somebody else, by name.
    Other(String),
}

impl Recipient {
    /// Reads `ubnd`, `bct`, or a name.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim() {
            "" => None,
            "ubnd" => Some(Self::Committee),
            "bct" => Some(Self::Ministry),
            name => Some(Self::Other(name.to_owned())),
        }
    }

    /// The code in addresses, or the name.
    pub fn code(&self) -> &str {
        match self {
            Self::Committee => "ubnd",
            Self::Ministry => "bct",
            Self::Other(name) => name,
        }
    }

    /// The name on the paper.
    pub fn name(&self, about: &Header) -> String {
        match self {
            Self::Committee => format!("Ủy ban nhân dân {}", about.place_in_text()),
            Self::Ministry => "Bộ Công Thương".to_owned(),
            Self::Other(name) => name.clone(),
        }
    }
}

/// What the report is about, as the heading for its recipient says it.
pub(super) fn heading(opened: &Opened, recipient: Option<&Recipient>) -> String {
    let about = &opened.about;
    let (period, place) = (about.period_words(), about.place_in_text());
    let day = show_date(opened.as_of());
    match recipient {
        Some(Recipient::Committee) => {
            format!("Kết quả thực hiện {} (số liệu đến ngày {day})", about.name)
        }
        Some(Recipient::Ministry) => format!(
            "Tình hình thực hiện công tác khuyến công trên địa bàn {place} {period} \
             (số liệu đến ngày {day})"
        ),
        Some(Recipient::Other(_)) | None => {
            format!("Kết quả hoạt động khuyến công {place} {period}")
        }
    }
}
