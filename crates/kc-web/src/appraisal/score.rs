//! A member's own sheet for one file; made to be filled on a phone.

use super::matrix::file_name;
use super::{crumbs, score_url, sitting_url};
use crate::kernel::answer::{Answer, Reply};
use crate::kernel::components::{Fact, Facts, Field, Kind, LawLink, Money, PostButton, Value};
use crate::kernel::form::FormReader;
use crate::kernel::frame::{crumb, shell};
use crate::kernel::page::{FormPage, Part, RecordPage, SmallForm};
use crate::kernel::query::Query;
use crate::kernel::visit::Visit;
use kc_app::appraisal::score::{self, NewScore};
use kc_app::appraisal::{Sight, SightOfFile, recuse as recusal, see};
use kc_app::kernel::{Done, Failure};
use kc_app::{norm, project};
use kc_domain::appraisal::refusal::Refusal;
use kc_domain::appraisal::{Criterion, Points, Sheet, Standing};
use kc_domain::kernel::id::{ProjectId, SittingId};
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;

/// `GET /appraisals/sittings/{sitting}/scores/{project}`
pub(super) fn form(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let (id, project) = (sight.sitting.id, file.facts.project);
    if let Err(why) = score::offered(&visit.cx(), id, project)? {
        return withheld(visit, &sight, &file, &why);
    }
    let held = score::own(&visit.cx(), id, project)?;
    let mut pairs = Vec::new();
    if let Some(held) = held {
        let points = held.points.iter();
        pairs.extend(points.map(|(code, points)| (code.clone(), points.to_string())));
        pairs.push(("remark".to_owned(), held.remark.unwrap_or_default()));
    }
    page(visit, &sight, &file, &Query(pairs))?.show()
}

/// `POST /appraisals/sittings/{sitting}/scores/{project}`
pub(super) fn create(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let (id, project) = (sight.sitting.id, file.facts.project);
    let typed = &visit.arrival.form;
    let done = read(&sight.sheet, typed);
    match done.and_then(|new| score::score(&visit.cx(), id, project, new)) {
        Ok(_) => Reply::see_other(
            sitting_url(id),
            visit.lang().t("Đã ghi phiếu chấm.", "The score is kept."),
        ),
        Err(failure) => page(visit, &sight, &file, typed)?.come_back(failure),
    }
}

/// `POST /appraisals/sittings/{sitting}/recusals/{project}`
pub(super) fn recuse(visit: &Visit<'_>) -> Answer {
    let (sight, file) = found(visit)?;
    let (id, project) = (sight.sitting.id, file.facts.project);
    let reason = visit.form("reason");
    match recusal::ask(&visit.cx(), id, project, reason) {
        Ok(()) => Reply::see_other(
            sitting_url(id),
            visit.lang().t("Đã ghi hồi tị.", "The recusal is kept."),
        ),
        Err(failure) => page(visit, &sight, &file, &Query::default())?.come_back(failure),
    }
}

fn found(visit: &Visit<'_>) -> Done<(Sight, SightOfFile)> {
    let sight = see(&visit.cx(), visit.id("sitting", SittingId::parse)?)?;
    let project = visit.id("project", ProjectId::parse)?;
    let file = sight.files.iter().find(|f| f.facts.project == project);
    let file = file.cloned().ok_or(Failure::NotFound)?;
    Ok((sight, file))
}

fn read(sheet: &Sheet, typed: &Query) -> Done<NewScore> {
    let mut reader = FormReader::new(typed);
    let mut points = Vec::new();
    for criterion in &sheet.criteria {
        let Some(text) = reader.text_or_none(&criterion.code) else {
            let name = criterion.name.clone();
            let code = criterion.code.clone();
            problem(
                &mut reader,
                &criterion.code,
                &Refusal::Unscored { code, name },
            );
            continue;
        };
        let Some(given) = Points::parse(&text) else {
            reader.wrong(
                &criterion.code,
                format!("“{text}” không phải số điểm. Ghi như 17,5."),
                format!("“{text}” is no score. Write it like 17,5."),
            );
            continue;
        };
        if let Err(refusal) = sheet.fits(&criterion.code, given) {
            problem(&mut reader, &criterion.code, &refusal);
        }
        points.push((criterion.code.clone(), given));
    }
    let new = NewScore {
        points,
        remark: reader.text_or_none("remark"),
    };
    reader.finish(new)
}

/// What a rule says no to, at its field.
fn problem(reader: &mut FormReader<'_>, field: &str, refusal: &Refusal) {
    reader.wrong(field, refusal.say(Lang::Vi), refusal.say(Lang::En));
}

fn page(visit: &Visit<'_>, sight: &Sight, file: &SightOfFile, typed: &Query) -> Done<FormPage> {
    let lang = visit.lang();
    let (id, project) = (sight.sitting.id, file.facts.project);
    let field = |criterion: &Criterion| {
        Field::new(lang, Kind::Decimal, &criterion.code, &criterion.name)
            .value(typed.get(&criterion.code))
            .unit(format!(
                "/ {} {}",
                criterion.points_max,
                lang.t("điểm", "points")
            ))
    };
    let mut fields: Vec<_> = sight.sheet.criteria.iter().map(field).collect();
    let remark = lang.t("Nhận xét", "Remark");
    let remark = Field::new(lang, Kind::Long, "remark", remark).value(typed.get("remark"));
    fields.push(remark.optional());
    let mut shell = shell(visit, file_name(file));
    shell.crumbs = way(lang, sight);
    let mut page = FormPage::new(shell, score_url(id, project), fields)
        .buttons(lang.t("Ghi phiếu chấm", "Keep the score"), sitting_url(id));
    page.before.push(Part::Facts(facts(visit, sight, file)?));
    let of = project::show(&visit.cx(), project)?;
    let cautions = norm::cautions(&visit.cx(), &of)?.into_iter();
    let said = cautions.map(|text| Part::Text(format!("△ {}", text.say(lang))));
    page.before.extend(said);
    page.after.push(Part::Heading(
        lang.t("Không chấm được vì có liên quan?", "Tied to this file?")
            .to_owned(),
    ));
    let reason = Field::text(lang, "reason", lang.t("Lý do xin hồi tị", "Reason")).hint(lang.t(
        "Hồi tị không thể gỡ bỏ; phiếu đã chấm (nếu có) bị gạch.",
        "It cannot be undone; a score you gave is struck.",
    ));
    let label = lang.t("Xin hồi tị", "Stay away");
    let url = format!("{}/recusals/{project}", sitting_url(id));
    page.after.push(Part::Form(SmallForm {
        fields: vec![reason],
        button: PostButton::new(url, visit.csrf(), label).dangerous(),
        with_files: false,
    }));
    Ok(page)
}

fn way(lang: Lang, sight: &Sight) -> Vec<crate::kernel::shell::Crumb> {
    let mut crumbs = crumbs(lang, &sight.council);
    let name = super::council::sitting_name(lang, &sight.sitting);
    crumbs.push(crumb(name, sitting_url(sight.sitting.id)));
    crumbs
}

/// What a member must know of the file before scoring it.
fn facts(visit: &Visit<'_>, sight: &Sight, file: &SightOfFile) -> Done<Facts> {
    let (lang, cx) = (visit.lang(), visit.cx());
    let found = project::show(&cx, file.facts.project)?;
    let sheet = LawLink {
        lang,
        citation: sight.sheet.citation.clone(),
        url: String::new(),
        verified: sight.sheet.standing == Standing::Verified,
    };
    let text = |label: &str, value: Option<&str>| Fact::text(label, value.unwrap_or_default());
    let asked = Money::full(lang, found.support_asked);
    let cost = Money::full(lang, found.cost_estimated);
    let facts = vec![
        Fact::link(
            lang.t("Hồ sơ", "File"),
            &found.code,
            crate::project::url(found.id),
        ),
        text(lang.t("Địa điểm", "Place"), found.place_written.as_deref()),
        Fact::new(lang.t("Tổng kinh phí", "Cost"), Value::Money(cost)),
        Fact::new(
            lang.t("Đề nghị hỗ trợ", "Support asked"),
            Value::Money(asked),
        ),
        text(lang.t("Sự cần thiết", "Need"), found.need.as_deref()),
        text(
            lang.t("Hiệu quả dự kiến", "Outcome"),
            found.outcome.as_deref(),
        ),
        Fact::text(lang.t("Phiếu chấm điểm", "Sheet"), &sight.sheet.name).law(sheet),
    ];
    Ok(Facts { lang, facts })
}

/// The member may not score this file: why, and what is known of it.
fn withheld(visit: &Visit<'_>, sight: &Sight, file: &SightOfFile, why: &str) -> Answer {
    let lang = visit.lang();
    let mut shell = shell(visit, file_name(file));
    shell.crumbs = way(lang, sight);
    Reply::page(&RecordPage {
        shell,
        tabs: None,
        parts: vec![
            Part::Text(why.to_owned()),
            Part::Facts(facts(visit, sight, file)?),
        ],
    })
}
