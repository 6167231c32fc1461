//! The first steps of a new office: what must be there before work can come, and is not yet.

use super::Task;
use crate::identity::{organisation, people};
use crate::kernel::{Cx, Done, Window};
use crate::ledger::purse;
use crate::plan::{self, PlanFilter};
use crate::programme;
use kc_domain::kernel::text::Text;
use kc_domain::policy::Action;

/// One step: who may take it, what it is, where, and how much is there once it is taken.
struct Step {
    records: Action,
    reads: Action,
    title: (&'static str, &'static str),
    path: &'static str,
    counted: fn(&Cx<'_>, Window) -> Done<i64>,
    enough: i64,
}

/// The office itself and its first administrator are there from the beginning.
const STEPS: [Step; 5] = [
    Step {
        records: Action::RecordOrganisation,
        reads: Action::ReadOrganisations,
        title: (
            "Thêm các tổ chức: trung tâm, Sở, UBND xã",
            "Add the organisations: centre, department, communes",
        ),
        path: "/organisations/new",
        counted: |cx, window| {
            Ok(organisation::list(cx, &organisation::Filter::default(), window)?.total)
        },
        enough: 2,
    },
    Step {
        records: Action::ManagePeople,
        reads: Action::ReadPeople,
        title: (
            "Mời người dùng và giao vai trò",
            "Invite people and give them roles",
        ),
        path: "/people/new",
        counted: |cx, window| Ok(people::list(cx, "", window)?.total),
        enough: 2,
    },
    Step {
        records: Action::RecordProgramme,
        reads: Action::ReadProgrammes,
        title: (
            "Ghi chương trình khuyến công đang thực hiện",
            "Record the programme in force",
        ),
        path: "/programmes/new",
        counted: |cx, window| Ok(programme::list(cx, "", window)?.total),
        enough: 1,
    },
    Step {
        records: Action::RecordPlan,
        reads: Action::ReadPlans,
        title: ("Ghi kế hoạch năm", "Record the plan of the year"),
        path: "/plans/new",
        counted: |cx, window| Ok(plan::list(cx, &PlanFilter::default(), window)?.total),
        enough: 1,
    },
    Step {
        records: Action::AssignBudget,
        reads: Action::ReadLedger,
        title: ("Ghi dự toán được giao", "Record the budget assigned"),
        path: "/ledger/purses/new",
        counted: |cx, window| Ok(purse::list(cx, window)?.total),
        enough: 1,
    },
];

/// The steps not yet taken that this person may take, in their order.
pub fn beginnings(cx: &Cx<'_>) -> Done<Vec<Task>> {
    let mut owed = Vec::new();
    for step in &STEPS {
        if !cx.may(step.records) || !cx.may(step.reads) {
            continue;
        }
        if (step.counted)(cx, Window::of_page(1, 1))? < step.enough {
            owed.push(task(cx, step));
        }
    }
    Ok(owed)
}

fn task(cx: &Cx<'_>, step: &Step) -> Task {
    let what = Text::new("Bước đầu của cơ quan", "First steps of the office");
    let title = Text::new(step.title.0, step.title.1);
    Task::new(
        cx,
        what,
        title.say(cx.lang()).to_owned(),
        step.path.to_owned(),
    )
}
