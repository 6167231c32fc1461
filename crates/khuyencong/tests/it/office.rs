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
use std::io::{self, BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;

/// So long a test waits for a word of the server.
const PATIENCE: Duration = Duration::from_mins(1);

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
        office.on_monday(settle);
        office
    }

    /// Works on the data on the Monday on which the office began, without the program.
    fn on_monday(&self, work: impl FnOnce(&App)) {
        let _alone = alone();
        let location = Location::Folder(self.data().to_owned());
        let clock = Clock::standing_at(Instant::parse(MONDAY).unwrap());
        let files = self.data().join("files");
        work(&App::open(&location, Access::Exclusive, &files, clock).unwrap());
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
        let mut command = Command::new(PROGRAM);
        let pipes = command.args(words).arg("--data").arg(self.data());
        let pipes = pipes.stdout(Stdio::piped()).stderr(Stdio::piped());
        started(pipes).wait_with_output().unwrap()
    }

    /// Starts the server.
    pub(crate) fn serve(&self) -> Served {
        Served::start(Command::new(PROGRAM), self.data())
    }

    /// Starts the server with more words.
    pub(crate) fn serve_with(&self, words: &[&str]) -> Served {
        serve_at(self.data(), words)
    }
}

/// Starts a process.
fn started(command: &mut Command) -> Child {
    let _alone = alone();
    command.spawn().unwrap()
}

/// A process that is just starting holds every file its parent has open, locks among them: no data
/// is opened here meanwhile.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts a server on a folder with more words.
pub(crate) fn serve_at(folder: &Path, words: &[&str]) -> Served {
    let mut command = Command::new(PROGRAM);
    command.arg("serve").args(words).stderr(Stdio::piped());
    Served::say(command, folder)
}

/// The Monday on which every office of these tests began: in the past, whatever day it is.
pub(crate) const MONDAY: &str = "2025-03-03T08:00:00+07:00";

/// The first administrator, the centre, its officer, and one of the Sở.
pub(crate) fn settle(app: &App) {
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

/// Writes one letter to the officer, on a Monday gone by, that no server took yet. Afterwards the
/// officer wants no more.
pub(crate) fn waiting_letter(office: &Office) {
    office.on_monday(|app| waiting_letters(app, 0));
}

/// The same for the officer and some colleagues.
pub(crate) fn waiting_letters(app: &App, colleagues: usize) {
    let held = |name: &str| {
        let secret = session::sign_in(app, name, PASSWORD, "test").unwrap();
        let held = session::held(&Picture::of(app), &secret).unwrap();
        held.unwrap().actor
    };
    let officer = held("lan");
    let (given, first) = (officer.assignments[0].clone(), officer.user);
    let cx = app.cx(officer, Lang::Vi);
    kc_app::plan::record::record(&cx, plan_2025(given.area.clone(), given.organisation)).unwrap();
    let administrator = app.cx(held("quantri"), Lang::Vi);
    let colleague = |number: usize| {
        let name = format!("can-bo-{number}");
        let (user, _) = invite::invite(&administrator, &name, &name).unwrap();
        let role = NewRole {
            role: given.role,
            organisation: given.organisation,
            area: given.area.clone(),
            valid_from: given.valid_from,
            valid_to: None,
        };
        give(&administrator, user, role).unwrap();
        user
    };
    let people: Vec<_> = std::iter::once(first)
        .chain((0..colleagues).map(colleague))
        .collect();
    let want = |daily| {
        for (number, user) in people.iter().enumerate() {
            let address = format!("nguoi-{number}@example.invalid");
            settings::set_address_of(&administrator, *user, &address, daily).unwrap();
        }
    };
    want(true);
    let absent = |_: &Letter| Err("absent".to_owned());
    let round = remind(app, "https://example.invalid", Haste::Now, absent).unwrap();
    assert_eq!((round.written, round.failed), (people.len(), people.len()));
    want(false);
}

/// A plan whose round closes on Wednesday 5 March 2025.
fn plan_2025(area: AreaPath, organisation: OrganisationId) -> NewPlan {
    NewPlan {
        code: "HP-2025".into(),
        name: "Kế hoạch khuyến công 2025".into(),
        programme: None,
        year: 2025,
        starts_on: parse_date("2025-01-01").unwrap(),
        ends_on: parse_date("2025-12-31").unwrap(),
        round: Round {
            opens_at: Instant::parse("2025-02-17T08:00:00+07:00"),
            closes_at: Instant::parse("2025-03-05"),
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
        command.arg("serve").stderr(Stdio::null());
        Self::say(command, data)
    }

    fn say(mut command: Command, data: &Path) -> Self {
        command
            .args(["--listen", "127.0.0.1:0", "--data"])
            .arg(data);
        let pipes = command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = started(pipes);
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        let told = said
            .split_whitespace()
            .find_map(|word| word.strip_prefix("http://"));
        let address = told.and_then(|told| told.parse().ok());
        let address =
            address.unwrap_or_else(|| panic!("the server said: {said}{}", log(&mut child)));
        Self { child, address }
    }

    /// Waits until the technical log speaks of something.
    pub(crate) fn wait_for_log(&mut self, words: &'static str) {
        let log = BufReader::new(self.child.stderr.take().unwrap());
        let (told, hears) = channel();
        std::thread::spawn(move || {
            let mut lines = log.lines().map_while(Result::ok);
            drop(
                lines
                    .find(|line| line.contains(words))
                    .map(|line| told.send(line)),
            );
        });
        let heard = hears.recv_timeout(PATIENCE);
        assert!(heard.is_ok(), "the log says nothing of {words}");
    }

    /// Asks the server to end, as the service manager does.
    pub(crate) fn ask_to_end(&self) {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits until the server has ended, and says that it ended well.
    pub(crate) fn ends_well(&mut self) {
        let status = self.child.wait().unwrap();
        let log = log(&mut self.child);
        assert!(status.success(), "{status}: {log}");
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

/// What is left of the technical log, where it was kept.
fn log(child: &mut Child) -> String {
    let mut log = String::new();
    let mut left = child.stderr.take();
    drop(left.as_mut().map(|left| left.read_to_string(&mut log)));
    log
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
