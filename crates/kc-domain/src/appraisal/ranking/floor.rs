//! Floors: at least so many files of a group are considered before all others.
//!
//! Each floor takes the best of its group; which ones does not depend on the money, so that more
//! money cannot change the order. Taking to the front what would have won anyway changes nothing.

use super::{File, Floor, Outcome};
use std::collections::BTreeSet;

/// A file in the line with its place by the keys and the floor that took it to the front.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) file: &'a File,
    pub(super) place: usize,
    pub(super) floor: Option<&'a Floor>,
}

/// The line with the files of the floors in front, both parts in the order of the keys.
pub(super) fn front<'a>(sorted: &[&'a File], floors: &'a [Floor]) -> Vec<Standing<'a>> {
    let taken: BTreeSet<&str> = floors
        .iter()
        .flat_map(|floor| of(sorted, floor).map(|file| &*file.code))
        .collect();
    let standing = |(index, file): (usize, &&'a File)| Standing {
        file,
        place: index.saturating_add(1),
        floor: floors
            .iter()
            .find(|floor| of(sorted, floor).any(|held| held.code == file.code)),
    };
    let line: Vec<_> = sorted.iter().enumerate().map(standing).collect();
    let (first, rest): (Vec<_>, Vec<_>) = line
        .into_iter()
        .partition(|standing| taken.contains(&*standing.file.code));
    [first, rest].concat()
}

fn of<'a>(sorted: &[&'a File], floor: &Floor) -> impl Iterator<Item = &'a File> {
    let group = floor.group.clone();
    sorted
        .iter()
        .copied()
        .filter(move |file| file.groups.contains(&group))
        .take(floor.at_least)
}

/// How many winners each floor got.
pub(super) fn met(line: &[Standing<'_>], outcomes: &[Outcome], floors: &[Floor]) -> Vec<usize> {
    let winners = |floor: &Floor| {
        let pairs = line.iter().zip(outcomes);
        pairs
            .filter(|(standing, outcome)| {
                outcome.verdict.is_winner() && standing.file.groups.contains(&floor.group)
            })
            .count()
    };
    floors.iter().map(winners).collect()
}
