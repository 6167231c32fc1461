//! Photos of a visit: the file beside it, where and when it was taken.

use super::{show, subject};
use crate::document::attach::{Owner, bytes_of, keep_beside};
use crate::kernel::{About, Cx, Done, Failure, Trace};
use kc_domain::kernel::date::Instant;
use kc_domain::kernel::id::{AttachmentId, VisitId};
use kc_domain::monitoring::refusal::Refusal;
use kc_domain::monitoring::{Photo, Spot, taken_at};
use kc_domain::policy::Action;
use kc_files::FileKind;
use kc_store::{document, monitoring};

/// A photo as it is entered.
#[derive(Debug, Clone)]
pub struct NewPhoto {
    /// What it shows.
    pub caption: String,
    /// When it was taken.
    pub taken_at: Option<Instant>,
    /// The place in words.
    pub place_written: Option<String>,
    /// The point on the map.
    pub spot: Option<Spot>,
}

/// Keeps a photo beside a visit that counts. What nobody typed is taken from the camera, whose clock
/// is taken for Vietnam's.
pub fn add(
    cx: &Cx<'_>,
    visit: VisitId,
    (name, bytes): (&str, &[u8]),
    new: NewPhoto,
) -> Done<AttachmentId> {
    let found = show(cx, visit)?;
    let about = About::new("visit", visit);
    let permit = cx.permit(Action::RecordVisit, subject(&found), &about)?;
    if found.withdrawn_because.is_some() {
        return Err(Refusal::Withdrawn.into());
    }
    let owner = Owner::of("visit", visit.0, permit.subject())?;
    let file = keep_beside(cx, owner, name, bytes)?;
    let is_picture = [FileKind::Png, FileKind::Jpeg]
        .iter()
        .any(|kind| kind.media_type() == file.media_type);
    if !is_picture {
        let name = file.file_name;
        return Err(Refusal::NoPhoto { name }.into());
    }
    let camera = kc_files::taken(bytes);
    let clock = camera.at.map(|at| at.format("%d/%m/%Y %H:%M").to_string());
    let photo = Photo {
        file: file.id,
        visit,
        caption: new.caption,
        taken_at: new.taken_at.or_else(|| taken_at(&clock?)),
        place_written: new.place_written,
        spot: new.spot.or_else(|| Spot::parse(&camera.spot?)),
    };
    cx.change(&permit, &about, |tx| {
        document::insert_attachment(tx, &file)?;
        monitoring::insert_photo(tx, &photo)?;
        let detail = format!("Thêm ảnh {}: {}", file.file_name, photo.caption);
        tx.trace(Trace::new("visit", visit, detail));
        Ok(file.id)
    })
}

/// The bytes of a photo, for whoever may read its visit.
pub fn open(cx: &Cx<'_>, visit: VisitId, file: AttachmentId) -> Done<(String, FileKind, Vec<u8>)> {
    let found = show(cx, visit)?;
    let kept = cx.read(|reader| {
        let photo = monitoring::find_photo(reader, file)?;
        let is_here = photo.is_some_and(|photo| photo.visit == found.id);
        let attachment = document::find_attachment(reader, file)?;
        Ok(attachment.filter(|_| is_here))
    })?;
    let attachment = kept.ok_or(Failure::NotFound)?;
    let (kind, bytes) = bytes_of(cx, &attachment)?;
    Ok((attachment.file_name, kind, bytes))
}
