//! What a council is made of and what it comes to: its sittings, its scores, the decision after it.

use kc_app::appraisal::council::NewCouncil;
use kc_app::appraisal::score::NewScore;
use kc_app::appraisal::sitting::NewSitting;
use kc_app::decision::draft::NewDecision;
use kc_domain::appraisal::Points;
use kc_domain::decision::DecisionKind;
use kc_domain::kernel::id::PlanId;

/// The criteria of the sheet `de-an-2026`, each with its limit.
const CRITERIA: [(&str, i64); 6] = [
    ("potential", 20),
    ("need", 15),
    ("feasibility", 20),
    ("economy", 20),
    ("environment", 15),
    ("counterpart", 10),
];

/// A council over the first round of a plan.
pub fn new_council(plan: PlanId) -> NewCouncil {
    NewCouncil {
        name: "Hội đồng thẩm định năm 2026".into(),
        plan,
        round: "I".into(),
        sheet: "de-an-2026".into(),
        decision: Some("Quyết định số 118/QĐ-SCT ngày 02/3/2026".into()),
        illustrative: true,
    }
}

/// A sitting on a day.
pub fn new_sitting(day: &str) -> NewSitting {
    NewSitting {
        held_on: day.parse().expect("a day"),
        place_written: None,
    }
}

/// A score of so many points, given from the first criterion on.
pub fn new_score(points: i64) -> NewScore {
    let mut left = points;
    let criterion = |(code, most): (&str, i64)| {
        let given = left.min(most);
        left -= given;
        (code.to_owned(), Points::whole(given))
    };
    NewScore {
        points: CRITERIA.map(criterion).into(),
        remark: None,
    }
}

/// A draft of the committee's approval of a plan.
pub fn new_decision(plan: PlanId) -> NewDecision {
    NewDecision {
        kind: DecisionKind::Approve,
        plan,
        to_plan: None,
        amends: None,
        batch: None,
        title: "Về việc phê duyệt kế hoạch".into(),
        basis: Vec::new(),
        reason: None,
        issuer: "Ủy ban nhân dân thành phố Hải Phòng".into(),
        signer_post: None,
        signer_name: None,
    }
}
