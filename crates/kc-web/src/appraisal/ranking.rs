//! Ranking on screen: tried out by the address alone, kept by a button.

use super::run;
use super::{choice, crumbs, ranking_url, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Empty, ErrorSummary, Field, Offer, PostButton};
use crate::kernel::frame::shell;
use crate::kernel::page::{Part, RecordPage, SmallForm, problems};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::rank::{self, Choice, Trial};
use kc_app::kernel::{Done, Failure};
use kc_domain::kernel::id::{CouncilId, PurseId};
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::clean;
use kc_domain::policy::Action;

/// `GET /appraisals/{council}/ranking`: nothing is kept.
pub(super) fn try_out(visit: &Visit<'_>) -> Answer {
    let (trial, choice) = trial(visit, &visit.arrival.query)?;
    Reply::page(&page(visit, &trial, (&visit.arrival.query, &choice), None)?)
}

/// `POST /appraisals/{council}/ranking`: keeps the run with its inputs.
pub(super) fn keep(visit: &Visit<'_>) -> Answer {
    let form = &visit.arrival.form;
    let (trial, choice) = trial(visit, form)?;
    let note = Some(clean(form.get("note"))).filter(|note| !note.is_empty());
    match rank::keep(&visit.cx(), trial.council.id, &choice, note) {
        Ok(id) => Reply::see_other(
            ranking_url(id),
            visit
                .lang()
                .t("Đã ghi kết quả xếp hạng.", "The ranking is kept."),
        ),
        Err(failure) => {
            let page = page(visit, &trial, (form, &choice), Some(failure))?;
            Reply::corrections(&page)
        }
    }
}

fn trial(visit: &Visit<'_>, query: &Query) -> Done<(Trial, Choice)> {
    let cx = visit.cx();
    let id = visit.id("council", CouncilId::parse)?;
    let offered = rank::purses(&cx, id)?;
    let all: Vec<PurseId> = offered.iter().map(|card| card.purse.id).collect();
    let choice = choice::read(query, &all);
    Ok((rank::try_out(&cx, id, &choice)?, choice))
}

fn page(
    visit: &Visit<'_>,
    trial: &Trial,
    (query, choice): (&Query, &Choice),
    failure: Option<Failure>,
) -> Done<RecordPage> {
    let lang = visit.lang();
    let mut shell = shell(visit, lang.t("Xếp hạng đề án", "Ranking"));
    shell.crumbs = crumbs(lang, &trial.council);
    shell.illustrative = trial.council.illustrative;
    let mut parts = Vec::new();
    if let Some(failure) = failure {
        let problems = problems(&failure, lang);
        if problems.is_empty() {
            return Err(failure);
        }
        parts.push(Part::Errors(ErrorSummary { lang, problems }));
    }
    let action = format!("{}/ranking", url(trial.council.id));
    if trial.purses.is_empty() {
        parts.push(Part::Empty(no_purse(visit)));
    } else {
        parts.push(Part::Text(intro(visit)));
        parts.extend(
            trial
                .run
                .as_ref()
                .map_or_else(Vec::new, |run| run::parts(lang, run)),
        );
        parts.extend(keeping(visit, trial, query, &action));
        parts.push(Part::Heading(lang.t("Cách xếp", "Options").to_owned()));
        parts.push(choice::form(lang, action, trial, (query, choice))?);
    }
    Ok(RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn intro(visit: &Visit<'_>) -> String {
    let text = visit.lang().t(
        "Đây là bản xếp thử theo số dư sổ kinh phí lúc này: đổi cách xếp ở cuối trang rồi xem lại, không có gì được ghi cho đến khi bấm “Ghi kết quả xếp hạng”.",
        "This is a trial on the balances of the ledger now: change the options below and look again; nothing is kept until you keep it.",
    );
    text.to_owned()
}

fn no_purse(visit: &Visit<'_>) -> Empty {
    let lang = visit.lang();
    Empty {
        title: lang.t("Không có nguồn kinh phí để xếp", "No purse to rank against").to_owned(),
        text: lang
            .t(
                "Cần nguồn kinh phí của kế hoạch hoặc của năm này mà bạn được xem. Kết quả đã ghi nằm ở trang hội đồng.",
                "A purse of this plan or year that you may see is needed. Kept rankings stand on the page of the council.",
            )
            .to_owned(),
        action: None,
    }
}

/// The button that keeps the run, or why it cannot be kept yet.
fn keeping(visit: &Visit<'_>, trial: &Trial, query: &Query, action: &str) -> Option<Part> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let subject = kc_app::appraisal::subject(&trial.council);
    if !cx.may_on(Action::RecordAppraisal, &subject) {
        return None;
    }
    let label = lang.t("Ghi kết quả xếp hạng", "Keep the ranking");
    if let Some(obstacle) = &trial.obstacle {
        let withheld = Offer::withheld(label, obstacle.say(lang));
        return Some(Part::Offers(vec![withheld]));
    }
    let mut button = PostButton::new(action, visit.csrf(), label).official();
    let own = query.0.iter();
    let own = own.filter(|(name, _)| !matches!(name.as_str(), "csrf" | "note"));
    for (name, value) in own {
        button = button.with(name, value);
    }
    let note = Field::text(lang, "note", lang.t("Ghi chú", "Note")).optional();
    Some(Part::Form(SmallForm {
        fields: vec![note],
        button,
        with_files: false,
    }))
}
