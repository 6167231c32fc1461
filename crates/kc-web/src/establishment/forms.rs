//! The form of an establishment: its fields, and what is read from them.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::place::choice;
use kc_app::establishment::Alike;
use kc_app::establishment::record::NewEstablishment;
use kc_app::kernel::{Cx, Done, Failure};
use kc_domain::establishment::{Establishment, LegalForm, TaxNumber};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;

const ADDRESS: &str = "address_written";

/// The values of an establishment as its form shows them.
pub fn values(kept: &Establishment) -> Query {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let flag = |value: Option<bool>| {
        value
            .map_or("unknown", |yes| if yes { "yes" } else { "no" })
            .to_owned()
    };
    let tax = kept.tax_number.as_ref().map(TaxNumber::to_string);
    let pairs = [
        ("name", kept.name.clone()),
        (
            "legal_form",
            kept.legal_form.map_or("", LegalForm::code).to_owned(),
        ),
        ("tax_number", tax.unwrap_or_default()),
        (ADDRESS, kept.address_written.clone()),
        (choice::AREA, kept.area.to_string()),
        ("trade", text(&kept.trade)),
        ("products", text(&kept.products)),
        ("owner_name", text(&kept.owner_name)),
        ("woman_owned", flag(kept.woman_owned)),
        ("minority_owned", flag(kept.minority_owned)),
        ("craft_village", flag(kept.craft_village)),
        (
            "workers",
            kept.workers.map_or_else(String::new, |n| n.to_string()),
        ),
        (
            "surveyed_on",
            kept.surveyed_on.map_or_else(String::new, show_date),
        ),
        ("version", kept.version.to_string()),
    ];
    Query(pairs.map(|(name, value)| (name.to_owned(), value)).into())
}

/// The fields with what was typed so far. Records that look alike bring a box to confirm.
pub fn fields(cx: &Cx<'_>, form: &Query, alike: &[Alike]) -> Vec<Field> {
    let lang = cx.lang();
    let area = choice::field(lang, form, ADDRESS, cx.today());
    let mut fields = identity(lang);
    fields.extend(area);
    fields.extend(facts(lang));
    if !alike.is_empty() {
        fields.push(confirmation(lang, alike));
    }
    fields.push(Field::new(lang, Kind::Hidden, "version", ""));
    fields
        .into_iter()
        .map(|field| {
            let typed = form.get(&field.name).to_owned();
            field.value(typed)
        })
        .collect()
}

fn identity(lang: Lang) -> Vec<Field> {
    let unknown = Choice::new("", lang.t("Chưa rõ", "Not known"));
    let forms = LegalForm::ALL.map(|form| Choice::new(form.code(), form.name(lang)));
    let forms = std::iter::once(unknown).chain(forms).collect();
    vec![
        Field::text(lang, "name", lang.t("Tên cơ sở", "Name")).hint(lang.t(
            "Ghi như trong giấy đăng ký.",
            "As in the certificate of registration.",
        )),
        Field::new(
            lang,
            Kind::Select(forms),
            "legal_form",
            lang.t("Hình thức pháp lý", "Legal form"),
        )
        .optional(),
        Field::new(
            lang,
            Kind::Short,
            "tax_number",
            lang.t("Mã số thuế", "Tax number"),
        )
        .optional(),
        Field::text(lang, ADDRESS, lang.t("Địa chỉ", "Address"))
            .hint(lang.t(
                "Gõ như trong hồ sơ; chương trình giữ nguyên và tìm đơn vị hành chính bên cạnh.",
                "As in the file; it is kept as typed, with the unit found beside it.",
            ))
            .example("xã Mỹ Đồng, huyện Thủy Nguyên, Hải Phòng"),
    ]
}

fn facts(lang: Lang) -> Vec<Field> {
    let flag = |name: &str, label: &str| {
        let choices = vec![
            Choice::new("yes", lang.t("Có", "Yes")),
            Choice::new("no", lang.t("Không", "No")),
            Choice::new("unknown", lang.t("Chưa rõ", "Not known")),
        ];
        Field::new(lang, Kind::Radio(choices), name, label).optional()
    };
    vec![
        Field::text(lang, "trade", lang.t("Ngành nghề", "Trade"))
            .optional()
            .example(lang.t("Đúc kim loại", "Metal casting")),
        Field::text(lang, "products", lang.t("Sản phẩm chính", "Main products")).optional(),
        Field::text(lang, "owner_name", lang.t("Chủ cơ sở", "Owner")).optional(),
        flag("woman_owned", lang.t("Phụ nữ làm chủ", "Owned by a woman")),
        flag(
            "minority_owned",
            lang.t("Người dân tộc thiểu số làm chủ", "Owned by a minority"),
        ),
        flag(
            "craft_village",
            lang.t(
                "Trong làng nghề được công nhận",
                "In a recognised craft village",
            ),
        ),
        Field::new(
            lang,
            Kind::Count,
            "workers",
            lang.t("Số lao động", "Workers"),
        )
        .optional()
        .unit(lang.t("người", "people")),
        Field::date(lang, "surveyed_on", lang.t("Ngày khảo sát", "Surveyed on")).optional(),
    ]
}

fn confirmation(lang: Lang, alike: &[Alike]) -> Field {
    let names = alike.iter().map(|alike| {
        let other = &alike.establishment;
        let place = super::place_of(other, lang);
        format!("{} – {place} ({})", other.name, alike.likeness.say(lang))
    });
    let label = lang.t(
        "Đây là cơ sở khác với những cơ sở dưới đây",
        "This is another establishment than those below",
    );
    Field::new(lang, Kind::Checkbox, "confirmed", label).hint(names.collect::<Vec<_>>().join(" · "))
}

/// Reads what was typed. A new record is kept by the person's own organisation.
pub fn read(cx: &Cx<'_>, form: &Query, kept: choice::Kept<'_>) -> Done<NewEstablishment> {
    let organisation = cx
        .actor()
        .and_then(kc_domain::identity::Actor::organisation)
        .ok_or(Failure::NotFound)?;
    let mut reader = FormReader::new(form);
    let flag = |name: &str| match form.get(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let new = NewEstablishment {
        name: reader.text("name"),
        legal_form: reader.choice_or_none("legal_form", LegalForm::from_code),
        tax_number: tax_number(&mut reader),
        address_written: reader.text(ADDRESS),
        area: choice::read(&mut reader, form, ADDRESS, cx.today(), kept),
        trade: reader.text_or_none("trade"),
        products: reader.text_or_none("products"),
        owner_name: reader.text_or_none("owner_name"),
        woman_owned: flag("woman_owned"),
        minority_owned: flag("minority_owned"),
        craft_village: flag("craft_village"),
        workers: reader.count_or_none("workers"),
        surveyed_on: reader.date_or_none("surveyed_on"),
        organisation,
        party: None,
        illustrative: false,
    };
    reader.finish(new)
}

fn tax_number(reader: &mut FormReader<'_>) -> Option<TaxNumber> {
    let text = reader.text_or_none("tax_number")?;
    match TaxNumber::parse(&text) {
        Ok(number) => Some(number),
        Err(refusal) => {
            reader.wrong("tax_number", refusal.say(Lang::Vi), refusal.say(Lang::En));
            None
        }
    }
}
