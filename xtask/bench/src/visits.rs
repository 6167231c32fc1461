//! The kinds of work that are measured, each as a request and as the driver's own calls.

use crate::bare;
use crate::failure::Failure;
use crate::load::{self, Round};
use crate::nation::Nation;
use crate::process::processor_time;
use crate::server::Server;
use crate::table::{Measured, Work};
use crate::whole_way;
use kc_testkit::wire::Visitor;
use rusqlite::{Connection, ToSql};

/// Callers at the same time: as many as two processors serve without a queue.
const CALLERS: usize = 2;

/// What the driver is asked, one value a call.
pub(crate) type Values = Vec<Box<dyn ToSql>>;

/// One kind of reading.
pub(crate) struct Reading {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The addresses of its pages.
    pub(crate) paths: Vec<String>,
    /// The driver's own questions for the same.
    pub(crate) questions: &'static [&'static str],
    /// What each question is about.
    pub(crate) values: Values,
}

/// Measures everything, reading as one person and writing as another; shows each as it is known.
pub(crate) fn all(
    server: &Server,
    nation: &Nation,
    reader: &Visitor,
    writer: &mut Visitor,
    show: fn(&Work),
) -> Result<(), Failure> {
    let connection = Connection::open(&nation.file)?;
    let mut readings = vec![records(&connection)?];
    readings.extend(whole_way::sides(&connection)?);
    readings.extend([lists(), searches(), programme_reports(), nation_reports()]);
    drop(connection);
    for reading in readings {
        show(&read(server, nation, reader, &reading)?);
    }
    show(&read(server, nation, writer, &whole_way::home())?);
    show(&write(server, nation, writer)?);
    Ok(())
}

fn records(connection: &Connection) -> Result<Reading, Failure> {
    let mut statement =
        connection.prepare("SELECT id FROM project ORDER BY substr(id, 11, 6) LIMIT 2000")?;
    let ids: Vec<Vec<u8>> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Reading {
        name: "record page",
        paths: ids
            .iter()
            .map(|id| format!("/projects/{}", as_address(id)))
            .collect(),
        questions: bare::RECORD,
        values: ids.into_iter().map(boxed).collect(),
    })
}

fn lists() -> Reading {
    let groups = || (0..200).map(|call| (call % 7 + 1).to_string());
    Reading {
        name: "list of 50, filtered",
        paths: groups()
            .map(|group| format!("/projects?group={group}"))
            .collect(),
        questions: bare::LIST,
        values: groups().map(boxed).collect(),
    }
}

fn searches() -> Reading {
    const WORDS: &[&str] = &[
        "may cat",
        "det may",
        "co khi",
        "thuy nguyen",
        "dao tao",
        "san pham",
    ];
    let words = || (0..1_200).filter_map(|call| WORDS.get(call % WORDS.len()).copied());
    // As the product asks: the last word may still be incomplete.
    let matched = |words: &str| format!("{words}*");
    Reading {
        name: "search",
        paths: words()
            .map(|text| format!("/search?q={}", text.replace(' ', "+")))
            .collect(),
        questions: bare::SEARCH,
        values: words().map(|text| boxed(matched(text))).collect(),
    }
}

fn programme_reports() -> Reading {
    let codes = || (1..=40).map(|number| format!("HP-2016-2020-{number}"));
    Reading {
        name: "report of a programme",
        paths: codes()
            .map(|code| format!("/reports/programme?programme={code}"))
            .collect(),
        questions: bare::PROGRAMME,
        values: codes().map(boxed).collect(),
    }
}

fn nation_reports() -> Reading {
    let paths = (0..6).map(|_| "/reports/programme?from=01/01/2016&as_of=31/12/2020".to_owned());
    Reading {
        name: "report of the nation",
        paths: paths.collect(),
        questions: bare::NATION,
        values: (0..6).map(|_| boxed("2016-01-01".to_owned())).collect(),
    }
}

/// A value for the driver.
pub(crate) fn boxed(value: impl ToSql + 'static) -> Box<dyn ToSql> {
    Box::new(value)
}

/// An identifier as it stands in an address.
pub(crate) fn as_address(id: &[u8]) -> String {
    let hex: String = id
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat();
    let ends = [8, 12, 16, 20, 32];
    let parts = ends.iter().scan(0, |start, end| {
        hex.get(std::mem::replace(start, *end)..*end)
    });
    parts.collect::<Vec<_>>().join("-")
}

fn read(
    server: &Server,
    nation: &Nation,
    reader: &Visitor,
    reading: &Reading,
) -> Result<Work, Failure> {
    let requests: Vec<Vec<u8>> = reading
        .paths
        .iter()
        .map(|path| reader.get_request(path))
        .collect();
    // A first round fills caches on both sides and is thrown away.
    let few = requests
        .get(..requests.len().div_ceil(4))
        .unwrap_or_default();
    load::run(server.address, few, CALLERS, 200)?;
    let product = measured(server.pid(), || {
        load::run(server.address, &requests, CALLERS, 200)
    })?;
    let bare = measured(std::process::id(), || {
        bare::ask(&nation.file, reading.questions, &reading.values)
    })?;
    Ok(Work {
        name: reading.name,
        product,
        bare,
    })
}

/// Programmes recorded one after another, beside bare commits of the same rows.
fn write(server: &Server, nation: &Nation, writer: &mut Visitor) -> Result<Work, Failure> {
    const WRITES: usize = 400;
    let mut requests = Vec::with_capacity(WRITES);
    for number in 0..WRITES {
        let code = format!("BENCH-{number}");
        let typed = [
            ("code", code.as_str()),
            ("name", "Chương trình đo"),
            ("catalogue", "ND45-2012"),
            ("starts_on", "01/01/2026"),
            ("ends_on", "31/12/2026"),
        ];
        requests.push(writer.filled("/programmes/new", "/programmes", &typed)?);
    }
    let product = measured(server.pid(), || {
        load::run(server.address, &requests, 1, 303)
    })?;
    let bare = measured(std::process::id(), || bare::write(&nation.file, WRITES))?;
    Ok(Work {
        name: "write, one transaction",
        product,
        bare,
    })
}

fn measured(pid: u32, work: impl FnOnce() -> Result<Round, Failure>) -> Result<Measured, Failure> {
    let before = processor_time(pid);
    let round = work()?;
    let processor = processor_time(pid).saturating_sub(before);
    Ok(Measured { round, processor })
}
