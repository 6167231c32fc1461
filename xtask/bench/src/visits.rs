//! The kinds of pages that are measured, each as a request and as the driver's own questions.

use crate::bare;
use crate::failure::Failure;
use crate::whole_way;
use rusqlite::Connection;
use rusqlite::types::Value;

/// What the driver is asked, one value a call.
pub(crate) type Values = Vec<Value>;

/// One kind of reading.
pub(crate) struct Reading {
    /// What it is called.
    pub(crate) name: &'static str,
    /// The sign-in name of who reads.
    pub(crate) who: &'static str,
    /// The addresses of its pages.
    pub(crate) paths: Vec<String>,
    /// The driver's own questions for the same.
    pub(crate) questions: &'static [&'static str],
    /// What each question is about.
    pub(crate) values: Values,
}

/// Everything that is read, in the order it is shown.
pub(crate) fn readings(connection: &Connection) -> Result<Vec<Reading>, Failure> {
    let mut readings = vec![records(connection)?];
    readings.extend(whole_way::sides(connection)?);
    readings.extend([lists(), searches(), programme_reports(), nation_reports()]);
    readings.push(whole_way::home());
    Ok(readings)
}

fn records(connection: &Connection) -> Result<Reading, Failure> {
    let mut statement =
        connection.prepare("SELECT id FROM project ORDER BY substr(id, 11, 6) LIMIT 2000")?;
    let ids: Vec<Vec<u8>> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(Reading {
        name: "record page",
        who: crate::READER,
        paths: ids
            .iter()
            .map(|id| format!("/projects/{}", as_address(id)))
            .collect(),
        questions: bare::RECORD,
        values: ids.into_iter().map(Value::from).collect(),
    })
}

fn lists() -> Reading {
    let groups = || (0..200).map(|call| (call % 7 + 1).to_string());
    Reading {
        name: "list of 50, filtered",
        who: crate::READER,
        paths: groups()
            .map(|group| format!("/projects?group={group}"))
            .collect(),
        questions: bare::LIST,
        values: groups().map(Value::from).collect(),
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
        who: crate::READER,
        paths: words()
            .map(|text| format!("/search?q={}", text.replace(' ', "+")))
            .collect(),
        questions: bare::SEARCH,
        values: words().map(|text| Value::from(matched(text))).collect(),
    }
}

fn programme_reports() -> Reading {
    let codes = || (1..=40).map(|number| format!("HP-2016-2020-{number}"));
    Reading {
        name: "report of a programme",
        who: crate::READER,
        paths: codes()
            .map(|code| format!("/reports/programme?programme={code}"))
            .collect(),
        questions: bare::PROGRAMME,
        values: codes().map(Value::from).collect(),
    }
}

fn nation_reports() -> Reading {
    let paths = (0..6).map(|_| "/reports/programme?from=01/01/2016&as_of=31/12/2020".to_owned());
    Reading {
        name: "report of the nation",
        who: crate::READER,
        paths: paths.collect(),
        questions: bare::NATION,
        values: (0..6)
            .map(|_| Value::from("2016-01-01".to_owned()))
            .collect(),
    }
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
