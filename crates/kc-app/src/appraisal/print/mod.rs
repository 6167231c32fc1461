//! The minutes of a sitting and a kept ranking as official papers in the form of Nghị định
//! 30/2020/NĐ-CP. Whoever may read the page may print it, and the paper says no more than the page.

mod minutes;
mod ranking;
mod scores;

use super::{rank, see};
use crate::kernel::{Cx, Done, PaperFormat, local, paper_bytes};
use chrono::NaiveDate;
use kc_domain::appraisal::Council;
use kc_domain::document::Office;
use kc_domain::kernel::id::{RankingId, SittingId};
use kc_domain::kernel::paper::{Issuer, Paper, Sheet, Subject};
use kc_domain::place::gazetteer;

/// The minutes of a sitting as a file, its name and bytes.
pub fn minutes(cx: &Cx<'_>, id: SittingId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let (stem, paper) = minutes_paper(cx, id)?;
    file(&stem, &paper, format)
}

/// A kept ranking as a file, its name and bytes.
pub fn ranking(cx: &Cx<'_>, id: RankingId, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let (stem, paper) = ranking_paper(cx, id)?;
    file(&stem, &paper, format)
}

fn file(stem: &str, paper: &Paper, format: PaperFormat) -> Done<(String, Vec<u8>)> {
    let name = format!("{stem}.{}", format.ending());
    Ok((name, paper_bytes(paper, format)?))
}

/// The minutes with what their file is called; marked as a draft while they are not closed.
pub fn minutes_paper(cx: &Cx<'_>, id: SittingId) -> Done<(String, Paper)> {
    let sight = see(cx, id)?;
    let sitting = &sight.sitting;
    let frame = Frame {
        kind: "Biên bản",
        about: format!("Phiên họp thứ {} của Hội đồng thẩm định", sitting.number),
        day: Some(sitting.held_on),
        sheet: Sheet::Portrait,
        is_draft: sitting.closed_at.is_none(),
    };
    let mut paper = frame.paper(cx, &sight.council);
    paper.blocks = minutes::blocks(&sight);
    paper.appendices.extend(scores::appendix(&sight));
    let (day, number, version) = (sitting.held_on, sitting.number, sitting.version);
    let stem = format!("bien-ban-hoi-dong-{day}-phien-{number}-ban-{version}");
    Ok((stem, paper))
}

/// A kept ranking, computed again from its inputs, with what its file is called.
pub fn ranking_paper(cx: &Cx<'_>, id: RankingId) -> Done<(String, Paper)> {
    let again = rank::reopen(cx, id)?;
    let kept = local(again.kept.recorded_at);
    let frame = Frame {
        kind: "Kết quả xếp hạng",
        about: format!(
            "Đề án đợt {} năm {}",
            again.council.round, again.council.year
        ),
        day: Some(kept.date()),
        sheet: Sheet::Landscape,
        is_draft: false,
    };
    let mut paper = frame.paper(cx, &again.council);
    paper.blocks = ranking::blocks(&again);
    Ok((format!("xep-hang-{}", kept.format("%Y-%m-%d-%H%M")), paper))
}

/// What differs between the papers of a council above their body.
struct Frame {
    kind: &'static str,
    about: String,
    day: Option<NaiveDate>,
    sheet: Sheet,
    is_draft: bool,
}

impl Frame {
    fn paper(self, cx: &Cx<'_>, council: &Council) -> Paper {
        let province = gazetteer().unit_at(&council.area.of_own_province());
        // A council stands below who set it up, which the sign of that decision tells.
        let superior = council.decision.as_deref().and_then(Office::signing);
        let superior = superior.map(|office| office.in_charge_of(&council.area));
        Paper {
            made: local(cx.now()),
            sheet: self.sheet,
            issuer: Issuer {
                superior: superior.unwrap_or_default(),
                body: council.name.clone(),
            },
            number: None,
            place: province.map_or("", |unit| unit.name).to_owned(),
            day: self.day,
            subject: Subject::Titled {
                kind: self.kind.to_owned(),
                about: self.about,
            },
            recipients: Vec::new(),
            blocks: Vec::new(),
            signature: None,
            copies: Vec::new(),
            appendices: Vec::new(),
            illustrative: council.illustrative,
            is_draft: self.is_draft,
            audit_head: None,
        }
    }
}
