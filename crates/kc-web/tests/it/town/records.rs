//! One record of each word, by the name of its part in the paths.

use kc_app::decision::draft::{StartWith, draft};
use kc_app::document::{attach, record::NewDocument};
use kc_app::establishment::record::NewEstablishment;
use kc_app::indicator::result::NewResult;
use kc_app::indicator::target::NewTarget;
use kc_app::kernel::Cx;
use kc_app::statement::keep::{NewStatement, keep};
use kc_domain::document::DocumentKind;
use kc_domain::identity::Role;
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::{PlanId, ResultId, TargetId, UserId};
use kc_domain::place::area::AreaPath;
use kc_domain::programme::frame::Frame;
use kc_testkit::{
    Cast, HAI_PHONG, TestOffice, new_decision, new_decision_paper, new_plan, new_programme,
};
use std::collections::BTreeMap;

const STATEMENT: &str = include_str!("../../../../../demo/statements/hai-phong-2016-2020.json");

/// What has a name instead of an identity.
const NAMED: [(&str, &str); 7] = [
    ("format", "docx"),
    ("step", "withdrawal"),
    ("paper", "request"),
    ("process", "local"),
    ("version", "2012"),
    ("norm_file", "tt-28-2018"),
    ("rule", "machinery"),
];

/// One record of each word in Hải Phòng, by the name of its part in the paths.
pub fn records(office: &TestOffice, cast: &Cast) -> BTreeMap<&'static str, String> {
    let officer = cast.person(Role::CentreOfficer).at(office);
    let area = AreaPath::parse(HAI_PHONG).unwrap();
    let minutes = NewDocument {
        kind: DocumentKind::Minutes,
        ..new_decision_paper("Biên bản khảo sát", cast.centre)
    };
    let document = kc_app::document::record::record(&officer, minutes).unwrap();
    let file = attach::attach(&officer, document, "a.pdf", b"%PDF-1.7").unwrap();
    let firm = NewEstablishment::named("Đúc Mỹ Đồng", "Hải Phòng", area.clone(), cast.centre);
    let establishment = kc_app::establishment::record::record(&officer, firm, false).unwrap();
    let programme = kc_app::programme::record::record(&officer, new_programme(cast)).unwrap();
    let plan = kc_app::plan::record::record(&officer, new_plan(cast, 2017)).unwrap();
    let statement = NewStatement {
        body: STATEMENT.to_owned(),
        frame: None,
        area,
        organisation: cast.centre,
        illustrative: true,
    };
    let statement = keep(&officer, statement).unwrap();
    let (person, role) = super::people::somebody(office, cast);
    let (target, result) = indicators(&officer, Frame::Programme(programme));
    [
        ("decision", decision(&officer, plan)),
        ("line", UserId([0x5C; 16]).to_string()),
        ("activity", UserId([0x5D; 16]).to_string()),
        ("target", target.to_string()),
        ("result", result.to_string()),
        ("document", document.to_string()),
        ("file", file.to_string()),
        ("establishment", establishment.to_string()),
        ("programme", programme.to_string()),
        ("plan", plan.to_string()),
        ("statement", statement.to_string()),
        ("organisation", cast.centre.to_string()),
        ("person", person.to_string()),
        ("role", role),
        ("api_token", UserId([0x5B; 16]).to_string()),
        (
            "delegation",
            super::people::delegation(office, cast, person),
        ),
    ]
    .into_iter()
    .chain(NAMED.map(|(part, name)| (part, name.to_owned())))
    .chain(on_money(office, cast))
    .chain(super::council::records(office, cast, plan))
    .collect()
}

/// The purse, the projects paid from it, and the field work under their contract.
fn on_money(office: &TestOffice, cast: &Cast) -> Vec<(&'static str, String)> {
    let officer = cast.person(Role::CentreOfficer).at(office);
    let (purse, project, paid, waiting) = super::money::money(office, cast);
    let (contract, handover, change) = super::money::contract(office, cast, (purse, project));
    let signed = kc_app::contract::show(&officer, contract).unwrap().1.id;
    let of_money = [
        ("entry", paid.to_string()),
        ("waiting", waiting.to_string()),
        ("purse", purse.to_string()),
        ("contract", contract.to_string()),
        ("handover", handover.to_string()),
        ("change", change.to_string()),
        ("project", project.to_string()),
    ];
    let of_field = super::fieldwork::records(&officer, signed);
    of_money.into_iter().chain(of_field).collect()
}

/// A draft over a plan.
fn decision(cx: &Cx<'_>, plan: PlanId) -> String {
    let new = new_decision(plan);
    draft(cx, new, StartWith::Nothing).unwrap().to_string()
}

fn indicators(cx: &Cx<'_>, frame: Frame) -> (TargetId, ResultId) {
    let target = NewTarget {
        frame,
        indicator: "Đề án hoàn thành".into(),
        figure: "20 đề án".into(),
        period: None,
        illustrative: true,
    };
    let result = NewResult {
        frame,
        indicator: "Đề án hoàn thành".into(),
        counts: None,
        figure: Some("18 đề án".into()),
        as_of: parse_date("2020-12-31").unwrap(),
        place_written: None,
        note: None,
        illustrative: true,
    };
    let target = kc_app::indicator::target::record(cx, target).unwrap();
    (
        target,
        kc_app::indicator::result::record(cx, result).unwrap(),
    )
}
