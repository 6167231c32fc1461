//! Files a member of a council still has to score before the sitting.

use super::{Desk, Task};
use crate::appraisal::{Waiting, waiting_for};
use crate::kernel::{About, Cx, Done};
use kc_domain::identity::Role;
use kc_domain::kernel::text::Text;

/// Sittings in which the person who asks still owes scores.
pub(super) fn find(cx: &Cx<'_>) -> Done<Desk> {
    let waiting = waiting_for(cx)?;
    Ok(Desk {
        mine: waiting.iter().map(task).collect(),
        awaited: Vec::new(),
    })
}

fn task(waiting: &Waiting) -> Task {
    let what = if waiting.must_declare {
        Text::new(
            "Kê khai lợi ích liên quan, rồi chấm điểm đề án",
            "Declare interests, then score the files",
        )
    } else {
        Text::new("Chấm điểm đề án", "Score the files")
    };
    Task {
        what,
        title: format!(
            "{}, phiên {}: còn {} đề án",
            waiting.council_name, waiting.number, waiting.files
        ),
        about: About::new("sitting", waiting.sitting),
        amount: None,
        since: waiting.since,
        due: Some(waiting.held_on),
        holder: super::roles_in_words(&[Role::CouncilMember]),
    }
}
