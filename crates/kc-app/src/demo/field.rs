//! Field work and follow-up of the sample office: visits to the projects of the running year, one
//! acceptance with a cheaper machine, and a project of the year before that answers already.

use super::agenda::{day, unreadable};
use super::earlier::{EARLIER, earlier_project, under_contract};
use super::sheet::{Line, lines};
use super::{Office, area};
use crate::acceptance::record::{NewAcceptance, record as accept};
use crate::followup::answer::{Given, answer};
use crate::kernel::{Cx, Done};
use crate::monitoring::inspect::{NewInspection, record as inspect};
use crate::monitoring::matter::{NewObstacle, obstruct, settle};
use crate::monitoring::photo::{NewPhoto, add as add_photo};
use crate::monitoring::survey::{NewSurvey, propose as propose_from, record as survey};
use crate::monitoring::{NewRequest, of_project};
use crate::project::propose::{NewProject, propose};
use kc_domain::acceptance::Installed;
use kc_domain::followup::Answer;
use kc_domain::kernel::id::{EquipmentId, ProjectId, VisitId};
use kc_domain::kernel::money::Dong;
use kc_domain::monitoring::checklist::{Answer as Found, Finding, Question, questions};
use kc_domain::monitoring::{
    Findings, MatterKind, Person, Side, Verdict, VisitKind, read_people, taken_at,
};

const VISITS: &str = include_str!("../../../../demo/field.csv");
const ACCEPTANCES: &str = include_str!("../../../../demo/acceptances.csv");
const FOLLOWUPS: &str = include_str!("../../../../demo/followups.csv");
const WORKSHOP: &[u8] = include_bytes!("../../../../demo/photos/xuong.png");
const PLATE: &[u8] = include_bytes!("../../../../demo/photos/nhan-may.png");

/// The project whose need was surveyed before it was proposed, and the day of the survey.
const SURVEYED: (&str, &str) = ("may-laser", "2025-06-18");

/// Registers a proposal; the one that was surveyed leads back to its survey.
pub(super) fn propose_surveyed(cx: &Cx<'_>, line: &Line, new: NewProject) -> Done<ProjectId> {
    let (key, held_on) = SURVEYED;
    if line.text("key") != key {
        return propose(cx, new);
    }
    let fit = |question: &Question| Found {
        question: question.key.clone(),
        finding: Finding::Yes,
    };
    let of = NewSurvey {
        plan: None,
        establishment: new.establishment,
        place_written: new.place_written.clone(),
        area: new.area.clone(),
        organisation: new.organisation,
        held_on: day(held_on)?,
        people: read_people(Side::Centre, "Nguyễn Thị Lan – Cán bộ Trung tâm"),
        need: new.need.clone(),
        answers: questions().iter().map(fit).collect(),
        verdict: Some(Verdict::Passed),
        conclusion: None,
        illustrative: true,
    };
    let of = survey(cx, of)?;
    propose_from(cx, of, new)
}

/// Carries out the field work of the sheets.
pub(super) fn run(office: &mut Office<'_>) -> Done<()> {
    let earlier = earlier_project(office)?;
    office.projects.insert(EARLIER.to_owned(), earlier);
    for line in lines(VISITS)? {
        visit(office, &line)?;
    }
    for line in lines(ACCEPTANCES)? {
        acceptance(office, &line)?;
    }
    for line in lines(FOLLOWUPS)? {
        followup(office, &line)?;
    }
    Ok(())
}

fn visit(office: &Office<'_>, line: &Line) -> Done<()> {
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    match line.text("act") {
        "survey" => surveyed(&cx, office, line).map(drop),
        "inspection" => {
            let id = project(office, line)?;
            let visit = inspect(&cx, id, inspection(line)?)?;
            photograph(
                &cx,
                visit,
                ("xuong.png", WORKSHOP),
                "Nhà xưởng ngày kiểm tra",
            )?;
            close(office, line, id, MatterKind::Request)
        }
        "obstacle" => {
            let id = project(office, line)?;
            obstruct(&cx, id, obstacle(line)?)?;
            close(office, line, id, MatterKind::Obstacle)
        }
        other => Err(unreadable(other)),
    }
}

fn surveyed(cx: &Cx<'_>, office: &Office<'_>, line: &Line) -> Done<VisitId> {
    let verdict = Verdict::from_code(line.text("kind"));
    let is_fit = verdict == Some(Verdict::Passed);
    let finding = |key: &str| match (is_fit, key) {
        (false, "place" | "papers") => Finding::No,
        (_, "counterpart") => Finding::Unclear,
        _ => Finding::Yes,
    };
    let found = questions().iter().map(|question| Found {
        question: question.key.clone(),
        finding: finding(&question.key),
    });
    let (place, site) = if is_fit {
        ("đặc khu Cát Hải", "VN/31/11914")
    } else {
        ("phường Lê Ích Mộc", "VN/31/11506")
    };
    let new = NewSurvey {
        plan: None,
        establishment: None,
        place_written: Some(place.to_owned()),
        area: area(site)?,
        organisation: office.organisation("hp-tt")?,
        held_on: cx.today(),
        people: people(line),
        need: line.text_or_none("what"),
        answers: found.collect(),
        verdict,
        conclusion: line.text_or_none("conclusion"),
        illustrative: true,
    };
    survey(cx, new)
}

fn inspection(line: &Line) -> Done<NewInspection> {
    let kind = VisitKind::from_code(line.text("kind"));
    let request = NewRequest {
        what: line.text("what").to_owned(),
        holder: holder(line)?,
        due_on: day(line.text("due"))?,
    };
    Ok(NewInspection {
        kind: kind.ok_or_else(|| unreadable(line.text("kind")))?,
        held_on: day(line.text("day"))?,
        place_written: None,
        people: people(line),
        findings: Findings {
            need: None,
            progress: line.text_or_none("progress"),
            money: line.text_or_none("money"),
            machine: line.text_or_none("machine"),
        },
        conclusion: line.text_or_none("conclusion"),
        requests: vec![request],
        illustrative: true,
    })
}

fn obstacle(line: &Line) -> Done<NewObstacle> {
    Ok(NewObstacle {
        raised_on: day(line.text("day"))?,
        raised_by: "Nguyễn Thị Lan, Trung tâm Khuyến công".to_owned(),
        what: line.text("what").to_owned(),
        holder: holder(line)?,
        due_on: day(line.text("due"))?,
        illustrative: true,
    })
}

/// Closes what the line opened, where the sheet says that it was done.
fn close(office: &Office<'_>, line: &Line, id: ProjectId, kind: MatterKind) -> Done<()> {
    let Some(on) = line.text_or_none("closed_on") else {
        return Ok(());
    };
    let cx = office.act(line.text("who"), day(&on)?)?;
    let open = of_project(&cx, id)?.matters;
    let mut open = open.into_iter();
    let found = open.find(|matter| matter.is_open() && matter.kind == kind);
    let found = found.ok_or_else(|| unreadable(line.text("what")))?;
    settle(&cx, found.id, day(&on)?, line.text("how")).map(drop)
}

fn acceptance(office: &Office<'_>, line: &Line) -> Done<()> {
    let id = project(office, line)?;
    under_contract(office, id, "2026-03-02")?;
    let cx = office.act(line.text("who"), day(line.text("day"))?)?;
    let machines = crate::project::see(&cx, id)?.equipment;
    let found = machines.iter().map(|machine| installed(line, machine.id));
    let new = NewAcceptance {
        held_on: cx.today(),
        place_written: None,
        people: people(line),
        volume: line.text("volume").to_owned(),
        cost: line.number("cost").map(Dong),
        support: line.number("support").map(Dong),
        counterpart: line.number("counterpart").map(Dong),
        installed: found.collect::<Done<_>>()?,
        verdict: Some(Verdict::Passed),
        conclusion: line.text_or_none("conclusion"),
        requests: Vec::new(),
        illustrative: true,
    };
    let visit = accept(&cx, id, new)?;
    photograph(&cx, visit, ("nhan-may.png", PLATE), "Nhãn máy tại xưởng")
}

fn installed(line: &Line, equipment: EquipmentId) -> Done<Installed> {
    Ok(Installed {
        equipment,
        name: line.text_or_none("name"),
        model: line.text_or_none("model"),
        serial: line.text_or_none("serial"),
        origin: line.text_or_none("origin"),
        year_made: line.number("year"),
        price: line.number("price").map(Dong),
        invoice_number: line.text_or_none("invoice"),
        invoiced_on: Some(day(line.text("invoiced_on"))?),
    })
}

fn photograph(cx: &Cx<'_>, visit: VisitId, file: (&str, &[u8]), caption: &str) -> Done<()> {
    let day = kc_domain::kernel::date::show_date(cx.today());
    let new = NewPhoto {
        caption: format!("{caption} (hình minh họa)"),
        taken_at: taken_at(&format!("{day} 9:30")),
        place_written: None,
        spot: None,
    };
    add_photo(cx, visit, file, new).map(drop)
}

/// The answers of a line; an empty column is an answer nobody gave.
fn followup(office: &Office<'_>, line: &Line) -> Done<()> {
    let id = project(office, line)?;
    let cx = office.act(line.text("who"), day(line.text("on"))?)?;
    let keys = ["machine", "output", "revenue", "jobs", "energy"];
    let answers = keys.into_iter().filter_map(|key| {
        Some(Answer {
            question: key.to_owned(),
            written: line.text_or_none(key)?,
        })
    });
    let given = Given {
        on: cx.today(),
        by: line.text("by").to_owned(),
        answers: answers.collect(),
        note: None,
    };
    let mut rounds = crate::followup::of_project(&cx, id)?.into_iter();
    let round = rounds.find(|round| Some(round.followup.year) == line.number("year"));
    let round = round.ok_or_else(|| unreadable(line.text("project")))?;
    answer(&cx, round.followup.id, given)
}

/// `centre:Nguyễn Thị Lan – Cán bộ; Trần Văn Hải – Giám đốc|beneficiary:…`
fn people(line: &Line) -> Vec<Person> {
    let of_side = |part: &str| {
        let (code, names) = part.split_once(':')?;
        let side = Side::from_code(code)?;
        Some(read_people(side, &names.replace(';', "\n")))
    };
    let sides = line.text("people").split('|');
    sides.filter_map(of_side).flatten().collect()
}

fn holder(line: &Line) -> Done<Side> {
    let code = line.text("holder");
    Side::from_code(code).ok_or_else(|| unreadable(code))
}

fn project(office: &Office<'_>, line: &Line) -> Done<ProjectId> {
    let key = line.text("project");
    let found = office.projects.get(key).copied();
    found.ok_or_else(|| unreadable(key))
}
