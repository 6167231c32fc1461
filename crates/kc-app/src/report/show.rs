//! Opening a report: counted from the entries each time it is asked for.

use super::{About, Ask};
use crate::kernel::{Cx, Done, Failure, token};
use crate::{plan as plans, programme as programmes, statement};
use chrono::{Datelike, NaiveDate};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::OrganisationId;
use kc_domain::kernel::money::Dong;
use kc_domain::kernel::period::Period;
use kc_domain::kernel::refuse::Refuse;
use kc_domain::kernel::text::Lang;
use kc_domain::ledger::Stage;
use kc_domain::place::area::{AreaLevel, AreaPath};
use kc_domain::place::{self, Kind};
use kc_domain::policy::{Action, Scope};
use kc_domain::programme::catalogue::{self, Catalogue};
use kc_domain::programme::frame::Frame;
use kc_domain::report::paragraph::{Paragraphs, Subject, paragraphs};
use kc_domain::report::{Places, Published, Report, checks, places, reached};
use kc_domain::statement::Finding;
use kc_store::identity::organisation;
use kc_store::kernel::Reader;
use kc_store::report::{Depth, Selection};

/// A report with all that its pages, papers and files show.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What it is about.
    pub about: Header,
    /// The numbers.
    pub report: Report,
    /// What has reached each stage of the ledger; empty for everything at once.
    pub stages: Vec<(Stage, Dong)>,
    /// Where the projects lie.
    pub places: Places,
    /// The published figures against the counted ones.
    pub findings: Vec<Finding>,
    /// The hash of the last audit record, as hexadecimal digits.
    pub audit_head: String,
}

/// What a report is about, and how far it looks.
#[derive(Debug, Clone)]
pub struct Header {
    /// The code in addresses; empty for everything.
    pub code: String,
    /// The name for people.
    pub name: String,
    /// The days it covers, where it is bound to any.
    pub period: Option<Period>,
    /// Where it applies.
    pub area: AreaPath,
    /// The organisation that reports.
    pub issuer: String,
    /// The organisation above it; empty for none.
    pub superior: String,
    /// Whether something counted is sample data.
    pub illustrative: bool,
    /// What the store is asked.
    pub selection: Selection,
    catalogue: Option<&'static Catalogue>,
}

/// Opens a report.
pub fn show(cx: &Cx<'_>, ask: &Ask) -> Done<Opened> {
    let scope = cx.scope(Action::ReadReports)?;
    let mut about = header(cx, ask)?;
    cx.read(|reader| {
        about.illustrative |= kc_store::report::is_illustrative(reader, &scope, &about.selection)?;
        count(reader, &scope, about, cx.lang())
    })
}

/// The report of a programme as of a day and as known at a moment.
pub fn programme(cx: &Cx<'_>, code: &str, as_of: NaiveDate, known_at: Instant) -> Done<Opened> {
    show(cx, &Ask::programme(code).on(as_of, known_at))
}

fn count(reader: &mut Reader<'_>, scope: &Scope, about: Header, lang: Lang) -> Done<Opened> {
    let within = mapped(scope, about.place());
    let depth = match within.level() {
        AreaLevel::Nation => Depth::Province,
        _ => Depth::Commune,
    };
    let facts = kc_store::report::facts(reader, scope, &about.selection, depth)?;
    let stages = match about.selection.of {
        None => Vec::new(),
        Some(_) => reached(&kc_store::report::stage_money(
            reader,
            scope,
            &about.selection,
        )?),
    };
    let published = published(reader, scope, &about.selection)?;
    let report = Report::build(&facts, about.catalogue, published, lang);
    let findings = checks(&report).map_err(|refusal| Failure::Internal(refusal.say(lang)))?;
    let (_, hash) = kc_store::audit::head(reader)?;
    Ok(Opened {
        about,
        report,
        stages,
        places: places(&facts, within),
        findings,
        audit_head: token::hex(&hash),
    })
}

/// The nation or province whose units are told apart: the reader's own province, where the report
/// is about the nation and the reader sees no other.
fn mapped(scope: &Scope, area: &AreaPath) -> AreaPath {
    let area = area.of_own_province();
    match scope.areas().first() {
        Some(own) if area.level() == AreaLevel::Nation => {
            let is_all = scope.areas().iter().all(|other| other.is_covered_by(own));
            if is_all { own.of_own_province() } else { area }
        }
        _ => area,
    }
}

fn published(
    reader: &mut Reader<'_>,
    scope: &Scope,
    selection: &Selection,
) -> Done<Option<Published>> {
    let Some(body) = kc_store::report::published_body(reader, scope, selection)? else {
        return Ok(None);
    };
    let read = statement::read(body.as_bytes());
    let kept = read.map_err(|refusal| Failure::Internal(refusal.say(Lang::Vi)))?;
    Ok(Some(Published::of(&kept)))
}

/// Finds what the report is about; who may not see it learns nothing.
pub(super) fn header(cx: &Cx<'_>, ask: &Ask) -> Done<Header> {
    match &ask.about {
        About::Programme(code) => {
            let found = programmes::show_by_code(cx, code)?;
            let (issuer, superior) = names(cx, found.organisation)?;
            Ok(Header {
                code: found.code,
                name: found.name,
                period: Some(found.period),
                area: found.area,
                issuer,
                superior,
                illustrative: found.illustrative,
                selection: selection(cx, ask, Some(Frame::Programme(found.id))),
                catalogue: catalogue::find(&found.catalogue),
            })
        }
        About::Plan(code) => {
            let found = plans::show_by_code(cx, code)?;
            let (issuer, superior) = names(cx, found.organisation)?;
            Ok(Header {
                code: found.code,
                name: found.name,
                period: Some(found.period),
                area: found.area,
                issuer,
                superior,
                illustrative: found.illustrative,
                selection: selection(cx, ask, Some(Frame::Plan(found.id))),
                catalogue: catalogue::find(&found.catalogue),
            })
        }
        About::Everything => {
            let area = ask.place.clone().unwrap_or_else(AreaPath::nation);
            Ok(Header {
                code: String::new(),
                name: cx.lang().t("Toàn bộ đề án", "All projects").to_owned(),
                period: None,
                area,
                issuer: String::new(),
                superior: String::new(),
                illustrative: false,
                selection: selection(cx, ask, None),
                catalogue: None,
            })
        }
    }
}

/// The names of an organisation and of the one above it.
fn names(cx: &Cx<'_>, id: OrganisationId) -> Done<(String, String)> {
    cx.read(|reader| {
        let Some(found) = organisation::find(reader, id)? else {
            return Ok((String::new(), String::new()));
        };
        let above = match found.parent {
            Some(parent) => organisation::find(reader, parent)?,
            None => None,
        };
        let above = above.map(|above| above.name).unwrap_or_default();
        Ok((found.name, above))
    })
}

fn selection(cx: &Cx<'_>, ask: &Ask, of: Option<Frame>) -> Selection {
    Selection {
        of,
        place: ask.place.clone(),
        from: ask.from,
        as_of: ask.as_of.unwrap_or_else(|| cx.today()),
        known_at: ask.known_at.unwrap_or_else(|| next_second(cx.now())),
    }
}

/// The end of the running second, so that the moment as printed opens the same report again.
fn next_second(now: Instant) -> Instant {
    let rest = now.0.rem_euclid(1000);
    let missing = if rest == 0 {
        0
    } else {
        1000_i64.saturating_sub(rest)
    };
    Instant(now.0.saturating_add(missing))
}

impl Opened {
    /// The day it is stated for.
    pub fn as_of(&self) -> NaiveDate {
        self.about.selection.as_of
    }

    /// The moment up to which records count.
    pub fn known_at(&self) -> Instant {
        self.about.selection.known_at
    }

    /// The report as Vietnamese paragraphs.
    pub fn paragraphs(&self) -> Paragraphs {
        paragraphs(&self.report, &self.about.subject())
    }
}

impl Header {
    /// The name of a content group.
    pub fn group_label(&self, key: &str) -> String {
        let found = self.catalogue;
        found.map_or_else(
            || catalogue::label_of(key),
            |catalogue| catalogue.label(key).to_owned(),
        )
    }

    /// "giai đoạn 2016–2020" or "năm 2017"; the day it is stated for without a period.
    pub fn period_words(&self) -> String {
        let Some(period) = self.period else {
            return format!(
                "đến ngày {}",
                kc_domain::kernel::date::show_date(self.selection.as_of)
            );
        };
        let (from, to) = (period.from().year(), period.to().year());
        if from == to {
            format!("năm {from}")
        } else {
            format!("giai đoạn {from}–{to}")
        }
    }

    /// The place it looks at: the one asked for, or where it applies.
    fn place(&self) -> &AreaPath {
        self.selection.place.as_ref().unwrap_or(&self.area)
    }

    fn unit(&self) -> Option<&'static place::Unit> {
        place::gazetteer().unit_at(self.place())
    }

    /// The place within a sentence: "thành phố Hải Phòng"; empty for the nation.
    pub fn place_in_text(&self) -> String {
        let unit = self.unit();
        unit.map(place::Unit::name_in_text).unwrap_or_default()
    }

    /// The place at the head of a paper: "Hải Phòng"; Hà Nội for the nation.
    pub fn place_short(&self) -> String {
        self.unit().map_or("Hà Nội", |unit| unit.name).to_owned()
    }

    fn subject(&self) -> Subject {
        let own_budget = match self.unit().map(|unit| unit.kind) {
            Some(Kind::ThanhPho) => "thành phố",
            Some(Kind::Tinh) => "tỉnh",
            _ => "địa phương",
        };
        let place = self.place_in_text();
        Subject {
            period: self.period_words(),
            place,
            own_budget: own_budget.to_owned(),
        }
    }
}
