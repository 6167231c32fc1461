//! What several forms of the field ask: who came, what must still be done. One column, few words to
//! type, so that they are filled in standing beside a machine.

use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::query::Query;
use kc_app::kernel::Cx;
use kc_app::monitoring::NewRequest;
use kc_domain::identity::Role;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::text::Lang;
use kc_domain::monitoring::{Person, Side, Verdict, VisitKind, read_people};

/// Requests a form asks for; more are added on the page of the visit.
const REQUESTS_ASKED: usize = 2;

/// A heading between questions of a long form.
pub fn section(lang: Lang, label: impl Into<String>) -> Field {
    Field::new(lang, Kind::Section, "", label)
}

/// The day, today unless it was another.
pub fn day(lang: Lang, label: &str) -> Field {
    Field::date(lang, "on", label)
}

/// Who came, side by side; one person on a line.
pub fn people(lang: Lang) -> Vec<Field> {
    let field = |side: Side| {
        let name = format!("people_{}", side.code());
        Field::new(lang, Kind::Few, name, side.name(lang)).optional()
    };
    let mut fields = vec![section(lang, lang.t("Thành phần tham gia", "Who came"))];
    let first = field(Side::Department).hint(lang.t(
        "Mỗi người một dòng: họ tên – chức vụ.",
        "One person a line: name – post.",
    ));
    fields.push(first.example("Nguyễn Văn An – Trưởng phòng Quản lý công nghiệp"));
    let rest = [Side::Commune, Side::Centre, Side::Beneficiary, Side::Other];
    fields.extend(rest.map(field));
    fields
}

/// Reads who came.
pub fn read_all_people(reader: &FormReader<'_>) -> Vec<Person> {
    let of_side = |side: Side| {
        let typed = reader.written(&format!("people_{}", side.code()));
        read_people(side, &typed)
    };
    Side::ALL.into_iter().flat_map(of_side).collect()
}

/// What a new form holds already: today, and the person who asks, at the side of the own office.
pub fn started(cx: &Cx<'_>) -> Query {
    let typed = Query::default().with("on", &show_date(cx.today()));
    let Some(actor) = cx.actor() else {
        return typed;
    };
    let held = actor.held();
    let mut sides = held.filter_map(|given| Some((own_side(given.role)?, given.role)));
    match sides.next() {
        Some((side, role)) => {
            let line = format!("{} – {}", actor.name, role.name(cx.lang()));
            typed.with(&format!("people_{}", side.code()), &line)
        }
        None => typed,
    }
}

fn own_side(role: Role) -> Option<Side> {
    match role {
        Role::CentreOfficer | Role::CentreHead => Some(Side::Centre),
        Role::DepartmentOfficer | Role::DepartmentHead => Some(Side::Department),
        Role::CommuneOfficer => Some(Side::Commune),
        _ => None,
    }
}

/// How it ended.
pub fn verdict(lang: Lang, of: VisitKind, label: &str) -> Field {
    let choices = Verdict::ALL.map(|verdict| Choice::new(verdict.code(), verdict.name(of, lang)));
    Field::new(lang, Kind::Radio(choices.into()), "verdict", label)
}

/// The conclusion in words.
pub fn conclusion(lang: Lang) -> Field {
    Field::new(
        lang,
        Kind::Long,
        "conclusion",
        lang.t("Kết luận", "Conclusion"),
    )
    .optional()
}

/// The sides that may have to do something.
pub fn holders(lang: Lang) -> Kind {
    let sides = [
        Side::Beneficiary,
        Side::Centre,
        Side::Commune,
        Side::Department,
        Side::Other,
    ];
    let choices = sides.map(|side| Choice::new(side.code(), side.name(lang)));
    Kind::Select(choices.into())
}

/// Requests with who must do it and by when.
pub fn requests(lang: Lang) -> Vec<Field> {
    let mut fields = vec![section(lang, lang.t("Yêu cầu, kiến nghị", "Requests"))];
    for number in 1..=REQUESTS_ASKED {
        fields.extend(request(lang, &format!("_{number}")).map(Field::optional));
    }
    fields
}

/// The three questions of one request; the names end as given.
pub fn request(lang: Lang, ending: &str) -> [Field; 3] {
    let what = lang.t("Yêu cầu làm gì", "What must be done");
    let holder = lang.t("Ai làm", "By whom");
    [
        Field::new(lang, Kind::Few, format!("request{ending}"), what),
        Field::new(lang, holders(lang), format!("holder{ending}"), holder),
        Field::date(lang, format!("due{ending}"), lang.t("Thời hạn", "By when")),
    ]
}

/// Reads the requests that were typed.
pub fn read_requests(reader: &mut FormReader<'_>) -> Vec<NewRequest> {
    let numbers = 1..=REQUESTS_ASKED;
    numbers
        .filter_map(|number| read_request(reader, &format!("_{number}")))
        .collect()
}

/// Reads one request; nothing typed is no request.
pub fn read_request(reader: &mut FormReader<'_>, ending: &str) -> Option<NewRequest> {
    let what = reader.text_or_none(&format!("request{ending}"))?;
    let holder = reader.choice(&format!("holder{ending}"), Side::from_code);
    let due_on = reader.date(&format!("due{ending}"));
    Some(NewRequest {
        what,
        holder: holder?,
        due_on,
    })
}

/// The fields with what was typed so far.
pub fn filled(fields: Vec<Field>, typed: &Query) -> Vec<Field> {
    let fill = |field: Field| {
        let value = typed.get(&field.name).to_owned();
        field.value(value)
    };
    fields.into_iter().map(fill).collect()
}
