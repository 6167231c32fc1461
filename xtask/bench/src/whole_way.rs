//! The page of a project that went the whole way, side by side, and the first page of an officer.

use crate::failure::Failure;
use crate::visits::{Reading, as_address};
use rusqlite::Connection;
use rusqlite::types::Value;

/// One side of the page of a project, and the rows it shows.
struct Side {
    name: &'static str,
    tab: &'static str,
    questions: &'static [&'static str],
}

/// Who reads, the project, and its names: what every side shows.
macro_rules! with_project {
    ($($question:expr),* $(,)?) => {
        &[
            "SELECT id, sign_in, full_name, closed FROM person
             WHERE sign_in = 'cuc' AND $1 IS NOT NULL",
            "SELECT role, organisation_id, area, valid_from, valid_to FROM assignment
             WHERE person_id = (SELECT id FROM person WHERE sign_in = 'cuc') AND $1 IS NOT NULL",
            "SELECT * FROM project WHERE id = $1",
            "SELECT * FROM equipment WHERE project_id = $1 ORDER BY recorded_at, id",
            "SELECT establishment.name, document.number, document.issued_on
             FROM project
             LEFT JOIN establishment ON establishment.id = project.establishment_id
             LEFT JOIN document ON document.id = project.decision_id
             WHERE project.id = $1",
            "SELECT step, from_state, to_state, taken_on, document_id FROM project_step
             WHERE project_id = $1",
            "SELECT paper, copies, holder, received_on FROM project_paper WHERE project_id = $1",
            $($question),*
        ]
    };
}

const MONEY: &str = "SELECT source, from_stage, to_stage, sum(amount) FROM ledger_entry
     WHERE project_id = $1 GROUP BY source, from_stage, to_stage";
const ENTRIES: &str = "SELECT * FROM ledger_entry WHERE project_id = $1 ORDER BY effective_on";
const CONTRACTS: &str = "SELECT * FROM contract WHERE project_id = $1";
const PARTS: &str = "SELECT contract_part.* FROM contract
     JOIN contract_part ON contract_part.contract_id = contract.id WHERE contract.project_id = $1";
const PROGRESS: &str = "SELECT * FROM progress WHERE project_id = $1 ORDER BY month DESC";
const CHANGES: &str = "SELECT * FROM amendment WHERE project_id = $1";
const VISITS: &str = "SELECT * FROM visit WHERE project_id = $1 ORDER BY held_on, id";
const PEOPLE: &str = "SELECT visit_person.* FROM visit
     JOIN visit_person ON visit_person.visit_id = visit.id WHERE visit.project_id = $1";
const ANSWERS: &str = "SELECT visit_answer.* FROM visit
     JOIN visit_answer ON visit_answer.visit_id = visit.id WHERE visit.project_id = $1";
const MATTERS: &str = "SELECT * FROM matter WHERE project_id = $1";
const ROUNDS: &str = "SELECT * FROM followup WHERE project_id = $1 ORDER BY due_on";
const ROUND_ANSWERS: &str = "SELECT followup_answer.* FROM followup
     JOIN followup_answer ON followup_answer.followup_id = followup.id
     WHERE followup.project_id = $1";
const PAPERS: &str = "SELECT document.* FROM document_link
     JOIN document ON document.id = document_link.document_id
     WHERE document_link.record_id = $1";
const NORMS: &str = "SELECT * FROM project_norm WHERE project_id = $1";
const NORMS_KEPT: &str = "SELECT * FROM project_norm_decided WHERE project_id = $1";
const FRAME: &str = "SELECT plan.*, programme.name FROM project
     LEFT JOIN plan ON plan.id = project.plan_id
     LEFT JOIN programme ON programme.id = project.programme_id WHERE project.id = $1";

const SIDES: &[Side] = &[
    Side {
        name: "whole way: overview",
        tab: "",
        questions: with_project![MONEY, MATTERS, NORMS, NORMS_KEPT, FRAME],
    },
    Side {
        name: "whole way: contract",
        tab: "?tab=contract",
        questions: with_project![CONTRACTS, PARTS, PROGRESS],
    },
    Side {
        name: "whole way: money",
        tab: "?tab=money",
        questions: with_project![MONEY, ENTRIES, CONTRACTS, PARTS],
    },
    Side {
        name: "whole way: changes",
        tab: "?tab=changes",
        questions: with_project![CHANGES],
    },
    Side {
        name: "whole way: field work",
        tab: "?tab=field",
        questions: with_project![VISITS, PEOPLE, ANSWERS, MATTERS],
    },
    Side {
        name: "whole way: after",
        tab: "?tab=after",
        questions: with_project![ROUNDS, ROUND_ANSWERS],
    },
    Side {
        name: "whole way: papers",
        tab: "?tab=papers",
        questions: with_project![PAPERS],
    },
    Side {
        name: "whole way: process",
        tab: "?tab=way",
        questions: with_project![],
    },
];

/// Where the projects of a person stand, and the oldest of them: the least a first page asks.
const HOME: &[&str] = &[
    "SELECT process, state, status, count(*) FROM project
     WHERE area >= $1 AND area < 'VN/32' AND process IS NOT NULL GROUP BY process, state, status",
    "SELECT id, title, state, state_since FROM project
     WHERE area >= $1 AND area < 'VN/32' AND status = 'approved' ORDER BY state_since LIMIT 20",
    "SELECT id, title, state, state_since FROM project
     WHERE area >= $1 AND area < 'VN/32' AND status = 'contracted' ORDER BY state_since LIMIT 20",
];

/// How often each side is opened.
const CALLS: usize = 600;

/// Every side of the page of a project that went the whole way.
pub(crate) fn sides(connection: &Connection) -> Result<Vec<Reading>, Failure> {
    let mut statement = connection.prepare(
        "SELECT project_id FROM contract GROUP BY project_id
         ORDER BY substr(project_id, 11, 6) LIMIT 60",
    )?;
    let ids: Vec<Vec<u8>> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let turns = || ids.iter().cycle().take(CALLS);
    let reading = |side: &Side| Reading {
        name: side.name,
        who: crate::READER,
        paths: turns()
            .map(|id| format!("/projects/{}{}", as_address(id), side.tab))
            .collect(),
        questions: side.questions,
        values: turns().cloned().map(Value::from).collect(),
    };
    Ok(SIDES.iter().map(reading).collect())
}

/// The first page.
pub(crate) fn home() -> Reading {
    Reading {
        name: "first page of an officer",
        who: crate::WRITER,
        paths: (0..40).map(|_| "/".to_owned()).collect(),
        questions: HOME,
        values: (0..40).map(|_| Value::from("VN/31".to_owned())).collect(),
    }
}
