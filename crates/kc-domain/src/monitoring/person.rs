//! Who came: names with posts, one on a line, by the side they stood for.

use crate::kernel::text::{Lang, clean};

/// Most people of one visit; more is a meeting, not a team.
pub const PEOPLE_MAX: usize = 40;

/// For whom somebody came, or who must do something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Sở Công Thương.
    Department,
    /// The commune; until 30/6/2025 the district.
    Commune,
    /// The centre that carries projects out.
    Centre,
    /// The supported establishment.
    Beneficiary,
    /// Anybody else.
    Other,
}

impl Side {
    /// Every side, in the order of minutes.
    pub const ALL: [Self; 5] = [
        Self::Department,
        Self::Commune,
        Self::Centre,
        Self::Beneficiary,
        Self::Other,
    ];

    /// The code kept in the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Commune => "commune",
            Self::Centre => "centre",
            Self::Beneficiary => "beneficiary",
            Self::Other => "other",
        }
    }

    /// The side of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.code() == code)
    }

    /// The name on screen.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Department => lang.t("Sở Công Thương", "Sở Công Thương"),
            Self::Commune => lang.t("UBND cấp xã (huyện)", "Commune (district)"),
            Self::Centre => lang.t("Trung tâm Khuyến công", "The centre"),
            Self::Beneficiary => lang.t("Đơn vị thụ hưởng", "Beneficiary"),
            Self::Other => lang.t("Đơn vị khác", "Others"),
        }
    }
}

/// Somebody who came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// For whom.
    pub side: Side,
    /// The name as written.
    pub name: String,
    /// The post; `None` when nobody wrote it.
    pub post: Option<String>,
}

/// Reads `Nguyễn Văn An – chuyên viên`, one person on a line. A dash with spaces around it, or a
/// comma, stands before the post.
pub fn read_people(side: Side, typed: &str) -> Vec<Person> {
    let lines = typed.lines().map(clean).filter(|line| !line.is_empty());
    lines.map(|line| read_person(side, &line)).collect()
}

fn read_person(side: Side, line: &str) -> Person {
    let parted = [" – ", " - ", " — ", ","]
        .into_iter()
        .find_map(|mark| line.split_once(mark));
    let (name, post) = parted.unwrap_or((line, ""));
    let post = clean(post);
    Person {
        side,
        name: clean(name),
        post: (!post.is_empty()).then_some(post),
    }
}

/// People of one side as a form shows them again.
pub fn write_people(people: &[Person], side: Side) -> String {
    let of_side = people.iter().filter(|person| person.side == side);
    let lines = of_side.map(|person| match &person.post {
        Some(post) => format!("{} – {post}", person.name),
        None => person.name.clone(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_and_perhaps_a_post() {
        let people = read_people(
            Side::Centre,
            " Nguyễn Văn An – Phó Giám đốc\r\n\nTrần Thị Bình, kế toán\nLê Cường",
        );
        let told: Vec<_> = people
            .iter()
            .map(|person| (person.name.as_str(), person.post.as_deref()))
            .collect();
        assert_eq!(
            told,
            [
                ("Nguyễn Văn An", Some("Phó Giám đốc")),
                ("Trần Thị Bình", Some("kế toán")),
                ("Lê Cường", None),
            ]
        );
        let again = read_people(Side::Centre, &write_people(&people, Side::Centre));
        assert_eq!(again, people);
        assert_eq!(write_people(&people, Side::Commune), "");
    }
}
