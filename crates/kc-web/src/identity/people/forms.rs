//! The forms about people: an invitation, and a role.

use crate::identity::organisation::forms::{PLACE, choices, filled, place_field};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use crate::place::choice;
use kc_app::identity::role::NewRole;
use kc_app::kernel::{Cx, Done};
use kc_domain::identity::Role;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::text::Lang;

/// The fields of an invitation.
pub fn invitation(lang: Lang, form: &Query) -> Vec<Field> {
    let fields = vec![
        Field::text(lang, "full_name", lang.t("Họ và tên", "Full name")),
        Field::new(
            lang,
            Kind::Short,
            "sign_in",
            lang.t("Tên đăng nhập", "Sign-in name"),
        )
        .hint(lang.t(
            "3–60 chữ không dấu, số hoặc . - _ @",
            "3–60 letters without accents, digits or . - _ @",
        ))
        .example("lan.nguyen"),
    ];
    filled(fields, form)
}

/// The fields of a role. A role begins today unless another day is typed.
pub fn role(cx: &Cx<'_>, form: &Query) -> Done<Vec<Field>> {
    let lang = cx.lang();
    let roles = Role::ALL.map(|role| Choice::new(role.code(), role.name(lang)));
    let mut fields = vec![
        Field::new(
            lang,
            Kind::Select(roles.into()),
            "role",
            lang.t("Vai trò", "Role"),
        ),
        Field::new(
            lang,
            Kind::Select(choices(cx, None)?),
            "organisation",
            lang.t("Tại tổ chức", "At the organisation"),
        ),
        place_field(lang),
    ];
    fields.extend(choice::field(lang, form, PLACE, cx.today()));
    let from = Field::date(lang, "valid_from", lang.t("Từ ngày", "From"));
    let to = Field::date(lang, "valid_to", lang.t("Đến hết ngày", "Until")).optional();
    fields.extend([from, to]);
    let typed = if form.get("valid_from").is_empty() {
        form.with("valid_from", &show_date(cx.today()))
    } else {
        form.clone()
    };
    Ok(filled(fields, &typed))
}

/// Reads a role.
pub fn read_role(cx: &Cx<'_>, form: &Query) -> Done<NewRole> {
    let mut reader = FormReader::new(form);
    reader.text(PLACE);
    let role = reader.choice("role", Role::from_code);
    let organisation = reader.choice("organisation", OrganisationId::parse);
    let area = choice::read(&mut reader, form, PLACE, cx.today(), None);
    let (valid_from, valid_to) = (reader.date("valid_from"), reader.date_or_none("valid_to"));
    reader.finish_with(|| {
        Some(NewRole {
            role: role?,
            organisation: organisation?,
            area,
            valid_from,
            valid_to,
        })
    })
}
