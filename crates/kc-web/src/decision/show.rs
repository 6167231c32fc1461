//! The page of one decision: what it does, over which projects, what stands in the way.

use super::{lines, tag, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{
    Column, ErrorSummary, Fact, Facts, Head, Money, Offer, PostButton, Shape, Tag, Tone,
};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{Cell, Part, RecordPage, Table, TableRow, problems};
use crate::kernel::query::Query;
use crate::kernel::remedy;
use crate::kernel::visit::Visit;
use kc_app::decision::ranking::Ranked;
use kc_app::decision::{self, Sight, issue, see};
use kc_app::kernel::{Done, Failure, PaperFormat};
use kc_domain::decision::{Decision, DecisionStatus};
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::DecisionId;
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /decisions/{decision}`
pub fn show(visit: &Visit<'_>) -> Answer {
    let sight = see(&visit.cx(), visit.id("decision", DecisionId::parse)?)?;
    Reply::page(&page(visit, &sight, &Query::default(), Vec::new())?)
}

/// The page with what is wrong with the line that was sent.
pub fn come_back(visit: &Visit<'_>, id: DecisionId, failure: Failure) -> Answer {
    let lang = visit.lang();
    let problems = problems(&failure, lang);
    if problems.is_empty() {
        return Err(failure);
    }
    let sight = see(&visit.cx(), id)?;
    let errors = Part::Errors(ErrorSummary { lang, problems });
    Reply::corrections(&page(visit, &sight, &visit.arrival.form, vec![errors])?)
}

/// `GET /decisions/{decision}/paper/{format}`
pub fn paper(visit: &Visit<'_>) -> Answer {
    let id = visit.id("decision", DecisionId::parse)?;
    let format = visit.id("format", PaperFormat::from_ending)?;
    let (name, bytes) = decision::write::write(&visit.cx(), id, format)?;
    Ok(Reply::File {
        name,
        content_type: format.media_type(),
        bytes,
    })
}

fn page(visit: &Visit<'_>, sight: &Sight, typed: &Query, mut parts: Vec<Part>) -> Done<RecordPage> {
    let (lang, act) = (visit.lang(), &sight.decision);
    let mut shell = shell(visit, &act.title);
    shell.crumbs = vec![crumb(lang.t("Quyết định", "Decisions"), "/decisions")];
    shell.illustrative = act.illustrative;
    shell.tag = Some(tag(lang, act.status));
    parts.push(Part::Facts(facts(lang, sight)));
    let is_draft = act.status == DecisionStatus::Draft;
    let may_draft = is_draft
        && visit
            .cx()
            .may_on(Action::RecordDecision, &decision::subject(act));
    parts.push(Part::Offers(offers(visit, sight, may_draft)));
    if is_draft {
        parts.extend(checks(lang, sight));
    }
    parts.push(Part::Heading(
        lang.t("Danh mục đề án", "Projects").to_owned(),
    ));
    if sight.lines.is_empty() {
        let said = lang.t(
            "Chưa có đề án nào trong danh mục.",
            "No project is listed yet.",
        );
        parts.push(Part::Text(said.to_owned()));
    } else {
        parts.push(Part::Table(lines::table(lang, sight)));
    }
    if may_draft {
        parts.extend(lines::form(visit, sight, typed)?);
        let removals = lines::removals(visit, sight);
        parts.push(Part::Offers(
            removals.into_iter().map(Offer::post).collect(),
        ));
    }
    parts.push(Part::Heading(lang.t("Lịch sử", "History").to_owned()));
    parts.push(crate::audit::history_part(visit, act.id)?);
    parts.retain(|part| !matches!(part, Part::Offers(offers) if offers.is_empty()));
    Ok(RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn facts(lang: Lang, sight: &Sight) -> Facts {
    let act = &sight.decision;
    let mut facts = vec![Fact::text(lang.t("Loại", "Kind"), act.kind.name(lang))];
    match (&act.number, act.document) {
        (Some(number), Some(paper)) => {
            let label = lang.t("Số, ký hiệu", "Number");
            let day = act.dated.map(show_date).unwrap_or_default();
            facts.push(Fact::link(label, number, crate::document::url(paper)).note(day));
        }
        _ => facts.push(Fact::text(lang.t("Số, ký hiệu", "Number"), "")),
    }
    let plan = &sight.plan;
    facts.push(Fact::link(
        lang.t("Kế hoạch", "Plan"),
        &plan.name,
        crate::plan::url(plan.id),
    ));
    if let Some(to) = &sight.to_plan {
        let label = lang.t("Chuyển sang", "Goes to");
        facts.push(Fact::link(label, &to.name, crate::plan::url(to.id)));
    }
    if let Some(amended) = &sight.amends {
        let label = lang.t("Sửa đổi, bổ sung", "Amends");
        facts.push(Fact::link(label, named(amended), url(amended.id)));
    }
    facts.extend(sight.ranked.as_ref().map(|ranked| ranking(lang, ranked)));
    if let Some(batch) = &act.batch {
        facts.push(Fact::text(lang.t("Đợt", "Batch"), batch));
    }
    facts.push(Fact::text(
        lang.t("Cơ quan ban hành", "Issued by"),
        &act.issuer,
    ));
    let signer = [&act.signer_post, &act.signer_name].map(|text| text.clone().unwrap_or_default());
    let signer = signer.join(" ").trim().to_owned();
    facts.push(Fact::text(lang.t("Người ký", "Signed by"), signer));
    facts.push(Fact::text(lang.t("Căn cứ", "Basis"), act.basis.join("; ")));
    if let Some(reason) = &act.reason {
        facts.push(Fact::text(lang.t("Lý do", "Reason"), reason));
    }
    Facts { lang, facts }
}

/// The ranking it was built from, whether that one still holds, and where both differ.
fn ranking(lang: Lang, ranked: &Ranked) -> Fact {
    let mut notes = Vec::new();
    if let Some(at) = &ranked.replaced {
        let said = lang.t(
            "đã thay bằng kết quả ghi lúc",
            "replaced by the one kept at",
        );
        notes.push(format!("{said} {at}"));
    }
    let pairs = [
        (
            &ranked.left_out,
            lang.t(
                "được xếp nhưng không có trong danh mục (chưa tới bước phê duyệt, hoặc đã bỏ ra):",
                "wins but is not listed (not up for approval yet, or taken out):",
            ),
        ),
        (
            &ranked.beyond,
            lang.t(
                "có trong danh mục nhưng không được xếp:",
                "listed but does not win:",
            ),
        ),
    ];
    for (codes, said) in pairs.into_iter().filter(|(codes, _)| !codes.is_empty()) {
        notes.push(format!("{said} {}", codes.join(", ")));
    }
    let label = lang.t("Kết quả xếp hạng", "Ranking");
    let shown = format!("{} {}", lang.t("ghi lúc", "kept at"), ranked.at);
    Fact::link(label, shown, crate::appraisal::ranking_url(ranked.id)).note(notes.join("; "))
}

/// "512/QĐ-UBND – Về việc …"
fn named(act: &Decision) -> String {
    let number = act.number.as_deref().unwrap_or_default();
    format!("{number} – {}", act.title)
}

fn offers(visit: &Visit<'_>, sight: &Sight, may_draft: bool) -> Vec<Offer> {
    let (lang, act) = (visit.lang(), &sight.decision);
    let base = url(act.id);
    let mut offers = Vec::new();
    if act.status == DecisionStatus::Draft {
        let label = lang.t("Ghi ban hành", "Record that it was issued");
        offers.push(match issue::offered(&visit.cx(), act) {
            Ok(()) => Offer::open(label, format!("{base}/issue")),
            Err(failure) => Offer::withheld(label, failure.say(lang)),
        });
    }
    let docx = lang.t("Tải văn bản (DOCX)", "Text document (DOCX)");
    offers.push(Offer::open(docx, format!("{base}/paper/docx")));
    let pdf = lang.t("Tải bản in (PDF)", "For print (PDF)");
    offers.push(Offer::open(pdf, format!("{base}/paper/pdf")));
    if may_draft {
        offers.push(Offer::open(
            lang.t("Sửa dự thảo", "Edit"),
            format!("{base}/edit"),
        ));
        let label = lang.t("Bỏ dự thảo", "Discard");
        let button = PostButton::new(format!("{base}/discarding"), visit.csrf(), label)
            .with("version", act.version.to_string())
            .confirm(lang.t("Bỏ dự thảo này?", "Discard this draft?"))
            .dangerous();
        offers.push(Offer::post(button));
    }
    offers
}

/// Every check a draft must pass, as it stands now: the purses, then what each rule says.
fn checks(lang: Lang, sight: &Sight) -> Vec<Part> {
    let heading = lang.t("Kiểm tra trước khi ban hành", "Checks before issuing");
    let mut parts = vec![Part::Heading(heading.to_owned())];
    if !sight.rooms.is_empty() {
        parts.push(Part::Table(rooms(lang, sight)));
    }
    let bears = sight.rooms.iter().all(|(_, room)| room.bears());
    if sight.findings.is_empty() && bears {
        let clear = lang.t(
            "Không có gì vướng: đề án đúng trạng thái, nội dung không đổi, trong mức trần đã biết.",
            "Nothing stands in the way: states fit, content is unchanged, within the known ceilings.",
        );
        parts.push(Part::Text(clear.to_owned()));
    }
    let cautions = sight.cautions.iter();
    parts.extend(cautions.map(|text| Part::Text(format!("△ {}", text.say(lang)))));
    for found in &sight.findings {
        let said = found.failure.say(lang);
        parts.push(Part::Text(format!("✕ {said}")));
        parts.extend(mended(lang, &found.failure));
    }
    parts
}

/// The link to where a finding is mended, where it is another record.
fn mended(lang: Lang, failure: &Failure) -> Option<Part> {
    let Failure::Refused(refusal) = failure else {
        return None;
    };
    let (words, url) = remedy::link(refusal.remedy()?, lang);
    Some(Part::Offers(vec![Offer::open(words, url)]))
}

fn rooms(lang: Lang, sight: &Sight) -> Table {
    let unit = lang.t("triệu đồng", "million VND");
    let columns = vec![
        Column::text(lang.t("Nguồn kinh phí", "Purse")),
        Column::number(lang.t("Dự toán còn lại", "Free now"), unit),
        Column::number(lang.t("Quyết định dùng", "Taken"), unit),
        Column::number(lang.t("Còn sau quyết định", "Free after"), unit),
        Column::text(lang.t("Kết quả", "Verdict")),
    ];
    let rows = sight.rooms.iter().map(|(purse, room)| {
        let money = |amount| Cell::Money(Money::cell(lang, Some(amount)));
        let verdict = if room.bears() {
            Tag::new(Shape::Full, Tone::Good, lang.t("đủ", "enough"))
        } else {
            Tag::new(Shape::Cross, Tone::Bad, lang.t("vượt dự toán", "over"))
        };
        let cells = vec![
            Cell::text(format!("{} – {}", purse.code, purse.name)),
            money(room.available),
            money(room.taken),
            money(room.available.minus(room.taken)),
            Cell::Tag(verdict),
        ];
        TableRow::new("", cells)
    });
    Table {
        lang,
        caption: lang
            .t("Nguồn kinh phí và dự thảo", "Purses and the draft")
            .to_owned(),
        head: Head { columns },
        rows: rows.collect(),
        note: String::new(),
    }
}
