//! The office that issues a paper: what stands above it, who heads it, how it signs.

use crate::kernel::paper::{Issuer, Signature};
use crate::kernel::text::fold;
use crate::place::area::AreaPath;
use crate::place::{Unit, gazetteer};

/// A kind of office that issues papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Office {
    /// Ủy ban nhân dân.
    Committee,
    /// Sở.
    Department,
    /// Trung tâm.
    Centre,
    /// Bộ.
    Ministry,
    /// Cục.
    Agency,
    /// Any other.
    Other,
}

impl Office {
    /// The kind, told by the name of an office.
    pub fn named(name: &str) -> Self {
        let folded = fold(name);
        let starts = |words: &str| folded.starts_with(words);
        if starts("uy ban nhan dan") || starts("ubnd") {
            Self::Committee
        } else if starts("so ") {
            Self::Department
        } else if starts("trung tam") {
            Self::Centre
        } else if starts("bo ") {
            Self::Ministry
        } else if starts("cuc ") {
            Self::Agency
        } else {
            Self::Other
        }
    }

    /// The kind, told by the sign of a decision within a text: "118/QĐ-SCT ngày 02/03/2026".
    pub fn signing(text: &str) -> Option<Self> {
        let signs = [
            ("QĐ-UBND", Self::Committee),
            ("QĐ-SCT", Self::Department),
            ("QĐ-BCT", Self::Ministry),
        ];
        let mut found = signs.into_iter().filter(|(sign, _)| text.contains(sign));
        found.next().map(|(_, office)| office)
    }

    /// Who heads it.
    pub fn head(self) -> &'static str {
        match self {
            Self::Committee => "Chủ tịch",
            Self::Department | Self::Centre => "Giám đốc",
            Self::Ministry => "Bộ trưởng",
            Self::Agency => "Cục trưởng",
            Self::Other => "Thủ trưởng",
        }
    }

    /// The office directly above; none above a committee or a ministry, whose papers name nobody
    /// else at their head (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    fn above(self) -> Option<Self> {
        match self {
            Self::Centre => Some(Self::Department),
            Self::Department => Some(Self::Committee),
            Self::Agency => Some(Self::Ministry),
            Self::Committee | Self::Ministry | Self::Other => None,
        }
    }

    /// How the office of this kind in charge of an area is called, over two lines where a place
    /// belongs to its name; empty where it has no name of its own.
    pub fn in_charge_of(self, area: &AreaPath) -> String {
        let name = match self {
            Self::Committee => "Ủy ban nhân dân",
            Self::Department => "Sở Công Thương",
            Self::Ministry => return "Bộ Công Thương".to_owned(),
            Self::Centre | Self::Agency | Self::Other => return String::new(),
        };
        let province = gazetteer().unit_at(&area.of_own_province());
        let province = province.map(|unit| format!("\n{}", unit.name_in_text()));
        name.to_owned() + &province.unwrap_or_default()
    }

    /// The head of a paper issued by an office of a name, for an area.
    pub fn issuer(name: &str, area: &AreaPath) -> Issuer {
        let office = Self::named(name);
        let superior = office.above().map(|above| above.in_charge_of(area));
        Issuer {
            superior: superior.unwrap_or_default(),
            body: office.body(name, area),
        }
    }

    /// The name of the issuing body: a committee's over two lines; below the committee of its
    /// province, a name that does not say the province twice.
    fn body(self, name: &str, area: &AreaPath) -> String {
        match (self, name.split_once("nhân dân ")) {
            (Self::Committee, Some((first, rest))) => format!("{first}nhân dân\n{rest}"),
            (Self::Department | Self::Centre, _) => {
                let province = gazetteer().unit_at(&area.of_own_province());
                let province = province.map(Unit::name_in_text);
                let short = province.and_then(|province| name.strip_suffix(&province));
                short.unwrap_or(name).trim_end().to_owned()
            }
            _ => name.to_owned(),
        }
    }

    /// Who signs: the post and name as recorded, or the head with the name left open. A deputy
    /// signs for the head (KT.).
    pub fn signature(self, post: Option<&str>, name: Option<&str>) -> Signature {
        let head = self.head();
        let post = post.unwrap_or(head);
        let is_deputy = fold(post).starts_with("pho ");
        let authority = is_deputy.then(|| format!("KT. {head}"));
        Signature {
            authority: authority.into_iter().collect(),
            post: post.to_owned(),
            name: name.unwrap_or_default().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hai_phong() -> AreaPath {
        AreaPath::parse("VN/31").unwrap()
    }

    #[test]
    fn an_issuer_stands_below_the_office_above_it_and_says_its_province_once() {
        let cases = [
            (
                "Sở Công Thương thành phố Hải Phòng",
                "Ủy ban nhân dân\nthành phố Hải Phòng",
                "Sở Công Thương",
            ),
            (
                "Trung tâm Khuyến công Hải Phòng",
                "Sở Công Thương\nthành phố Hải Phòng",
                "Trung tâm Khuyến công Hải Phòng",
            ),
            (
                "Ủy ban nhân dân thành phố Hải Phòng",
                "",
                "Ủy ban nhân dân\nthành phố Hải Phòng",
            ),
            ("Bộ Công Thương", "", "Bộ Công Thương"),
            ("Cục Công Thương", "Bộ Công Thương", "Cục Công Thương"),
            ("Liên minh Hợp tác xã", "", "Liên minh Hợp tác xã"),
        ];
        for (name, superior, body) in cases {
            let issuer = Office::issuer(name, &hai_phong());
            assert_eq!(
                (&*issuer.superior, &*issuer.body),
                (superior, body),
                "{name}"
            );
        }
    }

    #[test]
    fn the_sign_of_a_decision_tells_who_issued_it_and_other_words_tell_nothing() {
        let told = |text| Office::signing(text).map(|office| office.in_charge_of(&hai_phong()));
        let sct = told("Quyết định số 118/QĐ-SCT ngày 02/03/2026").unwrap();
        assert_eq!(sct, "Sở Công Thương\nthành phố Hải Phòng");
        assert_eq!(told("Quyết định của Giám đốc Sở"), None);
    }

    #[test]
    fn a_deputy_signs_for_the_head_of_the_office() {
        let post = |office: Office, post| {
            let signed = office.signature(post, None);
            (signed.authority.join(" "), signed.post)
        };
        let deputy = post(Office::Department, Some("Phó Giám đốc"));
        assert_eq!(deputy, ("KT. Giám đốc".into(), "Phó Giám đốc".into()));
        assert_eq!(post(Office::Committee, None).1, "Chủ tịch");
        assert_eq!(
            post(Office::Agency, None),
            (String::new(), "Cục trưởng".into())
        );
    }
}
