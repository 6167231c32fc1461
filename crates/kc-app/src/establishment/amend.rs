//! Amending an establishment that is still as the person saw it.

use super::record::{NewEstablishment, build};
use super::{show, subject};
use crate::kernel::{About, Cx, Done, Trace};
use crate::search;
use kc_domain::establishment::refusal::Refusal;
use kc_domain::establishment::{Establishment, TaxNumber};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::EstablishmentId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;
use kc_store::establishment;

/// Amends an establishment; who keeps the record and the mark of sample data stay.
pub fn amend(cx: &Cx<'_>, id: EstablishmentId, version: i64, new: NewEstablishment) -> Done<()> {
    let before = show(cx, id)?;
    let mut after = build(id, new, version)?;
    after.organisation = before.organisation;
    after.party = before.party;
    after.illustrative = before.illustrative;
    let about = About::new("establishment", id);
    let permit = cx.permit(Action::RecordEstablishment, subject(&before), &about)?;
    if !cx.may_on(Action::RecordEstablishment, &subject(&after)) {
        return Err(Refusal::OutsideArea.into());
    }
    cx.change(&permit, &about, |tx| {
        establishment::update(tx, &after)?;
        search::keep_establishment(tx, &after)?;
        tx.trace(Trace::new("establishment", id, changes(&before, &after)));
        Ok(())
    })
}

/// What changed, field by field: "Lao động: 20 → 25".
fn changes(before: &Establishment, after: &Establishment) -> String {
    let (old, new) = (fields(before), fields(after));
    let changed = old.iter().zip(&new).filter(|(old, new)| old != new);
    let lines: Vec<_> = changed
        .map(|((name, old), (_, new))| format!("{name}: {old} → {new}"))
        .collect();
    if lines.is_empty() {
        return format!("Lưu cơ sở {}, không đổi", after.name);
    }
    format!("Sửa cơ sở {}. {}", after.name, lines.join("; "))
}

fn fields(establishment: &Establishment) -> [(&'static str, String); 13] {
    let text = |value: Option<&str>| value.unwrap_or("chưa có số liệu").to_owned();
    let flag = |value: Option<bool>| text(value.map(|yes| if yes { "có" } else { "không" }));
    let e = establishment;
    let form = e.legal_form.map(|form| form.name(Lang::Vi));
    [
        ("Tên", e.name.clone()),
        ("Hình thức", text(form)),
        (
            "Mã số thuế",
            text(e.tax_number.as_ref().map(TaxNumber::as_str)),
        ),
        ("Địa chỉ", e.address_written.clone()),
        ("Địa bàn", e.area.to_string()),
        ("Ngành nghề", text(e.trade.as_deref())),
        ("Sản phẩm", text(e.products.as_deref())),
        ("Chủ cơ sở", text(e.owner_name.as_deref())),
        ("Phụ nữ làm chủ", flag(e.woman_owned)),
        ("Dân tộc thiểu số làm chủ", flag(e.minority_owned)),
        ("Làng nghề", flag(e.craft_village)),
        (
            "Lao động",
            text(e.workers.map(|count| count.to_string()).as_deref()),
        ),
        (
            "Ngày khảo sát",
            text(e.surveyed_on.map(show_date).as_deref()),
        ),
    ]
}
