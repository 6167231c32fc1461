//! A sitting as its page shows it: files against members, raw scores and results together.

use super::{sheet, show_sitting, subject};
use crate::kernel::{Cx, Done, Failure};
use kc_domain::appraisal::{Council, Ground, Member, Points, Quorum, Score, Sheet, Sitting};
use kc_domain::kernel::id::{SittingId, UserId};
use kc_domain::policy::Action;
pub use kc_store::appraisal::FileFacts;
use kc_store::appraisal::{self as store, Recusal};
use kc_store::kernel::Reader;
use std::collections::BTreeMap;

use kc_domain::kernel::id::ProjectId;

/// A sitting with everything that stands in its minutes.
#[derive(Debug, Clone)]
pub struct Sight {
    /// The sitting.
    pub sitting: Sitting,
    /// Its council.
    pub council: Council,
    /// The sheet it scores by.
    pub sheet: Sheet,
    /// The members, in the order of the columns.
    pub members: Vec<MemberSight>,
    /// The files, by code.
    pub files: Vec<SightOfFile>,
    /// Whether enough members sit.
    pub quorum: Quorum,
    /// Scores that count, with their criteria and remarks; none where the reader must not see them.
    pub counted: Vec<Score>,
    /// Scores that count no more.
    pub struck: Vec<Score>,
    /// The newest version of this sitting.
    pub newest: i64,
    /// Whether scores are hidden from the reader: a member must not be led by the others while
    /// the minutes are open.
    pub is_blind: bool,
}

/// A member at a sitting.
#[derive(Debug, Clone)]
pub struct MemberSight {
    /// The member.
    pub member: Member,
    /// Whether they sit.
    pub sits: bool,
    /// Whether they declared interests for the year.
    pub has_declared: bool,
}

/// A file at a sitting.
#[derive(Debug, Clone)]
pub struct SightOfFile {
    /// The file.
    pub facts: FileFacts,
    /// One mark for each member, in their order.
    pub marks: Vec<Mark>,
    /// Scores that count.
    pub counted: usize,
    /// The result, where there are enough scores.
    pub result: Option<Points>,
}

/// What a member has to do with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A score that counts.
    Scored(Points),
    /// A score is still owed.
    Owed,
    /// The member stays away.
    Recused(Ground),
    /// A score in closed minutes of a member who must stay away since; it asks for a correction.
    Late(Points, Ground),
}

/// A sitting, for whoever may see it.
pub fn see(cx: &Cx<'_>, id: SittingId) -> Done<Sight> {
    let (council, _) = show_sitting(cx, id)?;
    let sheet = sheet::get(&council.sheet)?;
    let mut sight = cx.read(|reader| Sight::read(reader, id, sheet))?;
    sight.is_blind = is_blind(cx, &sight);
    if sight.is_blind {
        sight.counted.clear();
    }
    Ok(sight)
}

/// Whether the reader is a member who must not see yet what the others gave.
pub(super) fn is_blind(cx: &Cx<'_>, sight: &Sight) -> bool {
    let mut members = sight.members.iter();
    let is_member = members.any(|held| Some(held.member.person) == cx.user());
    let runs_it = cx.may_on(Action::RecordAppraisal, &subject(&sight.council));
    sight.sitting.closed_at.is_none() && is_member && !runs_it
}

impl Sight {
    /// Reads a sitting whole, whoever asks.
    pub(super) fn read(reader: &mut Reader<'_>, id: SittingId, sheet: Sheet) -> Done<Self> {
        let sitting = store::find_sitting(reader, id)?.ok_or(Failure::NotFound)?;
        let council = store::find(reader, sitting.council)?.ok_or(Failure::NotFound)?;
        let members = store::members(reader, council.id)?;
        let present = store::presence(reader, id)?;
        let quorum = Quorum::of(&sheet.rule, &members, &present);
        let recusals = store::recusals(reader, council.id)?;
        let scores = store::scores(reader, id)?;
        let (struck, counting): (Vec<_>, Vec<_>) =
            scores.into_iter().partition(|score| score.struck.is_some());
        let table = Table::of(&counting, &recusals);
        let facts = store::files(reader, id)?;
        let files = facts
            .into_iter()
            .map(|file| table.row(file, &members, &sheet));
        let newest = store::newest_version(reader, council.id, sitting.number)?;
        let files = files.collect();
        let people: Vec<_> = members.iter().map(|member| member.person).collect();
        let declared = store::declared_by(reader, &people, council.year)?;
        let seat = |member: Member| MemberSight {
            sits: present.contains(&member.person),
            has_declared: declared.contains_key(&member.person),
            member,
        };
        let members = members.into_iter().map(seat).collect();
        Ok(Self {
            sitting,
            council,
            sheet,
            members,
            files,
            quorum,
            counted: counting,
            struck,
            newest,
            is_blind: false,
        })
    }

    /// The scores still owed by members who sit, as "member – file".
    pub fn owed(&self) -> Vec<String> {
        let mut owed = Vec::new();
        for file in &self.files {
            let marks = self.members.iter().zip(&file.marks);
            let missing = marks.filter(|(held, mark)| held.sits && **mark == Mark::Owed);
            owed.extend(
                missing.map(|(held, _)| format!("{} – {}", held.member.name, file.facts.code)),
            );
        }
        owed
    }

    /// The first score in these minutes of a member who must stay away from its file.
    pub fn late(&self) -> Option<(&str, &str)> {
        self.files.iter().find_map(|file| {
            let mut marks = self.members.iter().zip(&file.marks);
            let late = marks.find(|(_, mark)| matches!(mark, Mark::Late(..)));
            late.map(|(held, _)| (&*file.facts.code, &*held.member.name))
        })
    }

    /// The mark of a member for a file.
    pub fn mark_of(&self, file: &SightOfFile, person: UserId) -> Option<Mark> {
        let mut marks = self.members.iter().zip(&file.marks);
        let found = marks.find(|(held, _)| held.member.person == person);
        found.map(|(_, mark)| mark.clone())
    }
}

type Key = (ProjectId, UserId);

/// Scores that count and recusals, by file and member.
struct Table<'a> {
    scores: BTreeMap<Key, Points>,
    recusals: &'a BTreeMap<Key, Recusal>,
}

impl<'a> Table<'a> {
    fn of(counting: &[Score], recusals: &'a BTreeMap<Key, Recusal>) -> Self {
        let scores = counting.iter();
        let scores = scores.map(|score| ((score.project, score.person), score.total));
        Self {
            scores: scores.collect(),
            recusals,
        }
    }

    fn row(&self, facts: FileFacts, members: &[Member], sheet: &Sheet) -> SightOfFile {
        let keys = || members.iter().map(|member| (facts.project, member.person));
        let counted: Vec<_> = keys()
            .filter_map(|key| self.scores.get(&key).copied())
            .collect();
        SightOfFile {
            marks: keys().map(|key| self.mark(key)).collect(),
            counted: counted.len(),
            result: sheet.rule.method.result(&counted, sheet.rule.scores_min),
            facts,
        }
    }

    fn mark(&self, key: Key) -> Mark {
        let ground = self.recusals.get(&key).map(|held| held.ground.clone());
        match (self.scores.get(&key), ground) {
            (Some(points), None) => Mark::Scored(*points),
            (Some(points), Some(ground)) => Mark::Late(*points, ground),
            (None, Some(ground)) => Mark::Recused(ground),
            (None, None) => Mark::Owed,
        }
    }
}
