//! Moves that wait for the second hand.

use super::vouchers;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Empty, Fact, Facts, Field, Money, Offer, PostButton, Value};
use crate::kernel::frame::shell;
use crate::kernel::page::{Part, RecordPage, SmallForm};
use crate::kernel::visit::Visit;
use crate::ledger::{papers, tabs};
use kc_app::kernel::{PaperFormat, ROWS_MAX, Window};
use kc_app::ledger::Prepared;
use kc_app::payment;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::EntryId;
use kc_domain::payment::Voucher;
use kc_domain::policy::{Action, Subject};

/// `GET /ledger/waiting`
pub(super) fn list(visit: &Visit<'_>) -> Answer {
    let lang = visit.lang();
    let waiting = payment::list_waiting(&visit.cx(), None, Window::of_page(1, ROWS_MAX))?;
    let mut parts = Vec::new();
    let vouchers = payment::list_vouchers(&visit.cx(), &waiting)?;
    for prepared in &waiting {
        let listed = vouchers.get(&prepared.id).map_or(&[][..], Vec::as_slice);
        parts.extend(card(visit, prepared, listed));
    }
    if parts.is_empty() {
        parts.push(Part::Empty(Empty {
            title: lang
                .t("Không có chứng từ chờ duyệt", "Nothing waits for approval")
                .to_owned(),
            text: lang
                .t(
                    "Chứng từ do kế toán lập sẽ hiện ở đây để người khác duyệt.",
                    "What the accountant prepares appears here for another person to approve.",
                )
                .to_owned(),
            action: None,
        }));
    }
    let shell = shell(visit, lang.t("Chờ duyệt chi", "Waiting for approval"));
    Reply::page(&RecordPage {
        shell,
        tabs: Some(tabs(lang, 2)),
        parts,
    })
}

fn card(visit: &Visit<'_>, prepared: &Prepared, listed: &[Voucher]) -> Vec<Part> {
    let lang = visit.lang();
    let mut facts = vec![
        Fact::link(
            lang.t("Đề án", "Project"),
            &prepared.project_title,
            format!("/projects/{}", prepared.project),
        ),
        Fact::new(
            lang.t("Số tiền", "Amount"),
            Value::Money(Money::full(lang, Some(prepared.amount))),
        ),
        Fact::text(lang.t("Nguồn vốn", "Source"), prepared.source.name(lang)),
        Fact::text(
            lang.t("Ngày hiệu lực", "Effective on"),
            show_date(prepared.effective_on),
        ),
        Fact::text(
            lang.t("Người lập", "Prepared by"),
            &prepared.prepared_by_name,
        ),
    ];
    if let Some(document) = prepared.document {
        let label = lang.t("Văn bản", "Document");
        let open = lang.t("Mở văn bản", "Open");
        facts.push(Fact::link(label, open, crate::document::url(document)));
    }
    if let Some(reason) = &prepared.reason {
        facts.push(Fact::text(lang.t("Diễn giải", "Reason"), reason));
    }
    let mut parts = vec![
        Part::Heading(prepared.kind.name(lang).to_owned()),
        Part::Facts(Facts { lang, facts }),
    ];
    if !listed.is_empty() {
        parts.push(Part::Table(vouchers::table(lang, listed)));
    }
    parts.extend(decision(visit, prepared));
    parts
}

/// What the second hand may do, or for whom the move waits.
fn decision(visit: &Visit<'_>, prepared: &Prepared) -> Vec<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let subject = Subject::new(prepared.area.clone(), Some(prepared.organisation));
    let approve = lang.t("Duyệt chi", "Approve");
    if !cx.may_on(Action::ApproveMove, &subject.made_by(prepared.prepared_by)) {
        let why = lang.t(
            "Chờ người duyệt chi khác người lập.",
            "Waits for another approver.",
        );
        let mut offers = vec![Offer::withheld(approve, why)];
        offers.extend(papers(lang, prepared.id));
        return vec![Part::Offers(offers)];
    }
    let url = |what: &str| format!("/ledger/waiting/{}/{what}", prepared.id);
    let approval = PostButton::new(url("approval"), visit.csrf(), approve).official();
    let reject = PostButton::new(url("rejection"), visit.csrf(), lang.t("Từ chối", "Reject"));
    let fields = vec![
        Field::text(lang, "reason", lang.t("Lý do từ chối", "Reason to reject"))
            .of_form(prepared.id),
    ];
    let rejection = SmallForm {
        fields,
        button: reject.dangerous(),
        with_files: false,
    };
    let mut offers = vec![Offer::post(approval)];
    offers.extend(papers(lang, prepared.id));
    vec![Part::Offers(offers), Part::Form(rejection)]
}

/// `GET /ledger/waiting/{entry}/paper/{format}`
pub(super) fn paper_file(visit: &Visit<'_>) -> Answer {
    let id = visit.id("entry", EntryId::parse)?;
    let format = visit.id("format", PaperFormat::from_ending)?;
    let (name, bytes) = payment::paper::print(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

/// `POST /ledger/waiting/{entry}/approval`
pub(super) fn approve(visit: &Visit<'_>) -> Answer {
    payment::approve(&visit.cx(), visit.id("entry", EntryId::parse)?)?;
    let notice = visit.lang().t(
        "Đã duyệt, bút toán đã vào sổ.",
        "Approved and in the ledger.",
    );
    Reply::see_other("/ledger/waiting", notice)
}

/// `POST /ledger/waiting/{entry}/rejection`
pub(super) fn reject(visit: &Visit<'_>) -> Answer {
    let id = visit.id("entry", EntryId::parse)?;
    payment::reject(&visit.cx(), id, visit.form("reason"))?;
    Reply::see_other(
        "/ledger/waiting",
        visit.lang().t("Đã từ chối chứng từ.", "Rejected."),
    )
}
