//! Scoring a file: a member, the own sheet, before the minutes are closed.

use super::{get, recuse, sheet, subject};
use crate::kernel::{About, Cx, Done, Trace, token};
use kc_domain::appraisal::sitting::{Seat, may_score};
use kc_domain::appraisal::{Council, Points, Score, Sitting, StruckFor};
use kc_domain::kernel::id::{ProjectId, ScoreId, SittingId, UserId};
use kc_domain::policy::Action;
use kc_store::appraisal as store;
use kc_store::kernel::Reader;

/// A score as it is typed.
#[derive(Debug, Clone)]
pub struct NewScore {
    /// Points by the code of the criterion.
    pub points: Vec<(String, Points)>,
    /// What the member remarks.
    pub remark: Option<String>,
}

/// Scores a file as the person who asks. An earlier score of the same member is struck.
pub fn score(cx: &Cx<'_>, id: SittingId, project: ProjectId, new: NewScore) -> Done<ScoreId> {
    let (council, _) = cx.read(|reader| get(reader, id))?;
    let about = About::new("appraisal", council.id);
    let permit = cx.permit(Action::ScoreProject, subject(&council), &about)?;
    let sheet = sheet::get(&council.sheet)?;
    let score_id = ScoreId(token::new_id(cx.now())?);
    cx.change(&permit, &about, |tx| {
        recuse::refresh(tx, &council)?;
        let (council, sitting) = get(&mut tx.reader(), id)?;
        let (person, code) = seated(&mut tx.reader(), (&council, &sitting), project, cx.user())?;
        let total = sheet.total(&new.points)?;
        let again = store::strike(tx, id, (project, person), StruckFor::Rescored)?;
        let score = Score {
            id: score_id,
            sitting: id,
            project,
            person,
            points: new.points,
            total,
            remark: new.remark,
            scored_at: tx.at(),
            struck: None,
        };
        store::insert_score(tx, &score)?;
        let how = if again { "Chấm lại" } else { "Chấm" };
        let detail = format!("{how} đề án {code}: {total} điểm");
        tx.trace(Trace::new("appraisal", council.id, detail));
        Ok(score_id)
    })
}

/// The person and the code of the file, if they may score it now.
fn seated(
    reader: &mut Reader<'_>,
    (council, sitting): (&Council, &Sitting),
    project: ProjectId,
    user: Option<UserId>,
) -> Done<(UserId, String)> {
    let members = store::members(reader, council.id)?;
    let files = store::files(reader, sitting.id)?;
    let recusals = store::recusals(reader, council.id)?;
    let member = members.iter().find(|held| Some(held.person) == user);
    let declared = match user {
        Some(user) => store::declared(reader, user, council.year)?,
        None => None,
    };
    let recusal = user.and_then(|user| recusals.get(&(project, user)));
    let file = files.iter().find(|file| file.project == project);
    let seat = Seat {
        sitting,
        member,
        has_declared: declared.is_some(),
        is_listed: file.is_some(),
        recusal: recusal.map(|held| &held.ground),
    };
    let code = file.map_or_else(String::new, |file| file.code.clone());
    Ok((may_score(council, seat)?.person, code))
}

/// Why the person who asks may not score this file now; `Ok` where they may.
pub fn offered(cx: &Cx<'_>, id: SittingId, project: ProjectId) -> Done<Result<(), String>> {
    let answer = cx.read(|reader| {
        let (council, sitting) = get(reader, id)?;
        seated(reader, (&council, &sitting), project, cx.user())
    });
    match answer {
        Ok(_) => Ok(Ok(())),
        Err(crate::kernel::Failure::Refused(refusal)) => Ok(Err(refusal.say(cx.lang()))),
        Err(failure) => Err(failure),
    }
}

/// The own score that counts, to be shown in the form again.
pub fn own(cx: &Cx<'_>, id: SittingId, project: ProjectId) -> Done<Option<Score>> {
    let scores = cx.read(|reader| Ok(store::scores(reader, id)?))?;
    Ok(scores.into_iter().find(|score| {
        score.project == project && Some(score.person) == cx.user() && score.struck.is_none()
    }))
}
