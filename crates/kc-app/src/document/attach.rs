//! Keeping files beside a document: bytes on the disk first, then the row that names them.

use super::{show, subject};
use crate::kernel::{About, App, Cx, Done, Failure, Trace, token};
use kc_domain::document::refusal::Refusal;
use kc_domain::kernel::id::{AttachmentId, DocumentId, OrganisationId};
use kc_domain::kernel::text::{Lang, clean};
use kc_domain::place::area::AreaPath;
use kc_domain::policy::{Action, Subject};
use kc_files::{FileKind, Unfit, recognise};
use kc_store::document::{self, Attachment};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;

/// Largest file, in bytes: 25 MB holds a scanned file of some hundred pages.
pub const FILE_BYTES_MAX: usize = 25 * 1024 * 1024;

/// Longest name kept of a file, in characters.
const NAME_CHARACTERS_MAX: usize = 150;

/// Keeps a file beside a document.
pub fn attach(cx: &Cx<'_>, id: DocumentId, name: &str, bytes: &[u8]) -> Done<AttachmentId> {
    let found = show(cx, id)?;
    let about = About::new("document", id);
    let permit = cx.permit(Action::RecordDocument, subject(&found), &about)?;
    let attachment = keep_beside(
        cx,
        Owner::of("document", id.0, permit.subject())?,
        name,
        bytes,
    )?;
    cx.change(&permit, &about, |tx| {
        document::insert_attachment(tx, &attachment)?;
        let detail = format!(
            "Đính kèm tệp {} ({} byte, SHA-256 {}) vào {}",
            attachment.file_name,
            attachment.size_bytes,
            token::hex(&attachment.content_hash),
            found.title(Lang::Vi)
        );
        tx.trace(Trace::new("document", id, detail));
        Ok(attachment.id)
    })
}

/// The files of a document.
pub fn attachments(cx: &Cx<'_>, id: DocumentId) -> Done<Vec<Attachment>> {
    let found = show(cx, id)?;
    cx.read(|reader| Ok(document::attachments(reader, found.id.0)?))
}

/// A file with its bytes, for whoever may read its document. Bytes that no longer have the hash
/// under which they were kept are our own failure, never handed over.
pub fn open(
    cx: &Cx<'_>,
    id: DocumentId,
    file: AttachmentId,
) -> Done<(Attachment, FileKind, Vec<u8>)> {
    let found = show(cx, id)?;
    let attachment = cx
        .read(|reader| Ok(document::find_attachment(reader, file)?))?
        .filter(|attachment| attachment.record == found.id.0)
        .ok_or(Failure::NotFound)?;
    let (kind, bytes) = bytes_of(cx, &attachment)?;
    Ok((attachment, kind, bytes))
}

/// The record that a file is kept beside.
pub(crate) struct Owner {
    word: &'static str,
    record: [u8; 16],
    area: AreaPath,
    organisation: OrganisationId,
}

impl Owner {
    /// The record of a subject.
    pub(crate) fn of(word: &'static str, record: [u8; 16], subject: &Subject) -> Done<Self> {
        let nobody = || Failure::Internal(format!("a {word} of nobody"));
        Ok(Self {
            word,
            record,
            area: subject.area.clone(),
            organisation: subject.organisation.ok_or_else(nobody)?,
        })
    }
}

/// Checks a file and puts its bytes on the disk; the row that names them is the caller's.
pub(crate) fn keep_beside(cx: &Cx<'_>, owner: Owner, name: &str, bytes: &[u8]) -> Done<Attachment> {
    let name = own_name(name);
    let kind = check(&name, bytes)?;
    Ok(Attachment {
        id: AttachmentId(token::new_id(cx.now())?),
        word: owner.word.to_owned(),
        record: owner.record.to_vec(),
        file_name: name,
        media_type: kind.media_type().to_owned(),
        size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        content_hash: keep(cx.app(), bytes)?,
        area: owner.area,
        organisation: owner.organisation,
        recorded_at: cx.now(),
    })
}

/// The bytes of a file whose record the caller has shown.
pub(crate) fn bytes_of(cx: &Cx<'_>, attachment: &Attachment) -> Done<(FileKind, Vec<u8>)> {
    let path = path_of(cx.app(), attachment.content_hash);
    let bytes = fs::read(path)?;
    if Sha256::digest(&bytes).as_slice() != attachment.content_hash {
        let file = attachment.id;
        return Err(Failure::Internal(format!(
            "file {file} changed on the disk"
        )));
    }
    let kind = FileKind::of_media_type(&attachment.media_type);
    let kind = kind.ok_or_else(|| Failure::Internal(attachment.media_type.clone()))?;
    Ok((kind, bytes))
}

/// The name without any folder in front of it, shortened in the middle of nothing but its stem.
fn own_name(name: &str) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let cleaned = clean(&own.replace(|c: char| c.is_control(), ""));
    let (stem, extension) = cleaned.rsplit_once('.').unwrap_or((&cleaned, ""));
    let stem: String = stem.chars().take(NAME_CHARACTERS_MAX).collect();
    if extension.is_empty() {
        stem
    } else {
        format!("{stem}.{extension}")
    }
}

fn check(name: &str, bytes: &[u8]) -> Done<FileKind> {
    let named = || name.to_owned();
    if bytes.is_empty() {
        return Err(Refusal::FileMissing.into());
    }
    if bytes.len() > FILE_BYTES_MAX {
        let megabytes_max = FILE_BYTES_MAX / (1024 * 1024);
        let name = named();
        return Err(Refusal::FileTooLarge {
            name,
            megabytes_max,
        }
        .into());
    }
    recognise(name, bytes).map_err(|unfit| {
        let name = named();
        match unfit {
            Unfit::Kind => Refusal::FileKind { name },
            Unfit::Differs => Refusal::FileDiffers { name },
            Unfit::Macros => Refusal::FileMacros { name },
        }
        .into()
    })
}

/// Where the bytes of a hash lie: `files/ab/abcd…`.
fn path_of(app: &App, hash: [u8; 32]) -> PathBuf {
    let name = token::hex(&hash);
    let folder = token::hex(hash.get(..1).unwrap_or_default());
    app.files.join(folder).join(name)
}

/// Writes the bytes and waits until the disk has them; the same bytes are kept once.
fn keep(app: &App, bytes: &[u8]) -> Done<[u8; 32]> {
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    let path = path_of(app, hash);
    if path.exists() {
        return Ok(hash);
    }
    let folder = path.parent().unwrap_or(&app.files);
    fs::create_dir_all(folder)?;
    let half = path.with_extension(format!("half-{}", token::secret()?));
    let written = write_all(&half, bytes).and_then(|()| fs::rename(&half, &path));
    if let Err(error) = written {
        drop(fs::remove_file(&half));
        return Err(error.into());
    }
    File::open(folder)?.sync_all()?;
    Ok(hash)
}

fn write_all(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
