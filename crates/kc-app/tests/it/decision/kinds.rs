//! Money is bound to no project whose kind of support nobody chose, on both engines.

use super::{Year, day};
use kc_app::contract::sign::{NewContract, sign};
use kc_app::decision::draft::StartWith;
use kc_app::decision::{self, see};
use kc_app::establishment::record::{self as establishment, NewEstablishment};
use kc_app::kernel::{About, Failure};
use kc_app::ledger::append::{Move as Entry, append};
use kc_app::ledger::stages_of_project;
use kc_app::norm::see_project;
use kc_app::project;
use kc_app::project::propose::NewProject;
use kc_app::project::step::Given;
use kc_domain::contract::{ContractKind, Part};
use kc_domain::decision::DecisionKind;
use kc_domain::identity::Role;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::refuse::Remedy;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{MoveKind, Source};
use kc_domain::norm::{Key, Told};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::Action;
use kc_domain::process::{Move, Standing, Status};
use kc_domain::project::ProjectKind;
use kc_store::kernel::{Trace, Tx};
use kc_testkit::{Engine, HAI_PHONG, make, tell};
use std::collections::BTreeMap;

/// A project of 200 million that waits for its decision, and nobody chose its kind of support.
fn unknown(year: &Year) -> ProjectId {
    let mut new = year.proposal("Máy cắt", 200, year.plan);
    new.cost_estimated = Some(Dong(600));
    let id = year.proposed(new);
    year.cast.walk(&year.office, id, "L5");
    id
}

/// The same, approved before the program asked for a kind.
fn approved_long_ago(year: &Year) -> (ProjectId, DocumentId) {
    let id = unknown(year);
    let paper = year.cast.decision(&year.office);
    let cx = year.at(Role::DepartmentHead);
    let mut old = project::show(&cx, id).unwrap();
    old.status = Status::Approved;
    old.decision = Some(paper);
    old.standing = old.standing.map(|held| Standing {
        state: "L6".into(),
        ..held
    });
    let about = About::new("project", id);
    let subject = project::subject(&old);
    let permit = cx.permit(Action::ApproveProject, subject, &about).unwrap();
    let put = |tx: &mut Tx<'_>| {
        kc_store::project::update(tx, &old)?;
        tx.trace(Trace::new("project", id, "dữ liệu cũ"));
        Ok(())
    };
    cx.change(&permit, &about, put).unwrap();
    (id, paper)
}

fn entry(year: &Year, kind: MoveKind, project: ProjectId) -> Entry {
    Entry {
        kind,
        source: Source::Local,
        purse: Some(year.local),
        project: Some(project),
        amount: Dong(200),
        effective_on: day("2026-03-02"),
        document: None,
        reason: None,
        illustrative: true,
    }
}

/// Refused with the sentence that says what to do and the record where it is done.
fn expect_no_kind(failure: &Failure, id: ProjectId) {
    assert_eq!(failure.code(), "norm.no-kind", "{failure:?}");
    let said = failure.say(Lang::Vi);
    assert!(
        said.contains("Chọn “Loại hỗ trợ” ở mục Định mức áp dụng"),
        "{said}"
    );
    let Failure::Refused(refusal) = failure else {
        panic!("a refusal")
    };
    assert_eq!(refusal.remedy(), Some(Remedy::KindOfSupport(id)));
}

#[test]
fn neither_a_step_nor_a_decision_approves_a_project_of_unknown_kind() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let id = unknown(&year);
        let head = year.at(Role::DepartmentHead);
        let version = || project::show(&head, id).unwrap().version;
        let before = version();
        let paper = Given::by(year.cast.decision(&year.office));
        let refused = make(&head, id, before, Move::Approve, &paper).unwrap_err();
        expect_no_kind(&refused, id);

        let draft = year.draft(DecisionKind::Approve, StartWith::Nothing);
        year.put(draft, id, year.local, 200).unwrap();
        let shown = see(&head, draft).unwrap();
        expect_no_kind(&shown.findings[0].failure, id);
        let refused = year.issue(draft, "1/QĐ-UBND", "2026-02-01").unwrap_err();
        expect_no_kind(&refused, id);
        assert_eq!((version(), year.status(id)), (before, Status::Submitted));
        assert_eq!(year.free(year.local), 1_000);
        assert_eq!(decision::show(&head, draft).unwrap().number, None);

        tell(&year.at(Role::CentreOfficer), id, "machinery");
        assert!(see(&head, draft).unwrap().findings.is_empty());
        year.issue(draft, "1/QĐ-UBND", "2026-02-01").unwrap();
        assert_eq!(year.free(year.local), 800);
    }
}

#[test]
fn no_entry_contract_or_further_money_comes_to_an_old_project_of_unknown_kind() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let (id, _) = approved_long_ago(&year);
        let department = year.at(Role::DepartmentOfficer);
        let centre = year.at(Role::CentreOfficer);
        let refused = append(&department, &entry(&year, MoveKind::Approve, id)).unwrap_err();
        expect_no_kind(&refused, id);
        let version = project::show(&centre, id).unwrap().version;
        let day = Given::on(day("2026-03-02"));
        let refused = make(&centre, id, version, Move::Contract, &day).unwrap_err();
        expect_no_kind(&refused, id);
        let draft = year.draft(DecisionKind::Supplement, StartWith::Nothing);
        year.put(draft, id, year.local, 100).unwrap();
        let refused = year.issue(draft, "2/QĐ-UBND", "2026-03-01").unwrap_err();
        expect_no_kind(&refused, id);
        assert!(stages_of_project(&centre, id).unwrap().is_empty());
        assert_eq!(year.status(id), Status::Approved);
    }
}

#[test]
fn a_kind_chosen_later_is_judged_by_the_day_of_the_decision_and_lets_the_money_through() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let (id, _) = approved_long_ago(&year);
        let centre = year.at(Role::CentreOfficer);
        tell(&centre, id, "machinery");
        append(
            &year.at(Role::DepartmentOfficer),
            &entry(&year, MoveKind::Approve, id),
        )
        .unwrap();
        let found = project::show(&centre, id).unwrap();
        let shown = see_project(&centre, &found)
            .unwrap()
            .ceiling
            .unwrap()
            .unwrap();
        assert_eq!(shown.case.on, day("2026-03-02"));
        assert_eq!(shown.limit, Some(Dong(300)));
        let contract = NewContract {
            project: id,
            kind: ContractKind::Execution,
            number: "15/HĐ-TTKC".into(),
            signed_on: day("2026-03-02"),
            giver: "Trung tâm Khuyến công".into(),
            taker: "Cơ sở".into(),
            parts: vec![Part {
                source: Source::Local,
                purse: Some(year.local),
                amount: Dong(200),
            }],
            advance_percent: None,
            starts_on: None,
            ends_on: None,
            terms: None,
            schedule: None,
            document: None,
        };
        sign(&centre, contract).unwrap();
        assert_eq!(year.status(id), Status::Contracted);
    }
}

#[test]
fn a_day_without_a_rule_for_the_kind_is_refused_with_the_rules_around_it() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let id = unknown(&year);
        tell(&year.at(Role::CentreOfficer), id, "trademark");
        let draft = year.draft(DecisionKind::Approve, StartWith::Nothing);
        year.put(draft, id, year.local, 20).unwrap();
        let gap = year.issue(draft, "1/QĐ-UBND", "2018-05-10").unwrap_err();
        assert_eq!(gap.code(), "norm.gap");
        let said = gap.say(Lang::Vi);
        for part in [
            "10/05/2018",
            "Xây dựng, đăng ký nhãn hiệu",
            "quy định sau có hiệu lực từ 11/05/2018",
        ] {
            assert!(said.contains(part), "{part} not in: {said}");
        }
        assert_eq!(year.status(id), Status::Submitted);
        assert_eq!(year.free(year.local), 1_000);
    }
}

#[test]
fn a_draft_warns_of_the_same_machine_and_content_from_any_source_and_refuses_nothing() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let firm = NewEstablishment::named(
            "Cơ khí Hoàng Cường",
            "phường Lê Ích Mộc",
            AreaPath::parse(HAI_PHONG).unwrap(),
            year.cast.centre,
        );
        let firm = establishment::record(&centre, firm, true).unwrap();
        let twin = |title: &str, level| {
            let id = year.proposed(NewProject {
                establishment: Some(firm),
                level: Some(level),
                cost_estimated: Some(Dong(1_000)),
                ..year.proposal(title, 200, year.plan)
            });
            tell(&centre, id, "machinery");
            id
        };
        let national = twin("Máy cắt (quốc gia)", Level::National);
        let local = twin("Máy cắt (địa phương)", Level::Local);
        year.cast.walk(&year.office, local, "L5");
        let draft = year.draft(DecisionKind::Approve, StartWith::Nothing);
        year.put(draft, local, year.local, 200).unwrap();
        let head = year.at(Role::DepartmentHead);
        let shown = see(&head, draft).unwrap();
        let other = project::show(&head, national).unwrap().code;
        let said: Vec<_> = shown
            .cautions
            .iter()
            .map(|text| text.say(Lang::Vi))
            .collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains(&other) && said[0].contains("cùng cơ sở, cùng loại hỗ trợ"));
        assert!(shown.findings.is_empty());
        year.issue(draft, "1/QĐ-UBND", "2026-02-01").unwrap();
        assert!(
            see(&head, draft).unwrap().cautions.is_empty(),
            "it is decided"
        );
    }
}

#[test]
fn only_a_flagship_project_holds_several_kinds_in_one() {
    for engine in Engine::BOTH {
        let year = Year::open(engine);
        let centre = year.at(Role::CentreOfficer);
        let told = |project| Told {
            project,
            kind: Key::parse("flagship").unwrap(),
            count: 1,
            facts: BTreeMap::new(),
            version: 0,
        };
        let single = year.proposed(year.proposal("Máy cắt", 200, year.plan));
        let refused = kc_app::norm::tell(&centre, &told(single)).unwrap_err();
        assert!(refused.say(Lang::Vi).contains("chỉ dành cho đề án điểm"));
        let flagship = year.proposed(NewProject {
            kind: ProjectKind::Flagship,
            ..year.proposal("Cụm nghề đúc", 200, year.plan)
        });
        kc_app::norm::tell(&centre, &told(flagship)).unwrap();
    }
}
