//! Opening a sitting, and its page.

use super::council::{sitting_name, sitting_tag};
use super::{crumbs, matrix, sitting_url, url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Empty, Fact, Facts, Field, Offer, PostButton};
use crate::kernel::form::FormReader;
use crate::kernel::frame::shell;
use crate::kernel::page::{FormPage, Part, RecordPage, Table};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::sitting::{NewSitting, open};
use kc_app::appraisal::{self, Sight};
use kc_app::kernel::Done;
use kc_domain::appraisal::Council;
use kc_domain::kernel::date::show_date;
use kc_domain::kernel::id::{CouncilId, SittingId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

/// `GET /appraisals/{council}/sittings/new`
pub(super) fn new(visit: &Visit<'_>) -> Answer {
    let council = appraisal::show(&visit.cx(), visit.id("council", CouncilId::parse)?)?;
    form(visit, &council, &Query::default()).show()
}

/// `POST /appraisals/{council}/sittings`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let cx = visit.cx();
    let council = appraisal::show(&cx, visit.id("council", CouncilId::parse)?)?;
    let typed = &visit.arrival.form;
    let mut reader = FormReader::new(typed);
    let new = NewSitting {
        held_on: reader.date("held_on"),
        place_written: reader.text_or_none("place"),
    };
    match reader
        .finish(new)
        .and_then(|new| open(&cx, council.id, new))
    {
        Ok(id) => Reply::see_other(
            sitting_url(id),
            visit.lang().t("Đã mở phiên họp.", "The sitting is open."),
        ),
        Err(failure) => form(visit, &council, typed).come_back(failure),
    }
}

fn form(visit: &Visit<'_>, council: &Council, typed: &Query) -> FormPage {
    let lang = visit.lang();
    let fields = vec![
        Field::date(lang, "held_on", lang.t("Ngày họp", "Held on")).value(typed.get("held_on")),
        Field::text(lang, "place", lang.t("Địa điểm", "Place"))
            .value(typed.get("place"))
            .optional(),
    ];
    let mut shell = shell(visit, lang.t("Mở phiên họp", "Open a sitting"));
    shell.crumbs = crumbs(lang, council);
    FormPage::new(shell, format!("{}/sittings", url(council.id)), fields)
        .buttons(lang.t("Mở phiên họp", "Open"), url(council.id))
}

/// `GET /appraisals/sittings/{sitting}`
pub(super) fn show(visit: &Visit<'_>) -> Answer {
    let (lang, cx) = (visit.lang(), visit.cx());
    let sight = appraisal::see(&cx, visit.id("sitting", SittingId::parse)?)?;
    let runs_it = cx.may_on(Action::RecordAppraisal, &appraisal::subject(&sight.council));
    let is_open = sight.sitting.closed_at.is_none();
    let mut shell = shell(visit, sitting_name(lang, &sight.sitting));
    shell.crumbs = crumbs(lang, &sight.council);
    shell.illustrative = sight.council.illustrative;
    shell.tag = Some(sitting_tag(lang, &sight.sitting));
    let mut parts = warnings(lang, &sight);
    parts.push(Part::Facts(facts(lang, &sight)));
    parts.push(Part::Offers(offers(visit, &sight, runs_it)?));
    if is_open {
        let own = matrix::own(lang, &sight, cx.user());
        parts.extend(titled(lang.t("Phiếu của tôi", "My scores"), own));
    }
    parts.push(Part::Heading(lang.t("Bảng điểm", "Scores").to_owned()));
    parts.push(files(lang, &sight, runs_it && is_open));
    let recusals = matrix::recusals(lang, &sight);
    parts.extend(titled(lang.t("Hồi tị", "Recusals"), recusals));
    let struck = matrix::struck(lang, &sight);
    parts.extend(titled(
        lang.t("Phiếu đã gạch, giữ để tra cứu", "Struck scores"),
        struck,
    ));
    if let Some(minutes) = &sight.sitting.minutes {
        parts.push(Part::Heading(
            lang.t("Nội dung biên bản", "Minutes").to_owned(),
        ));
        parts.extend(minutes.lines().map(|line| Part::Text(line.to_owned())));
    }
    parts.retain(|part| !matches!(part, Part::Offers(offers) if offers.is_empty()));
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts,
    })
}

fn titled(title: &str, table: Option<Table>) -> Vec<Part> {
    table.map_or_else(Vec::new, |table| {
        vec![Part::Heading(title.to_owned()), Part::Table(table)]
    })
}

/// What the reader must know first: a newer version, or a score that must not stand.
fn warnings(lang: Lang, sight: &Sight) -> Vec<Part> {
    let mut warnings = Vec::new();
    if sight.sitting.version < sight.newest {
        warnings.push(format!(
            "{} {}.",
            lang.t(
                "Biên bản này đã được đính chính; bản mới nhất là bản",
                "These minutes were corrected; the newest version is"
            ),
            sight.newest
        ));
    }
    if let Some((code, name)) = sight.late() {
        warnings.push(match lang {
            Lang::Vi => format!(
                "{name} phải hồi tị với đề án {code} sau khi biên bản đã khóa. Lập bản đính chính trước khi xếp hạng."
            ),
            Lang::En => format!(
                "{name} must stay away from {code} since the minutes were closed. Correct them before ranking."
            ),
        });
    }
    warnings.into_iter().map(Part::Text).collect()
}

fn facts(lang: Lang, sight: &Sight) -> Facts {
    let sitting = &sight.sitting;
    let quorum = sight.quorum;
    let state = if quorum.is_met() {
        lang.t("đủ điều kiện họp", "enough")
    } else if quorum.lacks_chair {
        lang.t("chưa có chủ tịch", "the chair is missing")
    } else {
        lang.t("chưa đủ", "too few")
    };
    let names = sight.members.iter().filter(|held| held.sits);
    let names: Vec<_> = names.map(|held| held.member.name.as_str()).collect();
    let mut facts = vec![
        Fact::text(lang.t("Ngày họp", "Held on"), show_date(sitting.held_on))
            .note(sitting.place_written.clone().unwrap_or_default()),
        Fact::text(
            lang.t("Có mặt", "Present"),
            format!(
                "{}/{} ({} {}): {state}",
                quorum.present,
                quorum.members,
                lang.t("cần", "needed"),
                quorum.needed
            ),
        )
        .note(names.join(", ")),
    ];
    if let Some(reason) = &sitting.reason {
        facts.push(Fact::text(lang.t("Lý do đính chính", "Reason"), reason));
    }
    Facts { lang, facts }
}

fn offers(visit: &Visit<'_>, sight: &Sight, runs_it: bool) -> Done<Vec<Offer>> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let base = sitting_url(sight.sitting.id);
    let open = |vi, en, tail: &str| Offer::open(lang.t(vi, en), format!("{base}/{tail}"));
    let printed = format!("{base}/minutes");
    let mut offers = Vec::new();
    if sight.sitting.closed_at.is_some() {
        let words = ("Biên bản", "Minutes");
        offers.extend(super::paper::offers(lang, &printed, words));
        if runs_it && sight.sitting.version == sight.newest {
            offers.push(open("Lập bản đính chính", "Correct", "correction"));
        }
        return Ok(offers);
    }
    if runs_it {
        offers.push(open("Thêm đề án", "Add files", "files/new"));
    }
    if appraisal::may_keep_minutes(&cx, &sight.council)? {
        let label = lang.t("Ghi người dự, nội dung", "Presence and notes");
        offers.push(Offer::open(label, format!("{base}/minutes")));
        let close = lang.t("Khóa biên bản", "Close the minutes");
        let button = PostButton::new(format!("{base}/closing"), visit.csrf(), close);
        offers.push(Offer::post(button.official().confirm(lang.t(
            "Khóa biên bản? Sau khi khóa không sửa được nữa.",
            "Close the minutes? Nothing can be changed after that.",
        ))));
    }
    let words = ("Dự thảo biên bản", "Draft minutes");
    offers.extend(super::paper::offers(lang, &printed, words));
    Ok(offers)
}

fn files(lang: Lang, sight: &Sight, opens: bool) -> Part {
    if !sight.files.is_empty() {
        return Part::Table(matrix::matrix(lang, sight, opens));
    }
    Part::Empty(Empty {
        title: lang
            .t("Chưa có đề án trong phiên", "No files yet")
            .to_owned(),
        text: lang
            .t(
                "Thêm các đề án của kế hoạch vào phiên để thành viên chấm điểm.",
                "Add projects of the plan for the members to score.",
            )
            .to_owned(),
        action: None,
    })
}
