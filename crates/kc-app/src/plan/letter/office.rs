//! The office that issues the letter: what stands above it, whom it writes to, how it signs.

use super::Grounds;
use kc_domain::document::{DocumentNumber, Office};
use kc_domain::kernel::paper::{Issuer, Number, Signature};
use kc_domain::kernel::text::fold;
use kc_domain::place::{Unit, gazetteer};

/// The symbol behind the number of a letter.
fn symbol(office: Office) -> &'static str {
    match office {
        Office::Department => "SCT-KC",
        Office::Centre => "TTKC",
        Office::Committee | Office::Ministry | Office::Agency | Office::Other => "KC",
    }
}

/// The province of the plan; nothing for the nation.
fn province(grounds: &Grounds) -> Option<&'static Unit> {
    gazetteer().unit_at(&grounds.plan.area.of_own_province())
}

/// "thành phố Hải Phòng"; empty for the nation.
fn province_in_text(grounds: &Grounds) -> String {
    let unit = province(grounds);
    unit.map(Unit::name_in_text).unwrap_or_default()
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
    Office::issuer(&name(grounds), &grounds.plan.area)
}

/// The number and sign of the signed letter; open while it is a draft.
pub(super) fn number(grounds: &Grounds) -> Number {
    let signed = grounds.signed.as_ref();
    let number = signed.and_then(|letter| letter.number.as_ref());
    let number = number.map(DocumentNumber::as_str);
    Number::written(number, symbol(Office::named(&name(grounds))))
}

/// Who signs: as recorded, or the head with the name left open.
pub(super) fn signature(grounds: &Grounds) -> Signature {
    let (post, signer) = (&grounds.guidance.signer_post, &grounds.guidance.signer_name);
    Office::named(&name(grounds)).signature(post.as_deref(), signer.as_deref())
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
