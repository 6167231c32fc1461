//! The history of one record, as the side "Lịch sử" of its page shows it.

use crate::kernel::components::{Empty, Event, Timeline, Tone};
use crate::kernel::page::Part;
use crate::kernel::visit::Visit;
use kc_app::audit::{self, Remembered};
use kc_app::kernel::Done;
use kc_domain::audit::{Outcome, Record};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// What happened to a record: whoever may read it may read what was done to it.
pub fn history_part(visit: &Visit<'_>, record: impl Remembered) -> Done<Part> {
    let lang = visit.lang();
    let happened = audit::of_record(&visit.cx(), record)?;
    if happened.is_empty() {
        return Ok(Part::Empty(Empty {
            title: lang.t("Chưa có gì được ghi", "Nothing yet").to_owned(),
            text: lang
                .t(
                    "Mỗi lần ghi, sửa, duyệt sẽ hiện ở đây cùng người thực hiện.",
                    "Every change will stand here with whoever made it.",
                )
                .to_owned(),
            action: None,
        }));
    }
    let events = happened.iter().map(|record| event(lang, record)).collect();
    Ok(Part::Timeline(Timeline { events }))
}

fn event(lang: Lang, record: &Record) -> Event {
    Event {
        at: record.at.to_string(),
        when: record.at.show(),
        who: record.name.clone(),
        what: what(lang, record),
        note: record.detail.clone(),
        url: String::new(),
        tone: match record.outcome {
            Outcome::Done => Tone::Quiet,
            Outcome::Refused => Tone::Bad,
        },
    }
}

/// What was tried, in words: "Ghi cơ sở CNNT", "Không được: duyệt chi".
pub(super) fn what(lang: Lang, record: &Record) -> String {
    let name = Action::from_code(&record.action)
        .map_or(record.action.as_str(), |action| action.name(lang));
    match record.outcome {
        Outcome::Done => capital(name),
        Outcome::Refused => format!("{}: {name}", lang.t("Bị từ chối", "Refused")),
    }
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest).collect()
}
