//! The office that issues the letter: what stands above it, whom it writes to, how it signs.

use super::Grounds;
use kc_domain::kernel::paper::{Issuer, Number, Signature};
use kc_domain::kernel::text::fold;
use kc_domain::place::{Unit, gazetteer};

/// The kind of office, told by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Department,
    Centre,
    Agency,
    Other,
}

impl Kind {
    fn of(name: &str) -> Self {
        let folded = fold(name);
        let starts = |words: &str| folded.starts_with(words);
        if starts("so ") {
            Self::Department
        } else if starts("trung tam") {
            Self::Centre
        } else if starts("cuc ") {
            Self::Agency
        } else {
            Self::Other
        }
    }

    /// Who heads it.
    fn head(self) -> &'static str {
        match self {
            Self::Department | Self::Centre => "Giám đốc",
            Self::Agency => "Cục trưởng",
            Self::Other => "Thủ trưởng",
        }
    }

    /// The symbol behind the number of a letter.
    fn symbol(self) -> &'static str {
        match self {
            Self::Department => "SCT-KC",
            Self::Centre => "TTKC",
            Self::Agency | Self::Other => "KC",
        }
    }
}

/// The province of the plan; nothing for the nation.
fn province(grounds: &Grounds) -> Option<&'static Unit> {
    gazetteer().unit_at(&grounds.plan.area.of_own_province())
}

/// "thành phố Hải Phòng"; empty for the nation.
fn province_in_text(grounds: &Grounds) -> String {
    let unit = province(grounds);
    unit.map(|unit| format!("{} {}", unit.kind.word().to_lowercase(), unit.name))
        .unwrap_or_default()
}

/// The place in "Hải Phòng, ngày …".
pub(super) fn place(grounds: &Grounds) -> String {
    province(grounds)
        .map_or("Hà Nội", |unit| unit.name)
        .to_owned()
}

/// Who issues the letter: as recorded, or the Sở of the province.
pub(super) fn name(grounds: &Grounds) -> String {
    let recorded = grounds.guidance.issuer.clone();
    recorded.unwrap_or_else(|| match province_in_text(grounds) {
        nowhere if nowhere.is_empty() => grounds.keeper.clone(),
        province => format!("Sở Công Thương {province}"),
    })
}

/// The office with the body directly above it.
pub(super) fn issuer(grounds: &Grounds) -> Issuer {
    let (name, province) = (name(grounds), province_in_text(grounds));
    let superior = match Kind::of(&name) {
        Kind::Department => format!("Ủy ban nhân dân\n{province}"),
        Kind::Centre => format!("Sở Công Thương\n{province}"),
        Kind::Agency => "Bộ Công Thương".to_owned(),
        Kind::Other => String::new(),
    };
    // Below the committee of the province the name of the province is not said twice.
    let body = name.strip_suffix(&province).unwrap_or(&name).trim_end();
    Issuer {
        superior: superior.trim_end().to_owned(),
        body: body.to_owned(),
    }
}

/// The number and sign of the signed letter; open while it is a draft.
pub(super) fn number(grounds: &Grounds) -> Number {
    let signed = grounds.signed.as_ref();
    let number = signed.and_then(|letter| letter.number.as_ref());
    let split = number.and_then(|number| number.as_str().split_once('/'));
    match split {
        Some((digits, sign)) => Number {
            number: digits.parse().ok(),
            sign: sign.to_owned(),
        },
        None => Number {
            number: None,
            sign: Kind::of(&name(grounds)).symbol().to_owned(),
        },
    }
}

/// Who signs: as recorded, or the head with the name left open.
pub(super) fn signature(grounds: &Grounds) -> Signature {
    let head = Kind::of(&name(grounds)).head();
    let post = grounds.guidance.signer_post.as_deref().unwrap_or(head);
    let is_deputy = fold(post).starts_with("pho ");
    Signature {
        authority: is_deputy
            .then(|| format!("KT. {head}"))
            .into_iter()
            .collect(),
        post: post.to_owned(),
        name: grounds.guidance.signer_name.clone().unwrap_or_default(),
    }
}

/// Whom the letter is addressed to: as recorded, or everybody who may propose.
pub(super) fn addressees(grounds: &Grounds) -> Vec<String> {
    if !grounds.guidance.addressees.is_empty() {
        return grounds.guidance.addressees.clone();
    }
    [
        "Ủy ban nhân dân các xã, phường, đặc khu",
        "Các tổ chức dịch vụ khuyến công trên địa bàn",
        "Các cơ sở công nghiệp nông thôn trên địa bàn",
    ]
    .map(str::to_owned)
    .into()
}

/// Who receives copies: as recorded, or those who finance, carry out and keep.
pub(super) fn copies(grounds: &Grounds) -> Vec<String> {
    let recorded = &grounds.guidance.copies;
    let usual = || {
        let committee = format!("Ủy ban nhân dân {} (để báo cáo)", province_in_text(grounds));
        let above = province(grounds).map(|_| committee);
        let others = ["Sở Tài chính", &*grounds.keeper].map(str::to_owned);
        above.into_iter().chain(others).collect()
    };
    let between = if recorded.is_empty() {
        usual()
    } else {
        recorded.clone()
    };
    let mut copies = vec!["Như trên".to_owned()];
    copies.extend(between);
    let is_kept = copies.iter().any(|copy| fold(copy).starts_with("luu"));
    copies.extend((!is_kept).then(|| "Lưu: VT".to_owned()));
    copies.dedup();
    copies
}
