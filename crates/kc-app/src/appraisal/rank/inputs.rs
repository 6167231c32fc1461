//! What a ranking is computed from: files with their points, groups and asks.

use super::{Choice, Found};
use crate::appraisal::sight::{FileFacts, SightOfFile};
use crate::kernel::Cx;
use crate::ledger::purse::PurseCard;
use crate::place::name_of;
use kc_domain::appraisal::Points;
use kc_domain::appraisal::ranking::{Ask, File, Floor, Key, Rules};
use kc_domain::kernel::id::{ProjectId, PurseId};
use kc_domain::kernel::level::Level;
use kc_domain::ledger::Source;
use kc_domain::project::ProjectKind;
use std::collections::BTreeMap;

/// Each project once, as the latest sitting found it.
pub(super) fn files(sights: &[Found], chosen: &[&PurseCard]) -> Vec<(ProjectId, File)> {
    let mut found: BTreeMap<ProjectId, File> = BTreeMap::new();
    for held in sights {
        for file in &held.0.files {
            let entry = found.entry(file.facts.project);
            entry.or_insert_with(|| file_of(held, file, chosen));
        }
    }
    found.into_iter().collect()
}

fn file_of((sight, done): &Found, file: &SightOfFile, chosen: &[&PurseCard]) -> File {
    let facts = &file.facts;
    let name = |id: PurseId| {
        let card = chosen.iter().find(|card| card.purse.id == id);
        card.map_or_else(|| id.to_string(), |card| card.purse.code.clone())
    };
    let stated = facts.asks.iter().map(|ask| Ask {
        purse: name(ask.purse),
        amount: ask.amount,
    });
    let asks: Vec<_> = stated.collect();
    File {
        code: facts.code.clone(),
        title: facts.title.clone(),
        points: file.result.filter(|_| sight.quorum.is_met()),
        is_flagship: facts.kind == ProjectKind::Flagship,
        marks: facts.marks.clone(),
        experience: facts
            .unit
            .and_then(|unit| done.get(&unit).copied())
            .unwrap_or(0),
        registered_on: facts.registered_on,
        groups: groups_of(facts),
        asks: if asks.is_empty() {
            usual_ask(facts, chosen)
        } else {
            asks
        },
    }
}

/// Where no purse is stated, all that is asked comes from the purse of the project's level, or from
/// the only purse chosen.
fn usual_ask(facts: &FileFacts, chosen: &[&PurseCard]) -> Vec<Ask> {
    let of_level = |card: &&&PurseCard| match facts.level {
        Some(Level::National) => card.purse.source == Source::Central,
        Some(Level::Local) => card.purse.source == Source::Local,
        None => false,
    };
    let only = match chosen {
        [only] => Some(only),
        _ => None,
    };
    let purse = chosen.iter().find(of_level).or(only);
    match (facts.support_asked, purse) {
        (Some(amount), Some(card)) => vec![Ask {
            purse: card.purse.code.clone(),
            amount,
        }],
        _ => Vec::new(),
    }
}

/// The groups of a file: its kind, its content, the areas it lies in below the province.
fn groups_of(facts: &FileFacts) -> Vec<String> {
    let mut groups = vec![format!("kind:{}", facts.kind.code())];
    groups.extend(
        facts
            .content_group
            .as_ref()
            .map(|key| format!("content:{key}")),
    );
    let mut area = Some(facts.area.clone());
    while let Some(held) = area.filter(|held| *held != held.of_own_province()) {
        groups.push(format!("area:{held}"));
        area = held.parent();
    }
    groups
}

/// Every group of some files with its words, for a choice.
pub(super) fn groups(cx: &Cx<'_>, sights: &[Found]) -> Vec<(String, String)> {
    let lang = cx.lang();
    let mut found = BTreeMap::new();
    for facts in sights
        .iter()
        .flat_map(|(sight, _)| &sight.files)
        .map(|file| &file.facts)
    {
        for group in groups_of(facts) {
            let words = match group.split_once(':') {
                Some(("kind", _)) => facts.kind.name(lang).to_owned(),
                Some(("content", key)) => format!("{} {key}", lang.t("nhóm nội dung", "group")),
                Some((_, path)) => kc_domain::place::area::AreaPath::parse(path)
                    .map_or_else(|_| path.to_owned(), |area| name_of(&area, lang)),
                None => continue,
            };
            found.insert(group, words);
        }
    }
    found.into_iter().collect()
}

pub(super) fn rules(choice: &Choice, threshold: Points, groups: &[(String, String)]) -> Rules {
    let words = |group: &str| {
        let found = groups.iter().find(|(code, _)| code == group);
        found.map_or(group, |(_, words)| words).to_owned()
    };
    let floor = |(group, at_least): &(String, usize)| Floor {
        group: group.clone(),
        label: format!("ít nhất {at_least} đề án: {}", words(group)),
        at_least: *at_least,
    };
    let keys = if choice.points_first {
        Key::POINTS_FIRST
    } else {
        Key::USUAL
    };
    Rules {
        threshold: choice.threshold.unwrap_or(threshold),
        floors: choice.floors.iter().map(floor).collect(),
        keys: keys.to_vec(),
        fill: choice.fill,
        reduce_from: choice.reduce_from,
        reserve: choice.reserve,
    }
}
