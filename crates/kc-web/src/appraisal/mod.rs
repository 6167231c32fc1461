//! Appraisal: councils, their members and sittings, scoring, rankings.

mod choice;
mod council;
mod councils;
mod declaration;
mod files;
mod matrix;
mod members;
mod minutes;
mod paper;
mod part;
mod ranking;
mod run;
mod score;
mod sitting;

pub(crate) use part::project_part;

use crate::kernel::frame::crumb;
use crate::kernel::route::{Access, Route, get, post};
use crate::kernel::shell::Crumb;
use kc_domain::appraisal::Council;
use kc_domain::kernel::id::{CouncilId, ProjectId, RankingId, SittingId};
use kc_domain::kernel::text::Lang;
use kc_domain::policy::Action;

const READ: Access = Access::Needs(Action::ReadAppraisals);
const RECORD: Access = Access::Needs(Action::RecordAppraisal);
const SCORE: Access = Access::Needs(Action::ScoreProject);

/// Councils and everything of theirs.
pub const ROUTES: &[Route] = &[
    get("/appraisals", READ, councils::list),
    get("/appraisals/new", RECORD, councils::new),
    post("/appraisals", RECORD, councils::create),
    get("/appraisals/{council}", READ, council::show),
    get("/appraisals/{council}/members/new", RECORD, members::new),
    post("/appraisals/{council}/members", RECORD, members::create),
    get("/appraisals/{council}/declaration", READ, declaration::show),
    post(
        "/appraisals/{council}/declaration",
        READ,
        declaration::create,
    ),
    get("/appraisals/{council}/sittings/new", RECORD, sitting::new),
    post("/appraisals/{council}/sittings", RECORD, sitting::create),
    get("/appraisals/{council}/ranking", READ, ranking::try_out),
    post("/appraisals/{council}/ranking", RECORD, ranking::keep),
    get("/appraisals/sittings/{sitting}", READ, sitting::show),
    get(
        "/appraisals/sittings/{sitting}/files/new",
        RECORD,
        files::new,
    ),
    post("/appraisals/sittings/{sitting}/files", RECORD, files::add),
    get(
        "/appraisals/sittings/{sitting}/files/{project}",
        RECORD,
        files::edit,
    ),
    post(
        "/appraisals/sittings/{sitting}/files/{project}",
        RECORD,
        files::update,
    ),
    post(
        "/appraisals/sittings/{sitting}/files/{project}/removal",
        RECORD,
        files::remove,
    ),
    get(
        "/appraisals/sittings/{sitting}/minutes",
        READ,
        minutes::show,
    ),
    post(
        "/appraisals/sittings/{sitting}/minutes",
        READ,
        minutes::note,
    ),
    get(
        "/appraisals/sittings/{sitting}/minutes/{format}",
        READ,
        paper::minutes,
    ),
    post(
        "/appraisals/sittings/{sitting}/closing",
        READ,
        minutes::close,
    ),
    get(
        "/appraisals/sittings/{sitting}/correction",
        RECORD,
        minutes::ask_correction,
    ),
    post(
        "/appraisals/sittings/{sitting}/correction",
        RECORD,
        minutes::correct,
    ),
    get(
        "/appraisals/sittings/{sitting}/scores/{project}",
        SCORE,
        score::form,
    ),
    post(
        "/appraisals/sittings/{sitting}/scores/{project}",
        SCORE,
        score::create,
    ),
    post(
        "/appraisals/sittings/{sitting}/recusals/{project}",
        SCORE,
        score::recuse,
    ),
    get("/appraisals/rankings/{ranking}", READ, run::show),
    get(
        "/appraisals/rankings/{ranking}/paper/{format}",
        READ,
        paper::ranking,
    ),
];

/// The address of a council.
pub fn url(id: CouncilId) -> String {
    format!("/appraisals/{id}")
}

/// The address of a sitting.
pub fn sitting_url(id: SittingId) -> String {
    format!("/appraisals/sittings/{id}")
}

/// The address of a file of a sitting.
fn file_url(sitting: SittingId, project: ProjectId) -> String {
    format!("{}/files/{project}", sitting_url(sitting))
}

/// The address where a member scores a file.
fn score_url(sitting: SittingId, project: ProjectId) -> String {
    format!("{}/scores/{project}", sitting_url(sitting))
}

/// The address of a kept ranking.
pub fn ranking_url(id: RankingId) -> String {
    format!("/appraisals/rankings/{id}")
}

/// The way to a page of a council.
fn crumbs(lang: Lang, council: &Council) -> Vec<Crumb> {
    vec![
        crumb(lang.t("Thẩm định", "Appraisal"), "/appraisals"),
        crumb(&council.name, url(council.id)),
    ]
}
