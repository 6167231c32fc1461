//! What is known of a project, as its page lists it.

use crate::kernel::components::{Fact, Money, Value};
use kc_app::kernel::Cx;
use kc_app::place::name_on;
use kc_app::project::{Beneficiary, Sight};
use kc_app::{plan, programme};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::figure::Figure;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::{Action, Subject};
use kc_domain::programme::catalogue;

/// Everything worth a line: figures known or not, remarks only where somebody made them.
pub(super) fn facts(cx: &Cx<'_>, sight: &Sight) -> Vec<Fact> {
    let mut facts = frame(cx, sight);
    facts.extend(parties(cx, sight));
    facts.extend(contents(cx.lang(), sight));
    facts.retain(|fact| is_worth_a_line(cx.lang(), fact));
    facts
}

/// Remarks that nobody made need no line; figures nobody knows do.
fn is_worth_a_line(lang: Lang, fact: &Fact) -> bool {
    let remarks = [
        lang.t("Đợt phê duyệt", "Batch"),
        lang.t("Ngành nghề", "Trade"),
        lang.t("Thời gian thực hiện", "Time of the work"),
        lang.t("Sự cần thiết, căn cứ", "Need and basis"),
        lang.t("Ghi chú", "Note"),
    ];
    !(matches!(fact.value, Value::Unknown) && remarks.contains(&fact.label.as_str()))
}

/// Code, kind, plan, programme, batch, level, group.
fn frame(cx: &Cx<'_>, sight: &Sight) -> Vec<Fact> {
    let (lang, project) = (cx.lang(), &sight.project);
    let of_plan = project.plan.and_then(|id| plan::show(cx, id).ok());
    let of_programme = project
        .programme
        .and_then(|id| programme::show(cx, id).ok());
    let counted_by = of_plan
        .as_ref()
        .map(|plan| plan.catalogue.clone())
        .or_else(|| of_programme.as_ref().map(|held| held.catalogue.clone()));
    let group = project.content_group.as_deref().map(|key| {
        let found = catalogue::find(counted_by.as_deref().unwrap_or(catalogue::NATIONAL));
        found.map_or_else(
            || key.to_owned(),
            |catalogue| format!("{key}. {}", catalogue.label(key)),
        )
    });
    let plan_value = of_plan.map_or(Value::Unknown, |plan| Value::Link {
        label: plan.name,
        url: crate::plan::url(plan.id),
    });
    let programme_value = of_programme.map_or(Value::Unknown, |held| Value::Link {
        label: held.name,
        url: crate::programme::url(held.id),
    });
    let text = |label: &str, value: Option<&str>| Fact::text(label, value.unwrap_or_default());
    let level = project.level.map(|level| level.name(lang));
    vec![
        Fact::text(lang.t("Mã", "Code"), &project.code),
        Fact::text(lang.t("Loại", "Kind"), project.kind.name(lang)),
        Fact::new(lang.t("Kế hoạch", "Plan"), plan_value),
        Fact::new(lang.t("Chương trình", "Programme"), programme_value),
        text(lang.t("Đợt phê duyệt", "Batch"), project.batch.as_deref()),
        text(lang.t("Cấp", "Level"), level),
        text(lang.t("Nhóm nội dung", "Content group"), group.as_deref()),
    ]
}

fn parties(cx: &Cx<'_>, sight: &Sight) -> Vec<Fact> {
    let lang = cx.lang();
    let project = &sight.project;
    let place = project.place_written.as_deref().unwrap_or_default();
    let label = lang.t("Cơ sở thụ hưởng", "Beneficiary");
    let beneficiary = match (project.establishment, &sight.beneficiary) {
        (Some(id), Some(found)) if may_open(cx, found) => {
            Fact::link(label, &found.name, crate::establishment::url(id))
        }
        (_, Some(found)) => Fact::text(label, &found.name),
        _ => Fact::new(label, Value::Unknown),
    };
    vec![
        beneficiary,
        Fact::text(lang.t("Địa điểm", "Place"), place).note(name_on(
            &project.area,
            project.registered_on,
            lang,
        )),
        Fact::text(
            lang.t("Ngành nghề", "Trade"),
            project.trade.as_deref().unwrap_or_default(),
        ),
        Fact::text(
            lang.t("Ngày đăng ký", "Registered on"),
            show_date(project.registered_on),
        ),
        Fact::text(
            lang.t("Thời gian thực hiện", "Time of the work"),
            time(lang, sight),
        ),
    ]
}

fn time(lang: Lang, sight: &Sight) -> String {
    let project = &sight.project;
    match (project.starts_on, project.ends_on) {
        (Some(from), Some(to)) => format!("{} – {}", show_date(from), show_date(to)),
        (Some(from), None) => format!("{} {}", lang.t("từ", "from"), show_date(from)),
        (None, Some(to)) => format!("{} {}", lang.t("đến", "until"), show_date(to)),
        (None, None) => String::new(),
    }
}

fn contents(lang: Lang, sight: &Sight) -> Vec<Fact> {
    let project = &sight.project;
    let estimate = lang.t(
        "dự kiến; số đã giao nằm ở mục Kinh phí",
        "an estimate; what was granted stands under Money",
    );
    let money = |label: &str, amount| {
        let fact = Fact::new(label, Value::Money(Money::full(lang, amount)));
        if amount.is_some() {
            fact.note(estimate)
        } else {
            fact
        }
    };
    let count = |label: &str, value: Option<i64>, unit: &str| {
        let shown =
            value.map(|n| format!("{} {unit}", kc_domain::kernel::money::group_thousands(n)));
        Fact::text(label, shown.unwrap_or_default())
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    vec![
        money(
            lang.t("Tổng kinh phí dự kiến", "Estimated cost"),
            project.cost_estimated,
        ),
        money(
            lang.t("Đề nghị hỗ trợ", "Support asked"),
            project.support_asked,
        ),
        Fact::text(lang.t("Kết quả dự kiến", "Outcome"), outcome(sight)),
        count(
            lang.t("Số lao động", "Workers"),
            project.workers,
            lang.t("người", "people"),
        ),
        count(
            lang.t("Số lượt người tham gia", "Turns"),
            project.turns,
            lang.t("lượt", "turns"),
        ),
        Fact::text(
            lang.t("Sự cần thiết, căn cứ", "Need and basis"),
            text(&project.need),
        ),
        Fact::text(lang.t("Ghi chú", "Note"), text(&project.note)),
    ]
}

/// The outcome as a figure: `3.000 – 3.500 tấn/năm`.
fn outcome(sight: &Sight) -> String {
    let written = sight.project.outcome.as_deref().unwrap_or_default();
    Figure::parse(written).map_or_else(|_| written.to_owned(), |figure| figure.to_string())
}

/// The name of a beneficiary is for whoever reads the project; its record is not.
fn may_open(cx: &Cx<'_>, found: &Beneficiary) -> bool {
    let subject = Subject::new(found.area.clone(), Some(found.organisation));
    cx.may_on(Action::ReadEstablishments, &subject.with_party(found.party))
}
