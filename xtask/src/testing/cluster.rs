//! A PostgreSQL of our own for one run: made, started, and gone at the end.

use super::tools::{answer, is_root, run};
use crate::fault::Fault;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long the server may take to start, in tenths of a second.
const START_TENTHS_MAX: u32 = 300;

/// The databases are thrown away: nothing needs to survive a power cut.
const SETTINGS: &[&str] = &[
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=127.0.0.1",
    // Containers often have little shared memory.
    "dynamic_shared_memory_type=mmap",
];

/// A running server; dropping it stops the server and removes its files.
pub(crate) struct Cluster {
    server: Child,
    folder: PathBuf,
    port: u16,
}

impl Cluster {
    /// Makes and starts a server from the programs in `bin`, on a free port of this machine.
    pub(crate) fn start(bin: &Path) -> Result<Self, Fault> {
        let owner = Owner::find()?;
        let folder =
            std::env::temp_dir().join(format!("khuyencong-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(Fault::while_doing("cannot make a folder"))?;
        owner.give(&folder)?;
        let data = folder.join("data");
        let mut initdb = owner.command(&bin.join("initdb"), &folder);
        initdb.args([
            "--username=khuyencong",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
        ]);
        run(initdb
            .args(["--no-sync", "--pgdata"])
            .arg(&data)
            .stdout(Stdio::null()))?;
        let port = free_port()?;
        let log = std::fs::File::create(folder.join("log")).map_err(Fault::while_doing("log"))?;
        let mut postgres = owner.command(&bin.join("postgres"), &folder);
        for setting in SETTINGS {
            postgres.args(["-c", setting]);
        }
        postgres
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.display()));
        postgres
            .args(["-p", &port.to_string(), "-D"])
            .arg(&data)
            .stderr(log);
        let server = postgres
            .spawn()
            .map_err(Fault::while_doing("cannot start postgres"))?;
        let cluster = Self {
            server,
            folder,
            port,
        };
        cluster.wait(bin)?;
        Ok(cluster)
    }

    /// The address of the database `postgres`, from which a test makes its own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://khuyencong@127.0.0.1:{}/postgres", self.port)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "another process decides when it is ready"
    )]
    fn wait(&self, bin: &Path) -> Result<(), Fault> {
        let ready = bin.join("pg_isready");
        let port = self.port.to_string();
        for _ in 0..START_TENTHS_MAX {
            if answer(&ready, &["--quiet", "--host=127.0.0.1", "--port", &port]).is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        Err(Fault::new(format!("PostgreSQL did not start:\n{log}")))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is the server's word for: end all sessions and stop now.
        let stopped = Command::new("kill")
            .args(["-INT", &self.server.id().to_string()])
            .status();
        let ended = stopped.and_then(|_| self.server.wait());
        if let Err(error) = ended.and_then(|_| std::fs::remove_dir_all(&self.folder)) {
            eprintln!("test: cannot clear away {}: {error}", self.folder.display());
        }
    }
}

/// The user the server runs as: PostgreSQL refuses to run as root.
struct Owner(Option<(u32, u32)>);

impl Owner {
    fn find() -> Result<Self, Fault> {
        if !is_root() {
            return Ok(Self(None));
        }
        let number = |flag| answer("id", &[flag, "postgres"])?.parse().ok();
        let ids = number("-u").zip(number("-g"));
        let missing =
            || Fault::new("PostgreSQL does not run as root, and there is no user `postgres`.");
        ids.map(|ids| Self(Some(ids))).ok_or_else(missing)
    }

    fn give(&self, folder: &Path) -> Result<(), Fault> {
        let Some((user, group)) = self.0 else {
            return Ok(());
        };
        std::os::unix::fs::chown(folder, Some(user), Some(group))
            .map_err(Fault::while_doing("cannot give the folder to postgres"))
    }

    fn command(&self, program: &Path, folder: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir(folder).stdin(Stdio::null());
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
        command
    }
}

/// A port nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16, Fault> {
    let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    free.map(|address| address.port())
        .map_err(Fault::while_doing("no free port"))
}
