//! Recording that a decision was issued: number and day of the signed paper.

use super::url;
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::Field;
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::FormPage;
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::decision;
use kc_app::decision::issue::{Signed, issue, offered};
use kc_app::kernel::{Done, Failure};
use kc_domain::decision::Decision;
use kc_domain::document::DocumentNumber;
use kc_domain::kernel::id::DecisionId;

/// `GET /decisions/{decision}/issue`
pub fn ask(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let found = decision::show(&cx, visit.id("decision", DecisionId::parse)?)?;
    offered(&cx, &found)?;
    let typed = Query::default().with("version", &found.version.to_string());
    page(visit, &found, &typed).show()
}

/// `POST /decisions/{decision}/issue`
pub fn take(visit: &Visit<'_>) -> Answer {
    let (cx, typed) = (visit.cx(), &visit.arrival.form);
    let found = decision::show(&cx, visit.id("decision", DecisionId::parse)?)?;
    let version = typed.get("version").parse().unwrap_or(0);
    match read(typed).and_then(|signed| issue(&cx, found.id, version, &signed)) {
        Ok(()) => Reply::see_other(
            url(found.id),
            visit.lang().t(
                "Đã ghi ban hành: văn bản, đề án, sổ kinh phí và kế hoạch đã theo quyết định.",
                "Issued: paper, projects, ledger and plan follow the decision.",
            ),
        ),
        Err(failure) => page(visit, &found, typed).come_back(failure),
    }
}

fn read(form: &Query) -> Done<Signed> {
    let mut reader = FormReader::new(form);
    let (number, dated) = (reader.text("number"), reader.date("dated"));
    reader.finish(())?;
    let number = DocumentNumber::parse(&number).map_err(Failure::from)?;
    Ok(Signed { number, dated })
}

fn page(visit: &Visit<'_>, found: &Decision, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let mut shell = shell(
        visit,
        lang.t("Ghi ban hành quyết định", "Record that it was issued"),
    );
    shell.crumbs = vec![
        crumb(lang.t("Quyết định", "Decisions"), "/decisions"),
        crumb(&found.title, url(found.id)),
    ];
    let fields = [
        Field::text(lang, "number", lang.t("Số, ký hiệu", "Number")).example("512/QĐ-UBND"),
        Field::date(
            lang,
            "dated",
            lang.t("Ngày ký ban hành", "Day it was signed"),
        ),
        Field::new(lang, crate::kernel::components::Kind::Hidden, "version", ""),
    ];
    let fields = fields.into_iter().map(|field| {
        let value = typed.get(&field.name);
        field.value(value)
    });
    let intro = lang.t(
        "Khi ghi, chương trình đồng thời lưu văn bản, chuyển trạng thái đề án, ghi sổ kinh phí và cập nhật kế hoạch. \
         Quyết định đã ban hành không sửa được; thay đổi sau đó phải bằng quyết định khác.",
        "Paper, projects, ledger and plan follow at once. What is issued is changed only by another decision.",
    );
    let address = url(found.id);
    let mut page = FormPage::new(shell, format!("{address}/issue"), fields.collect())
        .intro(intro)
        .buttons(lang.t("Ghi ban hành", "Issue"), address);
    page.official = true;
    page
}
