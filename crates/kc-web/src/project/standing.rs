//! Where a project stands, as pages show it: the tag, the strip of steps, who holds it.

use crate::kernel::components::{Shape, Step, StepState, Steps, Tag, Tone};
use kc_app::project::Sight;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::project::{Project, Status};

/// The state in a word.
pub(super) fn tag(lang: Lang, status: Status) -> Tag {
    let (shape, tone) = match status {
        Status::Registered => (Shape::Empty, Tone::Quiet),
        Status::Returned => (Shape::Triangle, Tone::Care),
        Status::Approved => (Shape::Seal, Tone::State),
        Status::Submitted | Status::Contracted => (Shape::Half, Tone::Work),
        Status::Accepted | Status::Settled | Status::Reported => (Shape::Full, Tone::Good),
        Status::Stopped | Status::Withdrawn => (Shape::Cross, Tone::Bad),
    };
    let label = match status {
        Status::Reported => lang.t("Đã thực hiện", "Done"),
        other => other.name(lang),
    };
    Tag::new(shape, tone, label)
}

/// The main way, which the strip shows.
const WAY: [Status; 6] = [
    Status::Registered,
    Status::Submitted,
    Status::Approved,
    Status::Contracted,
    Status::Accepted,
    Status::Settled,
];

/// The strip of steps; nothing where the steps are not known or the project left the way.
pub(super) fn strip(lang: Lang, sight: &Sight) -> Option<Steps> {
    let project = &sight.project;
    let here = match project.status {
        Status::Reported | Status::Withdrawn => return None,
        Status::Returned => Status::Registered,
        Status::Stopped if project.contracted_on.is_some() => Status::Contracted,
        Status::Stopped => Status::Approved,
        status => status,
    };
    let reached = WAY.iter().position(|status| *status == here)?;
    let step = |(index, status): (usize, &Status)| {
        let state = match index.cmp(&reached) {
            std::cmp::Ordering::Less => StepState::Done,
            std::cmp::Ordering::Equal if project.status.is_final() => StepState::Done,
            std::cmp::Ordering::Equal => StepState::Current,
            std::cmp::Ordering::Greater if project.status == Status::Stopped => StepState::Skipped,
            std::cmp::Ordering::Greater => StepState::Ahead,
        };
        let note = if state == StepState::Current {
            let held = holder(lang, project.status);
            let day = day(sight, *status);
            [day, held.to_owned()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        } else if state == StepState::Done {
            day(sight, *status)
        } else {
            String::new()
        };
        Step::new(status.name(lang), state, note)
    };
    let steps = WAY.iter().enumerate().map(step).collect();
    Some(Steps { lang, steps })
}

/// The day a step was reached, where it is known.
fn day(sight: &Sight, status: Status) -> String {
    let project = &sight.project;
    let day = match status {
        Status::Registered => Some(project.registered_on),
        Status::Approved => sight.decision.as_ref().and_then(|paper| paper.issued_on),
        Status::Contracted => project.contracted_on,
        Status::Accepted => project.accepted_on,
        _ => None,
    };
    day.map(show_date).unwrap_or_default()
}

/// Who holds the project now.
fn holder(lang: Lang, status: Status) -> &'static str {
    match status {
        Status::Registered => lang.t("đơn vị đăng ký đang giữ", "with its author"),
        Status::Returned => lang.t("đơn vị đăng ký bổ sung", "its author completes it"),
        Status::Submitted => lang.t("Sở Công Thương đang giữ", "with the Sở Công Thương"),
        Status::Approved | Status::Contracted => {
            lang.t("Trung tâm Khuyến công đang giữ", "with the centre")
        }
        Status::Accepted => lang.t("chờ quyết toán", "waits for settlement"),
        Status::Settled | Status::Stopped | Status::Withdrawn | Status::Reported => "",
    }
}

/// A sentence for a project that is not on the main way any more.
pub(super) fn aside(lang: Lang, project: &Project) -> Option<String> {
    let reason = project.reason.as_deref().unwrap_or_default();
    let sentence = match project.status {
        Status::Reported => lang.t(
            "Lấy từ số liệu công bố: đề án đã thực hiện, các bước không rõ.",
            "Taken from published figures: it was done, its steps are not known.",
        ),
        Status::Returned => lang.t("Lý do trả lại:", "Returned because:"),
        Status::Stopped => lang.t("Lý do dừng:", "Stopped because:"),
        Status::Withdrawn => lang.t("Lý do rút:", "Withdrawn because:"),
        _ => return None,
    };
    Some(format!("{sentence} {reason}").trim_end().to_owned())
}
