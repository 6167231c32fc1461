//! The steps of a project: a page that asks what the step needs, and the post that takes it.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, Field, Kind};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::{Cx, Done};
use kc_app::project::carry_out::{accept, contract, settle};
use kc_app::project::returning::{return_to_author, stop};
use kc_app::project::submit::submit;
use kc_app::project::withdraw::withdraw;
use kc_app::project::{self, approve};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::project::Project;
use kc_domain::project::lifecycle::Move;

/// `GET /projects/{project}/…`: what the step needs to know.
pub fn ask(visit: &Visit<'_>, step: Move) -> Answer {
    let found = project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)?;
    let typed = Query::default().with("version", &found.version.to_string());
    page(visit, &found, step, &typed).show()
}

/// `POST /projects/{project}/…`: takes the step, or comes back with what is wrong.
pub fn take(visit: &Visit<'_>, step: Move) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = project::show(&cx, visit.id("project", ProjectId::parse)?)?;
    match run(&cx, &found, step, &visit.arrival.form) {
        Ok(()) => Reply::see_other(url(found.id), done(lang, step)),
        Err(failure) => page(visit, &found, step, &visit.arrival.form).come_back(failure),
    }
}

fn run(cx: &Cx<'_>, found: &Project, step: Move, form: &Query) -> Done<()> {
    let id = found.id;
    let mut reader = FormReader::new(form);
    let version = reader.version();
    let reason = form.get("reason");
    match step {
        Move::Submit => submit(cx, id, version),
        Move::Return => return_to_author(cx, id, version, reason),
        Move::Stop => stop(cx, id, version, reason),
        Move::Withdraw => withdraw(cx, id, version, reason),
        Move::Settle => settle(cx, id, version),
        Move::Approve => {
            let chosen = reader.choice("decision", DocumentId::parse, DocumentId([0; 16]));
            approve::approve(cx, id, version, reader.finish(chosen)?)
        }
        Move::Contract => {
            let (on, number) = (reader.date("on"), reader.text_or_none("number"));
            let (on, number) = reader.finish((on, number))?;
            contract(cx, id, version, on, number)
        }
        Move::Accept => {
            let on = reader.date("on");
            accept(cx, id, version, reader.finish(on)?)
        }
    }
}

fn page(visit: &Visit<'_>, found: &Project, step: Move, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let address = url(found.id);
    let mut shell = shell(visit, step.name(lang));
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, address.clone()),
    ];
    let mut fields = fields(&visit.cx(), step);
    fields.push(Field::new(lang, Kind::Hidden, "version", ""));
    let fields = fields
        .into_iter()
        .map(|field| {
            let value = typed.get(&field.name);
            field.value(value)
        })
        .collect();
    let mut page = FormPage::new(shell, format!("{address}/{}", step.code()), fields)
        .intro(&*found.title)
        .buttons(step.name(lang), address);
    page.official = matches!(step, Move::Approve | Move::Stop);
    page
}

fn fields(cx: &Cx<'_>, step: Move) -> Vec<Field> {
    let lang = cx.lang();
    match step {
        Move::Submit | Move::Settle => Vec::new(),
        Move::Return | Move::Stop | Move::Withdraw => vec![
            Field::new(lang, Kind::Long, "reason", lang.t("Lý do", "Reason"))
                .hint(reason_hint(lang, step)),
        ],
        Move::Approve => vec![decision(cx)],
        Move::Contract => vec![
            Field::date(
                lang,
                "on",
                lang.t("Ngày ký hợp đồng", "Day of the contract"),
            )
            .hint(lang.t(
                "Không trước ngày quyết định phê duyệt.",
                "Not before the decision.",
            ))
            .example("2/10/2017"),
            Field::new(
                lang,
                Kind::Short,
                "number",
                lang.t("Số hợp đồng", "Number of the contract"),
            )
            .example("15/HĐ-TTKC")
            .optional(),
        ],
        Move::Accept => vec![Field::date(
            lang,
            "on",
            lang.t("Ngày nghiệm thu", "Day of the acceptance"),
        )],
    }
}

fn reason_hint(lang: Lang, step: Move) -> &'static str {
    match step {
        Move::Return => lang.t(
            "Nêu rõ phải bổ sung gì; người đăng ký đọc được.",
            "Say what is missing; the author reads it.",
        ),
        Move::Withdraw => lang.t(
            "Đề án không còn được tính; bút toán của đề án được ghi đảo.",
            "It will not be counted any more; its entries are reversed.",
        ),
        _ => lang.t("Lý do được giữ trong nhật ký.", "It is kept in the audit."),
    }
}

/// The decision is chosen among recorded papers that carry a date.
fn decision(cx: &Cx<'_>) -> Field {
    let lang = cx.lang();
    let decisions = approve::decisions(cx).unwrap_or_default();
    let none = Choice::new("", lang.t("Chọn quyết định", "Choose a decision"));
    let choices = decisions.iter().map(|paper| {
        let undated = || lang.t("chưa có ngày", "undated").to_owned();
        let day = paper.issued_on.map_or_else(undated, show_date);
        let label = format!("{} ({day}) – {}", paper.title(lang), paper.summary);
        Choice::new(paper.id.to_string(), label)
    });
    let choices = std::iter::once(none).chain(choices).collect();
    Field::new(
        lang,
        Kind::Select(choices),
        "decision",
        lang.t("Quyết định phê duyệt", "Decision"),
    )
    .hint(lang.t(
        "Chưa có trong danh sách thì ghi quyết định vào Văn bản trước.",
        "If it is not there, record it under Documents first.",
    ))
}

fn done(lang: Lang, step: Move) -> &'static str {
    match step {
        Move::Submit => lang.t("Đã trình đề án.", "Submitted."),
        Move::Return => lang.t("Đã trả lại đề án.", "Returned."),
        Move::Approve => lang.t("Đã ghi quyết định phê duyệt.", "Approved."),
        Move::Contract => lang.t("Đã ghi hợp đồng.", "The contract is recorded."),
        Move::Accept => lang.t("Đã ghi nghiệm thu.", "The acceptance is recorded."),
        Move::Settle => lang.t("Đã ghi quyết toán.", "The settlement is recorded."),
        Move::Stop => lang.t("Đã dừng đề án.", "Stopped."),
        Move::Withdraw => lang.t("Đã rút đề án.", "Withdrawn."),
    }
}
