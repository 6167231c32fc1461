//! A data folder with one officer in it, and the program serving it.

use kc_app::identity::organisation::{NewOrganisation, record};
use kc_app::identity::role::{NewRole, give};
use kc_app::identity::{initialise, invitation, invite, session};
use kc_app::kernel::{Access, App, Clock, Location, Picture};
use kc_app::plan::record::NewPlan;
use kc_app::task::remind::{Haste, Letter, remind};
use kc_app::task::settings;
use kc_domain::identity::{OrganisationKind, Role};
use kc_domain::kernel::date::{Instant, parse_date};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;
use kc_domain::place::area::AreaPath;
use kc_domain::plan::Round;
use kc_testkit::wire::{Answer, Visitor};
use std::io::{self, BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// The program under test.
const PROGRAM: &str = env!("CARGO_BIN_EXE_khuyencong");

const PASSWORD: &str = "nhà máy gạch bên sông";

/// An office of Hải Phòng in a temporary folder.
pub(crate) struct Office {
    folder: TempDir,
}

impl Office {
    /// Makes the data, with one officer of the centre who may record programmes.
    pub(crate) fn new() -> Self {
        let office = Self {
            folder: TempDir::new().unwrap(),
        };
        settle(&office.open(Access::Exclusive));
        office
    }

    /// The data folder.
    pub(crate) fn data(&self) -> &Path {
        self.folder.path()
    }

    /// The data file.
    pub(crate) fn file(&self) -> PathBuf {
        self.data().join("khuyencong.sqlite3")
    }

    /// Opens the data as the program does, without the program.
    pub(crate) fn open(&self, access: Access) -> App {
        let location = Location::Folder(self.data().to_owned());
        App::open(&location, access, &self.data().join("files"), Clock::System).unwrap()
    }

    /// Runs one command on the data, to its end.
    pub(crate) fn run(&self, words: &[&str]) -> Output {
        Command::new(PROGRAM)
            .args(words)
            .arg("--data")
            .arg(self.data())
            .output()
            .unwrap()
    }

    /// Starts the server.
    pub(crate) fn serve(&self) -> Served {
        Served::start(Command::new(PROGRAM), self.data())
    }
}

/// The first administrator, the centre, its officer, and one of the Sở.
fn settle(app: &App) {
    let secret = initialise::initialise(app, "Văn phòng").unwrap();
    let secret = invitation::accept(app, &secret, PASSWORD, PASSWORD, "test").unwrap();
    let administrator = session::held(&Picture::of(app), &secret)
        .unwrap()
        .unwrap()
        .actor;
    let cx = app.cx(administrator, Lang::Vi);
    let area = AreaPath::parse("VN/31").unwrap();
    let centre = NewOrganisation {
        name: "Trung tâm Khuyến công Hải Phòng".to_owned(),
        short_name: None,
        kind: OrganisationKind::Centre,
        parent: None,
        area: area.clone(),
        illustrative: true,
    };
    let organisation = record(&cx, centre).unwrap();
    let people = [
        ("lan", "Nguyễn Thị Lan", Role::CentreOfficer),
        ("thuha", "Phạm Thu Hà", Role::DepartmentOfficer),
    ];
    for (sign_in, name, role) in people {
        let (person, secret) = invite::invite(&cx, sign_in, name).unwrap();
        let role = NewRole {
            role,
            organisation,
            area: area.clone(),
            valid_from: cx.today(),
            valid_to: None,
        };
        give(&cx, person, role).unwrap();
        invitation::accept(app, &secret, PASSWORD, PASSWORD, "test").unwrap();
    }
}

/// Writes one letter to the officer, on a Monday to come, that no server takes yet. Afterwards the
/// officer wants no more.
pub(crate) fn waiting_letter(office: &Office) {
    let monday = Instant::parse("2027-03-01T08:00:00+07:00").unwrap();
    let location = Location::Folder(office.data().to_owned());
    let clock = Clock::standing_at(monday);
    let files = office.data().join("files");
    let app = App::open(&location, Access::Exclusive, &files, clock).unwrap();
    let secret = session::sign_in(&app, "lan", PASSWORD, "test").unwrap();
    let officer = session::held(&Picture::of(&app), &secret)
        .unwrap()
        .unwrap()
        .actor;
    let given = officer.assignments[0].clone();
    let cx = app.cx(officer, Lang::Vi);
    kc_app::plan::record::record(&cx, plan_2027(given.area, given.organisation)).unwrap();
    settings::set_address(&cx, "lan@example.invalid", true).unwrap();
    let absent = |_: &Letter| Err("absent".to_owned());
    let round = remind(&app, "https://example.invalid", Haste::Now, absent).unwrap();
    assert_eq!((round.written, round.failed), (1, 1));
    settings::set_address(&cx, "lan@example.invalid", false).unwrap();
}

/// A plan whose round closes on Wednesday 3 March 2027.
fn plan_2027(area: AreaPath, organisation: OrganisationId) -> NewPlan {
    NewPlan {
        code: "HP-2027".into(),
        name: "Kế hoạch khuyến công 2027".into(),
        programme: None,
        year: 2027,
        starts_on: parse_date("2027-01-01").unwrap(),
        ends_on: parse_date("2027-12-31").unwrap(),
        round: Round {
            opens_at: Instant::parse("2027-02-15T08:00:00+07:00"),
            closes_at: Instant::parse("2027-03-03"),
        },
        decision: None,
        catalogue: "ND45-2012".into(),
        note: None,
        area,
        organisation,
        illustrative: true,
    }
}

/// A running server; it ends when this is dropped.
pub(crate) struct Served {
    child: Child,
    address: SocketAddr,
}

impl Served {
    /// Starts `command` with the arguments of `serve`, and waits until it says that it serves.
    pub(crate) fn start(mut command: Command, data: &Path) -> Self {
        let address = free_address();
        command
            .args(["serve", "--listen", &address.to_string(), "--data"])
            .arg(data);
        let pipes = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut child = pipes.spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        assert!(
            said.contains(&address.to_string()),
            "the server said: {said}"
        );
        Self { child, address }
    }

    /// The officer, signed in.
    pub(crate) fn officer(&self) -> Visitor {
        self.signed_in("lan")
    }

    /// The officer of the Sở, who opens purses and assigns money, signed in.
    pub(crate) fn department_officer(&self) -> Visitor {
        self.signed_in("thuha")
    }

    fn signed_in(&self, name: &str) -> Visitor {
        let mut visitor = Visitor::new(self.address).unwrap();
        let typed = [("sign_in", name), ("password", PASSWORD)];
        let answer = visitor.submit("/sign-in", "/sign-in", &typed).unwrap();
        assert_eq!(answer.location.as_deref(), Some("/"), "{name} comes in");
        visitor
    }

    /// Ends the server as a power cut would: without a word.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.child.kill().and_then(|()| self.child.wait()));
    }
}

/// An address nobody listens on at this moment.
pub(crate) fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
}

/// Types a programme into the form and sends it.
pub(crate) fn record_programme(
    officer: &mut Visitor,
    code: &str,
    note: &str,
) -> io::Result<Answer> {
    let typed = [
        ("code", code),
        ("name", "Chương trình khuyến công thử"),
        ("catalogue", "ND45-2012"),
        ("starts_on", "01/01/2016"),
        ("ends_on", "31/12/2020"),
        ("note", note),
    ];
    officer.submit("/programmes/new", "/programmes", &typed)
}
