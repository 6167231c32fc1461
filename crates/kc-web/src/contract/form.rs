//! The form of a contract.

use super::side;
use crate::document::choice;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Field, Kind, Offer};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::contract::facts::approved_for;
use kc_app::contract::sign::{NewContract, sign};
use kc_app::kernel::{Cx, Done, PaperFormat};
use kc_app::{contract, project};
use kc_domain::contract::refusal::field_of;
use kc_domain::contract::{ContractKind, Part as ContractPart, of_source};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{DocumentId, ProjectId};
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Source;
use kc_domain::project::Project;

/// `GET /projects/{project}/contract`, with `?kind=support` for that with the beneficiary
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = find(visit)?;
    let kind = ContractKind::from_code(visit.query("kind")).unwrap_or(ContractKind::Execution);
    let (giver, taker) = contract::parties(&cx, found.id, kind)?;
    let day = |day: Option<_>| day.map(show_date).unwrap_or_default();
    let mut typed = Query::default()
        .with("kind", kind.code())
        .with("giver", &giver)
        .with("taker", &taker)
        .with("starts_on", &day(found.starts_on))
        .with("ends_on", &day(found.ends_on));
    let approved = approved_for(&cx, found.id)?;
    for source in sources(&approved) {
        let amount = of_source(&approved, source).grouped();
        typed = typed.with(field_of(source), &amount);
    }
    form(visit, &found, &approved, &typed)?.show()
}

/// `POST /projects/{project}/contract`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = find(visit)?;
    let typed = &visit.arrival.form;
    let approved = approved_for(&cx, found.id)?;
    match read(typed, found.id).and_then(|new| sign(&cx, new)) {
        Ok(_) => Reply::see_other(
            side(found.id),
            lang.t("Đã ghi hợp đồng.", "The contract is recorded."),
        ),
        Err(failure) => form(visit, &found, &approved, typed)?.come_back(failure),
    }
}

/// `GET /projects/{project}/contract/paper/{format}`, with `?kind=support` for the other one
pub(super) fn paper_file(visit: &Visit<'_>) -> Answer {
    let id = visit.id("project", ProjectId::parse)?;
    let format = visit.id("format", PaperFormat::from_ending)?;
    let kind = ContractKind::from_code(visit.query("kind")).unwrap_or(ContractKind::Execution);
    let (name, bytes) = contract::write::write(&visit.cx(), id, kind, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

fn find(visit: &Visit<'_>) -> Done<Project> {
    project::show(&visit.cx(), visit.id("project", ProjectId::parse)?)
}

/// The sources the form asks for: those approved.
fn sources(approved: &[ContractPart]) -> impl Iterator<Item = Source> + '_ {
    Source::ALL
        .into_iter()
        .filter(|source| approved.iter().any(|part| part.source == *source))
}

fn read(form: &Query, project: ProjectId) -> Done<NewContract> {
    let mut reader = FormReader::new(form);
    let kind = reader.choice("kind", ContractKind::from_code);
    let (number, signed_on) = (reader.text("number"), reader.date("on"));
    let (giver, taker) = (reader.text("giver"), reader.text("taker"));
    let parts = values(&mut reader);
    let advance_percent = reader.count_or_none("advance_percent");
    let starts_on = reader.date_or_none("starts_on");
    let ends_on = reader.date_or_none("ends_on");
    let terms = reader.text_or_none("terms");
    let schedule = reader.text_or_none("schedule");
    let document = reader.choice_or_none("document", DocumentId::parse);
    reader.finish_with(|| {
        Some(NewContract {
            project,
            kind: kind?,
            number,
            signed_on,
            giver,
            taker,
            parts,
            advance_percent,
            starts_on,
            ends_on,
            terms,
            schedule,
            document,
        })
    })
}

/// The values typed, source by source; an empty one is no value.
pub(super) fn values(reader: &mut FormReader<'_>) -> Vec<ContractPart> {
    let mut parts = Vec::new();
    for source in Source::ALL {
        let typed = reader.money_or_none(field_of(source));
        if let Some(amount) = typed.filter(|amount| amount.is_positive()) {
            parts.push(ContractPart {
                source,
                purse: None,
                amount,
            });
        }
    }
    parts
}

/// The fields of the values, each with what is approved.
pub(super) fn value_fields(lang: Lang, approved: &[ContractPart], typed: &Query) -> Vec<Field> {
    let field = |source: Source| {
        let name = field_of(source);
        let label = format!("{} – {}", lang.t("Giá trị", "Value"), source.name(lang));
        let held = of_source(approved, source);
        Field::money(lang, name, label)
            .value(typed.get(name))
            .hint(format!("{} {held}.", lang.t("Đã phê duyệt", "Approved")))
    };
    sources(approved).map(field).collect()
}

fn form(
    visit: &Visit<'_>,
    found: &Project,
    approved: &[ContractPart],
    typed: &Query,
) -> Done<FormPage> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let kind = ContractKind::from_code(typed.get("kind")).unwrap_or(ContractKind::Execution);
    let mut fields = who(lang, typed);
    fields.extend(value_fields(lang, approved, typed));
    fields.extend(what(lang, typed));
    fields.push(paper(&cx, found.id, typed)?);
    fields.push(Field::new(lang, Kind::Hidden, "kind", "").value(typed.get("kind")));
    let mut shell = shell(visit, kind.name(lang));
    shell.illustrative = found.illustrative;
    shell.crumbs = vec![
        crumb(lang.t("Đề án", "Projects"), "/projects"),
        crumb(&found.title, format!("/projects/{}", found.id)),
    ];
    let intro = match (kind, approved.is_empty()) {
        (ContractKind::Execution, false) => lang.t(
            "Giá trị từng nguồn phải đúng bằng số được phê duyệt; khi lưu, kinh phí được ghi vào hợp đồng và đề án chuyển sang thực hiện.",
            "Each source carries exactly what was approved; saving binds the money and the project is under way.",
        ),
        (ContractKind::Execution, true) => lang.t(
            "Sổ kinh phí chưa ghi số tiền được phê duyệt cho đề án này nên chưa ký được hợp đồng.",
            "The ledger holds nothing approved for this project yet, so there is no contract.",
        ),
        (ContractKind::Support, _) => lang.t(
            "Giữa đơn vị thực hiện và cơ sở thụ hưởng; không vượt hợp đồng thực hiện đề án.",
            "Between whoever carries it out and the beneficiary; not above the contract of the project.",
        ),
    };
    let action = format!("/projects/{}/contract", found.id);
    let mut page = FormPage::new(shell, action, fields).intro(intro).buttons(
        lang.t("Ghi hợp đồng", "Record the contract"),
        side(found.id),
    );
    page.before = vec![Part::Offers(papers(lang, found.id, (kind, false)))];
    Ok(page)
}

/// The files of a contract: its draft before it is recorded, its paper afterwards.
pub(super) fn papers(
    lang: Lang,
    id: ProjectId,
    (kind, is_signed): (ContractKind, bool),
) -> Vec<Offer> {
    let url = |ending: &str| {
        format!(
            "/projects/{id}/contract/paper/{ending}?kind={}",
            kind.code()
        )
    };
    let labels = if is_signed {
        [
            lang.t("Tải hợp đồng Word", "Contract for Word"),
            lang.t("Tải hợp đồng PDF", "Contract as PDF"),
        ]
    } else {
        [
            lang.t("Tải dự thảo Word", "Draft for Word"),
            lang.t("Tải dự thảo PDF", "Draft as PDF"),
        ]
    };
    let ways = labels.into_iter().zip(["docx", "pdf"]);
    ways.map(|(label, ending)| Offer::open(label, url(ending)))
        .collect()
}

fn who(lang: Lang, typed: &Query) -> Vec<Field> {
    let text = |name: &str, label: &str| Field::text(lang, name, label).value(typed.get(name));
    vec![
        Field::new(lang, Kind::Short, "number", lang.t("Số hợp đồng", "Number"))
            .value(typed.get("number"))
            .example("15/HĐ-TTKC"),
        Field::date(lang, "on", lang.t("Ngày ký", "Signed on"))
            .value(typed.get("on"))
            .hint(lang.t(
                "Không trước ngày quyết định phê duyệt.",
                "Not before the decision.",
            ))
            .example("2/3/2026"),
        text("giver", lang.t("Bên giao (bên A)", "Party A, who gives")),
        text("taker", lang.t("Bên nhận (bên B)", "Party B, who takes")),
    ]
}

fn what(lang: Lang, typed: &Query) -> Vec<Field> {
    let long = |name: &str, label: &str| {
        Field::new(lang, Kind::Long, name, label)
            .value(typed.get(name))
            .optional()
    };
    let date = |name: &str, label: &str| {
        Field::date(lang, name, label)
            .value(typed.get(name))
            .optional()
    };
    vec![
        Field::new(
            lang,
            Kind::Count,
            "advance_percent",
            lang.t("Tỷ lệ tạm ứng", "Advance"),
        )
        .value(typed.get("advance_percent"))
        .unit("%")
        .hint(lang.t(
            "Trên kinh phí hỗ trợ, không vượt mức quy định cho loại đề án; bỏ trống nếu hợp đồng không nêu.",
            "Of the support, not above the rate of its kind; empty if the contract says nothing.",
        ))
        .optional(),
        date("starts_on", lang.t("Thực hiện từ ngày", "Work from")),
        date("ends_on", lang.t("Đến ngày", "To")),
        long("schedule", lang.t("Tiến độ thực hiện", "Schedule")),
        long("terms", lang.t("Điều khoản chính", "Main terms")),
    ]
}

/// The scan of the contract, among the papers linked to the project.
fn paper(cx: &Cx<'_>, id: ProjectId, typed: &Query) -> Done<Field> {
    let lang = cx.lang();
    let label = lang.t("Văn bản hợp đồng", "The paper");
    Ok(choice::linked(cx, id.0, label)?
        .value(typed.get("document"))
        .hint(lang.t(
            "Bản ký đã ghi vào Văn bản và gắn với đề án.",
            "The signed paper, recorded under Documents and linked to the project.",
        )))
}
