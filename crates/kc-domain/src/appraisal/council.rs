//! Councils of appraisal: who sits, in which post, and whether enough sit.

use super::refusal::Refusal;
use super::sheet::CouncilRule;
use crate::kernel::id::{CouncilId, OrganisationId, PlanId, UserId};
use crate::kernel::text::Lang;
use crate::place::area::AreaPath;

/// Most members of one council.
pub const MEMBERS_MAX: usize = 25;

/// A council for the files of one plan and round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Council {
    /// Identity.
    pub id: CouncilId,
    /// Name as in the decision that set it up.
    pub name: String,
    /// The plan whose files it appraises.
    pub plan: PlanId,
    /// The year of the plan; declarations of interests are of this year.
    pub year: i32,
    /// The round: `I`, `II`.
    pub round: String,
    /// The code of its scoring sheet.
    pub sheet: String,
    /// The decision it stands on, as written.
    pub decision: Option<String>,
    /// Where it lies.
    pub area: AreaPath,
    /// The organisation in charge.
    pub organisation: OrganisationId,
    /// Whether the record is sample data.
    pub illustrative: bool,
}

/// A member of a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub person: UserId,
    /// Full name.
    pub name: String,
    /// The post.
    pub post: Post,
    /// The organisation the person works for.
    pub organisation: Option<OrganisationId>,
    /// Its name.
    pub organisation_name: Option<String>,
}

/// A post in a council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Post {
    /// Chủ tịch.
    Chair,
    /// Ủy viên.
    Member,
    /// Ủy viên thư ký.
    Secretary,
}

impl Post {
    /// Every post.
    pub const ALL: [Self; 3] = [Self::Chair, Self::Member, Self::Secretary];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Member => "member",
            Self::Secretary => "secretary",
        }
    }

    /// The post of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|post| post.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Chair => lang.t("Chủ tịch", "Chair"),
            Self::Member => lang.t("Ủy viên", "Member"),
            Self::Secretary => lang.t("Ủy viên, thư ký", "Member and secretary"),
        }
    }
}

/// Whether one more person may join in a post.
pub fn may_join(members: &[Member], person: UserId, post: Post) -> Result<(), Refusal> {
    if members.iter().any(|held| held.person == person) {
        return Err(Refusal::AlreadyMember);
    }
    if post == Post::Chair && members.iter().any(|held| held.post == Post::Chair) {
        return Err(Refusal::SecondChair);
    }
    if members.len() >= MEMBERS_MAX {
        return Err(Refusal::TooManyMembers { most: MEMBERS_MAX });
    }
    Ok(())
}

/// Whether enough members sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    /// How many sit.
    pub present: usize,
    /// How many members there are.
    pub members: usize,
    /// How many must sit.
    pub needed: usize,
    /// Whether the one who chairs is missing though the rule asks for them.
    pub lacks_chair: bool,
}

impl Quorum {
    /// Counts those who sit. The number needed is rounded up: two thirds of five are four.
    pub fn of(rule: &CouncilRule, members: &[Member], present: &[UserId]) -> Self {
        let sits = |member: &&Member| present.contains(&member.person);
        let seated = members.iter().filter(sits);
        let count = i64::try_from(members.len()).unwrap_or(i64::MAX);
        let needed = count
            .saturating_mul(rule.present_numerator)
            .saturating_add(rule.present_denominator.saturating_sub(1))
            .checked_div(rule.present_denominator)
            .unwrap_or(count);
        Self {
            present: seated.clone().count(),
            members: members.len(),
            needed: usize::try_from(needed).unwrap_or(members.len()).max(1),
            lacks_chair: rule.chair_must_sit
                && !seated.clone().any(|member| member.post == Post::Chair),
        }
    }

    /// Whether the council can decide.
    pub fn is_met(self) -> bool {
        self.present >= self.needed && !self.lacks_chair
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;

    fn member(number: u8, post: Post) -> Member {
        Member {
            person: UserId([number; 16]),
            name: String::new(),
            post,
            organisation: None,
            organisation_name: None,
        }
    }

    fn five() -> Vec<Member> {
        let mut members: Vec<_> = (2..=5).map(|n| member(n, Post::Member)).collect();
        members.push(member(1, Post::Chair));
        members
    }

    #[test]
    fn two_thirds_of_five_are_four_with_the_chair() {
        let rule = sheet().rule;
        let met = |present: &[u8]| {
            let present: Vec<_> = present.iter().map(|n| UserId([*n; 16])).collect();
            Quorum::of(&rule, &five(), &present).is_met()
        };
        assert!(met(&[1, 2, 3, 4]));
        assert!(!met(&[1, 2, 3]));
        assert!(!met(&[2, 3, 4, 5]));
        assert!(!met(&[1, 2, 3, 9]), "a stranger does not count");
    }

    #[test]
    fn a_council_has_one_chair_and_nobody_twice() {
        let members = five();
        assert_eq!(
            may_join(&members, UserId([9; 16]), Post::Chair),
            Err(Refusal::SecondChair)
        );
        assert_eq!(
            may_join(&members, UserId([2; 16]), Post::Member),
            Err(Refusal::AlreadyMember)
        );
        assert_eq!(may_join(&members, UserId([9; 16]), Post::Secretary), Ok(()));
    }
}
