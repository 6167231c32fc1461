//! Bringing a project of the sample office along its process: each step by whoever may take it.

use super::{Office, unreadable};
use crate::kernel::Done;
use crate::project::dossier::{Received, list, receive};
use crate::project::show;
use crate::project::step::{Given, Which, process_of, take};
use chrono::NaiveDate;
use kc_domain::identity::Role;
use kc_domain::kernel::id::ProjectId;
use kc_domain::process::Step;

/// Who acts for a role in the sample office.
const ACTS: [(Role, &str); 5] = [
    (Role::CentreOfficer, "canbo.tt"),
    (Role::CentreHead, "giamdoc.tt"),
    (Role::DepartmentOfficer, "chuyenvien.sct"),
    (Role::DepartmentHead, "lanhdao.sct"),
    (Role::AgencyOfficer, "cuc"),
];

impl Office<'_> {
    /// Brings a project to a state of its process on a day, with every paper on the way. Steps
    /// that ask for a decision, a contract or a reason are not walked.
    pub(super) fn bring(&self, id: ProjectId, state: &str, on: NaiveDate) -> Done<()> {
        let cx = self.act("canbo.tt", on)?;
        let project = show(&cx, id)?;
        let standing = project.standing.clone();
        let process = process_of(&cx, &project)?;
        let (Some(process), Some(standing)) = (process, standing) else {
            return Err(unreadable(state));
        };
        let way = process.way(&standing.state, state);
        for step in way.ok_or_else(|| unreadable(state))? {
            self.walk(id, step, on)?;
        }
        Ok(())
    }

    fn walk(&self, id: ProjectId, step: &Step, on: NaiveDate) -> Done<()> {
        let mut acting = ACTS.iter().filter(|(role, _)| step.is_of(*role));
        let (_, sign_in) = acting.next().ok_or_else(|| unreadable(&step.key))?;
        self.hand_papers(id, &step.key, on)?;
        let cx = self.act(sign_in, on)?;
        let version = show(&cx, id)?.version;
        take(&cx, id, version, Which::Key(&step.key), &Given::default())
    }

    /// Hands in what a step asks for and the dossier lacks.
    pub(super) fn hand_papers(&self, id: ProjectId, step: &str, on: NaiveDate) -> Done<()> {
        let cx = self.act("canbo.tt", on)?;
        let project = show(&cx, id)?;
        let Some(process) = process_of(&cx, &project)? else {
            return Ok(());
        };
        let papers = process.step(step).map(|step| step.papers.clone());
        let lacking = list(&cx, &project)?;
        let lacking = lacking.iter().filter(|asked| asked.held.is_none());
        let papers = papers.unwrap_or_default();
        for asked in lacking.filter(|asked| papers.contains(&asked.paper)) {
            let received = Received {
                paper: asked.paper.key.clone(),
                copies: i64::from(asked.paper.copies),
                holder: "Trung tâm Khuyến công".to_owned(),
                received_on: on,
                document: None,
            };
            receive(&cx, id, &received)?;
        }
        Ok(())
    }
}
