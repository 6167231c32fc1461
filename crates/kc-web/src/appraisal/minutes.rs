//! Who sat and what was said; closing and correcting the minutes.

use super::{crumbs, sitting_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Choice, ErrorSummary, Field, Kind};
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, RecordPage, problems};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::{self, Sight, correct as correction, minutes, sitting};
use kc_app::kernel::{Done, Failure};
use kc_domain::kernel::id::{SittingId, UserId};

/// `GET /appraisals/sittings/{sitting}/minutes`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let sight = found(visit)?;
    let seated = sight.members.iter().filter(|held| held.sits);
    let mut pairs: Vec<_> = seated
        .map(|held| ("present".to_owned(), held.member.person.to_string()))
        .collect();
    let minutes = sight.sitting.minutes.clone();
    pairs.push(("minutes".to_owned(), minutes.unwrap_or_default()));
    form(visit, &sight, &Query(pairs)).show()
}

/// `POST /appraisals/sittings/{sitting}/minutes`
pub(super) fn note(visit: &Visit<'_>) -> Answer {
    let sight = found(visit)?;
    let typed = &visit.arrival.form;
    let present: Vec<_> = typed.all("present").filter_map(UserId::parse).collect();
    let minutes = Some(typed.get("minutes").trim()).filter(|text| !text.is_empty());
    match sitting::note(&visit.cx(), sight.sitting.id, &present, minutes) {
        Ok(()) => Reply::see_other(
            sitting_url(sight.sitting.id),
            visit.lang().t("Đã ghi.", "Noted."),
        ),
        Err(failure) => form(visit, &sight, typed).come_back(failure),
    }
}

fn found(visit: &Visit<'_>) -> Done<Sight> {
    let cx = visit.cx();
    let sight = appraisal::see(&cx, visit.id("sitting", SittingId::parse)?)?;
    sight.sitting.expect_open()?;
    Ok(sight)
}

fn form(visit: &Visit<'_>, sight: &Sight, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let choices = sight.members.iter().map(|held| {
        let value = held.member.person.to_string();
        let label = format!("{} – {}", held.member.name, held.member.post.name(lang));
        let chosen = typed.all("present").any(|present| present == value);
        Choice {
            chosen,
            ..Choice::new(value, label)
        }
    });
    let present = lang.t("Thành viên có mặt", "Present");
    let fields = vec![
        Field::new(lang, Kind::Checks(choices.collect()), "present", present).hint(lang.t(
            "Khi khóa biên bản, phiếu của người vắng mặt bị gạch.",
            "When the minutes are closed, scores of the absent are struck.",
        )),
        Field::new(
            lang,
            Kind::Lines,
            "minutes",
            lang.t("Nội dung, kết luận", "What was said and found"),
        )
        .value(typed.get("minutes"))
        .optional(),
    ];
    let mut shell = shell(visit, lang.t("Ghi biên bản phiên họp", "Minutes"));
    let back = sitting_url(sight.sitting.id);
    shell.crumbs = crumbs(lang, &sight.council);
    let name = super::council::sitting_name(lang, &sight.sitting);
    shell.crumbs.push(crumb(name, back.clone()));
    FormPage::new(shell, format!("{back}/minutes"), fields).buttons(lang.t("Ghi", "Note"), back)
}

/// `POST /appraisals/sittings/{sitting}/closing`
pub(super) fn close(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let id = visit.id("sitting", SittingId::parse)?;
    match minutes::close(&cx, id) {
        Ok(()) => Reply::see_other(
            sitting_url(id),
            lang.t("Đã khóa biên bản.", "The minutes are closed."),
        ),
        Err(failure) => not_closed(visit, id, failure),
    }
}

/// The sitting could not be closed: why, and the way back.
fn not_closed(visit: &Visit<'_>, id: SittingId, failure: Failure) -> Answer {
    let lang = visit.lang();
    let problems = problems(&failure, lang);
    if problems.is_empty() {
        return Err(failure);
    }
    let sight = appraisal::see(&visit.cx(), id)?;
    let mut shell = shell(visit, lang.t("Chưa khóa được biên bản", "Not closed"));
    shell.crumbs = crumbs(lang, &sight.council);
    let name = super::council::sitting_name(lang, &sight.sitting);
    shell.crumbs.push(crumb(name, sitting_url(id)));
    let mut parts = vec![Part::Errors(ErrorSummary { lang, problems })];
    let owed = sight.owed();
    if !owed.is_empty() {
        let heading = lang.t("Phiếu chưa chấm", "Scores not given yet");
        parts.push(Part::Heading(heading.to_owned()));
        parts.push(Part::Text(owed.join("; ")));
    }
    Reply::corrections(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

/// `GET /appraisals/sittings/{sitting}/correction`
pub(super) fn ask_correction(visit: &Visit<'_>) -> Answer {
    correcting(visit, &Query::default())?.show()
}

/// `POST /appraisals/sittings/{sitting}/correction`
pub(super) fn correct(visit: &Visit<'_>) -> Answer {
    let id = visit.id("sitting", SittingId::parse)?;
    let typed = &visit.arrival.form;
    match correction::correct(&visit.cx(), id, typed.get("reason")) {
        Ok(new) => Reply::see_other(
            sitting_url(new),
            visit
                .lang()
                .t("Đã lập bản đính chính.", "A new version is open."),
        ),
        Err(failure) => correcting(visit, typed)?.come_back(failure),
    }
}

fn correcting(visit: &Visit<'_>, typed: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let id = visit.id("sitting", SittingId::parse)?;
    let sight = appraisal::see(&visit.cx(), id)?;
    let reason = Field::new(lang, Kind::Long, "reason", lang.t("Lý do", "Reason"));
    let mut shell = shell(visit, lang.t("Lập bản đính chính", "Correct the minutes"));
    shell.crumbs = crumbs(lang, &sight.council);
    let back = sitting_url(id);
    let fields = vec![reason.value(typed.get("reason"))];
    Ok(FormPage::new(shell, format!("{back}/correction"), fields)
        .intro(lang.t(
            "Biên bản đã khóa giữ nguyên. Bản đính chính bắt đầu từ danh sách đề án, người dự và các phiếu hợp lệ của bản này, trừ phiếu của người phải hồi tị.",
            "The closed minutes stay. The new version starts from its files, presence and counted scores, without those of recused members.",
        ))
        .buttons(lang.t("Lập bản đính chính", "Correct"), back))
}
