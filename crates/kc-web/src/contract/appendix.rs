//! The forms of an appendix and of the end of a contract.

use super::form::{value_fields, values};
use super::side;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::shell::Shell;
use crate::kernel::visit::Visit;
use kc_app::contract;
use kc_app::contract::appendix::append;
use kc_app::contract::facts::approved_for;
use kc_app::contract::liquidate::liquidate;
use kc_app::kernel::Done;
use kc_domain::contract::refusal::field_of;
use kc_domain::contract::{Appendix, Contract, Liquidation, of_source};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::ContractId;
use kc_domain::ledger::Source;
use kc_domain::project::Project;

/// `GET /contracts/{contract}/appendix`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let (held, project) = find(visit)?;
    let approved = approved_for(&visit.cx(), project.id)?;
    let mut typed = Query::default();
    for source in Source::ALL {
        let now = of_source(&approved, source);
        if now != held.value_of(source) {
            typed = typed.with(field_of(source), &now.grouped());
        }
    }
    form(visit, &held, &project, &typed)?.show()
}

/// `POST /contracts/{contract}/appendix`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let (held, project) = find(visit)?;
    let typed = &visit.arrival.form;
    match read(typed).and_then(|new| append(&cx, held.id, new)) {
        Ok(()) => Reply::see_other(
            side(project.id),
            lang.t("Đã ghi phụ lục.", "The appendix is recorded."),
        ),
        Err(failure) => form(visit, &held, &project, typed)?.come_back(failure),
    }
}

fn find(visit: &Visit<'_>) -> Done<(Contract, Project)> {
    contract::show(&visit.cx(), visit.id("contract", ContractId::parse)?)
}

fn read(form: &Query) -> Done<Appendix> {
    let mut reader = FormReader::new(form);
    let new = Appendix {
        number: reader.text("number"),
        signed_on: reader.date("on"),
        parts: values(&mut reader),
        ends_on: reader.date_or_none("ends_on"),
        reason: reader.text("reason"),
    };
    reader.finish(new)
}

fn form(visit: &Visit<'_>, held: &Contract, project: &Project, typed: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let approved = approved_for(&visit.cx(), project.id)?;
    let mut fields = vec![
        Field::new(lang, Kind::Short, "number", lang.t("Số phụ lục", "Number"))
            .value(typed.get("number"))
            .example("01/PL-15/HĐ-TTKC"),
        Field::date(lang, "on", lang.t("Ngày ký", "Signed on")).value(typed.get("on")),
    ];
    let values = value_fields(lang, &approved, typed);
    fields.extend(values.into_iter().map(Field::optional));
    fields.push(
        Field::date(lang, "ends_on", lang.t("Thực hiện đến ngày", "Work until"))
            .value(typed.get("ends_on"))
            .hint(
                held.ends_now()
                    .map(|day| format!("{} {}", lang.t("Đang là", "Now"), show_date(day)))
                    .unwrap_or_default(),
            )
            .optional(),
    );
    fields.push(
        Field::new(
            lang,
            Kind::Long,
            "reason",
            lang.t("Nội dung thay đổi", "What changes"),
        )
        .value(typed.get("reason")),
    );
    let action = format!("/contracts/{}/appendix", held.id);
    Ok(FormPage::new(
        frame(visit, project, lang.t("Phụ lục hợp đồng", "Appendix")),
        action,
        fields,
    )
    .intro(lang.t(
        "Giá trị chỉ nhập khi thay đổi, và phải đúng bằng số được phê duyệt sau điều chỉnh.",
        "Enter values only where they change; they must be what is approved after the amendment.",
    ))
    .buttons(
        lang.t("Ghi phụ lục", "Record the appendix"),
        side(project.id),
    ))
}

/// `GET /contracts/{contract}/liquidation`
pub(super) fn ask_end(visit: &Visit<'_>) -> Answer {
    let (held, project) = find(visit)?;
    end_form(visit, &held, &project, &Query::default()).show()
}

/// `POST /contracts/{contract}/liquidation`
pub(super) fn end(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let (held, project) = find(visit)?;
    let typed = &visit.arrival.form;
    let mut reader = FormReader::new(typed);
    let end = Liquidation {
        number: reader.text_or_none("number"),
        on: reader.date("on"),
    };
    match reader
        .finish(end)
        .and_then(|end| liquidate(&cx, held.id, &end))
    {
        Ok(()) => Reply::see_other(
            side(project.id),
            lang.t("Đã ghi thanh lý hợp đồng.", "The contract is ended."),
        ),
        Err(failure) => end_form(visit, &held, &project, typed).come_back(failure),
    }
}

fn end_form(visit: &Visit<'_>, held: &Contract, project: &Project, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        Field::date(
            lang,
            "on",
            lang.t("Ngày biên bản thanh lý", "Day of the minutes"),
        )
        .value(typed.get("on")),
        Field::new(lang, Kind::Short, "number", lang.t("Số biên bản", "Number"))
            .value(typed.get("number"))
            .optional(),
    ];
    let title = lang.t("Thanh lý hợp đồng", "End the contract");
    let action = format!("/contracts/{}/liquidation", held.id);
    FormPage::new(frame(visit, project, title), action, fields)
        .intro(format!(
            "{} {} – {}",
            lang.t("Hợp đồng số", "Contract"),
            held.number,
            held.taker
        ))
        .buttons(title, side(project.id))
}

fn frame(visit: &Visit<'_>, project: &Project, title: &str) -> Shell {
    let lang = visit.lang();
    let mut shell = shell(visit, title);
    shell.illustrative = project.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&project.title, side(project.id)),
    ];
    shell
}
