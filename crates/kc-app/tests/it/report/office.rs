//! Hải Phòng 2016–2020 as published, put into an office entry by entry.

use chrono::NaiveDate;
use kc_app::kernel::{About, Cx, Trace};
use kc_app::programme::record::record;
use kc_domain::identity::Role;
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::kernel::id::{DocumentId, EntryId, ProgrammeId, ProjectId, StatementId, derived};
use kc_domain::kernel::level::Level;
use kc_domain::kernel::money::Dong;
use kc_domain::ledger::{Entry, MoveKind, Source, Stage};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_domain::programme::frame::Frame;
use kc_domain::project::{Project, ProjectKind, Status};
use kc_domain::statement::Kept;
use kc_store::kernel::Tx;
use kc_testkit::{Cast, Engine, HAI_PHONG, TestOffice, new_programme};

/// The code of the programme.
pub(crate) const CODE: &str = "HP-2016-2020";

/// Group, projects, money by source, workers, turns.
type Group = (
    &'static str,
    i64,
    &'static [(Source, i64)],
    Option<i64>,
    Option<i64>,
);

/// What the seven groups say. Groups 1 and 7 name no source, 4 and 5 no level of the budget.
pub(crate) const GROUPS: [Group; 7] = [
    ("1", 3, &[(Source::Unstated, 735_500_000)], Some(610), None),
    ("2", 6, &[(Source::Local, 474_440_000)], None, Some(716)),
    ("3", 14, &[(Source::Local, 1_188_560_000)], None, None),
    (
        "4",
        21,
        &[
            (Source::Budget, 5_760_000_000),
            (Source::Counterpart, 25_982_180_000),
        ],
        None,
        None,
    ),
    (
        "5",
        12,
        &[
            (Source::Budget, 3_810_700_000),
            (Source::Counterpart, 2_538_300_000),
        ],
        None,
        None,
    ),
    (
        "6",
        3,
        &[
            (Source::Local, 160_000_000),
            (Source::Counterpart, 207_550_000),
        ],
        None,
        None,
    ),
    ("7", 5, &[(Source::Unstated, 239_300_000)], None, None),
];

/// What was published.
const STATEMENT: &str = r#"{"title": "Hải Phòng 2016–2020", "published": "2020-11-06",
 "figures": {"projects": "65 đề án", "local": "46 đề án", "national": "19 đề án",
  "total": "41.306,53 triệu đồng", "budget": "12.578,48 triệu đồng",
  "central": "7.898,47 triệu đồng", "city": "4.680,01 triệu đồng",
  "counterpart": "28.728,05 triệu đồng"}, "checks": []}"#;

/// An office with the programme in it.
pub(crate) struct Centre {
    pub(crate) office: TestOffice,
    pub(crate) cast: Cast,
    pub(crate) programme: ProgrammeId,
    entered: std::cell::Cell<u32>,
}

/// A project as a test puts it in.
#[derive(Clone)]
pub(crate) struct Put {
    pub(crate) code: String,
    pub(crate) group: Option<&'static str>,
    pub(crate) level: Option<Level>,
    pub(crate) workers: Option<i64>,
    pub(crate) turns: Option<i64>,
    pub(crate) registered_on: &'static str,
    pub(crate) area: &'static str,
}

impl Put {
    pub(crate) fn new(code: &str, group: &'static str) -> Self {
        Self {
            code: code.to_owned(),
            group: Some(group),
            level: None,
            workers: None,
            turns: None,
            registered_on: "2016-06-01",
            area: HAI_PHONG,
        }
    }
}

/// The day of a text.
pub(crate) fn day(text: &str) -> NaiveDate {
    parse_date(text).unwrap()
}

/// The moment of a text.
pub(crate) fn moment(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

impl Centre {
    /// The programme without projects.
    pub(crate) fn empty(engine: Engine) -> Self {
        let office = TestOffice::open(engine, "2020-12-01");
        let cast = Cast::gather(&office);
        let programme = record(
            &cast.person(Role::CentreOfficer).at(&office),
            new_programme(&cast),
        )
        .unwrap();
        Self {
            office,
            cast,
            programme,
            entered: std::cell::Cell::new(0),
        }
    }

    /// The seven groups as listed and the statement as published.
    pub(crate) fn published(engine: Engine) -> Self {
        let centre = Self::empty(engine);
        centre.change(|tx| {
            for group in &GROUPS {
                centre.put_group(tx, group);
            }
            centre.put_statement(tx, STATEMENT);
        });
        centre
    }

    /// Somebody who reads reports.
    pub(crate) fn reader(&self) -> Cx<'_> {
        self.cast.person(Role::Auditor).at(&self.office)
    }

    /// Writes past the use cases, as a test may.
    pub(crate) fn change(&self, work: impl FnOnce(&mut Tx<'_>)) {
        let cx = self.cast.person(Role::CentreOfficer).at(&self.office);
        let area = AreaPath::parse(HAI_PHONG).unwrap();
        let about = About::new("project", "test");
        let subject = Subject::new(area, Some(self.cast.centre));
        let permit = cx.permit(Action::RecordProgramme, subject, &about).unwrap();
        cx.change(&permit, &about, |tx| {
            work(tx);
            tx.trace(Trace::new("project", "test", "Ghi số liệu thử"));
            Ok(())
        })
        .unwrap();
    }

    fn put_group(&self, tx: &mut Tx<'_>, (key, count, money, workers, turns): &Group) {
        for number in 0..*count {
            let first = number == 0;
            let put = Put {
                workers: workers.filter(|_| first),
                turns: turns.filter(|_| first),
                ..Put::new(&format!("HP-{key}-{number}"), key)
            };
            let project = self.put(tx, &put);
            for (source, total) in *money {
                let share = total / count;
                let rest = if first { total % count } else { 0 };
                self.give(tx, project, *source, share + rest, "2018-05-10");
            }
        }
    }

    /// Puts a project in, known from the moment of the transaction on.
    pub(crate) fn put(&self, tx: &mut Tx<'_>, put: &Put) -> ProjectId {
        let project = self.project(put, 1, None);
        kc_store::project::insert(tx, &project).unwrap();
        project.id
    }

    /// Puts a project in that stands in no programme.
    pub(crate) fn put_outside(&self, tx: &mut Tx<'_>, put: &Put) {
        let project = Project {
            programme: None,
            ..self.project(put, 1, None)
        };
        kc_store::project::insert(tx, &project).unwrap();
    }

    /// Changes a project, known from the moment of the transaction on.
    pub(crate) fn amend(&self, tx: &mut Tx<'_>, put: &Put) {
        kc_store::project::update(tx, &self.project(put, 1, None)).unwrap();
    }

    /// Withdraws a project at the moment of the transaction.
    pub(crate) fn withdraw(&self, tx: &mut Tx<'_>, put: &Put) {
        let withdrawn = self.project(put, 1, Some(tx.at()));
        kc_store::project::update(tx, &withdrawn).unwrap();
    }

    fn project(&self, put: &Put, version: i64, withdrawn_at: Option<Instant>) -> Project {
        Project {
            id: ProjectId(derived(self.programme.0, &put.code)),
            code: put.code.clone(),
            title: format!("Đề án {}", put.code),
            programme: Some(self.programme),
            plan: None,
            batch: None,
            kind: ProjectKind::Single,
            level: put.level,
            content_group: put.group.map(str::to_owned),
            trade: None,
            status: Status::Reported,
            standing: None,
            place_written: None,
            establishment: None,
            unit: None,
            starts_on: None,
            ends_on: None,
            need: None,
            outcome: None,
            cost_estimated: None,
            support_asked: None,
            workers: put.workers,
            turns: put.turns,
            note: None,
            area: AreaPath::parse(put.area).unwrap(),
            organisation: self.cast.centre,
            party: None,
            proposed_by: None,
            decision: None,
            contract_number: None,
            contracted_on: None,
            accepted_on: None,
            registered_on: day(put.registered_on),
            reason: None,
            withdrawn_at,
            illustrative: true,
            version,
        }
    }

    /// Gives a project money: approved, or committed where partners give it.
    pub(crate) fn give(
        &self,
        tx: &mut Tx<'_>,
        project: ProjectId,
        source: Source,
        amount: i64,
        on: &str,
    ) {
        let kind = if source.is_of_partners() {
            MoveKind::Commit
        } else {
            MoveKind::Approve
        };
        self.enter(tx, (project, source), kind.stages().unwrap(), amount, on);
    }

    /// Appends an entry between two stages.
    pub(crate) fn enter(
        &self,
        tx: &mut Tx<'_>,
        (project, source): (ProjectId, Source),
        (from, to): (Stage, Stage),
        amount: i64,
        on: &str,
    ) {
        let number = self.entered.get();
        self.entered.set(number + 1);
        let entry = Entry {
            id: EntryId(derived(project.0, &number.to_string())),
            kind: MoveKind::Reversal,
            from,
            to,
            source,
            budget_year: None,
            purse: None,
            project: Some(project),
            amount: Dong(amount),
            effective_on: day(on),
            recorded_at: tx.at(),
            document: None::<DocumentId>,
            reverses: None,
            reason: None,
            recorded_by: None,
            area: AreaPath::parse(HAI_PHONG).unwrap(),
            organisation: self.cast.centre,
            illustrative: true,
        };
        kc_store::ledger::append(tx, &entry).unwrap();
    }

    /// Puts a published statement beside the programme.
    pub(crate) fn put_statement(&self, tx: &mut Tx<'_>, body: &str) {
        let kept = Kept {
            id: StatementId(derived(self.programme.0, body)),
            title: "Kết quả 2016–2020".to_owned(),
            frame: Some(Frame::Programme(self.programme)),
            published: Some(day("2020-11-06")),
            source: None,
            body: body.to_owned(),
            area: AreaPath::parse(HAI_PHONG).unwrap(),
            organisation: self.cast.centre,
            illustrative: false,
            version: 1,
            recorded_at: tx.at(),
            withdrawn_at: None,
        };
        kc_store::statement::insert(tx, &kept).unwrap();
    }
}
