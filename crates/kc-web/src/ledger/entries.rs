//! One entry, and its reversal.

use super::{entry_url, papers, purse_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Field, Money, PostButton, Value};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::kernel::Done;
use kc_app::ledger::reverse::NewReversal;
use kc_app::ledger::{self, Sight};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::EntryId;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::MoveKind;
use kc_domain::policy::{Action, Subject};

/// `GET /ledger/entries/{entry}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = ledger::show(&cx, visit.id("entry", EntryId::parse)?)?;
    let entry = &sight.entry;
    let title = format!("{} {}", entry.kind.name(lang), entry.amount);
    let mut shell = shell(visit, title);
    shell.crumbs = vec![
        crumb(lang.t("Kinh phí", "Ledger"), "/ledger"),
        crumb(lang.t("Sổ bút toán", "Entries"), "/ledger/entries"),
    ];
    shell.illustrative = entry.illustrative;
    let mut parts = vec![Part::Facts(facts(lang, &sight))];
    if ledger::payment::is_prepared(&cx, entry)? {
        parts.push(Part::Offers(papers(lang, entry.id)));
    }
    let subject = Subject::new(entry.area.clone(), Some(entry.organisation));
    let may = entry.kind != MoveKind::Reversal && sight.left.is_positive();
    if may && cx.may_on(Action::ReverseEntry, &subject) {
        let url = format!("{}/reversal", entry_url(entry.id));
        let button = PostButton::new(url, visit.csrf(), lang.t("Ghi bút toán đảo", "Reverse"));
        let fields = fields(lang, &Query::default());
        parts.push(Part::Heading(
            lang.t("Đảo bút toán", "Reverse the entry").to_owned(),
        ));
        parts.push(Part::Form(SmallForm {
            fields,
            button: button.dangerous(),
            with_files: false,
        }));
    }
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, sight: &Sight) -> Facts {
    let (entry, holders) = (&sight.entry, &sight.holders);
    let money = |amount| Value::Money(Money::full(lang, Some(amount)));
    let text = |text: Option<&String>| text.map_or(Value::Unknown, |t| Value::Text(t.clone()));
    let mut facts = vec![
        Fact::new(lang.t("Số tiền", "Amount"), money(entry.amount)),
        Fact::text(lang.t("Từ", "From"), entry.from.name(lang)),
        Fact::text(lang.t("Đến", "To"), entry.to.name(lang)),
        Fact::text(lang.t("Nguồn vốn", "Source"), entry.source.name(lang)),
        Fact::text(
            lang.t("Ngày hiệu lực", "Effective on"),
            show_date(entry.effective_on),
        ),
        Fact::text(
            lang.t("Ghi vào sổ lúc", "Recorded at"),
            entry.recorded_at.show(),
        ),
        Fact::new(
            lang.t("Người ghi", "Recorded by"),
            text(sight.recorded_by.as_ref()),
        ),
        Fact::new(lang.t("Lý do", "Reason"), text(entry.reason.as_ref())),
        Fact::new(
            lang.t("Còn có thể đảo", "Left to reverse"),
            money(sight.left),
        ),
    ];
    if let Some(basis) = &sight.basis {
        let label = lang.t("Căn cứ", "Basis");
        facts.push(Fact::link(
            label,
            basis.title(lang),
            crate::document::url(basis.id),
        ));
    }
    if let Some(project) = entry.project {
        let label = lang.t("Đề án", "Project");
        let title = holders.project(project);
        let title = title.unwrap_or(lang.t("Mở đề án", "Open"));
        facts.push(Fact::link(label, title, format!("/projects/{project}")));
    }
    if let Some(purse) = entry.purse {
        let label = lang.t("Nguồn kinh phí", "Purse");
        let name = holders.purse(purse);
        let name = name.unwrap_or(lang.t("Mở nguồn", "Open"));
        facts.push(Fact::link(label, name, purse_url(purse)));
    }
    if let Some(original) = entry.reverses {
        let label = lang.t("Đảo bút toán", "Reverses");
        facts.push(Fact::link(
            label,
            lang.t("Mở bút toán gốc", "Open"),
            entry_url(original),
        ));
    }
    Facts { lang, facts }
}

fn fields(lang: Lang, form: &Query) -> Vec<Field> {
    vec![
        Field::money(lang, "amount", lang.t("Số tiền đảo", "Amount")).value(form.get("amount")),
        Field::date(
            lang,
            "effective_on",
            lang.t("Ngày hiệu lực", "Effective on"),
        )
        .value(form.get("effective_on")),
        Field::text(lang, "reason", lang.t("Lý do", "Reason")).value(form.get("reason")),
    ]
}

/// `POST /ledger/entries/{entry}/reversal`
pub(super) fn reverse(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let of = visit.id("entry", EntryId::parse)?;
    // A record nobody may see is not found before anything about the form is said.
    ledger::show(&cx, of)?;
    let form = &visit.arrival.form;
    let done = read(form, of).and_then(|new| ledger::reverse::reverse(&cx, &new));
    match done {
        Ok(id) => Reply::see_other(
            entry_url(id),
            lang.t(
                "Đã ghi bút toán đảo; bút toán gốc được giữ.",
                "Reversed; the original is kept.",
            ),
        ),
        Err(failure) => {
            let shell = shell(visit, lang.t("Đảo bút toán", "Reverse the entry"));
            let url = format!("{}/reversal", entry_url(of));
            FormPage::new(shell, url, fields(lang, form))
                .buttons(lang.t("Ghi bút toán đảo", "Reverse"), entry_url(of))
                .come_back(failure)
        }
    }
}

fn read(form: &Query, of: EntryId) -> Done<NewReversal> {
    let mut reader = FormReader::new(form);
    let (amount, effective_on) = (reader.money("amount"), reader.date("effective_on"));
    let reason = reader.text("reason");
    reader.finish_with(|| {
        Some(NewReversal {
            of,
            amount,
            effective_on,
            reason,
        })
    })
}
