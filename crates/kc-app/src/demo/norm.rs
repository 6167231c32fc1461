//! What the rules are told of the running year's projects, and illustrative rules of the city.

use super::Office;
use super::agenda::{day, unreadable};
use crate::kernel::Done;
use crate::norm::adopt::{NewFile, adopt};
use crate::norm::tell;
use crate::process;
use chrono::NaiveDate;
use kc_domain::kernel::id::ProjectId;
use kc_domain::norm::{Key, Told};
use std::collections::BTreeMap;

const FILE: &str = include_str!("../../../../demo/norms-hai-phong-2026.toml");
const PROCESS: &str = include_str!("../../../../demo/process-hai-phong.toml");

/// Projects by their key, with the kind of support, how many share it, and a fact.
const TOLD: [(&str, &str, i64, &str); 8] = [
    ("may-laser", "machinery", 1, "advanced-technology"),
    ("mo-hinh-bao-bi", "demonstration-model", 1, "circular"),
    ("nhom-nuoc-mam", "machinery", 2, "agro-forestry-fishery"),
    ("diem-co-khi", "flagship", 1, ""),
    ("quang-pho", "machinery", 1, "advanced-technology"),
    ("nhan-hieu", "trademark", 1, ""),
    ("ban-tin", "leaflet", 1, ""),
    ("hoi-cho", "fair-join", 1, ""),
];

/// Adopts the city's norms and its process before the year begins.
pub(super) fn adopt_file(office: &Office<'_>) -> Done<()> {
    let cx = office.act("chuyenvien.sct", day("2025-06-30")?)?;
    let new = NewFile {
        text: FILE.to_owned(),
        organisation: office.organisation("hp-sct")?,
        illustrative: true,
    };
    adopt(&cx, new)?;
    process::adopt::adopt(&cx, office.organisation("hp-sct")?, PROCESS)?;
    Ok(())
}

/// Chooses the kind of support of one project, as its officer does, for one establishment.
pub(super) fn choose(office: &Office<'_>, id: ProjectId, kind: &str, on: NaiveDate) -> Done<()> {
    let told = Told {
        project: id,
        kind: Key::parse(kind).ok_or_else(|| unreadable(kind))?,
        count: 1,
        facts: BTreeMap::new(),
        version: 0,
    };
    tell(&office.act("canbo.tt", on)?, &told)
}

/// Tells the rules of the projects that were registered.
pub(super) fn tell_projects(office: &Office<'_>) -> Done<()> {
    let cx = office.act("canbo.tt", day("2025-09-26")?)?;
    for (project, kind, count, fact) in TOLD {
        let id = office.projects.get(project);
        let told = Told {
            project: *id.ok_or_else(|| unreadable(project))?,
            kind: Key::parse(kind).ok_or_else(|| unreadable(kind))?,
            count,
            facts: Key::parse(fact)
                .map(|fact| (fact, None))
                .into_iter()
                .collect(),
            version: 0,
        };
        tell(&cx, &told)?;
    }
    Ok(())
}
