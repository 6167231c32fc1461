//! The side of a project's page that shows its contracts and their progress.

use super::form::papers;
use super::progress;
use crate::kernel::components::{Column, Empty, Fact, Facts, Head, Money, Offer, Value};
use crate::kernel::page::{Cell, Part, Table, TableRow};
use crate::kernel::shell::Action as MainAction;
use crate::kernel::visit::Visit;
use kc_app::contract;
use kc_app::contract::facts::approved_for;
use kc_app::contract::progress::months;
use kc_app::kernel::{Cx, Done};
use kc_app::ledger;
use kc_app::project::subject;
use kc_domain::contract::{Appendix, Contract, ContractKind, Part as ContractPart, of_source};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::{Source, Stage};
use kc_domain::policy::Action;
use kc_domain::project::{Project, Status};

/// The contracts of a project, what can be done with them, and the progress by month.
pub(crate) fn contract_parts(visit: &Visit<'_>, project: &Project) -> Done<Vec<Part>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let held = contract::of_project(&cx, project.id)?;
    if held.is_empty() {
        return Ok(vec![Part::Empty(nothing(&cx, project))]);
    }
    let approved = approved_for(&cx, project.id)?;
    let mut parts = Vec::new();
    parts.extend(refund(&cx, project)?);
    for one in &held {
        parts.push(Part::Heading(one.kind.name(lang).to_owned()));
        // Nobody appends to the contract of a project that stopped: it is ended.
        let now = (project.status != Status::Stopped).then_some(approved.as_slice());
        parts.push(Part::Facts(facts(lang, one, now)));
        if !one.appendices.is_empty() {
            parts.push(Part::Table(appendices(lang, &one.appendices)));
        }
        let mut all = offers(&cx, project, one, &held);
        all.extend(papers(lang, project.id, (one.kind, true)));
        parts.push(Part::Offers(all));
    }
    let months = months(&cx, project.id)?;
    if !months.is_empty() {
        let heading = lang.t("Tiến độ theo tháng", "Progress by month");
        parts.push(Part::Heading(heading.to_owned()));
        let mut all = Vec::new();
        if cx.may_on(Action::RecordProgress, &subject(project)) {
            let label = lang.t("Báo cáo tiến độ", "Report progress");
            let url = format!("/projects/{}/progress/new", project.id);
            all.push(Offer::open(label, url));
        }
        all.extend(progress::papers(lang, project.id));
        parts.push(Part::Offers(all));
        parts.push(Part::Table(progress::table(lang, project.id, &months)));
    }
    Ok(parts)
}

/// What a stopped project still has to pay back.
fn refund(cx: &Cx<'_>, project: &Project) -> Done<Vec<Part>> {
    if project.status != Status::Stopped {
        return Ok(Vec::new());
    }
    let lang = cx.lang();
    let stages = ledger::stages_of_project(cx, project.id)?;
    let outside = stages
        .iter()
        .filter(|(_, stage, _)| *stage == Stage::Advanced);
    let amount: Dong = outside.map(|(_, _, amount)| *amount).sum();
    if !amount.is_positive() {
        return Ok(Vec::new());
    }
    let said = lang.t(
        "Đề án đã dừng, còn phải thu hồi tạm ứng",
        "The project was stopped; the advance still to come back is",
    );
    let mut parts = vec![Part::Text(format!("{said} {amount}."))];
    if cx.may(Action::PrepareMove) {
        let label = lang.t("Lập chứng từ thu hồi", "Prepare the refund");
        let url = format!("/projects/{}/payments/new?kind=recover-advance", project.id);
        parts.push(Part::Offers(vec![Offer::open(label, url)]));
    }
    Ok(parts)
}

fn nothing(cx: &Cx<'_>, project: &Project) -> Empty {
    let lang = cx.lang();
    let may = cx.may_on(Action::RecordContract, &subject(project));
    let may_sign = may && project.status == Status::Approved;
    let action = may_sign.then(|| MainAction {
        label: lang.t("Ghi hợp đồng", "Record the contract").to_owned(),
        url: format!("/projects/{}/contract", project.id),
        official: false,
        posts: false,
    });
    Empty {
        title: lang.t("Chưa có hợp đồng", "No contract yet").to_owned(),
        text: lang
            .t(
                "Hợp đồng được ký sau quyết định phê duyệt, đúng giá trị từng nguồn được phê duyệt.",
                "A contract follows the decision and carries what was approved from each source.",
            )
            .to_owned(),
        action,
    }
}

fn facts(lang: Lang, held: &Contract, approved: Option<&[ContractPart]>) -> Facts {
    let money = |amount: Dong| Value::Money(Money::full(lang, Some(amount)));
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let mut facts = vec![
        Fact::text(lang.t("Số", "Number"), &held.number).note(show_date(held.signed_on)),
        Fact::text(lang.t("Bên giao", "Party A"), &held.giver),
        Fact::text(lang.t("Bên nhận", "Party B"), &held.taker),
        Fact::new(lang.t("Giá trị", "Value"), money(held.value_now())),
    ];
    for source in Source::ALL {
        let value = held.value_of(source);
        let now = approved.map_or(value, |approved| of_source(approved, source));
        let binds = held.kind == ContractKind::Execution;
        if value.is_positive() || (binds && now.is_positive()) {
            let fact = Fact::new(source.name(lang), money(value));
            let differs = binds && value != now && held.liquidation.is_none();
            facts.push(if differs {
                let words = lang.t("được phê duyệt nay là", "approved is now");
                let ask = lang.t("cần ký phụ lục", "an appendix is needed");
                fact.note(format!("{words} {now}: {ask}"))
            } else {
                fact
            });
        }
    }
    let percent = held.advance_percent.map(|percent| format!("{percent} %"));
    facts.push(Fact::text(
        lang.t("Tạm ứng thỏa thuận", "Advance agreed"),
        percent.unwrap_or_default(),
    ));
    let day = |day: Option<_>| day.map(show_date).unwrap_or_default();
    facts.push(Fact::text(lang.t("Từ ngày", "From"), day(held.starts_on)));
    facts.push(Fact::text(lang.t("Đến ngày", "To"), day(held.ends_now())));
    facts.push(Fact::text(
        lang.t("Tiến độ thực hiện", "Schedule"),
        text(held.schedule.as_ref()),
    ));
    facts.push(Fact::text(
        lang.t("Điều khoản chính", "Main terms"),
        text(held.terms.as_ref()),
    ));
    if let Some(paper) = held.document {
        let label = lang.t("Văn bản", "The paper");
        facts.push(Fact::link(label, &held.number, crate::document::url(paper)));
    }
    if let Some(end) = &held.liquidation {
        let fact = Fact::text(lang.t("Thanh lý", "Ended"), show_date(end.on));
        facts.push(fact.note(end.number.clone().unwrap_or_default()));
    }
    Facts { lang, facts }
}

fn appendices(lang: Lang, all: &[Appendix]) -> Table {
    let columns = vec![
        Column::text(lang.t("Phụ lục", "Appendix")),
        Column::text(lang.t("Ngày ký", "Signed")),
        Column::number(
            lang.t("Giá trị mới", "New value"),
            lang.t("triệu đồng", "million đồng"),
        ),
        Column::text(lang.t("Đến ngày", "Until")),
        Column::text(lang.t("Nội dung thay đổi", "What changes")),
    ];
    let row = |one: &Appendix| {
        let value: Dong = one.parts.iter().map(|part| part.amount).sum();
        let value = (!one.parts.is_empty()).then_some(value);
        let value = value.map_or(Cell::Empty, |value| {
            Cell::Money(Money::cell(lang, Some(value)))
        });
        let until = one
            .ends_on
            .map_or(Cell::Empty, |day| Cell::text(show_date(day)));
        let cells = vec![
            Cell::text(&one.number),
            Cell::text(show_date(one.signed_on)),
            value,
            until,
            Cell::text(&one.reason),
        ];
        TableRow::new("", cells)
    };
    Table {
        lang,
        caption: lang.t("Phụ lục hợp đồng", "Appendices").to_owned(),
        head: Head { columns },
        rows: all.iter().map(row).collect(),
        note: String::new(),
    }
}

fn offers(cx: &Cx<'_>, project: &Project, one: &Contract, all: &[Contract]) -> Vec<Offer> {
    let lang = cx.lang();
    if !cx.may_on(Action::RecordContract, &subject(project)) || one.liquidation.is_some() {
        return Vec::new();
    }
    let url = |what: &str| format!("/contracts/{}/{what}", one.id);
    if project.status == Status::Stopped {
        let end = lang.t("Thanh lý hợp đồng", "End the contract");
        return vec![Offer::open(end, url("liquidation"))];
    }
    let mut offers = vec![Offer::open(
        lang.t("Thêm phụ lục", "Add an appendix"),
        url("appendix"),
    )];
    let end = lang.t("Thanh lý hợp đồng", "End the contract");
    offers.push(if project.accepted_on.is_some() {
        Offer::open(end, url("liquidation"))
    } else {
        let why = lang.t(
            "Thanh lý sau khi nghiệm thu hoặc dừng đề án.",
            "After acceptance or stop.",
        );
        Offer::withheld(end, why)
    });
    let has_support = all.iter().any(|held| held.kind == ContractKind::Support);
    if !has_support && project.establishment.is_some() && one.kind == ContractKind::Execution {
        let label = lang.t(
            "Ghi hợp đồng với cơ sở thụ hưởng",
            "Contract with the beneficiary",
        );
        offers.push(Offer::open(
            label,
            format!("/projects/{}/contract?kind=support", project.id),
        ));
    }
    offers
}
