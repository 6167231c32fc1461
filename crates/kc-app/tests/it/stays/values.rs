//! Values no rule allows, what may stand only once, and what something else stands on.

use super::{CHECK, IN_USE, Refused, UNIQUE};

/// Entries, purses, moves that wait, contracts.
pub const MONEY: &[Refused] = &[
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence + 100000, kind, from_stage, to_stage, source, purse_id, project_id, 0, effective_on, recorded_at, area, organisation_id, illustrative
         FROM ledger_entry LIMIT 1",
        CHECK,
    ),
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence + 100000, kind, from_stage, to_stage, source, purse_id, project_id, -1, effective_on, recorded_at, area, organisation_id, illustrative
         FROM ledger_entry LIMIT 1",
        CHECK,
    ),
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence + 100000, kind, from_stage, from_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative
         FROM ledger_entry LIMIT 1",
        CHECK,
    ),
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence + 100000, kind, from_stage, to_stage, source, NULL, NULL, amount, effective_on, recorded_at, area, organisation_id, illustrative
         FROM ledger_entry LIMIT 1",
        CHECK,
    ),
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence + 100000, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, 2
         FROM ledger_entry LIMIT 1",
        CHECK,
    ),
    ("UPDATE purse SET level = 'village'", CHECK),
    ("UPDATE prepared_move SET amount = 0 WHERE decision IS NULL", CHECK),
    ("UPDATE prepared_move SET decision = 'maybe' WHERE decision IS NULL", CHECK),
    ("UPDATE contract_part SET amount = 0", CHECK),
    ("UPDATE contract SET advance_percent = 101", CHECK),
    ("UPDATE contract SET advance_percent = -1", CHECK),
    (
        "INSERT INTO voucher (move_id, position, kind, number, dated_on, amount, holder)
         SELECT id, 1, 'invoice', '1', '2026-01-01', 0, '' FROM prepared_move LIMIT 1",
        CHECK,
    ),
];

/// Programmes, plans, projects, councils, decisions.
pub const CASE: &[Refused] = &[
    ("UPDATE programme SET ends_on = '1999-12-31'", CHECK),
    ("UPDATE plan SET ends_on = '1999-12-31'", CHECK),
    ("UPDATE plan SET illustrative = 2", CHECK),
    ("UPDATE project SET kind = 'other'", CHECK),
    ("UPDATE project SET level = 'village'", CHECK),
    ("UPDATE project SET cost_estimated = 0", CHECK),
    ("UPDATE project SET support_asked = -1", CHECK),
    ("UPDATE project SET workers = -1", CHECK),
    ("UPDATE project SET turns = -1", CHECK),
    ("UPDATE equipment SET quantity = 0", CHECK),
    ("UPDATE equipment SET price = 0", CHECK),
    ("UPDATE project_paper SET copies = 0", CHECK),
    ("UPDATE project_norm SET shared_by = 0", CHECK),
    ("UPDATE project_activity SET cost = 0", CHECK),
    ("UPDATE project_beneficiary SET support = 0", CHECK),
    ("UPDATE council_member SET post = 'guest'", CHECK),
    ("UPDATE contract SET kind = 'other'", CHECK),
    ("UPDATE progress SET percent = 101", CHECK),
    ("UPDATE process_version SET level = 'village'", CHECK),
    (
        "INSERT INTO decision_item (id, decision_id, project_id, purse_id, amount_before, amount_after)
         SELECT project.id, decision.id, project.id, purse.id, 0, -1
         FROM decision CROSS JOIN project CROSS JOIN purse LIMIT 1",
        CHECK,
    ),
    (
        "INSERT INTO decision (id, kind, plan_id, title, title_fold, basis, issuer, status, drafted_by,
                               area, organisation_id, illustrative, version, recorded_at)
         SELECT plan_id, kind, plan_id, title, title_fold, basis, issuer, 'issued', drafted_by,
                area, organisation_id, illustrative, version, recorded_at
         FROM decision LIMIT 1",
        CHECK,
    ),
];

/// Visits, requests, acceptances, questions after the support.
pub const FIELD: &[Refused] = &[
    ("UPDATE visit SET kind = 'other'", CHECK),
    ("UPDATE visit SET verdict = 'perhaps'", CHECK),
    (
        "UPDATE visit SET project_id = NULL WHERE kind <> 'survey'",
        CHECK,
    ),
    ("UPDATE matter SET kind = 'other'", CHECK),
    ("UPDATE matter SET due_on = '1999-12-31'", CHECK),
    (
        "UPDATE matter SET closed_on = '2026-01-01', closed_how = NULL",
        CHECK,
    ),
    (
        "UPDATE matter SET visit_id = NULL WHERE kind = 'request'",
        CHECK,
    ),
    ("UPDATE acceptance SET cost = 0", CHECK),
    ("UPDATE acceptance SET support = 0", CHECK),
    ("UPDATE installed SET price = 0", CHECK),
    ("UPDATE followup SET year = 0", CHECK),
    (
        "UPDATE followup SET answered_on = NULL WHERE answered_on IS NOT NULL",
        CHECK,
    ),
];

/// People, organisations, establishments, papers, audit.
pub const REGISTERS: &[Refused] = &[
    ("UPDATE organisation SET illustrative = 2", CHECK),
    ("UPDATE person SET closed = 2", CHECK),
    ("UPDATE establishment SET workers = -1", CHECK),
    ("UPDATE establishment SET craft_village = 2", CHECK),
    ("UPDATE document SET illustrative = 2", CHECK),
    ("UPDATE attachment SET size_bytes = -1", CHECK),
    ("UPDATE delegation SET deputy_id = person_id", CHECK),
    ("UPDATE delegation SET valid_to = '1999-12-31'", CHECK),
    ("UPDATE reminder SET daily = 2", CHECK),
    ("UPDATE audit_head SET one = 2", CHECK),
    (
        "INSERT INTO audit_head (one, sequence, hash) SELECT 2, sequence, hash FROM audit_head",
        CHECK,
    ),
    (
        "INSERT INTO audit (sequence, at, name, action, outcome, word, record, area, detail, previous,
                            hash)
         SELECT sequence + 100000, at, name, action, 'perhaps', word, record, area, detail, previous,
                hash
         FROM audit LIMIT 1",
        CHECK,
    ),
];

/// What stands once: a code, a sign-in, a chair, a number.
pub const ONCE: &[Refused] = &[
    ("UPDATE person SET sign_in = 'the-same'", UNIQUE),
    ("UPDATE plan SET code = 'HP'", UNIQUE),
    ("UPDATE project SET code = 'HP'", UNIQUE),
    ("UPDATE purse SET code = 'HP'", UNIQUE),
    ("UPDATE council_member SET post = 'chair'", UNIQUE),
    ("UPDATE followup SET year = 2030", UNIQUE),
    (
        "INSERT INTO ledger_entry (id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative)
         SELECT organisation_id, sequence, kind, from_stage, to_stage, source, purse_id, project_id, amount, effective_on, recorded_at, area, organisation_id, illustrative
         FROM ledger_entry LIMIT 1",
        UNIQUE,
    ),
    (
        "INSERT INTO contract (id, project_id, kind, number, signed_on, giver, taker, area,
                               organisation_id, illustrative, recorded_at)
         SELECT project_id, project_id, kind, number, signed_on, giver, taker, area,
                organisation_id, illustrative, recorded_at
         FROM contract LIMIT 1",
        UNIQUE,
    ),
    (
        "INSERT INTO handover (id, number, handed_on, period_from, period_to, area, organisation_id,
                               illustrative, recorded_at)
         SELECT organisation_id, number, handed_on, period_from, period_to, area,
                organisation_id, illustrative, recorded_at
         FROM handover LIMIT 1",
        UNIQUE,
    ),
];

/// What cannot go while something stands on it.
pub const USED: &[Refused] = &[
    ("DELETE FROM person", IN_USE),
    ("DELETE FROM organisation", IN_USE),
    ("DELETE FROM document", IN_USE),
    ("DELETE FROM plan", IN_USE),
    ("DELETE FROM project", IN_USE),
    ("DELETE FROM purse", IN_USE),
    ("DELETE FROM establishment", IN_USE),
    ("DELETE FROM council", IN_USE),
    ("DELETE FROM contract", IN_USE),
    ("DELETE FROM visit", IN_USE),
];
