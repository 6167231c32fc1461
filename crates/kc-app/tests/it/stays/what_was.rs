//! What was done stays as it was: entries, audit, norms in force, closed minutes, issued acts.

use super::Refused;

const APPENDED: &[&str] = &["append-only"];
const SITTING: &[&str] = &["sitting_closed"];
const DECISION: &[&str] = &["decision_issued"];

/// Rows that are only ever added.
pub const APPEND_ONLY: &[Refused] = &[
    ("UPDATE ledger_entry SET amount = amount + 1", APPENDED),
    (
        "UPDATE ledger_entry SET effective_on = '2020-01-01'",
        APPENDED,
    ),
    ("DELETE FROM ledger_entry", APPENDED),
    ("UPDATE audit SET detail = ''", APPENDED),
    ("DELETE FROM audit", APPENDED),
    ("UPDATE norm_file SET version = version + 1", APPENDED),
    ("DELETE FROM norm_file", APPENDED),
    (
        "UPDATE project_norm_decided SET norm = 'machinery'",
        APPENDED,
    ),
    ("DELETE FROM project_norm_decided", APPENDED),
    ("UPDATE interest_declaration SET year = year - 1", APPENDED),
    ("DELETE FROM interest_declaration", APPENDED),
    ("UPDATE interest_tie SET written = 'x'", APPENDED),
    ("DELETE FROM interest_tie", APPENDED),
    ("UPDATE recusal SET detail = 'x'", APPENDED),
    ("DELETE FROM recusal", APPENDED),
    ("UPDATE score_point SET points = points + 1", APPENDED),
    ("DELETE FROM score_point", APPENDED),
    ("DELETE FROM score", APPENDED),
    ("DELETE FROM sitting", APPENDED),
    ("UPDATE ranking SET outcomes = '[]'", APPENDED),
    ("DELETE FROM ranking", APPENDED),
];

/// Minutes that are closed, with who attended, the files, what was asked and the points.
pub const CLOSED: &[Refused] = &[
    ("UPDATE sitting SET closed_at = NULL", SITTING),
    ("UPDATE sitting SET minutes = 'x'", SITTING),
    (
        "INSERT INTO sitting_presence (sitting_id, person_id)
         SELECT sitting.id, person.id FROM sitting CROSS JOIN person
         WHERE NOT EXISTS (SELECT 1 FROM sitting_presence AS known
                           WHERE known.sitting_id = sitting.id AND known.person_id = person.id)",
        SITTING,
    ),
    ("DELETE FROM sitting_presence", SITTING),
    (
        "UPDATE sitting_presence SET person_id = person_id",
        APPENDED,
    ),
    (
        "INSERT INTO sitting_file (sitting_id, project_id, marks)
         SELECT sitting.id, project.id, '' FROM sitting CROSS JOIN project
         WHERE NOT EXISTS (SELECT 1 FROM sitting_file AS known
                           WHERE known.sitting_id = sitting.id AND known.project_id = project.id)",
        SITTING,
    ),
    ("UPDATE sitting_file SET marks = 'A'", SITTING),
    ("DELETE FROM sitting_file", SITTING),
    ("UPDATE sitting_ask SET amount = amount + 1", APPENDED),
    ("DELETE FROM sitting_ask", SITTING),
    (
        "INSERT INTO score_point (score_id, criterion, points)
         SELECT score.id, 'added', 1 FROM score JOIN sitting ON sitting.id = score.sitting_id
         WHERE sitting.closed_at IS NOT NULL",
        SITTING,
    ),
    (
        "UPDATE score SET total = 10000",
        &["score_only_struck", "sitting_closed"],
    ),
];

/// Acts that were issued and moves that were decided; no move is approved by who prepared it.
pub const ISSUED: &[Refused] = &[
    (
        "UPDATE decision SET title = 'x' WHERE status = 'issued'",
        DECISION,
    ),
    (
        "UPDATE decision SET status = 'draft' WHERE status = 'issued'",
        DECISION,
    ),
    ("DELETE FROM decision", APPENDED),
    ("UPDATE decision_item SET amount_after = 1", DECISION),
    ("DELETE FROM decision_item", DECISION),
    (
        "UPDATE prepared_move SET amount = amount + 1 WHERE decision = 'approved'",
        &["move_decided"],
    ),
    (
        "UPDATE prepared_move SET decision = 'approved', decided_by = prepared_by, decided_at = 1
         WHERE decision IS NULL",
        &["move_two_hands"],
    ),
    ("DELETE FROM prepared_move", APPENDED),
];
