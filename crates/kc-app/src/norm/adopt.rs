//! A province puts its own file of norms into force. A version is added, never changed.

use super::book::sources;
use super::check::check_file;
use super::file::{Parsed, parse};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::kernel::id::OrganisationId;
use kc_domain::norm::refusal::Refusal;
use kc_domain::norm::{Adopted, Key};
use kc_domain::place::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_store::kernel::Reader;
use kc_store::norm;

/// A file as it is sent.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// The text.
    pub text: String,
    /// The organisation that adopts it.
    pub organisation: OrganisationId,
    /// Whether it is sample data.
    pub illustrative: bool,
}

/// Adopts a file and answers its version.
pub fn adopt(cx: &Cx<'_>, new: NewFile) -> Done<(Key, i64)> {
    cx.scope(Action::AdoptRules)?;
    let parsed =
        check_file(&new.text, Some(1)).map_err(|mistakes| Refusal::BadFile { mistakes })?;
    if sources()
        .iter()
        .any(|source| source.parsed.key == parsed.key)
    {
        let key = parsed.key.to_string();
        return Err(Refusal::KeyTaken { key }.into());
    }
    let about = About::new("norm", &parsed.key);
    let subject = Subject::new(parsed.area.clone(), Some(new.organisation));
    let permit = cx.permit(Action::AdoptRules, subject, &about)?;
    cx.change(&permit, &about, |tx| {
        let versions = norm::versions(&mut tx.reader(), &parsed.key)?;
        expect_new(&versions, &parsed.area, &new.text)?;
        expect_alone(&mut tx.reader(), &parsed)?;
        let adopted = Adopted {
            file: parsed.key.clone(),
            version: norm::next_version(&mut tx.reader(), &parsed.key)?,
            area: parsed.area.clone(),
            title: parsed.title.clone(),
            content: new.text.clone(),
            adopted_on: cx.today(),
            adopted_by: permit.attempt().name.clone(),
            organisation: new.organisation,
            illustrative: new.illustrative,
        };
        norm::insert(tx, &adopted)?;
        let rules = parsed.book.norms.len();
        let detail = format!(
            "Áp dụng “{}” phiên bản {}: {rules} quy định",
            adopted.title, adopted.version
        );
        tx.trace(Trace::new("norm", &adopted.file, detail));
        Ok((adopted.file, adopted.version))
    })
}

fn expect_new(versions: &[Adopted], area: &AreaPath, text: &str) -> Done<()> {
    let Some(latest) = versions.first() else {
        return Ok(());
    };
    if latest.area != *area {
        let key = latest.file.to_string();
        return Err(Refusal::KeyTaken { key }.into());
    }
    if latest.content == text {
        let version = latest.version;
        return Err(Refusal::SameText { version }.into());
    }
    Ok(())
}

/// No rule of another adopted file may be about the same from the same day.
fn expect_alone(reader: &mut Reader<'_>, parsed: &Parsed) -> Done<()> {
    for held in norm::latest(reader)? {
        if held.file == parsed.key || held.area != parsed.area {
            continue;
        }
        let Ok(others) = parse(&held.content, Some(held.version)) else {
            continue;
        };
        for norm in &parsed.book.norms {
            let rival = others.book.norms.iter().find(|other| norm.rivals(other));
            if let Some(other) = rival {
                let (rule, other) = (norm.key.to_string(), other.path());
                return Err(Refusal::Clash { rule, other }.into());
            }
        }
    }
    Ok(())
}

/// The latest version of every adopted file.
pub fn latest(cx: &Cx<'_>) -> Done<Vec<Adopted>> {
    cx.scope(Action::ReadRules)?;
    cx.read(|reader| Ok(norm::latest(reader)?))
}

/// Every version of an adopted file, the newest first.
pub fn versions(cx: &Cx<'_>, file: &Key) -> Done<Vec<Adopted>> {
    cx.scope(Action::ReadRules)?;
    let versions = cx.read(|reader| Ok(norm::versions(reader, file)?))?;
    if versions.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(versions)
}
