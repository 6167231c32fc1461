//! What must hold of a visit, a request and an obstacle.

use super::refusal::Refusal;
use super::{Matter, PEOPLE_MAX, Verdict, Visit, VisitKind};
use chrono::NaiveDate;

/// Checks a visit on its way in.
pub fn check(visit: &Visit, today: NaiveDate) -> Result<(), Refusal> {
    if visit.held_on > today {
        return Err(Refusal::InTheFuture { day: visit.held_on });
    }
    if visit.people.is_empty() {
        return Err(Refusal::NobodyCame);
    }
    if visit.people.len() > PEOPLE_MAX {
        return Err(Refusal::TooMany { max: PEOPLE_MAX });
    }
    match visit.kind {
        VisitKind::Survey => check_survey(visit),
        VisitKind::Planned | VisitKind::AdHoc if visit.findings.is_empty() => {
            Err(Refusal::NothingFound)
        }
        VisitKind::Acceptance if visit.verdict.is_none() => Err(Refusal::NoVerdict),
        VisitKind::Planned | VisitKind::AdHoc | VisitKind::Acceptance => Ok(()),
    }
}

/// A survey says where, what is needed, and how it ended; who does not qualify is told why.
fn check_survey(visit: &Visit) -> Result<(), Refusal> {
    if visit.establishment.is_none() && visit.place_written.is_none() {
        return Err(Refusal::NoPlace);
    }
    if visit.findings.need.is_none() {
        return Err(Refusal::NoNeed);
    }
    match visit.verdict {
        None => Err(Refusal::NoVerdict),
        Some(Verdict::Conditional | Verdict::Failed) if visit.conclusion.is_none() => {
            Err(Refusal::NoConclusion)
        }
        Some(_) => Ok(()),
    }
}

/// Checks a request of a visit on its way in.
pub fn ask(request: &Matter) -> Result<(), Refusal> {
    if request.due_on < request.raised_on {
        return Err(Refusal::DueBeforeRaised {
            due_on: request.due_on,
            raised_on: request.raised_on,
        });
    }
    Ok(())
}

/// Checks an obstacle on its way in.
pub fn raise(obstacle: &Matter, today: NaiveDate) -> Result<(), Refusal> {
    if obstacle.raised_on > today {
        return Err(Refusal::InTheFuture {
            day: obstacle.raised_on,
        });
    }
    ask(obstacle)
}

/// Closes a request or an obstacle: on a day that has come, with a sentence on how.
pub fn close(
    matter: Matter,
    closed_on: NaiveDate,
    how: String,
    today: NaiveDate,
) -> Result<Matter, Refusal> {
    if let Some(closed_on) = matter.closed_on {
        return Err(Refusal::AlreadyClosed { closed_on });
    }
    if closed_on > today {
        return Err(Refusal::InTheFuture { day: closed_on });
    }
    if closed_on < matter.raised_on {
        return Err(Refusal::ClosedBeforeRaised {
            closed_on,
            raised_on: matter.raised_on,
        });
    }
    if how.is_empty() {
        return Err(Refusal::NoHow);
    }
    Ok(Matter {
        closed_on: Some(closed_on),
        closed_how: Some(how),
        ..matter
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Findings, MatterKind, Person, Side, Standing};
    use super::*;
    use crate::kernel::date::parse_date;
    use crate::kernel::id::{MatterId, OrganisationId, ProjectId, VisitId};
    use crate::kernel::refuse::Refuse;
    use crate::kernel::text::Lang;
    use crate::place::area::AreaPath;

    fn day(text: &str) -> NaiveDate {
        parse_date(text).unwrap()
    }

    fn inspection() -> Visit {
        Visit {
            id: VisitId([1; 16]),
            kind: VisitKind::Planned,
            project: Some(ProjectId([2; 16])),
            establishment: None,
            held_on: day("10/4/2026"),
            place_written: None,
            people: vec![Person {
                side: Side::Centre,
                name: "Nguyễn Văn An".into(),
                post: None,
            }],
            findings: Findings {
                progress: Some("Đã đặt móng máy".into()),
                ..Findings::default()
            },
            answers: Vec::new(),
            verdict: None,
            conclusion: None,
            area: AreaPath::parse("VN/31").unwrap(),
            organisation: OrganisationId([3; 16]),
            party: None,
            recorded_by: None,
            withdrawn_because: None,
            illustrative: false,
        }
    }

    fn matter() -> Matter {
        Matter {
            id: MatterId([4; 16]),
            kind: MatterKind::Obstacle,
            project: ProjectId([2; 16]),
            visit: None,
            raised_on: day("10/4/2026"),
            raised_by: "Cơ sở".into(),
            what: "Chưa có điện ba pha".into(),
            holder: Side::Commune,
            due_on: day("30/4/2026"),
            closed_on: None,
            closed_how: None,
            area: AreaPath::parse("VN/31").unwrap(),
            organisation: OrganisationId([3; 16]),
            party: None,
            illustrative: false,
        }
    }

    fn code(answer: Result<(), Refusal>) -> &'static str {
        answer.map_or_else(|refusal| refusal.code(), |()| "ok")
    }

    #[test]
    fn an_inspection_has_come_people_and_findings() {
        let today = day("10/4/2026");
        assert_eq!(code(check(&inspection(), today)), "ok");
        let early = check(&inspection(), day("9/4/2026"));
        assert_eq!(code(early), "monitoring.in-the-future");
        let alone = Visit {
            people: Vec::new(),
            ..inspection()
        };
        assert_eq!(code(check(&alone, today)), "monitoring.nobody-came");
        let mute = Visit {
            findings: Findings::default(),
            ..inspection()
        };
        assert_eq!(code(check(&mute, today)), "monitoring.nothing-found");
    }

    #[test]
    fn a_survey_says_where_what_and_how_it_ended() {
        let today = day("10/4/2026");
        let survey = Visit {
            kind: VisitKind::Survey,
            project: None,
            place_written: Some("xã An Lão".into()),
            findings: Findings {
                need: Some("Máy cắt".into()),
                ..Findings::default()
            },
            verdict: Some(Verdict::Passed),
            ..inspection()
        };
        assert_eq!(code(check(&survey, today)), "ok");
        let table = [
            (
                Visit {
                    place_written: None,
                    ..survey.clone()
                },
                "monitoring.no-place",
            ),
            (
                Visit {
                    findings: Findings::default(),
                    ..survey.clone()
                },
                "monitoring.no-need",
            ),
            (
                Visit {
                    verdict: None,
                    ..survey.clone()
                },
                "monitoring.no-verdict",
            ),
            (
                Visit {
                    verdict: Some(Verdict::Failed),
                    ..survey
                },
                "monitoring.no-conclusion",
            ),
        ];
        for (visit, wanted) in table {
            assert_eq!(code(check(&visit, today)), wanted);
        }
    }

    #[test]
    fn what_is_open_is_closed_once_with_a_day_and_a_sentence() {
        let today = day("20/4/2026");
        let refused = |on: &str, how: &str| {
            close(matter(), day(on), how.to_owned(), today)
                .unwrap_err()
                .code()
        };
        assert_eq!(refused("21/4/2026", "Xong"), "monitoring.in-the-future");
        assert_eq!(
            refused("9/4/2026", "Xong"),
            "monitoring.closed-before-raised"
        );
        assert_eq!(refused("15/4/2026", ""), "monitoring.no-how");
        let closed = close(matter(), day("15/4/2026"), "Đã kéo điện".into(), today).unwrap();
        assert_eq!(closed.standing(today), Standing::Closed(-15));
        let again = close(closed, day("16/4/2026"), "Lại".into(), today).unwrap_err();
        assert_eq!(again.code(), "monitoring.already-closed");
        let backward = Matter {
            due_on: day("9/4/2026"),
            ..matter()
        };
        assert_eq!(
            code(raise(&backward, today)),
            "monitoring.due-before-raised"
        );
    }

    #[test]
    fn an_open_matter_tells_its_days() {
        let table = [
            ("10/4/2026", "còn 20 ngày", Standing::Open(20)),
            ("23/4/2026", "còn 7 ngày", Standing::Near(7)),
            ("30/4/2026", "đến hạn hôm nay", Standing::Near(0)),
            ("12/5/2026", "quá hạn 12 ngày", Standing::Late(12)),
        ];
        for (today, words, standing) in table {
            assert_eq!(matter().standing(day(today)), standing);
            assert_eq!(standing.say(Lang::Vi), words);
        }
    }
}
