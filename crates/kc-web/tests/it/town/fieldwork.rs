//! The field work of the test office: a visit with a request and a photo, a round of questions.

use kc_app::acceptance::record::{NewAcceptance, record as accept};
use kc_app::kernel::Cx;
use kc_app::monitoring::inspect::{NewInspection, record as inspect};
use kc_app::monitoring::photo::{NewPhoto, add};
use kc_app::monitoring::{NewRequest, of_project};
use kc_domain::kernel::date::parse_date;
use kc_domain::kernel::id::ProjectId;
use kc_domain::monitoring::{Findings, Side, Verdict, VisitKind, read_people};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nminh hoa";

/// Records field work for a project under contract; answers the parts of its addresses.
pub fn records(cx: &Cx<'_>, project: ProjectId) -> [(&'static str, String); 4] {
    let day = |text| parse_date(text).unwrap();
    let inspection = NewInspection {
        kind: VisitKind::Planned,
        held_on: day("2020-03-10"),
        place_written: None,
        people: read_people(Side::Centre, "Nguyễn Văn An"),
        findings: Findings {
            progress: Some("Đã đặt móng máy".into()),
            ..Findings::default()
        },
        conclusion: None,
        requests: vec![NewRequest {
            what: "Nộp hóa đơn".into(),
            holder: Side::Beneficiary,
            due_on: day("2020-04-10"),
        }],
        illustrative: true,
    };
    let visit = inspect(cx, project, inspection).unwrap();
    let photo = NewPhoto {
        caption: "Móng máy".into(),
        taken_at: None,
        place_written: None,
        spot: None,
    };
    let photo = add(cx, visit, ("a.png", PNG), photo).unwrap();
    let acceptance = NewAcceptance {
        held_on: day("2020-06-10"),
        place_written: None,
        people: read_people(Side::Centre, "Nguyễn Văn An"),
        volume: "Xong".into(),
        cost: None,
        support: None,
        counterpart: None,
        installed: Vec::new(),
        verdict: Some(Verdict::Passed),
        conclusion: None,
        requests: Vec::new(),
        illustrative: true,
    };
    accept(cx, project, acceptance).unwrap();
    let matter = of_project(cx, project).unwrap().matters[0].id;
    let round = kc_app::followup::of_project(cx, project).unwrap()[0]
        .followup
        .id;
    [
        ("visit", visit.to_string()),
        ("matter", matter.to_string()),
        ("photo", photo.to_string()),
        ("followup", round.to_string()),
    ]
}
